#include <tests/support/catch.hpp>
#include <tests/world/economy/trade_run.hpp>
#include <world/economy/makers.hpp>

using namespace monazite;
using namespace monazite::fixtures;

namespace {

/// Unmet need of all makers over a Chinese stop of `months`, t NdPr.
double unmet_in_stop(const equations::Parameters& p, int months) {
  economy::RegimePath path = lasting(1, 0, 24);
  for (std::size_t i = 12; i < 24; ++i) path.light[i] = 2;
  TradeRun run(p, path);
  run.months(12);
  double unmet = 0;
  for (int i = 0; i < months; ++i) unmet += total(run.month().maker_unmet_t);
  return unmet;
}

}  // namespace

TEST_CASE("In quiet times every maker holds its cover and misses nothing") {
  TradeRun run(quiet_parameters());
  run.months(36);
  const auto& account = run.economy.account();
  for (std::size_t i = 0; i < account.maker_need_t.size(); ++i) {
    CHECK(account.maker_unmet_t[i] == Approx(0).margin(1e-9));
    // Its target, with the little that it hoards even in quiet times.
    const economy::MakerSetup& setup = test_support::june_2025().makers[i];
    const double magnets = setup.car_maker ? run.parameters.japan.car_maker_cover_days : 0;
    CHECK(account.maker_cover_days[i] > setup.target_cover_days + magnets);
    CHECK(account.maker_cover_days[i] < 1.1 * setup.target_cover_days + magnets);
  }
}

TEST_CASE("Each maker's stock stays its own and never falls below zero") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    TradeRun run(june_parameters(), lasting(2, 2), seed);
    for (int month = 0; month < 96; ++month) {
      run.month();
      for (const economy::MakerState& maker : run.state().makers) {
        REQUIRE(maker.ndpr_t >= 0);
        REQUIRE(maker.magnets_t >= 0);
      }
    }
  }
}

TEST_CASE("Makers hoard when risk rises: orders go up at once") {
  TradeRun calm(quiet_parameters(), lasting(0, 0));
  TradeRun alarmed(quiet_parameters(), lasting(1, 0));
  CHECK(total(alarmed.month().maker_order_t) > 1.1 * total(calm.month().maker_order_t));
}

TEST_CASE("With hoarding switched off risk changes no order") {
  equations::Parameters p = quiet_parameters();
  p.switches.hoarding = false;
  TradeRun calm(p, lasting(0, 0));
  TradeRun alarmed(p, lasting(1, 0));
  CHECK(total(alarmed.month().maker_order_t) == Approx(total(calm.month().maker_order_t)));
}

TEST_CASE("Without the stocks that hoarding built, a Chinese stop costs more") {
  equations::Parameters with = quiet_parameters();
  equations::Parameters without = quiet_parameters();
  without.switches.hoarding = false;
  CHECK(unmet_in_stop(without, 12) > unmet_in_stop(with, 12) + 10);
}

TEST_CASE("An Indian stop raises orders elsewhere") {
  TradeRun open(quiet_parameters());
  TradeRun stopped(quiet_parameters());
  open.months(6);
  stopped.months(6);
  stopped.controls.feed_factor = 0;
  open.months(4);
  stopped.months(4);
  CHECK(total(stopped.economy.account().maker_order_t) >
        total(open.economy.account().maker_order_t) + 15);
}

TEST_CASE("Allocations are served first, alike when too little landed") {
  TradeRun run(quiet_parameters());
  run.controls.allocation_ndpr_t = {10, 5, 0, 0};
  const auto enough = run.month();
  CHECK(enough.maker_allocated_t[0] == Approx(10));
  CHECK(enough.maker_allocated_t[1] == Approx(5));
  CHECK(total(enough.maker_allocated_t) + total(enough.maker_spot_t) ==
        Approx(enough.landed_ndpr_t));
  run.controls.allocation_ndpr_t = {100, 50, 0, 0};
  const auto cut = run.month();
  CHECK(cut.maker_allocated_t[0] == Approx(2 * cut.maker_allocated_t[1]));
  CHECK(total(cut.maker_allocated_t) == Approx(cut.landed_ndpr_t));
  CHECK(total(cut.maker_spot_t) == Approx(0).margin(1e-9));
}

TEST_CASE("JOGMEC's release reaches the makers and leaves its stock") {
  TradeRun run(quiet_parameters(), lasting(2, 0));
  const double before = run.state().state_stock_ndpr_t;
  run.controls.state_release_t = 100;
  const auto& account = run.month();
  CHECK(account.state_released_t == Approx(100));
  CHECK(total(account.maker_released_t) == Approx(100));
  CHECK(run.state().state_stock_ndpr_t == Approx(before - 100));
}

TEST_CASE("JOGMEC cannot release what it does not hold, and refills while China is open") {
  TradeRun run(quiet_parameters(), {});
  run.controls.state_release_t = 1e6;
  run.month();
  CHECK(run.state().state_stock_ndpr_t == 0);
  run.controls.state_release_t = 0;
  run.months(12);
  CHECK(run.state().state_stock_ndpr_t > 200);
}

TEST_CASE("A car maker's line stops when neither magnets nor NdPr are left") {
  equations::Parameters p = quiet_parameters();
  p.regime.cut_light_stopped = 1;
  p.japan.other_supplier_flexibility = 0;
  p.japan.china_share = 0.9;
  TradeRun run(p, lasting(2, 0));
  run.controls.feed_factor = 0;
  run.months(12);
  const auto& account = run.economy.account();
  CHECK(account.maker_unmet_t[2] > 0.3 * account.maker_need_t[2]);
  CHECK(run.state().makers[2].magnets_t == Approx(0).margin(1e-6));
  CHECK(account.maker_use_t[2] + account.maker_unmet_t[2] == Approx(account.maker_need_t[2]));
}

TEST_CASE("Car makers' NdPr is worked into the magnets they fit") {
  TradeRun run(quiet_parameters());
  run.months(12);
  const auto& account = run.economy.account();
  CHECK(account.maker_magnets_made_t[0] == 0);
  CHECK(account.maker_magnets_made_t[2] == Approx(3 * 0.97 * account.maker_use_t[2]).epsilon(0.02));
}

TEST_CASE("Other suppliers stretch slowly, slower for a maker that qualifies long") {
  TradeRun run(quiet_parameters(), lasting(2, 0));
  run.months(12);
  const auto& makers = run.state().makers;
  CHECK(makers[0].other_supplier > 1.05);
  CHECK(makers[0].other_supplier <= run.parameters.japan.other_supplier_stretch);
  CHECK(makers[0].other_supplier > makers[3].other_supplier);
}

TEST_CASE("Dear NdPr makes makers use less of it, at most a tenth a year") {
  equations::Parameters p = quiet_parameters();
  p.market.initial_price_usd_per_kg = 400;
  TradeRun run(p);
  run.months(12);
  CHECK(run.state().makers[0].intensity < 0.99);
  CHECK(run.state().makers[0].intensity >= std::exp(-0.1) - 1e-12);
}

TEST_CASE("Recycling grows when NdPr is dear and stops at its most") {
  equations::Parameters p = quiet_parameters();
  p.japan.recycling_response_per_year = 5;
  p.market.initial_price_usd_per_kg = 300;
  TradeRun run(p);
  run.months(6);
  CHECK(run.state().recycling_share > p.japan.recycling_share);
  run.months(24);
  CHECK(run.state().recycling_share <= p.japan.recycling_share_max);
}
