#include <memory>

#include <tests/support/catch.hpp>
#include <tests/world/mandates/company_fixture.hpp>
#include <tests/world/mandates/mandate_conformance.hpp>
#include <world/mandates/company_irel.hpp>

using namespace monazite;
using fixtures::kFirstDay;
using fixtures::kIrel;
using fixtures::kToyotsu;
using mandates::IrelMandate;

namespace {

constexpr std::uint64_t kTable = 1;

IrelMandate at_table(const equations::Parameters& parameters, double private_scale = 1,
                     std::uint64_t seed = 1) {
  mandates::CompanySetup setup = fixtures::company_setup(kIrel);
  setup.private_scale = private_scale;
  IrelMandate mandate(setup, parameters, base::Draws(seed));
  mandate.absorb(fixtures::opening(kTable, v1::TABLE_SUPPLY_CONTRACT, kIrel, kToyotsu, kIrel,
                                   fixtures::supply_agenda(), kFirstDay, 40));
  mandate.prepare(kFirstDay);
  return mandate;
}

/// The contract as it is, at a premium.
agenda::Outcome renewal(double premium, double tonnes = 95, double share = 0.255) {
  return fixtures::package(fixtures::supply_agenda(), {tonnes, share, premium, 50, 0, 3, 0.5, 0});
}

v1::Clearance cleared(const IrelMandate& mandate, agenda::Outcome outcome) {
  v1::Clearance clearance;
  mandate.clear(kTable, outcome, clearance);
  return clearance;
}

}  // namespace

TEST_CASE("IREL's mandate holds to what every mandate must hold to") {
  const agenda::Agenda agenda = fixtures::supply_agenda();
  fixtures::MandateCase what;
  what.name = "irel";
  what.make = [] {
    return std::make_unique<IrelMandate>(fixtures::company_setup(kIrel),
                                         fixtures::appraisal_parameters(), base::Draws(5));
  };
  what.self = kIrel;
  what.other = kToyotsu;
  what.table = v1::TABLE_SUPPLY_CONTRACT;
  what.agenda = &agenda;
  what.first_day = kFirstDay;
  what.subjects = {fixtures::kShinEtsu, fixtures::kToyota};
  fixtures::check_conformance(what, 20);
}

TEST_CASE(
    "IREL clears a renewal at a premium and refuses a short contract below the index for its long "
    "one") {
  const IrelMandate mandate = at_table(fixtures::plain_parameters());
  CHECK(cleared(mandate, renewal(10)).given());
  const agenda::Outcome short_and_cheap =
      fixtures::package(fixtures::supply_agenda(), {95, 0.255, -10, 0, 0, 1, 0, 0});
  const v1::Clearance refused = cleared(mandate, short_and_cheap);
  CHECK_FALSE(refused.given());
  CHECK(refused.reason().code() == v1::REASON_CODE_SIDE_LOSES);
  CHECK(refused.reason().a() < 0);
}

TEST_CASE("A direction of atomic energy forbids packages with more than it allows") {
  IrelMandate mandate = at_table(fixtures::plain_parameters());
  mandate.absorb(fixtures::directive(kIrel, v1::ACT_DIRECT_FEED_HALF));
  mandate.prepare(kFirstDay);
  const v1::Clearance full = cleared(mandate, renewal(10));
  CHECK_FALSE(full.given());
  CHECK(full.named() == v1::OFFICE_ATOMIC_ENERGY);
  CHECK(cleared(mandate, renewal(25, 25)).named() == v1::OFFICE_NONE);

  mandate.absorb(fixtures::directive(kIrel, v1::ACT_DIRECT_FEED_LIGHT));
  mandate.prepare(kFirstDay);
  CHECK(cleared(mandate, renewal(10)).named() == v1::OFFICE_ATOMIC_ENERGY);
  CHECK(cleared(mandate, renewal(10, 95, 0.05)).named() == v1::OFFICE_NONE);

  mandate.absorb(fixtures::directive(kIrel, v1::ACT_DIRECT_FEED_FULL));
  mandate.prepare(kFirstDay);
  CHECK(cleared(mandate, renewal(10)).given());
}

TEST_CASE("The brief marks what a direction forbids as not clearable") {
  IrelMandate mandate = at_table(fixtures::plain_parameters());
  mandate.absorb(fixtures::directive(kIrel, v1::ACT_DIRECT_FEED_STOP));
  mandate.prepare(kFirstDay);
  v1::Brief brief;
  mandate.brief_additions(kTable, {renewal(25), renewal(25, 25)}, brief);
  CHECK(brief.clearable() == std::string(2, '\0'));
}

TEST_CASE("IREL can promise neither more than the memorandum nor more than the mine") {
  IrelMandate mandate = at_table(fixtures::plain_parameters());
  CHECK_FALSE(cleared(mandate, renewal(25, 150)).given());
  CHECK_FALSE(cleared(mandate, renewal(25, 95, 0.35)).given());
  mandate.absorb(fixtures::reading(kIrel, v1::QUANTITY_INDIA_NDPR_OWN_OUTPUT, 100));
  mandate.prepare(kFirstDay);
  CHECK_FALSE(cleared(mandate, renewal(25)).given());
}

TEST_CASE("A memorandum for more tonnes allows a contract for more") {
  IrelMandate mandate = at_table(fixtures::plain_parameters());
  const agenda::Outcome larger = renewal(10, 150);
  CHECK_FALSE(cleared(mandate, larger).given());
  const agenda::Outcome signed_package =
      fixtures::package(fixtures::memorandum_agenda(), {2000, 0.255});
  mandate.absorb(
      fixtures::agreement(99, v1::TABLE_CONSULTATION, signed_package, kFirstDay, kFirstDay + 400));
  mandate.prepare(kFirstDay);
  CHECK(cleared(mandate, larger).given());
  mandate.prepare(kFirstDay + 401);  // the memorandum has run out
  CHECK_FALSE(cleared(mandate, larger).given());
}

TEST_CASE(
    "What IREL feels of NdPr kept at home raises its least price and nothing else of the world") {
  const IrelMandate usual = at_table(fixtures::plain_parameters());
  const IrelMandate attached = at_table(fixtures::plain_parameters(), 1.5);
  CHECK(attached.reservation_price() > usual.reservation_price());
  CHECK(attached.worth(kTable, renewal(0)).relationship() ==
        usual.worth(kTable, renewal(0)).relationship());
}

TEST_CASE("IREL differs from one seed to another unless private types are switched off") {
  equations::Parameters spread = fixtures::appraisal_parameters();
  const double one = at_table(spread, 1, 1).reservation_price();
  const double two = at_table(spread, 1, 2).reservation_price();
  CHECK(one != two);
  spread.switches.private_types = false;
  CHECK(at_table(spread, 1, 1).reservation_price() == at_table(spread, 1, 2).reservation_price());
}

TEST_CASE("A falling Indian stock raises IREL's least price, a falling price its need of a floor") {
  IrelMandate mandate = at_table(fixtures::plain_parameters());
  mandate.absorb(fixtures::reading(kIrel, v1::QUANTITY_INDIA_NDPR_STOCK, 800));
  mandate.prepare(kFirstDay);
  const double plenty = mandate.reservation_price();
  mandate.absorb(fixtures::reading(kIrel, v1::QUANTITY_INDIA_NDPR_STOCK, 100));
  mandate.prepare(kFirstDay);
  CHECK(mandate.reservation_price() > plenty);

  const auto worth_of_floor = [&] {
    const agenda::Agenda agenda = fixtures::supply_agenda();
    std::vector<double> values;
    mandate.values(kTable,
                   {fixtures::package(agenda, {95, 0.255, 0, 50, 0, 3, 0, 0}),
                    fixtures::package(agenda, {95, 0.255, 0, 0, 0, 3, 0, 0})},
                   values);
    return values[0] - values[1];
  };
  mandate.absorb(fixtures::reading(kIrel, v1::QUANTITY_PRICE_NDPR_OUTSIDE, 80));
  mandate.prepare(kFirstDay);
  const double in_a_boom = worth_of_floor();
  for (int i = 0; i < 6; ++i) {
    mandate.absorb(fixtures::reading(kIrel, v1::QUANTITY_PRICE_NDPR_OUTSIDE, 30));
  }
  mandate.prepare(kFirstDay);
  CHECK(worth_of_floor() > in_a_boom);
}

TEST_CASE(
    "A contract that ran out binds IREL no longer: the arrangement found at the start goes on") {
  IrelMandate mandate = at_table(fixtures::plain_parameters());
  const base::Day until = kFirstDay + 400;
  mandate.absorb(
      fixtures::agreement(kTable, v1::TABLE_SUPPLY_CONTRACT, renewal(10, 150), kFirstDay, until));
  mandate.prepare(until);
  CHECK(mandate.contract().reo_t_per_month == 150);
  CHECK(mandate.contract().premium_percent == 10);
  mandate.prepare(until + 1);
  CHECK(mandate.contract().reo_t_per_month == 95);
  CHECK(mandate.contract().premium_percent == 0);
  CHECK(mandate.contract().floor_usd_per_kg == 0);
}

TEST_CASE("IREL signs no contract without tonnes") {
  const IrelMandate mandate = at_table(fixtures::plain_parameters());
  CHECK_FALSE(cleared(mandate, renewal(25, 0)).given());
}
