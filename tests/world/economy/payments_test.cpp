#include <cmath>

#include <protocol/messages/trade.pb.h>
#include <tests/support/catch.hpp>
#include <tests/world/economy/trade_run.hpp>

using namespace monazite;
using namespace monazite::fixtures;

namespace {

double paid(const economy::MonthAccount& account, base::SeatId payer, base::SeatId payee,
            v1::Payment::For purpose) {
  double sum = 0;
  for (const economy::Transfer& t : account.payments) {
    if (t.payer == payer && t.payee == payee && t.purpose == purpose) sum += t.amount_musd;
  }
  return sum;
}

constexpr base::SeatId kIndia = 3;
constexpr base::SeatId kJapan = 4;
constexpr base::SeatId kIrel = 5;
constexpr base::SeatId kToyotsu = 6;

}  // namespace

TEST_CASE("Cash of all nodes, the rest of the world included, sums to zero") {
  TradeRun run(june_parameters(), path_of_2025());
  run.months(60);
  double sum = 0;
  double gross = 0;
  for (const double cash : run.state().cash_musd) {
    sum += cash;
    gross += std::abs(cash);
  }
  CHECK(gross > 100);
  CHECK(std::abs(sum) < 1e-9 * gross);
}

TEST_CASE("Toyotsu pays IREL for the NdPr and the La/Ce in its feed") {
  TradeRun run(quiet_parameters());
  const auto& account = run.month();
  const double light = account.feed_reo_t * 0.68;
  const double due =
      1e-3 * (account.feed_ndpr_t * run.controls.feed_price_usd_per_kg_ndpr +
              light * run.state().price_light * run.parameters.refinery.light_price_share);
  CHECK(paid(account, kToyotsu, kIrel, v1::Payment::FOR_FEED) == Approx(due).epsilon(1e-6));
}

TEST_CASE("A maker pays its allocation at the agreed price, the rest at the outside one") {
  TradeRun run(quiet_parameters());
  run.controls.allocation_ndpr_t = {8, 0, 0, 0};
  run.controls.allocation_price_usd_per_kg = {100, 100, 100, 100};
  const auto& account = run.month();
  const double due = 1e-3 * (account.maker_allocated_t[0] * 100 +
                             account.maker_spot_t[0] * run.state().price_outside);
  CHECK(paid(account, 7, kToyotsu, v1::Payment::FOR_PRODUCT) == Approx(due));
}

TEST_CASE("Material elsewhere is paid to the rest of the world") {
  TradeRun run(quiet_parameters());
  const auto& account = run.month();
  CHECK(paid(account, 8, base::kRegistrar, v1::Payment::FOR_MATERIAL_ELSEWHERE) ==
        Approx(1e-3 * account.maker_purchase_t[1] * run.state().price_outside));
}

TEST_CASE("A release is paid to Japan, returned magnets to the makers") {
  TradeRun run(quiet_parameters());
  run.controls.state_release_t = 50;
  run.controls.magnets_promised_t = 20;
  const auto& account = run.month();
  double released = 0;
  for (const base::SeatId maker : {7U, 8U, 9U, 10U}) {
    released += paid(account, maker, kJapan, v1::Payment::FOR_STATE_STOCK);
  }
  CHECK(released == Approx(1e-3 * 50 * run.state().price_outside));
  CHECK(paid(account, kIndia, 7, v1::Payment::FOR_MAGNETS) > 0);
  CHECK(paid(account, kIndia, 8, v1::Payment::FOR_MAGNETS) > 0);
}

TEST_CASE("Car makers pay the magnet makers for working their NdPr") {
  TradeRun run(quiet_parameters());
  const auto& account = run.month();
  const double fees =
      paid(account, 9, 7, v1::Payment::FOR_MAGNETS) + paid(account, 9, 8, v1::Payment::FOR_MAGNETS);
  CHECK(fees == Approx(1e-3 * account.maker_magnets_made_t[2] *
                       run.parameters.japan.conversion_fee_usd_per_kg_magnet));
}

TEST_CASE("No payment is empty or to oneself") {
  TradeRun run(june_parameters());
  for (int month = 0; month < 24; ++month) {
    for (const economy::Transfer& t : run.month().payments) {
      CHECK(t.amount_musd > 0);
      CHECK(t.payer != t.payee);
      CHECK(t.purpose != v1::Payment::FOR_UNSPECIFIED);
    }
  }
}

TEST_CASE("A payment booked from outside the economy keeps the sum at zero") {
  TradeRun run(june_parameters());
  run.months(3);
  run.economy.book({kToyotsu, kIrel, 1.25, v1::Payment::FOR_TAKE_OR_PAY});
  CHECK(total(run.state().cash_musd) == Approx(0).margin(1e-9));
  run.month();
  CHECK(run.economy.ledger_error() < 1e-9);
}
