#include <filesystem>

#include <protocol/recording/reading.hpp>
#include <tests/viz/model/seat/net_fixture.hpp>
#include <viz/model/net/table_watch.hpp>

using namespace monazite;
using namespace monazite::test_support;
using viz::TableWatch;
using Stage = TableWatch::Stage;

namespace {

bool watch_until(TableWatch& watch, Stage stage) {
  return wait_until([&] { (void)watch.poll(); }, [&] { return watch.state().stage == stage; });
}

}  // namespace

TEST_CASE("who looks on waits for the players, and then sees what is public to the end") {
  Hosted host(open_seats({"japan"}));
  host.begin();
  const std::string folder = fresh_folder("watch-public");
  std::string path;
  {
    TableWatch watch(place_of(host), 0, false, folder);
    REQUIRE(watch_until(watch, Stage::kWaits));
    CHECK_THAT(watch.state().sentence, Catch::Matchers::ContainsSubstring("waits for its seats"));
    viz::game::NetGame japan(net_seat(host, "japan"), {});
    REQUIRE(next_question(japan));
    REQUIRE(watch_until(watch, Stage::kWatching));
    REQUIRE(japan.hand_over().has_value());
    REQUIRE(poll_until(japan, [&] { return japan.finished(); }));
    REQUIRE(watch_until(watch, Stage::kOver));
    path = watch.state().path;
    auto recording = recording::Recording::open(path);
    REQUIRE(recording.has_value());
    CHECK(recording->finished());
    CHECK(recording->header().seed() == 0);
    std::size_t envelopes = 0, rest = 0;
    recording::Window window;
    window.kinds = recording::kEverything - recording::kHeaders;
    recording->visit(window, [&](const recording::Record& record) {
      const auto* envelope = std::get_if<const v1::Envelope*>(&record.content);
      if (envelope != nullptr && !(*envelope)->has_brief()) {
        ++envelopes;
      } else {
        ++rest;
      }
    });
    CHECK(envelopes > 20);
    CHECK(rest == 0);
  }
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("with the watch token one has the host's own recording, byte for byte") {
  Hosted host(open_seats({"japan"}));
  TableWatch watch(place_of(host, "teacher-here"), 1, true, fresh_folder("watch-all"));
  host.begin();
  viz::game::NetGame japan(net_seat(host, "japan"), {});
  REQUIRE(next_question(japan));
  REQUIRE(watch_until(watch, Stage::kWatching));
  REQUIRE(japan.hand_over().has_value());
  REQUIRE(poll_until(japan, [&] { return japan.finished(); }));
  REQUIRE(watch_until(watch, Stage::kOver));
  (void)host.results();
  const std::string bytes = bytes_of(watch.state().path);
  CHECK(bytes == host.recording());
  const std::vector<std::string> files = watch.end();
  REQUIRE(files.size() == 1);
  CHECK(std::filesystem::exists(files.front()));
}

TEST_CASE("who has no right to everything is told so") {
  Hosted host(open_seats({"japan"}));
  TableWatch watch(place_of(host), 1, true, fresh_folder("watch-no"));
  REQUIRE(watch_until(watch, Stage::kFailed));
  CHECK_THAT(watch.state().sentence, Catch::Matchers::ContainsSubstring("not the one for looking"));
  CHECK(watch.state().path.empty());
}

TEST_CASE("where nothing can be written, looking on ends with a sentence") {
  lab::GameOptions options = open_seats({"japan"});
  options.wait = std::chrono::milliseconds(0);
  options.pace.seconds_per_day = 0.05;
  Hosted host(options);
  host.begin();
  viz::TableWatch watch(place_of(host), 1, false, "/proc/no-such-folder");
  REQUIRE(wait_until([&] { (void)watch.poll(); },
                     [&] { return watch.state().stage == viz::TableWatch::Stage::kFailed; }));
  CHECK(watch.state().sentence.find("/proc/no-such-folder") != std::string::npos);
  CHECK(watch.state().path.empty());
}
