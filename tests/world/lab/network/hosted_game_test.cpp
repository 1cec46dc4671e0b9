#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <tuple>

#include <protocol/recording/reading.hpp>
#include <protocol/recording/sidecar.hpp>
#include <tests/world/lab/network/hosted.hpp>
#include <world/lab/verify.hpp>

using namespace monazite;
using namespace monazite::test_support;
using std::chrono::milliseconds;

namespace {

std::vector<v1::SeatEvent> seat_events(const std::string& bytes) {
  auto recording = recording::Recording::from_bytes(bytes, "run");
  REQUIRE(recording.has_value());
  std::vector<v1::SeatEvent> events;
  recording::Window window;
  window.kinds = recording::kSeatEvents;
  recording->visit(window, [&events](const recording::Record& record) {
    events.push_back(*std::get<const v1::SeatEvent*>(record.content));
  });
  return events;
}

/// How each talk ended, in order: conversation, day, how.
std::vector<std::tuple<std::uint64_t, std::int32_t, v1::Closing::How>> closings(
    const std::string& bytes) {
  auto recording = recording::Recording::from_bytes(bytes, "run");
  REQUIRE(recording.has_value());
  std::vector<std::tuple<std::uint64_t, std::int32_t, v1::Closing::How>> all;
  recording->visit({}, [&all](const recording::Record& record) {
    const auto* e = std::get_if<const v1::Envelope*>(&record.content);
    if (e == nullptr || !(*e)->has_closing()) return;
    all.emplace_back((*e)->conversation(), (*e)->day(), (*e)->closing().how());
  });
  return all;
}

bool verifies(const std::string& bytes) {
  auto recording = recording::Recording::from_bytes(bytes, "run");
  REQUIRE(recording.has_value());
  const auto verified = lab::verify(*recording, lab::Verify::kReplay);
  return verified && verified->matches && verified->months == 36;
}

}  // namespace

TEST_CASE("one seat on the other side of a socket leaves the same bytes") {
  Hosted host(open_seats({"japan"}));
  host.begin();
  const auto played = play_built_in(host, claim("japan"));
  REQUIRE(played.has_value());
  CHECK(played->end.how() == v1::End::HOW_FINISHED);
  CHECK(played->decided > 10);
  CHECK(played->late == 0);
  REQUIRE(host.results().size() == 1);
  REQUIRE(host.results()[0].players.size() == 1);
  CHECK(host.results()[0].players[0].party == "japan");
  CHECK(host.results()[0].players[0].player == "the player of japan");
  const std::string bytes = host.recording();
  CHECK(bytes == in_one_process(9));
  CHECK(played->recording == bytes);
  CHECK(played->end.digest() == host.results()[0].played->digest);
  CHECK(seat_events(bytes).empty());
  const auto notes = recording::read_sidecar(host.out + "/june-2025.mcap");
  REQUIRE(notes.has_value());
  CHECK(notes->at("seat.japan") == "remote the player of japan");
  CHECK(notes->at("seat.india") == "built-in");
}

TEST_CASE("all seats on the other side leave the same bytes") {
  std::vector<std::string> seats;
  for (const scenarios::Seat& seat : short_crisis().seats) seats.push_back(seat.name);
  Hosted host(open_seats(seats));
  host.begin();
  std::vector<std::thread> players;
  std::atomic<int> finished{0};
  for (const std::string& seat : seats) {
    players.emplace_back([&host, &finished, seat] {
      const auto played = play_built_in(host, claim(seat));
      if (played && played->end.how() == v1::End::HOW_FINISHED) ++finished;
    });
  }
  for (std::thread& player : players) player.join();
  CHECK(finished == static_cast<int>(seats.size()));
  (void)host.results();
  CHECK(host.recording() == in_one_process(9));
}

TEST_CASE("each table has its own seed, players and recording") {
  lab::GameOptions options = open_seats({"japan"});
  options.tables = 3;
  Hosted host(options);
  host.begin();
  for (std::uint32_t table = 1; table <= 3; ++table) {
    REQUIRE(play_built_in(host, claim("japan", table)).has_value());
  }
  REQUIRE(host.results().size() == 3);
  for (std::uint32_t table = 1; table <= 3; ++table) {
    CHECK(host.results()[table - 1].seed == 8 + table);
    CHECK(host.recording(table) == in_one_process(8 + table));
  }
}

TEST_CASE("without a seed each table has one of its own that tells nothing of the next") {
  lab::GameOptions options = open_seats({"japan"});
  options.seed.reset();
  options.tables = 2;
  options.wait = milliseconds(0);
  Hosted host(options);
  host.begin();
  REQUIRE(host.results().size() == 2);
  const std::uint64_t first = host.results()[0].seed;
  const std::uint64_t second = host.results()[1].seed;
  CHECK(first > 1'000'000);
  CHECK(second != first + 1);
  const auto notes = recording::read_sidecar(host.out + "/table-02/june-2025.mcap");
  REQUIRE(notes.has_value());
  CHECK(notes->at("table") == "2");
  CHECK(notes->at("command").find("--seed " + std::to_string(second)) != std::string::npos);
}

TEST_CASE("a folder with recordings is not played into again") {
  lab::GameOptions options = open_seats({});
  options.token = "letmein-here";
  options.listen.port = 0;
  options.out = fresh_folder("played-into");
  std::ofstream(options.out + "/june-2025.mcap") << "a game of last week";
  const auto game = lab::HostedGame::start(short_crisis(), options);
  REQUIRE_FALSE(game.has_value());
  CHECK(game.error().message.find("has recordings in it already") != std::string::npos);
}

TEST_CASE("who names no table gets the first one that is free") {
  lab::GameOptions options = open_seats({"japan"});
  options.tables = 2;
  Hosted host(options);
  const auto first = host.connect();
  const auto second = host.connect();
  const auto third = host.connect();
  CHECK(first->claim(claim("japan"))->table() == 1);
  CHECK(second->claim(claim("japan"))->table() == 2);
  CHECK_FALSE(third->claim(claim("japan")).has_value());
}

TEST_CASE("a seat that nobody takes is played by the built-in party after the wait") {
  lab::GameOptions options = open_seats({"japan", "india"});
  options.wait = milliseconds(0);
  Hosted host(options);
  host.begin();
  REQUIRE(host.results().size() == 1);
  CHECK(host.results()[0].players.empty());
  CHECK(host.recording() == in_one_process(9));
}

TEST_CASE("who comes late hears what was before, and goes on as the built-in party would") {
  lab::GameOptions options = open_seats({"japan"});
  options.wait = milliseconds(0);
  options.pace.seconds_per_day = 0.0005;
  Hosted host(options);
  host.begin();
  std::this_thread::sleep_for(milliseconds(150));
  const auto played = play_built_in(host, claim("japan"));
  REQUIRE(played.has_value());
  CHECK(played->end.how() == v1::End::HOW_FINISHED);
  (void)host.results();
  CHECK(host.recording() == in_one_process(9));
}

TEST_CASE("a player who is silent is replaced by the staff, question by question") {
  lab::GameOptions options = open_seats({"japan"});
  options.patience.decide_within = milliseconds(1);
  Hosted host(options);
  host.begin();
  const SilentPlayer player(host, claim("japan"));
  (void)host.results();
  const std::string bytes = host.recording();
  const auto events = seat_events(bytes);
  CHECK(events.size() > 10);
  for (const v1::SeatEvent& event : events) {
    CHECK(event.kind() == v1::SeatEvent::KIND_LATE);
    CHECK(event.then() == v1::SeatEvent::THEN_STAFF);
    CHECK(event.question() > 0);
  }
  CHECK(verifies(bytes));
}

TEST_CASE("where the scenario says so, a silent player's seat says nothing") {
  const scenarios::Scenario scenario = test_support::scenario(
      "june-2025", {"calendar.last_day=2026-12-31", "seat.japan.when_absent=\"nothing\""});
  lab::GameOptions options = open_seats({"japan"});
  options.patience.decide_within = milliseconds(1);
  Hosted host(options, scenario);
  host.begin();
  const SilentPlayer player(host, claim("japan"));
  (void)host.results();
  const std::string bytes = host.recording();
  const auto events = seat_events(bytes);
  REQUIRE_FALSE(events.empty());
  CHECK(events[0].then() == v1::SeatEvent::THEN_NOTHING);
  CHECK(verifies(bytes));
  auto recording = recording::Recording::from_bytes(bytes, "run");
  // The built-in party would have said something; fed back, it says nothing again.
  CHECK_FALSE(lab::verify(*recording, lab::Verify::kDecide)->matches);
  CHECK(lab::verify(*recording, lab::Verify::kDecide, {"japan"})->matches);
  std::size_t said = 0;
  recording->visit({}, [&said](const recording::Record& record) {
    if (const auto* envelope = std::get_if<const v1::Envelope*>(&record.content)) {
      if ((*envelope)->from() == 4 && (*envelope)->in_reply_to() != 0) ++said;
    }
  });
  CHECK(said == 0);
}

TEST_CASE("a player who leaves is waited for a moment, and then replaced") {
  lab::GameOptions options = open_seats({"japan"});
  options.patience.return_within = milliseconds(1);
  Hosted host(options);
  host.begin();
  {
    const auto client = host.connect();
    REQUIRE(client->claim(claim("japan")).has_value());
  }
  (void)host.results();
  const auto events = seat_events(host.recording());
  REQUIRE_FALSE(events.empty());
  CHECK(events[0].kind() == v1::SeatEvent::KIND_ABSENT);
  CHECK(verifies(host.recording()));
}

TEST_CASE("what a player leaves to the staff is what the built-in party does") {
  Hosted host(open_seats({"japan"}));
  host.begin();
  auto client = host.connect();
  v1::Claim wish = claim("japan");
  wish.mutable_wants()->set_consultation(true);  // and nothing else
  const auto seated = client->claim(wish);
  REQUIRE(seated.has_value());
  std::size_t asked = 0;
  for (;;) {
    const auto frame = client->receive(milliseconds(10'000));
    REQUIRE(frame.has_value());
    REQUIRE(frame->has_value());
    if ((*frame)->has_end()) break;
    if (!(*frame)->has_delivery() || !(*frame)->delivery().asks()) continue;
    ++asked;
    CHECK((*frame)->delivery().envelope().brief().purpose() == v1::Brief::PURPOSE_YOUR_MOVE);
    v1::Frame answer;
    answer.mutable_answer()->set_turn((*frame)->delivery().number());
    answer.mutable_answer()->set_leave_to_staff(true);
    REQUIRE(client->send(answer).has_value());
  }
  client.reset();  // it is not waited for
  (void)host.results();
  CHECK(asked > 0);
  CHECK(host.recording() == in_one_process(9));
}

TEST_CASE("a slip now and then ends no talks: only moves against the rules in a row count") {
  Hosted host(open_seats({"japan"}));
  host.begin();
  auto client = host.connect();
  v1::Claim wish = claim("japan");
  wish.mutable_wants()->set_consultation(true);
  REQUIRE(client->claim(wish).has_value());
  std::map<std::uint64_t, int> slips;
  bool slip = true;
  for (;;) {
    const auto frame = client->receive(milliseconds(10'000));
    REQUIRE(frame.has_value());
    REQUIRE(frame->has_value());
    if ((*frame)->has_end()) break;
    if (!(*frame)->has_delivery() || !(*frame)->delivery().asks()) continue;
    const v1::Delivery& question = (*frame)->delivery();
    v1::Frame answer;
    answer.mutable_answer()->set_turn(question.number());
    if (slip) {
      v1::Envelope& offer = *answer.mutable_answer()->add_posts()->mutable_envelope();
      offer.set_to(3);  // India
      offer.set_conversation(question.envelope().conversation());
      offer.mutable_offer()->set_outcome(~std::uint64_t{0});
      ++slips[question.envelope().conversation()];
    } else {
      answer.mutable_answer()->set_leave_to_staff(true);
    }
    slip = !slip;
    REQUIRE(client->send(answer).has_value());
  }
  client.reset();  // it is not waited for
  (void)host.results();
  int most = 0;
  for (const auto& [conversation, count] : slips) most = std::max(most, count);
  CHECK(most >= 3);
  CHECK(seat_events(host.recording()).empty());
  CHECK(closings(host.recording()) == closings(in_one_process(9)));
  CHECK(verifies(host.recording()));
}

TEST_CASE("in lockstep each day waits for the players, and the history is the same") {
  lab::GameOptions options = open_seats({"japan"});
  options.pace.lockstep = true;
  Hosted host(options);
  host.begin();
  const auto played = play_built_in(host, claim("japan"));
  REQUIRE(played.has_value());
  CHECK(played->end.how() == v1::End::HOW_FINISHED);
  (void)host.results();
  CHECK(host.recording() == in_one_process(9));
}

TEST_CASE("the recording is kept from players where the teacher wants it so") {
  lab::GameOptions options = open_seats({"japan"});
  options.reveals = false;
  Hosted host(options);
  host.begin();
  const auto played = play_built_in(host, claim("japan"));
  REQUIRE(played.has_value());
  CHECK(played->recording.empty());
}

TEST_CASE("a game that is stopped ends with its day, and its recording is whole so far") {
  lab::GameOptions options = open_seats({"japan"});
  options.pace.seconds_per_day = 0.001;
  Hosted host(options);
  host.begin();
  std::thread player([&host] {
    const auto played = play_built_in(host, claim("japan"));
    CHECK((!played.has_value() || played->end.how() == v1::End::HOW_STOPPED));
  });
  // A recording of less than a month has nothing to be compared.
  const net::HostTable& table = *host.game().board().tables[0];
  const int enough = short_crisis().first_day.number + 70;
  while (table.today < enough) std::this_thread::sleep_for(milliseconds(1));
  host.stop = true;
  player.join();
  REQUIRE(host.results().size() == 1);
  CHECK_FALSE(host.results()[0].played->finished);
  auto recording = recording::Recording::from_bytes(host.recording(), "run");
  REQUIRE(recording.has_value());
  CHECK(recording->finished());
  const auto verified = lab::verify(*recording, lab::Verify::kReplay);
  REQUIRE(verified.has_value());
  CHECK(verified->matches);
}

TEST_CASE("a seat that the scenario does not have is refused with those that it has") {
  lab::GameOptions options = open_seats({"atlantis"});
  options.token = "letmein-here";
  const auto game = lab::HostedGame::start(short_crisis(), options);
  REQUIRE_FALSE(game.has_value());
  CHECK(game.error().message.find("india, japan, irel") != std::string::npos);
}
