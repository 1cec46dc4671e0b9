#include <protocol/recording/recorder.hpp>
#include <tests/support/catch.hpp>
#include <tests/world/lab/played.hpp>
#include <world/lab/chronicle.hpp>

using namespace monazite;

TEST_CASE("a chronicle read from a recording is the one that was played") {
  const std::string path = test_support::fresh_folder("chronicle") + "/run.mcap";
  const lab::Played played = test_support::play(4, path);
  REQUIRE_FALSE(played.not_recorded.has_value());
  auto recording = recording::Recording::open(path);
  REQUIRE(recording.has_value());
  const lab::Chronicle read = lab::read_chronicle(*recording);
  CHECK(read.messages == played.chronicle.messages);
  CHECK(read.offers == played.chronicle.offers);
  REQUIRE(read.envelopes.size() == played.chronicle.envelopes.size());
  for (std::size_t i = 0; i < read.envelopes.size(); ++i) {
    REQUIRE(read.envelopes[i].SerializeAsString() ==
            played.chronicle.envelopes[i].SerializeAsString());
  }
  CHECK(read.analyses.size() == played.chronicle.analyses.size());
  REQUIRE(read.months.size() == 36);
  CHECK(read.months.back().hash == played.chronicle.months.back().hash);
  CHECK(read.series("landed_reo_t") == played.chronicle.series("landed_reo_t"));
  CHECK(read.series("no such thing").empty());
}

TEST_CASE("a chronicle holds who was late or away") {
  const std::string path = test_support::fresh_folder("chronicle-seats") + "/run.mcap";
  auto recorder = recording::Recorder::to_file(path);
  REQUIRE(recorder.has_value());
  recorder->header(test_support::play(4).chronicle.header);
  v1::SeatEvent event;
  event.set_kind(v1::SeatEvent::KIND_ABSENT);
  event.set_day(20'000);
  recorder->seat_event(event);
  REQUIRE(recorder->finish().has_value());
  auto recording = recording::Recording::open(path);
  REQUIRE(recording.has_value());
  const lab::Chronicle read = lab::read_chronicle(*recording);
  REQUIRE(read.seat_events.size() == 1);
  CHECK(read.seat_events[0].SerializeAsString() == event.SerializeAsString());
}
