#include <tests/support/catch.hpp>
#include <tests/world/economy/trade_run.hpp>

using namespace monazite;
using namespace monazite::fixtures;

namespace {

/// Controls that try everything, drawn anew each month.
void shake(economy::Controls& c, const equations::Parameters& p, const base::Draws& draws,
           int month) {
  constexpr base::Purpose kShake{"test.economy.shake"};
  const auto u = [&](std::uint32_t ordinal) {
    return draws.uniform(kShake, month_end(month), 0, ordinal);
  };
  c = baseline_controls(p);
  const double scale = 3 * u(0);
  c.contract_reo_t *= scale;
  c.committed_reo_t *= scale;
  c.committed_ndpr_t *= scale;
  c.feed_factor = u(1) < 0.3 ? 0 : u(1);
  c.light_only_share = u(2) < 0.3 ? 1 : u(2) < 0.6 ? u(14) : 0;
  c.export_cap = u(3) < 0.6 ? 1 : u(3) - 0.6;
  c.contract_ndpr_share = 0.05 + 0.4 * u(4);
  c.allocation_ndpr_t = {20 * u(5), 20 * u(6), 20 * u(7), 20 * u(8)};
  c.allocation_price_usd_per_kg = {50, 60, 70, 80};
  c.magnets_promised_t = 150 * u(9);
  c.magnets_made_in_japan = u(10) < 0.5;
  c.heavy_swap_t = 2 * u(11);
  c.state_release_t = u(12) < 0.2 ? 300 * u(13) : 0;
  c.plant_months_saved = 8 * u(14);
  c.ore_expansion_t_per_year = 1500 * u(15);
  c.mine_output_factor = u(16) < 0.1 ? 0 : 1;
}

}  // namespace

TEST_CASE("Mass and money are conserved at every node in every month, whatever is done") {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    TradeRun run(june_parameters(), {}, seed);
    double worst = 0;
    double smallest = 0;
    for (int month = 0; month < 96; ++month) {
      shake(run.controls, run.parameters, base::Draws(seed), month);
      run.month();
      worst = std::max(worst, run.economy.ledger_error());
      smallest = std::min(smallest, economy::Ledger::smallest_stock(run.state()));
    }
    CHECK(worst < 1e-9);
    CHECK(smallest >= 0);
  }
}

TEST_CASE("NdPr cracked is shipped, used, sold, lost or still there at the end of a run") {
  TradeRun run(june_parameters(), path_of_2025());
  const auto inside = [&] {
    double at_sea = 0;
    for (const economy::Cargo& cargo : run.state().at_sea) at_sea += cargo.ndpr_t;
    return run.state().india_chloride_ndpr_t + run.state().india_ndpr_t +
           run.state().refinery_ndpr_t + at_sea;
  };
  const double before = inside();
  const auto& p = run.parameters;
  double cracked = 0;
  double out = 0;
  for (int month = 0; month < 96; ++month) {
    const auto& a = run.month();
    cracked += a.cracked_ndpr_t;
    const double separation_loss = a.finished_ndpr_t * (1 / p.ore.separation_recovery - 1);
    const double refinery_loss = a.feed_ndpr_t * (1 - p.refinery.recovery);
    const double elsewhere = a.shipped_ndpr_t * (1 / p.refinery.japan_share - 1);
    out += a.landed_ndpr_t + a.plant_ndpr_used_t + p.ore.other_use_t_per_year / 12 +
           separation_loss + refinery_loss + elsewhere;
  }
  CHECK(before + cracked - out == Approx(inside()).epsilon(1e-9));
}

TEST_CASE("About a thousand tonnes reach Japan in 2024") {
  std::vector<double> flows;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    TradeRun run(june_parameters(), path_of_2025(), seed);
    double landed = 0;
    for (int month = 0; month < 12; ++month) landed += run.month().landed_reo_t;
    flows.push_back(landed);
  }
  CHECK(median(flows) >= 950);
  CHECK(median(flows) <= 1050);
}

TEST_CASE("India holds the stock that was reported in December 2025") {
  std::vector<double> stocks;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    TradeRun run(june_parameters(), path_of_2025(), seed);
    run.months(24);
    stocks.push_back(run.state().india_chloride_ndpr_t + run.state().india_ndpr_t);
  }
  CHECK(median(stocks) >= 400);
  CHECK(median(stocks) <= 650);
}

TEST_CASE("The same seed gives the same history, another seed another one") {
  TradeRun a(june_parameters(), {}, 5);
  TradeRun b(june_parameters(), {}, 5);
  TradeRun c(june_parameters(), {}, 6);
  std::vector<double> first;
  std::vector<double> second;
  std::vector<double> third;
  a.months(96);
  b.months(96);
  c.months(96);
  a.economy.snapshot(first);
  b.economy.snapshot(second);
  c.economy.snapshot(third);
  CHECK(first == second);
  CHECK(first != third);
}

TEST_CASE("A copy goes on by itself with the same draws") {
  TradeRun run(june_parameters());
  run.months(30);
  economy::Economy fork = run.economy;
  economy::Controls stopped = run.controls;
  stopped.feed_factor = 0;
  economy::Economy twin = run.economy;
  fork.settle(month_end(30), stopped);
  twin.settle(month_end(30), run.controls);
  run.month();
  CHECK(twin.state().price_china == run.state().price_china);
  CHECK(fork.account().feed_reo_t == 0);
  CHECK(twin.account().feed_reo_t > 0);
  // The draws are common: the same ore came out of the ground.
  CHECK(fork.account().mined_reo_t == twin.account().mined_reo_t);
}

TEST_CASE("With noise off two seeds give one history but for China") {
  TradeRun a(quiet_parameters(), lasting(0, 0), 1);
  TradeRun b(quiet_parameters(), lasting(0, 0), 2);
  a.months(96);
  b.months(96);
  std::vector<double> first;
  std::vector<double> second;
  a.economy.snapshot(first);
  b.economy.snapshot(second);
  CHECK(first == second);
}

TEST_CASE("No stock falls below zero by as much as a rounding error") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    TradeRun run(june_parameters(), path_of_2025(), seed);
    for (int month = 0; month < 96; ++month) {
      run.month();
      REQUIRE(economy::Ledger::smallest_stock(run.state()) >= 0);
    }
  }
}
