#include <tests/support/catch.hpp>
#include <tests/world/economy/trade_run.hpp>
#include <world/economy/shipping.hpp>

using namespace monazite;
using namespace monazite::fixtures;

TEST_CASE("A month's product leaves in its bookings after the road to the port") {
  TradeRun run(june_parameters());
  const auto& account = run.month();
  REQUIRE(account.departures.size() == 2);
  double reo = 0;
  for (const economy::Cargo& cargo : account.departures) {
    reo += cargo.reo_t;
    CHECK(cargo.left > run.state().day);
    const int voyage = cargo.due - cargo.left - cargo.days_late;
    CHECK(voyage >= run.parameters.refinery.sea_days_min);
    CHECK(voyage <= run.parameters.refinery.sea_days_max);
  }
  CHECK(reo == Approx(account.shipped_reo_t));
}

TEST_CASE("A cargo due by the last day of the month has landed, and no other") {
  TradeRun run(june_parameters());
  for (int month = 0; month < 60; ++month) {
    const auto& account = run.month();
    double landed = 0;
    for (const economy::Cargo& cargo : account.landings) {
      CHECK(cargo.due <= run.state().day);
      landed += cargo.reo_t;
    }
    CHECK(landed == Approx(account.landed_reo_t).margin(1e-12));
    for (const economy::Cargo& cargo : run.state().at_sea) CHECK(cargo.due > run.state().day);
  }
}

TEST_CASE("About the stated share of cargoes is late, by the stated days") {
  int late = 0;
  int all = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    TradeRun run(june_parameters(), {}, seed);
    for (int month = 0; month < 96; ++month) {
      for (const economy::Cargo& cargo : run.month().departures) {
        ++all;
        if (cargo.days_late == 0) continue;
        ++late;
        CHECK(cargo.days_late == 30);
      }
    }
  }
  CHECK(late / static_cast<double>(all) == Approx(0.12).margin(0.02));
}

TEST_CASE("A late cargo lands later and is counted while it is at sea") {
  equations::Parameters always = june_parameters();
  always.refinery.late_probability = 1;
  equations::Parameters never = june_parameters();
  never.refinery.late_probability = 0;
  TradeRun late(always, lasting(0, 0));
  TradeRun punctual(never, lasting(0, 0));
  int counted = 0;
  for (int month = 0; month < 12; ++month) {
    counted += late.month().late_cargoes;
    CHECK(punctual.month().late_cargoes == 0);
  }
  CHECK(counted > 0);
  const auto at_sea = [](const TradeRun& run) {
    double reo = 0;
    for (const economy::Cargo& cargo : run.state().at_sea) reo += cargo.reo_t;
    return reo;
  };
  CHECK(at_sea(late) > 1.3 * at_sea(punctual));
}

TEST_CASE("Lateness counts against trust only beyond the stated days") {
  equations::Parameters p = june_parameters();
  p.refinery.late_probability = 1;
  TradeRun tolerated(p);
  p.refinery.late_days = 75;
  TradeRun overdue(p);
  double lowest_tolerated = 1;
  double lowest_overdue = 1;
  for (int month = 0; month < 24; ++month) {
    lowest_tolerated = std::min(lowest_tolerated, tolerated.month().trust_fulfilment);
    lowest_overdue = std::min(lowest_overdue, overdue.month().trust_fulfilment);
  }
  CHECK(lowest_tolerated > 0.99);
  CHECK(lowest_overdue < 0.6);
}

TEST_CASE("Cargoes of the months before the start are at sea on the first day") {
  const equations::Parameters p = june_parameters();
  const economy::Mass monthly{80, 20, 55};
  const auto cargoes = economy::cargoes_at_start(p, monthly, kFirstDay, base::Draws(3));
  CHECK_FALSE(cargoes.empty());
  for (const economy::Cargo& cargo : cargoes) CHECK(cargo.due >= kFirstDay);
}

TEST_CASE("The length of the voyage leaves the year's flow as it is") {
  for (const double days : {18.0, 30.0, 60.0}) {
    equations::Parameters p = june_parameters();
    p.refinery.sea_days_min = days;
    p.refinery.sea_days_max = days + 10;
    TradeRun run(p);
    double landed = 0;
    for (int month = 0; month < 12; ++month) landed += run.month().landed_reo_t;
    CHECK(landed == Approx(1000).margin(90));
  }
}
