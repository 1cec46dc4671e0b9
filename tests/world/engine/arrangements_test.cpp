#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/engine/arrangements.hpp>

using namespace monazite;
using engine::Arrangements;
using engine::MonthlyFlow;

namespace {

const scenarios::Scenario& scenario() {
  return test_support::june_2025();
}

/// The status quo of the consultation with one issue at another level.
agenda::Outcome with(treaty::MouIssue issue, std::uint32_t level) {
  const agenda::Agenda& agenda = scenario().agendas[0];
  return agenda.with_level(agenda.status_quo(), *agenda.find(treaty::issue_name(issue)), level);
}

base::Day day(const char* text) {
  return *base::parse_day(text);
}

}  // namespace

TEST_CASE("at the start the arrangement found stands, and the month asks for its tonnes") {
  const Arrangements arrangements(scenario());
  CHECK_FALSE(arrangements.mou().signed_here);
  const auto controls = arrangements.controls(MonthlyFlow{}, false, day("2024-01-31"), 60);
  CHECK(controls.committed_reo_t == Approx(arrangements.mou().terms.volume_t_per_year / 12));
  CHECK(controls.magnets_promised_t == 0);
  CHECK(controls.feed_factor == 1);
}

TEST_CASE("the contract's tonnes and mix stay within the memorandum") {
  Arrangements arrangements(scenario());
  const auto before = arrangements.controls(MonthlyFlow{}, false, day("2024-01-31"), 60);
  arrangements.sign_mou(with(treaty::MouIssue::kVolume, 0), day("2025-01-10"), 5);
  REQUIRE(arrangements.mou().terms.volume_t_per_year == 0);
  const auto after = arrangements.controls(MonthlyFlow{}, false, day("2025-01-31"), 60);
  CHECK(before.contract_reo_t > 0);
  CHECK(after.contract_reo_t == 0);
  arrangements.sign_mou(with(treaty::MouIssue::kMix, 0), day("2025-02-10"), 6);
  const auto light = arrangements.controls(MonthlyFlow{}, false, day("2025-02-28"), 60);
  CHECK(light.contract_ndpr_share == arrangements.mou().terms.ndpr_share);
  CHECK(light.contract_ndpr_share < before.contract_ndpr_share);
}

TEST_CASE("terms lapse at the end of their term, grants outlast it") {
  Arrangements arrangements(scenario());
  const agenda::Agenda& agenda = scenario().agendas[0];
  agenda::Outcome outcome = with(treaty::MouIssue::kTechnology, 2);
  outcome = agenda.with_level(outcome, *agenda.find("term_years"), 0);
  outcome = agenda.with_level(outcome, *agenda.find("finance_bn_jpy"), 2);
  arrangements.sign_mou(outcome, day("2025-01-10"), 5);
  const int years = static_cast<int>(arrangements.mou().terms.term_years);
  CHECK(arrangements.mou().until == base::add_months(day("2025-01-10"), 12 * years) - 1);
  CHECK_FALSE(arrangements.expire(day("2025-12-31")));
  const base::Day later = base::end_of_month(base::add_months(day("2025-01-10"), 12 * years));
  CHECK(arrangements.expire(later));
  CHECK_FALSE(arrangements.mou().signed_here);
  CHECK(arrangements.controls(MonthlyFlow{}, false, later, 60).plant_months_saved > 0);
}

TEST_CASE("price, floor and take-or-pay of a supply contract end with its term") {
  Arrangements arrangements(scenario());
  const agenda::Agenda& agenda = scenario().agendas[1];
  agenda::Outcome outcome = agenda.status_quo();
  for (const char* issue : {"premium_percent", "floor_usd_per_kg", "take_or_pay_share"}) {
    outcome = agenda.with_level(outcome, *agenda.find(issue), 3);
  }
  outcome = agenda.with_level(outcome, *agenda.find("term_years"), 0);
  const double before = arrangements.feed_price(60);
  arrangements.sign_supply(outcome, day("2025-01-10"), 5);
  REQUIRE(arrangements.feed_price(60) > before);
  arrangements.expire(day("2025-12-31"));
  CHECK(arrangements.supply().signed_here);
  arrangements.expire(day("2026-01-31"));
  CHECK_FALSE(arrangements.supply().signed_here);
  CHECK(arrangements.feed_price(60) == before);
  CHECK(arrangements.supply().terms.take_or_pay_share == 0);
  CHECK(arrangements.supply().outcome == agenda.status_quo());
  // There is no contract until another is signed: the day of its end stays in the past.
  CHECK(arrangements.supply().until == day("2026-01-09"));
}

TEST_CASE("a quarter without a deal allocates nothing") {
  Arrangements arrangements(scenario());
  const agenda::Agenda& agenda = scenario().agendas[2];
  CHECK(arrangements.controls(MonthlyFlow{}, false, day("2024-01-31"), 60).allocation_ndpr_t[0] ==
        0);
  const agenda::Outcome some =
      agenda.with_level(agenda.status_quo(), *agenda.find("ndpr_t_per_quarter"), 3);
  arrangements.sign_allocation(0, some, day("2024-01-20"), 7);
  CHECK(arrangements.controls(MonthlyFlow{}, false, day("2024-01-31"), 60).allocation_ndpr_t[0] ==
        Approx(5));
  arrangements.expire(day("2024-04-30"));
  CHECK(arrangements.controls(MonthlyFlow{}, false, day("2024-05-31"), 60).allocation_ndpr_t[0] ==
        0);
}

TEST_CASE("finance is paid in equal parts over two years and once only") {
  Arrangements arrangements(scenario());
  const agenda::Outcome outcome = with(treaty::MouIssue::kFinance, 2);
  arrangements.sign_mou(outcome, day("2025-01-10"), 5);
  const double promised = arrangements.mou().terms.finance_bn_jpy;
  REQUIRE(promised > 0);
  double paid = 0;
  for (int month = 0; month < 60; ++month) {
    const double part = arrangements.pay_finance_bn_jpy(base::add_months(day("2025-01-31"), month));
    CHECK(part <= promised / 24 + 1e-12);
    paid += part;
  }
  CHECK(paid == Approx(promised));
  CHECK(arrangements.finance_paid_bn_jpy() == Approx(promised));
}

TEST_CASE("a floor in memorandum or contract holds the price of feed up") {
  Arrangements arrangements(scenario());
  const double share = scenario().parameters.appraisal.feed_price_share;
  CHECK(arrangements.feed_price(60) == Approx(60 * share));
  arrangements.sign_mou(with(treaty::MouIssue::kFloor, 3), day("2025-01-10"), 5);
  const double floor = arrangements.mou().terms.floor_usd_per_kg;
  REQUIRE(floor > 60);
  CHECK(arrangements.feed_price(60) == Approx(floor * share));
  CHECK(arrangements.feed_price(floor + 50) == Approx((floor + 50) * share));
}
