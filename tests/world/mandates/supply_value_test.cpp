#include <cmath>
#include <memory>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/world/mandates/company_fixture.hpp>
#include <world/mandates/supply_value.hpp>
#include <world/mandates/supply_views.hpp>

using namespace monazite;
using mandates::SupplyAnnuities;
using mandates::SupplyAppraiser;
using mandates::SupplyView;
using treaty::SupplyTerms;

namespace {

mandates::IrelSituation irel_situation() {
  mandates::IrelSituation s;
  s.index_usd_per_kg = 60;
  s.light_usd_per_kg = 1.2;
  s.indian_stock_t = 470;
  s.own_output_t_per_year = 550;
  s.promised_t_per_year = 290;
  s.months_to_announced_start = 28;
  s.slip_belief_months = 20;
  s.cash_need_musd_per_year = 8.5;
  s.memorandum = fixtures::memorandum();
  s.month_to_month = fixtures::contract();
  s.month_to_month.reo_t_per_month *= 0.85;
  return s;
}

mandates::ToyotsuSituation toyotsu_situation() {
  mandates::ToyotsuSituation s;
  s.index_usd_per_kg = 60;
  s.light_usd_per_kg = 1.2;
  s.customers_cover_days = 125;
  s.own_output_t_per_year = 550;
  s.months_to_announced_start = 28;
  s.cash_need_musd_per_year = 8.5;
  s.memorandum = fixtures::memorandum();
  s.month_to_month = irel_situation().month_to_month;
  return s;
}

SupplyView irel_view() {
  return mandates::irel_view(fixtures::plain_parameters(), irel_situation());
}
SupplyView toyotsu_view() {
  return mandates::toyotsu_view(fixtures::plain_parameters(), toyotsu_situation());
}

double value(const SupplyAppraiser& side, const SupplyTerms& terms) {
  return side.worth(terms).total();
}

/// Values along one field of the contract.
std::vector<double> along(const SupplyAppraiser& side, double SupplyTerms::*field,
                          const std::vector<double>& levels, SupplyTerms terms) {
  std::vector<double> values;
  for (const double level : levels) {
    terms.*field = level;
    values.push_back(value(side, terms));
  }
  return values;
}

bool rises(const std::vector<double>& values) {
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i] <= values[i - 1]) return false;
  }
  return true;
}

bool falls(const std::vector<double>& values) {
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i] >= values[i - 1]) return false;
  }
  return true;
}

const std::vector<double> kPremiums = {-10, -5, 0, 5, 10, 15, 20, 25};
const std::vector<double> kFloors = {0, 50, 70, 90, 110, 130};

}  // namespace

TEST_CASE("SupplyAnnuities before and after the plants add up to the annuity of the whole time") {
  const SupplyAnnuities annuities(0.12, 40, 4);
  for (const double years : {1.0, 3.0, 7.0}) {
    const double whole = (1 - std::exp(-0.12 * years)) / 0.12;
    CHECK(annuities.during(years).both() == Approx(whole).epsilon(1e-3));
  }
  CHECK(annuities.during(1).after < 0.01);
  // The blur around the start is even: what comes before it is the annuity up to the start.
  const double until_start = (1 - std::exp(-0.12 * 40 / 12)) / 0.12;
  CHECK(annuities.during(7).before == Approx(until_start).epsilon(0.01));
}

TEST_CASE("A flow that may end is worth less than one that lasts, and a later one still less") {
  const SupplyAnnuities annuities(0.06, 40, 4);
  const auto lasting = annuities.lasting(7, 0);
  const auto ending = annuities.lasting(7, 0.15);
  CHECK(lasting[0].both() == Approx(annuities.during(7).both()));
  CHECK(ending[0].both() < lasting[0].both());
  CHECK(ending[12].both() < ending[4].both());
  CHECK(ending[28].both() == 0);
  // It ends with chance 0.15 a year, and money is worth 0.06 less a year.
  CHECK(ending[0].both() == Approx((1 - std::exp(-0.21 * 7)) / 0.21).epsilon(2e-3));
}

TEST_CASE("A put by table is the put within a fifty-thousandth of the forward") {
  const mandates::PutTable puts(0.35);
  for (double strike = 0.3; strike < 600; strike *= 1.07) {
    const double exact = mandates::lognormal_put(60, strike, 0.35);
    CHECK(puts.put(60, strike) == Approx(exact).margin(60 * 2e-5));
  }
  CHECK(puts.put(60, 0) == 0);
  CHECK(puts.put(0, 40) == 40);
}

TEST_CASE("The table of an agenda gives the same worth as the terms one by one") {
  const agenda::Agenda agenda = fixtures::supply_agenda();
  const mandates::TermsReader reader(agenda);
  const auto puts = std::make_shared<const mandates::PutTable>(0.35);
  for (const SupplyView& view : {irel_view(), toyotsu_view()}) {
    const SupplyAppraiser side(view, puts);
    const SupplyAppraiser exact(view);
    const mandates::SupplyTable table(side, agenda, reader, {});
    for (agenda::Outcome outcome = 5; outcome < agenda.size(); outcome += 1999) {
      const auto levels = mandates::levels_of(agenda, outcome);
      const double value = table.value(levels.data());
      const SupplyTerms terms = reader.supply(agenda, outcome, {});
      REQUIRE(value == Approx(side.worth(terms).total()).margin(1e-9));
      REQUIRE(value == Approx(exact.worth(terms).total()).margin(2e-3));
    }
  }
}

TEST_CASE("A table of a shorter agenda keeps what the agenda leaves out") {
  const agenda::Agenda small = fixtures::made(
      agenda::Agenda::make("small", {fixtures::issue("premium_percent", {0, 5}, 0)}));
  const SupplyAppraiser side(irel_view());
  const mandates::TermsReader reader(small);
  const mandates::SupplyTable table(side, small, reader, fixtures::contract());
  SupplyTerms terms = fixtures::contract();
  terms.premium_percent = 5;
  const std::uint32_t level = 1;
  CHECK(table.value(&level) == Approx(side.worth(terms).total()));
}

TEST_CASE("The short way to a contract's worth agrees with the long one, quarter by quarter") {
  const SupplyAppraiser irel(irel_view());
  const SupplyAppraiser toyotsu(toyotsu_view());
  const agenda::Agenda agenda = fixtures::supply_agenda();
  const mandates::TermsReader reader(agenda);
  for (agenda::Outcome outcome = 17; outcome < agenda.size(); outcome += 4001) {
    const SupplyTerms terms = reader.supply(agenda, outcome, {});
    CHECK(irel.worth(terms).material == Approx(irel.worth_by_quarters(terms).material));
    CHECK(toyotsu.worth(terms).material == Approx(toyotsu.worth_by_quarters(terms).material));
    CHECK(irel.worth(terms).relationship == Approx(irel.worth_by_quarters(terms).relationship));
  }
}

TEST_CASE("Premium, floor and upside move the two sides in opposite directions") {
  const SupplyAppraiser irel(irel_view());
  const SupplyAppraiser toyotsu(toyotsu_view());
  const SupplyTerms terms = fixtures::contract();
  CHECK(rises(along(irel, &SupplyTerms::premium_percent, kPremiums, terms)));
  CHECK(falls(along(toyotsu, &SupplyTerms::premium_percent, kPremiums, terms)));
  CHECK(rises(along(irel, &SupplyTerms::floor_usd_per_kg, kFloors, terms)));
  CHECK(falls(along(toyotsu, &SupplyTerms::floor_usd_per_kg, {50, 70, 90, 110, 130}, terms)));
  CHECK(rises(along(irel, &SupplyTerms::upside_share_percent, {0, 10, 20, 30}, terms)));
  CHECK(falls(along(toyotsu, &SupplyTerms::upside_share_percent, {0, 10, 20, 30}, terms)));
}

TEST_CASE("Take-or-pay and an advance move the two sides in opposite directions") {
  const SupplyAppraiser irel(irel_view());
  const SupplyAppraiser toyotsu(toyotsu_view());
  const SupplyTerms terms = fixtures::contract();
  CHECK(rises(along(irel, &SupplyTerms::take_or_pay_share, {0, 0.5, 0.7, 0.9}, terms)));
  CHECK(falls(along(toyotsu, &SupplyTerms::take_or_pay_share, {0, 0.5, 0.7, 0.9}, terms)));
  CHECK(rises(along(irel, &SupplyTerms::advance_years, {0, 0.25, 0.5, 1}, terms)));
  CHECK(falls(along(toyotsu, &SupplyTerms::advance_years, {0, 0.25, 0.5, 1}, terms)));
}

TEST_CASE(
    "Price clauses are transfers: with one discount rate and no distress the sum does not move") {
  SupplyView seller = irel_view();
  SupplyView buyer = toyotsu_view();
  seller.distress = buyer.distress = 0;
  buyer.discount_per_year = seller.discount_per_year;
  buyer.months_to_plants = seller.months_to_plants;
  const SupplyAppraiser irel(seller);
  const SupplyAppraiser toyotsu(buyer);
  SupplyTerms terms = fixtures::contract();
  const double before = value(irel, terms) + value(toyotsu, terms);
  terms.premium_percent = 15;
  terms.floor_usd_per_kg = 70;
  terms.upside_share_percent = 20;
  terms.advance_years = 0.5;
  terms.take_or_pay_share = 0.7;
  CHECK(value(irel, terms) + value(toyotsu, terms) == Approx(before));
}

TEST_CASE("An advance makes both together better off as long as Toyotsu trusts the flow") {
  const auto gain_of_advance = [](double trust) {
    SupplyView buyer = toyotsu_view();
    buyer.flow_trust = trust;
    const SupplyAppraiser irel(irel_view());
    const SupplyAppraiser toyotsu(buyer);
    SupplyTerms terms = fixtures::contract();
    const double before = value(irel, terms) + value(toyotsu, terms);
    terms.advance_years = 0.5;
    return value(irel, terms) + value(toyotsu, terms) - before;
  };
  CHECK(gain_of_advance(1) > 0);
  CHECK(gain_of_advance(0.7) < 0);
}

TEST_CASE(
    "A floor near the cash need keeps IREL alive and so gains more than it costs, a higher "
    "one does not") {
  const SupplyAppraiser irel(irel_view());
  const SupplyAppraiser toyotsu(toyotsu_view());
  const auto both = [&](double floor) {
    SupplyTerms terms = fixtures::contract();
    terms.floor_usd_per_kg = floor;
    return value(irel, terms) + value(toyotsu, terms);
  };
  CHECK(both(50) > both(0));
  CHECK(both(130) < both(70));
}

TEST_CASE("What the memorandum or the mine does not give is worth nothing more in a contract") {
  const SupplyAppraiser toyotsu(toyotsu_view());
  SupplyTerms terms = fixtures::contract();
  terms.reo_t_per_month = 125;
  const double at_limit = value(toyotsu, terms);
  terms.reo_t_per_month = 250;
  CHECK(value(toyotsu, terms) == Approx(at_limit));
  terms.ndpr_share = 0.35;
  CHECK(value(toyotsu, terms) == Approx(at_limit));
  SupplyView poor = toyotsu_view();
  poor.ndpr_available_t_per_year = 100;
  CHECK(value(SupplyAppraiser(poor), terms) < at_limit);
}

TEST_CASE("Both gain from tonnes at today's terms") {
  const std::vector<double> tonnes = {0, 25, 50, 75, 95};
  CHECK(rises(along(SupplyAppraiser(irel_view()), &SupplyTerms::reo_t_per_month, tonnes,
                    fixtures::contract())));
  CHECK(rises(along(SupplyAppraiser(toyotsu_view()), &SupplyTerms::reo_t_per_month, tonnes,
                    fixtures::contract())));
}

TEST_CASE("A contract in force is worth as much as the same contract for the time it has left") {
  SupplyView view = irel_view();
  view.term_musd_per_year = 0;
  const SupplyAppraiser irel(view);
  SupplyTerms terms = fixtures::contract();
  terms.term_years = 2;
  CHECK(irel.no_deal(fixtures::contract(), 2).material == Approx(irel.worth(terms).material));
  CHECK(irel.no_deal(fixtures::contract(), 0).total() <
        irel.no_deal(fixtures::contract(), 2).total());
  CHECK(irel.no_deal(fixtures::contract(), 0).relationship == 0);
}

TEST_CASE("A direction in force lowers what a contract is worth, a short one more in proportion") {
  SupplyView held = irel_view();
  held.flow_now = 0;
  const SupplyAppraiser free_flow(irel_view());
  const SupplyAppraiser stopped(held);
  SupplyTerms terms = fixtures::contract();
  CHECK(value(stopped, terms) < value(free_flow, terms));
  // Share of the gain over feeding nothing that is left.
  const auto left = [&](double years) {
    SupplyTerms some = terms;
    some.term_years = years;
    SupplyTerms none = some;
    none.reo_t_per_month = 0;
    return (value(stopped, some) - value(stopped, none)) /
           (value(free_flow, some) - value(free_flow, none));
  };
  CHECK(left(1) < left(7));
}

TEST_CASE("Material and relationship can be switched off one by one") {
  SupplyView view = irel_view();
  const SupplyTerms terms = fixtures::contract();
  CHECK(SupplyAppraiser(view).worth(terms).relationship > 0);
  view.relationship_on = false;
  CHECK(SupplyAppraiser(view).worth(terms).relationship == 0);
  CHECK(SupplyAppraiser(view).worth(terms).material != 0);
  view.material_on = false;
  CHECK(SupplyAppraiser(view).worth(terms).total() == 0);
  CHECK(SupplyAppraiser(view).no_deal(terms, 2).total() == 0);
}
