#include <memory>

#include <tests/support/catch.hpp>
#include <tests/world/mandates/company_fixture.hpp>
#include <tests/world/mandates/mandate_conformance.hpp>
#include <world/mandates/company_maker.hpp>

using namespace monazite;
using fixtures::kFirstDay;
using fixtures::kShinEtsu;
using fixtures::kToyotsu;
using mandates::MakerMandate;

namespace {

constexpr std::uint64_t kTable = 21;

MakerMandate maker(double private_scale = 1) {
  mandates::CompanySetup setup = fixtures::company_setup(kShinEtsu);
  setup.private_scale = private_scale;
  MakerMandate mandate(setup, fixtures::maker_setups()[0], fixtures::plain_parameters(),
                       base::Draws(1));
  mandate.absorb(fixtures::opening(kTable, v1::TABLE_ALLOCATION, kShinEtsu, kShinEtsu, kToyotsu,
                                   fixtures::allocation_agenda(), kFirstDay, 500));
  mandate.prepare(kFirstDay);
  return mandate;
}

agenda::Outcome tonnes(double ndpr_t, double premium) {
  return fixtures::package(fixtures::allocation_agenda(), {ndpr_t, premium, 0});
}

void tell_cover(MakerMandate& mandate, double days) {
  mandate.absorb(fixtures::reading(kShinEtsu, v1::QUANTITY_MAKER_COVER, days, kShinEtsu));
  mandate.prepare(kFirstDay);
}

}  // namespace

TEST_CASE("A maker's mandate holds to what every mandate must hold to") {
  const agenda::Agenda agenda = fixtures::allocation_agenda();
  fixtures::MandateCase what;
  what.name = "shin_etsu";
  what.make = [] {
    return std::make_unique<MakerMandate>(fixtures::company_setup(kShinEtsu),
                                          fixtures::maker_setups()[0],
                                          fixtures::appraisal_parameters(), base::Draws(5));
  };
  what.self = kShinEtsu;
  what.other = kToyotsu;
  what.table = v1::TABLE_ALLOCATION;
  what.agenda = &agenda;
  what.first_day = kFirstDay;
  what.subjects = {kShinEtsu};
  fixtures::check_conformance(what, 20);
}

TEST_CASE("Half the stock raises a maker's reservation premium and lowers its worth of no deal") {
  MakerMandate mandate = maker();
  tell_cover(mandate, 60);
  const double premium = mandate.reservation_premium(15);
  const double nothing = mandate.reservation(kTable);
  tell_cover(mandate, 30);
  CHECK(mandate.reservation_premium(15) > premium);
  CHECK(mandate.reservation(kTable) < nothing);
}

TEST_CASE("A late ship raises a maker's reservation premium until it lands") {
  MakerMandate mandate = maker();
  tell_cover(mandate, 40);
  const double usual = mandate.reservation_premium(15);
  v1::Envelope cargo;
  cargo.mutable_shipment()->set_reo_t(80);
  cargo.mutable_shipment()->set_ndpr_t(20);
  cargo.mutable_shipment()->set_left_day(kFirstDay.number);
  cargo.mutable_shipment()->set_due_day(kFirstDay.number + 20);
  mandate.absorb(cargo);
  const base::Day later = base::add_months(kFirstDay, 2);
  mandate.prepare(later);
  const double late = mandate.reservation_premium(15);
  CHECK(late > usual);
  cargo.mutable_shipment()->set_landed(true);
  mandate.absorb(cargo);
  mandate.prepare(later);
  CHECK(mandate.reservation_premium(15) < late);
}

TEST_CASE("A report of late cargoes does the same when no bill of lading was seen") {
  MakerMandate mandate = maker();
  tell_cover(mandate, 40);
  const double usual = mandate.reservation_premium(15);
  mandate.absorb(fixtures::reading(kShinEtsu, v1::QUANTITY_LATE_CARGO, 2));
  mandate.prepare(kFirstDay);
  CHECK(mandate.reservation_premium(15) > usual);
}

TEST_CASE("A maker that loses more by a missing kg pays more") {
  MakerMandate usual = maker();
  MakerMandate afraid = maker(3);
  tell_cover(usual, 30);
  tell_cover(afraid, 30);
  CHECK(afraid.reservation_premium(15) > usual.reservation_premium(15));
}

TEST_CASE("A maker clears what is worth no less than none") {
  MakerMandate mandate = maker();
  tell_cover(mandate, 40);
  v1::Clearance clearance;
  mandate.clear(kTable, tonnes(15, -5), clearance);
  CHECK(clearance.given());
  tell_cover(mandate, 300);  // stores are full
  v1::Clearance refused;
  mandate.clear(kTable, tonnes(15, 15), refused);
  CHECK_FALSE(refused.given());
  CHECK(refused.reason().code() == v1::REASON_CODE_SIDE_LOSES);
}

TEST_CASE("A maker does nothing outside its table: ordering ahead is continuous in the economy") {
  v1::Brief brief;
  maker().brief_acts(brief);
  REQUIRE(brief.acts_size() == 1);
  CHECK(brief.acts(0).act() == v1::ACT_NONE);
}

TEST_CASE("Home signs no quarter without tonnes, since it moves nothing") {
  MakerMandate mandate = maker();
  tell_cover(mandate, 20);
  v1::Clearance clearance;
  mandate.clear(kTable, tonnes(0, -5), clearance);
  CHECK_FALSE(clearance.given());
  CHECK(clearance.reason().note().find("moves nothing") != std::string::npos);
  v1::Clearance some;
  mandate.clear(kTable, tonnes(15, -5), some);
  CHECK(some.given());
  // It is worth what no deal is worth, no less.
  std::vector<double> values;
  mandate.values(kTable, {tonnes(0, -5)}, values);
  CHECK(values[0] == Approx(mandate.reservation(kTable)));
}
