#include <algorithm>
#include <cmath>

#include <tests/support/catch.hpp>
#include <tests/world/economy/trade_run.hpp>

using namespace monazite;
using namespace monazite::fixtures;

namespace {

/// Fundamentals that stay as they are on the first day.
equations::Parameters constant_parameters() {
  equations::Parameters p = quiet_parameters();
  p.market.growth_per_year = 0;
  p.japan.need_growth_per_year = 0;
  p.japan.joint_source_t_per_year = 0;
  p.japan.recycling_response_per_year = 0;
  return p;
}

/// Below this distance (in logarithms) the fast swing of expectations and cover is over, and what
/// is left is the slow one of capacity and intensity, which has its own crossings.
constexpr double kAtRest = 0.005;

/// Largest distance of the price from the anchor, in logarithms, between one crossing and the next,
/// as long as it is more than at rest.
std::vector<double> swings(const equations::Parameters& p, int months) {
  TradeRun run(p);
  std::vector<double> sizes;
  double size =
      std::abs(std::log(p.market.initial_price_usd_per_kg / p.market.marginal_cost_usd_per_kg));
  bool above = p.market.initial_price_usd_per_kg > p.market.marginal_cost_usd_per_kg;
  for (int month = 0; month < months; ++month) {
    run.month();
    const double distance = std::log(run.state().price_china / p.market.marginal_cost_usd_per_kg);
    if ((distance > 0) != above) {
      sizes.push_back(size);
      size = 0;
      above = distance > 0;
    }
    size = std::max(size, std::abs(distance));
  }
  sizes.push_back(size);
  while (sizes.size() > 1 && sizes.back() < kAtRest) sizes.pop_back();
  return sizes;
}

}  // namespace

TEST_CASE("From any start the price converges to the marginal producer's cost") {
  for (const double start : {25.0, 58.0, 120.0, 240.0}) {
    equations::Parameters p = quiet_parameters();
    p.market.initial_price_usd_per_kg = start;
    TradeRun run(p);
    run.months(96);
    INFO("initial price " << start);
    CHECK(run.state().price_china == Approx(p.market.marginal_cost_usd_per_kg).epsilon(0.05));
  }
}

TEST_CASE("With constant fundamentals the anchor is a fixed point") {
  TradeRun run(constant_parameters());
  run.months(360);
  CHECK(run.state().price_china == Approx(58).epsilon(0.005));
  CHECK(run.state().price_expected == Approx(58).epsilon(0.005));
}

TEST_CASE("Each swing of the price is smaller than the one before") {
  for (const double start : {25.0, 120.0, 240.0}) {
    equations::Parameters p = constant_parameters();
    p.market.initial_price_usd_per_kg = start;
    const std::vector<double> sizes = swings(p, 240);
    INFO("initial price " << start);
    REQUIRE(sizes.size() >= 3);
    for (std::size_t i = 1; i < sizes.size(); ++i) CHECK(sizes[i] < sizes[i - 1]);
  }
}

TEST_CASE("At the anchor nothing moves but the slow imbalance of a flow that does not grow") {
  TradeRun run(quiet_parameters());
  for (int month = 0; month < 96; ++month) {
    run.month();
    CHECK(run.state().price_china == Approx(58).epsilon(0.03));
    CHECK(run.state().price_outside == Approx(1.04 * run.state().price_china).epsilon(0.01));
  }
}

TEST_CASE("An Indian stop for ever moves the world's price by less than one per cent") {
  for (const int light : {0, 1}) {
    TradeRun open(quiet_parameters(), lasting(light, 0));
    TradeRun stopped(quiet_parameters(), lasting(light, 0));
    for (int month = 0; month < 96; ++month) {
      if (month == 18) stopped.controls.feed_factor = 0;
      open.month();
      stopped.month();
      CHECK(std::abs(stopped.state().price_china / open.state().price_china - 1) < 0.01);
      CHECK(std::abs(stopped.state().price_outside / open.state().price_outside - 1) < 0.01);
    }
  }
}

TEST_CASE("An Indian stop moves the outside price little even inside a Chinese one") {
  TradeRun open(quiet_parameters(), lasting(2, 0));
  TradeRun stopped(quiet_parameters(), lasting(2, 0));
  for (int month = 0; month < 60; ++month) {
    if (month == 18) stopped.controls.feed_factor = 0;
    open.month();
    stopped.month();
    CHECK(std::abs(stopped.state().price_outside / open.state().price_outside - 1) < 0.03);
  }
}

TEST_CASE("A Chinese stop of light rare earths splits the price in two") {
  TradeRun run(quiet_parameters(), lasting(2, 0));
  double widest = 0;
  for (int month = 0; month < 36; ++month) {
    run.month();
    widest = std::max(widest, run.state().price_outside / run.state().price_china);
  }
  CHECK(widest > 1.1);
}

TEST_CASE("Leakage narrows the split") {
  equations::Parameters tight = quiet_parameters();
  tight.market.licence_leakage = 0;
  TradeRun sealed(tight, lasting(2, 0));
  TradeRun leaky(quiet_parameters(), lasting(2, 0));
  sealed.months(24);
  leaky.months(24);
  CHECK(leaky.state().price_outside < sealed.state().price_outside);
}

TEST_CASE("Expectations jump when China tightens and fall back when it eases") {
  economy::RegimePath path = lasting(0, 0, 40);
  for (std::size_t i = 10; i < 40; ++i) path.light[i] = 1;
  TradeRun calm(quiet_parameters(), lasting(0, 0, 40));
  TradeRun tightened(quiet_parameters(), path);
  calm.months(11);
  tightened.months(11);
  CHECK(tightened.state().price_china > 1.03 * calm.state().price_china);
}

TEST_CASE("Jumps of demand fatten the tails of the price") {
  equations::Parameters ordinary = june_parameters();
  ordinary.market.demand_jump_probability = 0;
  equations::Parameters jumpy = june_parameters();
  jumpy.market.demand_jump_probability = 0.1;
  double highest_ordinary = 0;
  double highest_jumpy = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    TradeRun a(ordinary, lasting(0, 0), seed);
    TradeRun b(jumpy, lasting(0, 0), seed);
    for (int month = 0; month < 96; ++month) {
      a.month();
      b.month();
      highest_ordinary = std::max(highest_ordinary, a.state().price_china);
      highest_jumpy = std::max(highest_jumpy, b.state().price_china);
    }
  }
  CHECK(highest_jumpy > highest_ordinary);
}

TEST_CASE("The elasticity rule converges as well, a little slower") {
  for (const double start : {25.0, 120.0}) {
    equations::Parameters p = quiet_parameters();
    p.market.price_rule = 1;
    p.market.initial_price_usd_per_kg = start;
    TradeRun run(p);
    run.months(180);
    INFO("initial price " << start);
    CHECK(run.state().price_china == Approx(58).epsilon(0.05));
  }
}

TEST_CASE("Joint development elsewhere eases the market once it flows") {
  equations::Parameters p = quiet_parameters();
  p.japan.joint_source_t_per_year = 0;
  TradeRun without(p);
  TradeRun with(quiet_parameters());
  without.months(59);
  with.months(59);
  CHECK(with.state().stock_outside_t == Approx(without.state().stock_outside_t));
  without.months(37);
  with.months(37);
  CHECK(with.economy.account().chinese_exports_t <
        without.economy.account().chinese_exports_t - 10);
}
