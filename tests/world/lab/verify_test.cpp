#include <protocol/recording/recorder.hpp>
#include <tests/support/catch.hpp>
#include <tests/world/lab/played.hpp>
#include <world/lab/verify.hpp>

using namespace monazite;

TEST_CASE("a recording verifies, with its decisions fed back and decided again") {
  const std::string path = test_support::fresh_folder("verify") + "/run.mcap";
  (void)test_support::play(7, path);
  for (const lab::Verify how : {lab::Verify::kReplay, lab::Verify::kDecide}) {
    auto recording = recording::Recording::open(path);
    REQUIRE(recording.has_value());
    const auto result = lab::verify(*recording, how);
    REQUIRE(result.has_value());
    CHECK(result->matches);
    CHECK(result->months == 36);
  }
}

TEST_CASE("a recording of another seed's months does not verify, and the month is named") {
  const std::string path = test_support::fresh_folder("verify-not") + "/run.mcap";
  (void)test_support::play(7, path);
  auto recording = recording::Recording::open(path);
  REQUIRE(recording.has_value());
  // The same messages under a header that names another seed.
  const std::string forged = test_support::fresh_folder("verify-forged") + "/run.mcap";
  auto recorder = recording::Recorder::to_file(forged);
  REQUIRE(recorder.has_value());
  v1::RunHeader header = recording->header();
  header.set_seed(8);
  recorder->header(header);
  recording->visit({}, [&](const recording::Record& record) {
    if (const auto* e = std::get_if<const v1::Envelope*>(&record.content)) recorder->envelope(**e);
    if (const auto* h = std::get_if<const v1::StateHash*>(&record.content)) {
      recorder->state_hash(record.day, **h);
    }
  });
  REQUIRE(recorder->finish().has_value());
  auto opened = recording::Recording::open(forged);
  REQUIRE(opened.has_value());
  const auto result = lab::verify(*opened, lab::Verify::kDecide);
  REQUIRE(result.has_value());
  CHECK_FALSE(result->matches);
  REQUIRE(result->first_different_month.has_value());
  CHECK(result->recorded_hash != result->computed_hash);
}
