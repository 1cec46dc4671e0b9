#include <tests/support/catch.hpp>
#include <tests/world/economy/trade_run.hpp>
#include <world/economy/indian_plants.hpp>

using namespace monazite;
using namespace monazite::fixtures;

TEST_CASE("The plants start in their hidden month and ramp up to their load") {
  TradeRun run(quiet_parameters());
  const auto& p = run.parameters.plants;
  const double start = p.planned_month + p.slip_mean_months;
  CHECK(run.state().plant_true_start_month == start);
  for (int month = 0; month < 96; ++month) {
    const auto& account = run.month();
    CHECK(account.plants_started == (month == static_cast<int>(start)));
    CHECK(run.state().plants_run == (month >= start));
  }
  CHECK(run.state().plant_load == Approx(p.load));
}

TEST_CASE("Technology brings the start forward by the months it saves") {
  TradeRun run(quiet_parameters());
  run.controls.plant_months_saved = 6;
  run.months(56);
  CHECK_FALSE(run.state().plants_run);
  CHECK(run.month().plants_started);
}

TEST_CASE("Plants that run go on when technology is withdrawn") {
  TradeRun run(quiet_parameters());
  run.controls.plant_months_saved = 6;
  run.months(58);
  REQUIRE(run.state().plants_run);
  run.controls.plant_months_saved = 0;
  run.month();
  CHECK(run.state().plants_run);
}

TEST_CASE("The announced date is put off when it comes near and nothing runs") {
  TradeRun run(quiet_parameters());
  int moved = 0;
  for (int month = 0; month < 62; ++month) {
    if (run.month().plant_date_moved) ++moved;
    CHECK(run.state().plant_announced > run.state().day);
  }
  CHECK(moved >= 2);
  run.months(2);
  const base::Day announced = run.state().plant_announced;
  run.months(24);
  CHECK(run.state().plant_announced == announced);
}

TEST_CASE("With plants switched off they never start") {
  equations::Parameters p = june_parameters();
  p.switches.plants = false;
  TradeRun run(p);
  run.months(96);
  CHECK_FALSE(run.state().plants_run);
  CHECK(run.state().plant_load == 0);
}

TEST_CASE("True starts spread over the seeds and never come before the plan") {
  std::vector<double> starts;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    const auto p = june_parameters();
    starts.push_back(economy::draw_plant_start(p, kFirstDay, base::Draws(seed)));
    CHECK(starts.back() >= p.plants.planned_month);
  }
  CHECK(median(starts) == Approx(62).margin(3));
}

TEST_CASE("Magnets are made of the NdPr used, less the yield") {
  TradeRun run(quiet_parameters());
  run.months(90);
  const auto& account = run.month();
  REQUIRE(account.plant_ndpr_used_t > 0);
  CHECK(account.magnets_made_t == Approx(3 * 0.97 * account.plant_ndpr_used_t));
}

TEST_CASE("India's magnets last 2 to 3.5 weeks in June 2025 under the cut as it was") {
  std::vector<double> weeks;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    TradeRun run(june_parameters(), path_of_2025(), seed);
    run.months(18);
    weeks.push_back(4.3 * run.state().india_magnets_t / run.economy.account().magnet_need_t);
  }
  CHECK(median(weeks) >= 2);
  CHECK(median(weeks) <= 3.5);
}

TEST_CASE("A tight regime that lasts brings a shortage of magnets and no negative stock") {
  TradeRun run(quiet_parameters(), lasting(0, 2));
  run.months(24);
  CHECK(run.economy.account().magnet_shortage_t > 0);
  CHECK(run.state().india_magnets_t >= 0);
}

TEST_CASE("Returned magnets reach India, those of any origin suffer from China's cut") {
  equations::Parameters p = quiet_parameters();
  TradeRun open(p, lasting(0, 0));
  TradeRun tight(p, lasting(0, 2));
  TradeRun japanese(p, lasting(0, 2));
  for (TradeRun* run : {&open, &tight, &japanese}) run->controls.magnets_promised_t = 50;
  japanese.controls.magnets_made_in_japan = true;
  CHECK(open.month().return_fulfilment == Approx(1));
  CHECK(tight.month().return_fulfilment == Approx(1 - 0.5 * 0.55));
  CHECK(japanese.month().return_fulfilment == Approx(1));
}

TEST_CASE("Magnets made in Japan cost its magnet makers NdPr") {
  TradeRun with(quiet_parameters());
  TradeRun without(quiet_parameters());
  with.controls.magnets_promised_t = 100;
  with.controls.magnets_made_in_japan = true;
  with.month();
  without.month();
  const auto held = [](const TradeRun& run) {
    return run.state().makers[0].ndpr_t + run.state().makers[1].ndpr_t;
  };
  CHECK(held(with) < held(without));
}
