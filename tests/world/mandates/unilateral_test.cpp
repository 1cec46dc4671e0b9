#include <cmath>

#include <tests/support/catch.hpp>
#include <tests/world/mandates/two_capitals.hpp>
#include <world/mandates/unilateral.hpp>

namespace monazite::mandates {
namespace {

using Catch::Matchers::WithinAbs;

constexpr std::size_t kAtomicEnergy = 0, kCommerce = 1, kExternalAffairs = 4;

double worth(const fixtures::TwoCapitals& world, std::size_t office, const OwnFlow& flow) {
  return UnilateralFlow(world.delhi(), world.india, world.japan).worth(office, flow);
}

TEST_CASE("With leverage off the agreed flow is worth its year's margin and heat") {
  fixtures::TwoCapitals world;
  world.parameters.switches.leverage = false;
  world.appraise();
  const Coefficients& c = world.india.appraisers[kCommerce].coefficients;
  const double expected = 1e-3 * (255 * (c.margin_before_usd_per_kg + c.audience_usd_per_kg) +
                                  745 * c.light_usd_per_kg);
  CHECK_THAT(worth(world, kCommerce, {1, 0.255}), WithinAbs(expected, 1e-9));
}

TEST_CASE("A stop costs External Affairs most of all") {
  fixtures::TwoCapitals world;
  world.appraise();
  const auto stop = [&](std::size_t office) {
    return worth(world, office, {0, 0.255}) - worth(world, office, {1, 0.255});
  };
  CHECK(stop(kExternalAffairs) < 0);
  CHECK(stop(kExternalAffairs) < stop(kAtomicEnergy));
  CHECK(stop(kExternalAffairs) < stop(kCommerce));
}

TEST_CASE("A breach is dearer near a summit, during talks and under a signed deal") {
  fixtures::TwoCapitals quiet, summit, talks, deal;
  summit.beliefs.summits = {summit.today + 30};
  talks.beliefs.talks_open = true;
  deal.beliefs.signed_deal = true;
  deal.beliefs.until = deal.today + 1000;
  const auto loss = [](fixtures::TwoCapitals& world) {
    world.parameters.switches.leverage = false;
    world.parameters.switches.material = false;
    world.parameters.switches.audience = false;
    world.appraise();
    return worth(world, kExternalAffairs, {1, 0.255}) - worth(world, kExternalAffairs, {0, 0.255});
  };
  const double base = loss(quiet);
  CHECK(base > 0);
  CHECK_THAT(loss(summit) / base, WithinAbs(1.8, 1e-9));
  CHECK_THAT(loss(talks) / base, WithinAbs(1.4, 1e-9));
  CHECK_THAT(loss(deal) / base, WithinAbs(1.8, 1e-9));
}

TEST_CASE("What a domestic-priority clause allows is no breach, the more the hotter the matter") {
  fixtures::TwoCapitals cool, hot;
  for (fixtures::TwoCapitals* world : {&cool, &hot}) {
    world->beliefs.terms.domestic_priority_share = 0.5;
    world->parameters.switches.leverage = false;
    world->parameters.switches.material = false;
    world->parameters.switches.audience = false;
  }
  cool.beliefs.heat = 0.1;
  hot.beliefs.heat = 0.9;
  cool.appraise();
  hot.appraise();
  const OwnFlow half{0.5, 0.255};
  const auto loss = [&](const fixtures::TwoCapitals& world) {
    return worth(world, kExternalAffairs, {1, 0.255}) - worth(world, kExternalAffairs, half);
  };
  CHECK(loss(hot) < 0.1 * loss(cool));
  CHECK(loss(hot) >= 0);
}

TEST_CASE("Leverage makes withholding worth more while there is no deal") {
  fixtures::TwoCapitals with, without;
  without.parameters.switches.leverage = false;
  with.appraise();
  without.appraise();
  const auto stop = [](const fixtures::TwoCapitals& world) {
    return worth(world, kCommerce, {0, 0.255}) - worth(world, kCommerce, {1, 0.255});
  };
  CHECK(stop(with) > stop(without));
}

TEST_CASE("Directions and notifications let through the smaller share") {
  fixtures::TwoCapitals world;
  world.appraise();
  const UnilateralFlow flows(world.delhi(), world.india, world.japan);
  CHECK(flows.under(v1::ACT_DIRECT_FEED_HALF, 1).factor == 0.5);
  CHECK(flows.under(v1::ACT_DIRECT_FEED_FULL, 0.5).factor == 0.5);
  CHECK(flows.under(v1::ACT_DIRECT_FEED_HALF, 0).factor == 0);
  const OwnFlow light = flows.under(v1::ACT_DIRECT_FEED_LIGHT, 1);
  CHECK(light.factor == 1);
  CHECK(light.mix == 0.05);
  CHECK_THAT(flows.withheld(light), WithinAbs(1 - 0.05 / 0.255, 1e-12));
  CHECK(flows.withheld({1, 0.35}) == 0);
}

TEST_CASE("A standing request makes atomic energy withhold more") {
  fixtures::TwoCapitals world;
  world.appraise();
  const UnilateralFlow flows(world.delhi(), world.india, world.japan);
  const auto full = [&](double asks) {
    double sum = 0, kept = 0;
    for (const Answer& answer : answers_of_atomic_energy(world.delhi(), flows, 0, asks)) {
      sum += answer.probability;
      if (answer.direction == v1::ACT_DIRECT_FEED_FULL) kept = answer.probability;
    }
    CHECK_THAT(sum, WithinAbs(1, 1e-12));
    return kept;
  };
  CHECK(full(1) < full(0));
  CHECK(full(3) < full(1));
}

TEST_CASE("A fresh direction is dear to change, an old one costs what it always did") {
  fixtures::TwoCapitals world;
  world.appraise();
  const UnilateralFlow flows(world.delhi(), world.india, world.japan);
  const auto half = [&](int days_ago) {
    world.beliefs.direction_since = world.today - days_ago;
    return answers_of_atomic_energy(world.delhi(), flows, 0, 1)[1].value;
  };
  const double old = half(3000);
  CHECK_THAT(half(0), WithinAbs(old - 3, 1e-6));
  CHECK(half(120) > half(0));
  CHECK(half(120) < old);
}

}  // namespace
}  // namespace monazite::mandates
