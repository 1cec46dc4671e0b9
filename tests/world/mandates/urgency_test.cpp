#include <tests/support/catch.hpp>
#include <tests/world/mandates/september_2025.hpp>
#include <world/mandates/urgency.hpp>

namespace monazite::mandates {
namespace {

using Catch::Matchers::WithinAbs;

struct Clock {
  equations::Parameters parameters = fixtures::worked_parameters();
  Beliefs beliefs = fixtures::worked_beliefs(parameters);
  base::Day day = fixtures::kSeptember2025;

  [[nodiscard]] double used(Side side) const {
    return patience_used(parameters, beliefs, side, day);
  }
};

TEST_CASE("A quiet meeting uses up one meeting of patience") {
  Clock clock;
  clock.beliefs.heat = 0;
  CHECK(clock.used(Side::kIndia) == 1);
  CHECK(clock.used(Side::kJapan) == 1);
}

TEST_CASE("Magnets missing and heat press India") {
  Clock clock;
  clock.beliefs.heat = 0.5;
  clock.beliefs.magnet_shortage_t = 100;  // 30 M a month
  CHECK_THAT(clock.used(Side::kIndia), WithinAbs(1 + 0.6 * (30.0 / 5 + 0.4), 1e-12));
  CHECK(clock.used(Side::kJapan) == 1);
}

TEST_CASE("Thin cover, missing NdPr and a flow held back press Japan") {
  Clock clock;
  clock.beliefs.heat = 0;
  clock.beliefs.maker_cover_days = 30;
  CHECK_THAT(clock.used(Side::kJapan), WithinAbs(1.3, 1e-12));
  clock.beliefs.maker_unmet_t = 20;  // 30 M a month
  CHECK_THAT(clock.used(Side::kJapan), WithinAbs(1 + 0.6 * 2, 1e-12));
  clock.beliefs.feed_factor = 0.5;
  CHECK_THAT(clock.used(Side::kJapan), WithinAbs(1 + 0.6 * 2.4, 1e-12));
  CHECK(clock.used(Side::kIndia) == 1);
}

TEST_CASE("A summit in this or the next month uses up more, unless friendship is switched off") {
  Clock clock;
  clock.beliefs.heat = 0;
  clock.beliefs.summits = {*base::parse_day("2025-10-31")};
  CHECK(clock.used(Side::kIndia) == 2.5);
  clock.day = *base::parse_day("2025-08-31");
  CHECK(clock.used(Side::kIndia) == 1);
  clock.day = *base::parse_day("2025-11-01");
  CHECK(clock.used(Side::kIndia) == 1);
  clock.day = *base::parse_day("2025-10-01");
  clock.parameters.switches.relationship = false;
  CHECK(clock.used(Side::kIndia) == 1);
}

TEST_CASE("With no weight on urgency a meeting is a meeting") {
  Clock clock;
  clock.parameters.talks.urgency_weight = 0;
  clock.beliefs.magnet_shortage_t = 100;
  CHECK(clock.used(Side::kIndia) == 1);
}

}  // namespace
}  // namespace monazite::mandates
