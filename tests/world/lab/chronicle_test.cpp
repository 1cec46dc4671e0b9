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
