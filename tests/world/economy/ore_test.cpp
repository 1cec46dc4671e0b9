#include <tests/support/catch.hpp>
#include <tests/world/economy/trade_run.hpp>
#include <world/economy/ore.hpp>

using namespace monazite;
using namespace monazite::fixtures;

TEST_CASE("The basket comes whole: each tonne of NdPr brings 2.7 t of La/Ce") {
  TradeRun run(quiet_parameters());
  run.controls.contract_reo_t = 0;
  run.parameters = quiet_parameters();
  const auto& account = run.month();
  const auto& p = run.parameters;
  CHECK(account.mined_reo_t == Approx(2900.0 / 12 * 0.9));
  CHECK(account.cracked_reo_t == Approx(0.87 * account.mined_reo_t));
  CHECK(account.cracked_ndpr_t == Approx(p.ore.ndpr_share * account.cracked_reo_t));
  // Nothing was fed; what the separation did not take is still there in the basket's proportion.
  CHECK(run.state().india_chloride_light_t / run.state().india_chloride_ndpr_t ==
        Approx(p.ore.light_share / p.ore.ndpr_share));
}

TEST_CASE("More of one rare earth cannot be mined without the rest") {
  TradeRun plain(quiet_parameters());
  TradeRun expanded(quiet_parameters());
  expanded.controls.ore_expansion_t_per_year = 1000;
  const auto a = plain.month();
  const auto b = expanded.month();
  CHECK(b.cracked_ndpr_t / a.cracked_ndpr_t == Approx(3900.0 / 2900));
  CHECK(b.cracked_reo_t / a.cracked_reo_t == Approx(3900.0 / 2900));
}

TEST_CASE("A mix under the basket's keeps NdPr in India and sends the tonnage all the same") {
  TradeRun basket(quiet_parameters());
  TradeRun light(quiet_parameters());
  light.controls.light_only_share = 1;
  basket.months(6);
  light.months(6);
  CHECK(light.economy.account().feed_reo_t == Approx(basket.economy.account().feed_reo_t));
  CHECK(
      light.economy.account().feed_ndpr_t ==
      Approx(light.parameters.refinery.light_only_ndpr_share * light.economy.account().feed_reo_t));
  const auto stock = [](const TradeRun& run) {
    return run.state().india_chloride_ndpr_t + run.state().india_ndpr_t;
  };
  CHECK(stock(light) > stock(basket) + 90);
}

TEST_CASE("A cyclone's month is carried by the store of chloride once there is one") {
  TradeRun run(quiet_parameters());
  run.months(10);
  const double stock_before = run.state().india_chloride_reo_t;
  const double feed_before = run.economy.account().feed_reo_t;
  run.controls.mine_output_factor = 0.2;
  const auto& account = run.month();
  CHECK(account.feed_reo_t == Approx(feed_before));
  CHECK(run.state().india_chloride_reo_t < stock_before);
}

TEST_CASE("In the first month a cyclone cuts the feed, for there is no store yet") {
  TradeRun run(quiet_parameters());
  run.controls.mine_output_factor = 0.2;
  const auto& account = run.month();
  CHECK(account.feed_reo_t < 0.5 * run.controls.contract_reo_t);
  CHECK(run.state().india_chloride_reo_t >= 0);
  CHECK(run.state().india_chloride_light_t >= 0);
}

TEST_CASE("Finishing grows by the dates that were announced") {
  const equations::Ore ore = june_parameters().ore;
  const auto on = [&](int year, int month) {
    return economy::finishing_capacity_t_per_year(ore, base::to_day({year, month, 28}));
  };
  CHECK(on(2024, 12) == 40);
  CHECK(on(2025, 3) == 40);
  CHECK(on(2025, 4) == 200);
  CHECK(on(2026, 3) == 200);
  CHECK(on(2026, 4) == 500);
  CHECK(on(2029, 12) == 500);
  CHECK(on(2030, 1) == 900);
}

TEST_CASE("India finishes no more oxide than it has NdPr for") {
  equations::Parameters p = quiet_parameters();
  p.ore.finishing_2024_t_per_year = 1e6;
  TradeRun run(p);
  const auto& account = run.month();
  CHECK(account.finished_ndpr_t ==
        Approx(p.ore.separation_recovery * (account.cracked_ndpr_t - account.feed_ndpr_t)));
  CHECK(run.state().india_chloride_reo_t == Approx(0).margin(1e-9));
}
