#include <cmath>

#include <tests/support/catch.hpp>
#include <tests/world/mandates/long_projection.hpp>
#include <tests/world/mandates/two_capitals.hpp>
#include <world/mandates/coefficients.hpp>

namespace monazite::mandates {
namespace {

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("PlantAnnuities before and after plants add up to the plain annuity") {
  const PlantAnnuities annuities(0.07, 40, 4);
  for (const double years : {0.25, 1.0, 3.0, 7.0, 20.0}) {
    const double plain = (1 - std::exp(-0.07 * years)) / 0.07;
    CHECK_THAT(annuities.before(years) + annuities.after(years), WithinRel(plain, 1e-4));
  }
  CHECK(annuities.before(0) == 0);
  CHECK(annuities.after(40) == annuities.after(20));  // none looks further
}

TEST_CASE("Between quarters an annuity grows in a straight line") {
  const PlantAnnuities annuities(0.07, 40, 4);
  CHECK_THAT(annuities.before(1.125),
             WithinAbs((annuities.before(1) + annuities.before(1.25)) / 2, 1e-12));
}

TEST_CASE("Once plants run all of a term lies after their start") {
  const PlantAnnuities running(0.07, 0, 4);
  CHECK(running.before(10) == 0);
  const PlantAnnuities never(0.07, kNoPlantsMonths, 4);
  CHECK(never.after(10) < 1e-12);
}

TEST_CASE("Notice shorter than half a year secures more of a right to divert") {
  const auto appraisal = fixtures::worked_parameters().appraisal;
  CHECK(notice_factor(appraisal, 30) == 1);
  CHECK(notice_factor(appraisal, 180) == 0.55);
  CHECK_THAT(notice_factor(appraisal, 75), WithinAbs(0.85, 1e-12));
  CHECK(notice_factor(appraisal, 10) == 1);
  CHECK(notice_factor(appraisal, 365) == 0.55);
}

TEST_CASE("A floor adds to the price what the lognormal spread says") {
  fixtures::TwoCapitals world;
  world.appraise();
  for (const double floor : {0.0, 50.0, 110.0, 160.0}) {
    const double steps = fixtures::floor_gain_by_steps(60.6, floor, 0.35);
    CHECK_THAT(world.india.clauses->floor_gain_usd_per_kg(floor), WithinAbs(steps, 0.01));
    CHECK_THAT(world.japan.clauses->floor_gain_usd_per_kg(floor), WithinAbs(steps, 0.01));
  }
}

TEST_CASE("The expected price reverts half way, except in hindsight") {
  fixtures::TwoCapitals world;
  world.beliefs.outside_prices[0] = 100;
  CHECK_THAT(expected_price(world.delhi()), WithinAbs(0.5 * 100 + 0.5 * 1.04 * 58, 1e-9));
  const Outlook after{world.parameters, world.beliefs, world.india_type, world.today, true};
  CHECK(expected_price(after) == 100);
}

/// Coefficients of one office with a change of beliefs, against those without.
bool same(const Coefficients& a, const Coefficients& b) {
  return a.margin_before_usd_per_kg == b.margin_before_usd_per_kg &&
         a.margin_after_usd_per_kg == b.margin_after_usd_per_kg &&
         a.premium_usd_per_kg == b.premium_usd_per_kg && a.floor_share == b.floor_share &&
         a.diversion_before_usd_per_kg == b.diversion_before_usd_per_kg &&
         a.diversion_after_usd_per_kg == b.diversion_after_usd_per_kg &&
         a.crowding_usd_per_kg_per_t == b.crowding_usd_per_kg_per_t &&
         a.light_usd_per_kg == b.light_usd_per_kg && a.magnets == b.magnets &&
         a.technology == b.technology && a.joint_venture_musd_per_t == b.joint_venture_musd_per_t &&
         a.finance == b.finance && a.heavy_musd_per_t == b.heavy_musd_per_t &&
         a.term_musd_per_year == b.term_musd_per_year &&
         a.audience_usd_per_kg == b.audience_usd_per_kg &&
         a.going_back_usd_per_kg == b.going_back_usd_per_kg &&
         a.audience_magnets == b.audience_magnets &&
         a.audience_technology == b.audience_technology &&
         a.relationship_musd_per_year == b.relationship_musd_per_year &&
         a.signature_musd == b.signature_musd;
}

bool same(const SideModel& a, const SideModel& b) {
  for (std::size_t i = 0; i < a.appraisers.size(); ++i) {
    if (!same(a.appraisers[i].coefficients, b.appraisers[i].coefficients)) return false;
    if (a.no_deal[i].total() != b.no_deal[i].total()) return false;
  }
  return true;
}

TEST_CASE("A switched-off term leaves no trace of what it depends on") {
  fixtures::TwoCapitals before, after;
  SECTION("audience: neither heat nor public commitment nor the press") {
    before.parameters.switches.audience = after.parameters.switches.audience = false;
    after.beliefs.heat = 0.9;
    after.beliefs.commitment = 2;
    after.beliefs.pressure = 3;
    after.beliefs.asks = 2;
  }
  SECTION("relationship: neither summits nor the scale of friendship") {
    before.parameters.switches.relationship = after.parameters.switches.relationship = false;
    after.beliefs.summits = {after.today + 10};
    after.beliefs.linkage_bn_jpy = {8, 6, 3, 3};
    after.india_type.relationship = 3;
    after.japan_type.relationship = 3;
  }
  SECTION("material: neither stocks nor prices") {
    before.parameters.switches.material = after.parameters.switches.material = false;
    before.beliefs.heat = after.beliefs.heat = 0;  // what is left to expect of the flow
    after.beliefs.price_light = 5;
    after.beliefs.maker_cover_days = 10;
    after.beliefs.outside_prices[0] = 120;
  }
  before.appraise();
  after.appraise();
  CHECK(same(before.india, after.india));
  CHECK(same(before.japan, after.japan));
}

TEST_CASE("With all terms on, heat, a summit and a price each leave a trace") {
  fixtures::TwoCapitals before, hot, summit, dear;
  hot.beliefs.heat = 0.9;
  summit.beliefs.summits = {summit.today + 10};
  dear.beliefs.outside_prices[0] = 120;
  before.appraise();
  for (fixtures::TwoCapitals* world : {&hot, &summit, &dear}) {
    world->appraise();
    CHECK_FALSE(same(before.india, world->india));
    CHECK_FALSE(same(before.japan, world->japan));
  }
}

TEST_CASE("Near a summit linkage money pays and a signature counts for more") {
  fixtures::TwoCapitals quiet, summit;
  summit.beliefs.summits = {summit.today + 40};
  quiet.appraise();
  summit.appraise();
  // 20 bn: 8 of finance, 6 of infrastructure, 3 each of technology and defence.
  const double worth = (8 * 1.05 + 6 * 1.15 + 3 * 1.3 + 3 * 1.25) / 20;
  const double cost = (8 * 0.9 + 6 * 0.8 + 3 * 0.7 + 3 * 0.65) / 20;
  CHECK_THAT(summit.india.clauses->finance(20),
             WithinRel(worth * quiet.india.clauses->finance(20), 1e-12));
  CHECK_THAT(summit.japan.clauses->finance(20),
             WithinRel(cost * quiet.japan.clauses->finance(20), 1e-12));
  CHECK_THAT(summit.india.clauses->finance(5),
             WithinRel(1.05 * quiet.india.clauses->finance(5), 1e-12));
  // Beyond what the account holds the money is ordinary again.
  CHECK(summit.japan.clauses->finance(60) > 0.9 * quiet.japan.clauses->finance(60));
  CHECK_THAT(summit.india.appraisers[6].coefficients.signature_musd,
             WithinRel(1.6 * quiet.india.appraisers[6].coefficients.signature_musd, 1e-12));
}

}  // namespace
}  // namespace monazite::mandates
