#include <tests/support/catch.hpp>
#include <tests/world/economy/trade_run.hpp>

using namespace monazite;
using namespace monazite::fixtures;

TEST_CASE("At rest the refinery ships what is committed and keeps its stock") {
  TradeRun run(quiet_parameters());
  run.months(12);
  const auto& account = run.economy.account();
  CHECK(account.shipped_reo_t == Approx(run.controls.committed_reo_t));
  CHECK(account.shipped_ndpr_t == Approx(run.controls.committed_ndpr_t));
  CHECK(account.fulfilment_ndpr == Approx(1));
  CHECK(run.state().refinery_product.reo_t == Approx(run.parameters.refinery.initial_stock_reo_t));
}

TEST_CASE("A notification piles product up at the refinery, a stopped feed does not") {
  TradeRun capped(quiet_parameters());
  TradeRun stopped(quiet_parameters());
  capped.months(6);
  stopped.months(6);
  const double before = capped.state().refinery_product.reo_t;
  capped.controls.export_cap = 0;
  stopped.controls.feed_factor = 0;
  capped.months(6);
  stopped.months(6);
  CHECK(capped.economy.account().shipped_reo_t == 0);
  CHECK(capped.economy.account().feed_reo_t > 0);
  CHECK(capped.state().refinery_product.reo_t > before + 400);
  CHECK(stopped.economy.account().feed_reo_t == 0);
  CHECK(stopped.state().refinery_product.reo_t < before);
}

TEST_CASE("Half an export cap lets half of the agreed volume out") {
  TradeRun run(quiet_parameters());
  run.months(3);
  run.controls.export_cap = 0.5;
  const auto& account = run.month();
  CHECK(account.shipped_reo_t == Approx(0.5 * run.controls.committed_reo_t));
  CHECK(account.fulfilment_ndpr == Approx(0.5));
}

TEST_CASE("What piled up flows off once the notification is lifted") {
  TradeRun run(quiet_parameters());
  run.controls.export_cap = 0;
  run.months(4);
  const double piled = run.state().refinery_product.reo_t;
  run.controls.export_cap = 1;
  const auto& account = run.month();
  CHECK(account.shipped_reo_t > 1.5 * run.controls.committed_reo_t);
  run.months(23);
  CHECK(run.state().refinery_product.reo_t < 0.25 * piled);
  CHECK(run.state().refinery_product.reo_t ==
        Approx(run.parameters.refinery.initial_stock_reo_t).epsilon(0.01));
}

TEST_CASE("A full store takes no more feed, and the account says so") {
  TradeRun run(quiet_parameters());
  run.controls.export_cap = 0;
  run.months(40);
  CHECK(run.state().refinery_reo_t <= run.parameters.refinery.storage_reo_t + 1e-9);
  CHECK(run.economy.account().feed_reo_t == Approx(0).margin(1e-6));
  CHECK(run.economy.account().feed_declined_reo_t == Approx(run.controls.contract_reo_t));
}

TEST_CASE("The product on site carries one bad month of feed") {
  TradeRun run(quiet_parameters());
  run.months(3);
  run.controls.feed_factor = 0;
  const auto first = run.month();
  CHECK(first.fulfilment_reo > 0.9);
  const auto second = run.month();
  CHECK(second.fulfilment_reo < 0.3);
  run.months(3);
  CHECK(run.economy.account().shipped_reo_t == Approx(0).margin(1e-6));
}

TEST_CASE("No more is refined than the plant can take in") {
  equations::Parameters p = quiet_parameters();
  p.refinery.intake_t_per_year = 600;
  TradeRun run(p);
  run.months(5);
  CHECK(run.economy.account().refined_reo_t == Approx(50 * p.refinery.recovery));
  CHECK(run.economy.account().refinery_load == Approx(1));
  CHECK(run.state().refinery_feed.reo_t > 0);
}
