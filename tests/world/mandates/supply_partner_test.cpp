#include <tests/support/catch.hpp>
#include <tests/world/mandates/company_fixture.hpp>
#include <tests/world/mandates/mandate_conformance.hpp>
#include <world/mandates/company_irel.hpp>
#include <world/mandates/company_toyotsu.hpp>

using namespace monazite;
using fixtures::kFirstDay;
using fixtures::kIrel;
using fixtures::kToyotsu;

namespace {

constexpr std::uint64_t kTable = 1;

mandates::IrelMandate irel() {
  mandates::IrelMandate mandate(fixtures::company_setup(kIrel), fixtures::plain_parameters(),
                                base::Draws(1));
  mandate.prepare(kFirstDay);
  return mandate;
}

v1::Envelope supply_opening(base::SeatId to) {
  return fixtures::opening(kTable, v1::TABLE_SUPPLY_CONTRACT, to, kToyotsu, kIrel,
                           fixtures::supply_agenda(), kFirstDay, 40);
}

double value_of_asking(const mandates::Mandate& mandate) {
  v1::Brief brief;
  mandate.brief_acts(brief);
  for (const v1::ActOption& option : brief.acts()) {
    if (option.act() == v1::ACT_ASK_RENEGOTIATION) return option.value_musd();
  }
  return -1e9;
}

}  // namespace

TEST_CASE("A signed contract is the new state of things") {
  mandates::IrelMandate mandate = irel();
  mandate.absorb(supply_opening(kIrel));
  mandate.prepare(kFirstDay);
  const double before = mandate.reservation(kTable);
  const agenda::Outcome better =
      fixtures::package(fixtures::supply_agenda(), {95, 0.255, 15, 70, 0, 5, 0.7, 0.25});
  const double worth = mandate.worth(kTable, better).material();
  mandate.absorb(fixtures::agreement(kTable, v1::TABLE_SUPPLY_CONTRACT, better, kFirstDay,
                                     base::add_months(kFirstDay, 60) - 1));
  mandate.prepare(kFirstDay);
  CHECK(mandate.contract().premium_percent == 15);
  CHECK(mandate.contract().floor_usd_per_kg == 70);
  CHECK(mandate.reservation(kTable) > before);
  CHECK(mandate.reservation_worth(kTable).material() == Approx(worth).epsilon(0.15));
}

TEST_CASE("As a contract runs out, no deal is worth less to both") {
  mandates::IrelMandate seller = irel();
  mandates::ToyotsuMandate buyer(fixtures::company_setup(kToyotsu), fixtures::maker_setups(),
                                 fixtures::plain_parameters(), base::Draws(1));
  seller.absorb(supply_opening(kIrel));
  buyer.absorb(supply_opening(kToyotsu));
  seller.prepare(kFirstDay);
  buyer.prepare(kFirstDay);
  const double seller_now = seller.reservation(kTable);
  const double buyer_now = buyer.reservation(kTable);
  const base::Day end = base::add_months(kFirstDay, 36);
  seller.prepare(end);
  buyer.prepare(end);
  CHECK(seller.reservation(kTable) < seller_now);
  CHECK(buyer.reservation(kTable) < buyer_now);
}

TEST_CASE(
    "Asking to renegotiate pays more once the memorandum has changed or the contract runs out") {
  mandates::IrelMandate mandate = irel();
  const double settled = value_of_asking(mandate);
  CHECK(settled < 0);
  const agenda::Outcome more = fixtures::package(fixtures::memorandum_agenda(), {2000, 0.255});
  mandate.absorb(
      fixtures::agreement(99, v1::TABLE_CONSULTATION, more, kFirstDay, kFirstDay + 2000));
  mandate.prepare(kFirstDay);
  CHECK(value_of_asking(mandate) > settled);
  CHECK(value_of_asking(mandate) > 0);

  mandates::IrelMandate late = irel();
  late.prepare(base::add_months(kFirstDay, 35));
  CHECK(value_of_asking(late) > settled);
}

TEST_CASE("Nobody asks for talks that are under way, and doing nothing is always open") {
  mandates::IrelMandate mandate = irel();
  mandate.absorb(supply_opening(kIrel));
  mandate.prepare(kFirstDay);
  v1::Brief brief;
  mandate.brief_acts(brief);
  REQUIRE(brief.acts_size() == 1);
  CHECK(brief.acts(0).act() == v1::ACT_NONE);
}

TEST_CASE("The other's reservation value is believed to be no higher than what it offers itself") {
  mandates::IrelMandate mandate = irel();
  mandate.absorb(supply_opening(kIrel));
  mandate.prepare(kFirstDay);
  v1::Brief before;
  mandate.brief_table(kTable, before);
  const agenda::Outcome generous =
      fixtures::package(fixtures::supply_agenda(), {95, 0.255, 25, 110, 30, 7, 0.9, 1});
  mandate.absorb(fixtures::offer(kTable, kToyotsu, kIrel, generous, kFirstDay));
  v1::Brief after;
  mandate.brief_additions(kTable, {generous}, after);
  CHECK(after.believed_other_reservation_musd() < before.believed_other_reservation_musd());
  CHECK(after.believed_other_musd(0) ==
        Approx(after.believed_other_reservation_musd()).margin(1e-4));
}

TEST_CASE(
    "Without error about the other each side believes what the other thinks, as far as both know "
    "it") {
  mandates::IrelMandate seller = irel();
  mandates::ToyotsuMandate buyer(fixtures::company_setup(kToyotsu), fixtures::maker_setups(),
                                 fixtures::plain_parameters(), base::Draws(1));
  seller.absorb(supply_opening(kIrel));
  buyer.absorb(supply_opening(kToyotsu));
  seller.prepare(kFirstDay);
  buyer.prepare(kFirstDay);
  v1::Brief sellers;
  v1::Brief buyers;
  const agenda::Agenda agenda = fixtures::supply_agenda();
  const std::vector<std::uint64_t> two = {
      fixtures::package(agenda, {95, 0.255, 10, 50, 0, 3, 0.5, 0.25}),
      fixtures::package(agenda, {50, 0.255, 0, 0, 0, 1, 0, 0})};
  seller.brief_additions(kTable, two, sellers);
  buyer.brief_additions(kTable, two, buyers);
  // IREL has no reason to doubt the flow; Toyotsu has. Differences between packages agree within
  // that.
  const double believed = sellers.believed_other_musd(0) - sellers.believed_other_musd(1);
  const double real = buyers.value_musd(0) - buyers.value_musd(1);
  CHECK(believed == Approx(real).epsilon(0.35));
}

TEST_CASE("Ideas beyond the sample leave both sides better off as far as the seat knows") {
  mandates::IrelMandate mandate = irel();
  mandate.absorb(supply_opening(kIrel));
  mandate.prepare(base::add_months(kFirstDay, 35));
  v1::Brief brief;
  mandate.brief_table(kTable, brief);
  REQUIRE(brief.ideas_size() > 0);
  const int first = brief.value_musd_size() - brief.ideas_size();
  for (int i = first; i < brief.value_musd_size(); ++i) {
    CHECK(brief.value_musd(i) >= brief.reservation_musd());
    CHECK(brief.believed_other_musd(i) >= brief.believed_other_reservation_musd() - 1e-3);
    CHECK(brief.clearable()[static_cast<std::size_t>(i)] == '\1');
  }
}

TEST_CASE("In hindsight the price that came true is the price, without a spread") {
  mandates::CompanySetup setup = fixtures::company_setup(kIrel);
  setup.hindsight = true;
  mandates::IrelMandate mandate(setup, fixtures::plain_parameters(), base::Draws(1));
  mandate.absorb(supply_opening(kIrel));
  mandate.absorb(fixtures::reading(kIrel, v1::QUANTITY_PRICE_NDPR_OUTSIDE, 80));
  mandate.prepare(kFirstDay);
  const agenda::Agenda agenda = fixtures::supply_agenda();
  const auto value = [&](double floor) {
    std::vector<double> values;
    mandate.values(kTable, {fixtures::package(agenda, {95, 0.255, 0, floor, 0, 3, 0, 0})}, values);
    return values[0];
  };
  CHECK(value(70) == Approx(value(0)));  // never used
  CHECK(value(90) > value(70));
  mandate.absorb(fixtures::reading(kIrel, v1::QUANTITY_FEED_FACTOR, 0));
  mandate.prepare(kFirstDay);
  CHECK(value(90) == Approx(value(0)));  // nothing was fed
}
