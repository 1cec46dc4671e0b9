#include <protocol/bus/visibility.hpp>
#include <protocol/recording/reading.hpp>
#include <tests/world/lab/network/hosted.hpp>
#include <world/lab/network/watch_record.hpp>

using namespace monazite;
using namespace monazite::test_support;
using std::chrono::milliseconds;

namespace {

v1::Watch watch(const std::string& token, bool everything) {
  v1::Watch watch;
  watch.set_table(1);
  watch.set_token(token);
  watch.set_everything(everything);
  return watch;
}

/// Looks on at a table that has begun.
v1::Watching begin(net::Client& client, const v1::Watch& wish) {
  for (;;) {
    auto watching = client.watch(wish);
    if (watching) return *std::move(watching);
    std::this_thread::sleep_for(milliseconds(5));
  }
}

}  // namespace

TEST_CASE("the teacher's record is the host's recording, and the public's holds nothing private") {
  lab::GameOptions options = open_seats({"japan"});
  options.pace.seconds_per_day = 0.0002;
  Hosted host(options);
  host.begin();
  // Catch2's assertions are for one thread.
  bool played = false, recorded = false;
  std::uint64_t seed_told = 0;
  std::thread player([&] { played = play_built_in(host, claim("japan")).has_value(); });
  const std::atomic<bool> never{false};
  std::thread teacher([&] {
    const auto client = host.connect();
    const auto watching = begin(*client, watch("teacher-here", true));
    seed_told = watching.header().seed();
    recorded = lab::record_watch(*client, watching, host.out + "/teacher.mcap", never).has_value();
  });
  auto client = host.connect();
  const auto watching = begin(*client, watch("letmein-here", false));
  CHECK(watching.header().seed() == 0);
  const auto end = lab::record_watch(*client, watching, host.out + "/public.mcap", never);
  client.reset();
  teacher.join();
  player.join();
  (void)host.results();
  CHECK(played);
  CHECK(recorded);
  CHECK(seed_told == 9);
  REQUIRE(end.has_value());
  CHECK(end->how() == v1::End::HOW_FINISHED);
  CHECK(bytes_of(host.out + "/teacher.mcap") == host.recording());

  auto recording = recording::Recording::open(host.out + "/public.mcap");
  REQUIRE(recording.has_value());
  CHECK(recording->finished());
  CHECK(recording->header().seed() == 0);
  std::size_t messages = 0;
  std::size_t others = 0;
  recording->visit({}, [&](const recording::Record& record) {
    if (const auto* envelope = std::get_if<const v1::Envelope*>(&record.content)) {
      ++messages;
      CHECK((*envelope)->to() == base::kPublic);
      CHECK_FALSE(bus::carries_private(**envelope, base::kPublic));
    } else if (!std::holds_alternative<const v1::RunHeader*>(record.content)) {
      ++others;
    }
  });
  CHECK(messages > 10);
  CHECK(others == 0);
}
