#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <set>

#include <protocol/bus/visibility.hpp>
#include <protocol/recording/reading.hpp>
#include <tests/world/lab/network/hosted.hpp>
#include <tests/world/lab/network/troublemaker.hpp>
#include <world/lab/verify.hpp>

using namespace monazite;
using namespace monazite::test_support;
using std::chrono::milliseconds;

namespace {

/// Long, so that it cannot stand anywhere by chance.
constexpr std::uint64_t kSeed = 0x5EED'0DDB'A11C'0DE5ULL;

/// Looks on, and keeps every byte.
std::string look_on(Hosted& host, std::vector<v1::Envelope>& seen, bool& ended) {
  RawClient client(host.game().port());
  client.send(hello());
  v1::Frame watch;
  watch.mutable_watch()->set_table(1);
  watch.mutable_watch()->set_token("letmein-here");
  client.send(watch);
  while (client.open() && !ended) {
    const auto frame = client.receive(PlayerLine::get().slowed(milliseconds(3'000)));
    if (!frame) break;
    if (frame->has_sorry()) {  // it has not begun
      std::this_thread::sleep_for(milliseconds(1));
      client.send(watch);
    }
    if (frame->has_ping()) {
      v1::Frame pong;
      pong.mutable_pong()->set_nonce(frame->ping().nonce());
      client.send(pong);
    }
    if (frame->has_seen()) seen.push_back(frame->seen().envelope());
    ended = frame->has_end();
  }
  return client.heard;
}

/// What the recording says that was said.
struct Said {
  explicit Said(const std::string& bytes) {
    auto recording = recording::Recording::from_bytes(bytes, "run");
    REQUIRE(recording.has_value());
    CHECK(recording->finished());
    recording->visit({}, [this](const recording::Record& record) {
      if (const auto* envelope = std::get_if<const v1::Envelope*>(&record.content)) {
        by_id[(*envelope)->id()] = **envelope;
        if ((*envelope)->has_refusal()) refused.insert((*envelope)->refusal().refused_id());
      }
    });
    const auto verified = lab::verify(*recording, lab::Verify::kReplay);
    REQUIRE(verified.has_value());
    CHECK(verified->matches);
    CHECK(verified->months == 36);
  }

  /// Whether `told` is what the recorded message is to that reader.
  [[nodiscard]] bool is_for(const v1::Envelope& told, base::SeatId reader) const {
    const auto found = by_id.find(told.id());
    if (found == by_id.end() || !bus::may_receive(found->second, reader)) return false;
    v1::Envelope stripped;
    bus::strip_private(found->second, reader, stripped);
    return stripped.SerializeAsString() == told.SerializeAsString();
  }

  /// Pieces that stand in what is private to others than `reader`, as they go over a wire.
  [[nodiscard]] std::vector<std::string> secrets(base::SeatId reader) const {
    std::set<std::string> own;
    std::set<std::string> others;
    for (const auto& [id, envelope] : by_id) {
      const v1::Reason* const reason = bus::reason_of(envelope);
      const bool mine = envelope.from() == reader || envelope.to() == reader;
      if (reason != nullptr && reason->a() != 0 && reason->b() != 0) {
        const bool told = envelope.from() == reader ||
                          (envelope.has_clearance() && envelope.clearance().side() == reader);
        (told ? own : others).insert(reason->SerializeAsString());
      }
      if (envelope.has_clearance()) {
        for (const v1::Vote& vote : envelope.clearance().votes()) {
          const bool told = envelope.clearance().side() == reader;
          if (vote.gain_musd() != 0) (told ? own : others).insert(vote.SerializeAsString());
        }
      }
      const auto add_start = [&](const std::string& bytes) {
        if (bytes.size() >= 48) (mine ? own : others).insert(bytes.substr(bytes.size() - 40));
      };
      if (envelope.has_brief()) add_start(envelope.brief().SerializeAsString());
      if (envelope.has_appraisal()) add_start(envelope.appraisal().SerializeAsString());
      if (envelope.has_observation()) add_start(envelope.observation().SerializeAsString());
    }
    std::vector<std::string> secrets;
    for (const std::string& piece : others) {
      if (own.count(piece) == 0) secrets.push_back(piece);
    }
    return secrets;
  }

  std::map<std::uint64_t, v1::Envelope> by_id;
  std::set<std::uint64_t> refused;
};

void holds_no_seed(const std::string& heard, std::uint64_t seed) {
  v1::RunHeader as_varint;
  as_varint.set_seed(seed);
  std::string fixed(sizeof seed, '\0');
  for (std::size_t i = 0; i < fixed.size(); ++i) fixed[i] = static_cast<char>(seed >> (8 * i));
  CHECK(heard.find(as_varint.SerializeAsString().substr(1)) == std::string::npos);
  CHECK(heard.find(fixed) == std::string::npos);
  CHECK(heard.find(std::to_string(seed)) == std::string::npos);
}

void holds_no_secret(const std::string& heard, const Said& said, base::SeatId reader) {
  const auto secrets = said.secrets(reader);
  CHECK(secrets.size() > 20);
  const bool none = std::none_of(secrets.begin(), secrets.end(), [&](const std::string& piece) {
    return heard.find(piece) != std::string::npos;
  });
  CHECK(none);
}

std::size_t resident_bytes() {
  std::size_t all = 0;
  std::size_t resident = 0;
  std::FILE* const file = std::fopen("/proc/self/statm", "r");
  if (file == nullptr) return 0;
  const int read = std::fscanf(file, "%zu %zu", &all, &resident);
  std::fclose(file);
  return read == 2 ? resident * 4'096 : 0;
}

lab::GameOptions impatient(const std::vector<std::string>& seats, std::uint64_t seed) {
  const PlayerLine& line = PlayerLine::get();
  lab::GameOptions options = open_seats(seats, seed);
  options.wait = line.slowed(milliseconds(300));
  options.reveals = false;
  options.patience.decide_within = line.slowed(milliseconds(40));
  options.patience.return_within = line.slowed(milliseconds(20));
  options.limits.hello_within = line.slowed(milliseconds(400));
  options.limits.ping_every = line.slowed(milliseconds(100));
  options.limits.silent_for = line.slowed(milliseconds(400));
  options.limits.stuck_for = line.slowed(milliseconds(400));
  return options;
}

/// One game with one seat in bad hands, one in good ones, and somebody who looks on.
void play_with(Fault fault, std::uint64_t number) {
  const std::vector<std::string> names{"japan", "india", "irel", "toyotsu"};
  const std::string bad = names[number % names.size()];
  const std::string good = names[(number + 1) % names.size()];
  INFO("fault " << static_cast<int>(fault) << ", game " << number << ", " << bad);
  const std::uint64_t seed = kSeed + number;
  lab::GameOptions options = impatient({bad, good}, seed);
  options.limits.frames_per_second = fault == Fault::kFrameFlood ? 2'000 : 20'000;
  Hosted host(options);
  host.begin();
  Troublemaker trouble(host, bad, fault, seed);
  std::thread troubled([&trouble] { trouble.play(); });
  std::vector<v1::Envelope> seen;
  bool watched = false;
  std::string watcher_heard;
  std::thread watcher([&] { watcher_heard = look_on(host, seen, watched); });
  const auto played = play_built_in(host, claim(good));
  troubled.join();
  watcher.join();
  REQUIRE(host.results().size() == 1);
  REQUIRE(host.results()[0].played.has_value());
  CHECK(host.results()[0].played->finished);
  REQUIRE(played.has_value());  // nobody else's seat is harmed
  CHECK(played->end.how() == v1::End::HOW_FINISHED);
  CHECK(watched);

  const Said said(host.recording());
  REQUIRE(trouble.seat != 0);
  // What the seat was told is what its line holds, in order and byte for byte, with or without
  // interruptions.
  const net::SeatLine* line = nullptr;
  for (const auto& seat : host.game().board().tables[0]->seats) {
    if (seat.name == bad) line = seat.line.get();
  }
  REQUIRE(line != nullptr);
  bool same = true;
  for (std::size_t i = 0; i < trouble.frames.size(); ++i) {
    const net::Bytes bytes = line->frame(i);
    same = same && bytes != nullptr && *bytes == net::to_bytes(trouble.frames[i]);
  }
  CHECK(same);
  if (trouble.ended) CHECK(line->frame(trouble.frames.size()) == nullptr);
  CHECK(line->bytes() < 64U * 1024 * 1024);

  bool all_own = true;
  for (const v1::Frame& frame : trouble.frames) {
    if (frame.has_delivery()) {
      all_own = all_own && said.is_for(frame.delivery().envelope(), trouble.seat);
    }
    for (const v1::Envelope& own : frame.decided().said()) {
      all_own = all_own && own.from() == trouble.seat;
    }
  }
  CHECK(all_own);
  bool all_public = true;
  for (const v1::Envelope& envelope : seen) {
    all_public = all_public && said.is_for(envelope, base::kPublic) &&
                 said.refused.count(envelope.id()) == 0;
  }
  CHECK(all_public);
  CHECK(seen.size() > 5);
  holds_no_seed(trouble.heard, seed);
  holds_no_seed(watcher_heard, seed);
  if (number % 4 == 0) {
    holds_no_secret(trouble.heard, said, trouble.seat);
    holds_no_secret(watcher_heard, said, base::kPublic);
  }
}

}  // namespace

TEST_CASE("whatever one player does, the game ends, its recording verifies, and nothing leaks") {
  const std::size_t before = resident_bytes();
  const int times = PlayerLine::get().far() ? 1 : 7;
  std::uint64_t number = 0;
  for (int fault = 0; fault <= static_cast<int>(Fault::kLast); ++fault) {
    for (int time = 0; time < times; ++time) play_with(static_cast<Fault>(fault), number++);
  }
  CHECK(number == static_cast<std::uint64_t>(14 * times));
  CHECK(resident_bytes() < before + 300U * 1024 * 1024);
}

TEST_CASE("one who looks on without reading is dropped, and the game does not wait") {
  lab::GameOptions options = impatient({"japan"}, 9);
  options.pace.seconds_per_day = 0.0002;
  Hosted host(options);
  host.begin();
  std::thread player([&host] { CHECK(play_built_in(host, claim("japan")).has_value()); });
  // Fills the buffers of the socket with copies of the lobby, so that not a byte more gets through.
  RawClient slow(host.game().port());
  slow.send(hello());
  v1::Frame list;
  list.mutable_list_tables()->set_token("letmein-here");
  std::string lists;
  for (int i = 0; i < 2'000; ++i) lists += net::to_bytes(list);
  while (host.game().progress().playing == 0) std::this_thread::sleep_for(milliseconds(1));
  v1::Frame watch;
  watch.mutable_watch()->set_table(1);
  watch.mutable_watch()->set_token("letmein-here");
  slow.send(watch);
  for (int i = 0; i < 8; ++i) slow.send(lists);
  player.join();
  REQUIRE(host.results().size() == 1);
  CHECK(host.results()[0].played->finished);
  CHECK(host.recording() == in_one_process(9));
  CHECK(host.game().board().tables[0]->watchers == 0);
}

TEST_CASE("one who is refused and does not read that is not kept") {
  lab::GameOptions options = impatient({"japan"}, 9);
  options.wait.reset();
  Hosted host(options);
  host.begin();
  {
    RawClient slow(host.game().port());
    slow.send(hello());
    v1::Frame list;
    list.mutable_list_tables()->set_token("letmein-here");
    std::string lists;
    for (int i = 0; i < 2'000; ++i) lists += net::to_bytes(list);
    for (int i = 0; i < 20; ++i) slow.send(lists);
    slow.send(std::string("\x7F\xFF\xFF\xFF", 4));
    // It is gone though its socket is open, and its place is free.
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (host.game().connections() > 0 && std::chrono::steady_clock::now() < until) {
      std::this_thread::sleep_for(milliseconds(10));
    }
    CHECK(host.game().connections() == 0);
  }
  CHECK(play_built_in(host, claim("japan")).has_value());
}
