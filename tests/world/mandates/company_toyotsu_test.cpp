#include <memory>

#include <tests/support/catch.hpp>
#include <tests/world/mandates/company_fixture.hpp>
#include <tests/world/mandates/mandate_conformance.hpp>
#include <world/mandates/company_toyotsu.hpp>

using namespace monazite;
using fixtures::kFirstDay;
using fixtures::kIrel;
using fixtures::kProterial;
using fixtures::kShinEtsu;
using fixtures::kToyota;
using fixtures::kToyotsu;
using mandates::ToyotsuMandate;

namespace {

constexpr std::uint64_t kSupply = 1;
constexpr std::uint64_t kWithShinEtsu = 11;
constexpr std::uint64_t kWithProterial = 12;

ToyotsuMandate toyotsu(const equations::Parameters& parameters, double private_scale = 1) {
  mandates::CompanySetup setup = fixtures::company_setup(kToyotsu);
  setup.private_scale = private_scale;
  ToyotsuMandate mandate(setup, fixtures::maker_setups(), parameters, base::Draws(1));
  mandate.absorb(fixtures::opening(kSupply, v1::TABLE_SUPPLY_CONTRACT, kToyotsu, kToyotsu, kIrel,
                                   fixtures::supply_agenda(), kFirstDay, 40));
  const agenda::Agenda agenda = fixtures::allocation_agenda();
  mandate.absorb(fixtures::opening(kWithShinEtsu, v1::TABLE_ALLOCATION, kToyotsu, kShinEtsu,
                                   kToyotsu, agenda, kFirstDay, 500));
  mandate.absorb(fixtures::opening(kWithProterial, v1::TABLE_ALLOCATION, kToyotsu, kProterial,
                                   kToyotsu, agenda, kFirstDay, 500));
  mandate.prepare(kFirstDay);
  return mandate;
}

agenda::Outcome tonnes(double ndpr_t, double premium) {
  return fixtures::package(fixtures::allocation_agenda(), {ndpr_t, premium, 0});
}

bool clears(const ToyotsuMandate& mandate, std::uint64_t table, agenda::Outcome outcome) {
  v1::Clearance clearance;
  mandate.clear(table, outcome, clearance);
  return clearance.given();
}

fixtures::MandateCase conformance(const agenda::Agenda& agenda, v1::Table table,
                                  base::SeatId other) {
  fixtures::MandateCase what;
  what.name = "toyotsu";
  what.make = [] {
    return std::make_unique<ToyotsuMandate>(fixtures::company_setup(kToyotsu),
                                            fixtures::maker_setups(),
                                            fixtures::appraisal_parameters(), base::Draws(5));
  };
  what.self = kToyotsu;
  what.other = other;
  what.table = table;
  what.agenda = &agenda;
  what.first_day = kFirstDay;
  what.subjects = {kShinEtsu, kProterial, kToyota};
  return what;
}

}  // namespace

TEST_CASE("Toyotsu's mandate holds to what every mandate must hold to, at the table with IREL") {
  const agenda::Agenda agenda = fixtures::supply_agenda();
  fixtures::check_conformance(conformance(agenda, v1::TABLE_SUPPLY_CONTRACT, kIrel), 20);
}

TEST_CASE("Toyotsu's mandate holds to what every mandate must hold to, at the table with a maker") {
  const agenda::Agenda agenda = fixtures::allocation_agenda();
  fixtures::check_conformance(conformance(agenda, v1::TABLE_ALLOCATION, kShinEtsu), 20);
}

TEST_CASE(
    "A refinery that costs more lowers what Toyotsu pays and what every contract is worth to it") {
  const ToyotsuMandate usual = toyotsu(fixtures::plain_parameters());
  const ToyotsuMandate dear = toyotsu(fixtures::plain_parameters(), 1.5);
  CHECK(dear.reservation_price() == Approx(usual.reservation_price() - 9).margin(1e-6));
  const agenda::Outcome renewal =
      fixtures::package(fixtures::supply_agenda(), {95, 0.255, 5, 0, 0, 3, 0, 0});
  CHECK(dear.worth(kSupply, renewal).material() < usual.worth(kSupply, renewal).material());
}

TEST_CASE("Toyotsu clears a moderate premium and refuses one that eats its margin") {
  const ToyotsuMandate mandate = toyotsu(fixtures::plain_parameters());
  const agenda::Agenda agenda = fixtures::supply_agenda();
  CHECK(clears(mandate, kSupply, fixtures::package(agenda, {95, 0.255, 0, 0, 0, 7, 0, 0})));
  CHECK_FALSE(
      clears(mandate, kSupply, fixtures::package(agenda, {95, 0.255, 25, 130, 30, 7, 0.9, 1})));
}

TEST_CASE("Thin stocks of the makers raise what Toyotsu pays") {
  ToyotsuMandate mandate = toyotsu(fixtures::plain_parameters());
  const double usual = mandate.reservation_price();
  mandate.absorb(fixtures::reading(kToyotsu, v1::QUANTITY_MAKER_COVER, 20));
  mandate.prepare(kFirstDay);
  CHECK(mandate.reservation_price() > usual);
}

TEST_CASE("Toyotsu cannot promise a maker more than the quarter brings") {
  ToyotsuMandate mandate = toyotsu(fixtures::plain_parameters());
  CHECK(clears(mandate, kWithShinEtsu, tonnes(60, 5)));  // 1,000 t x 0.255 / 4 = 63.75 t
  mandate.absorb(fixtures::directive(kToyotsu, v1::ACT_DIRECT_FEED_HALF));
  mandate.prepare(kFirstDay);
  CHECK_FALSE(clears(mandate, kWithShinEtsu, tonnes(35, 5)));
  CHECK(clears(mandate, kWithShinEtsu, tonnes(30, 5)));
}

TEST_CASE("What was agreed with one maker this quarter is no longer there for the next") {
  ToyotsuMandate mandate = toyotsu(fixtures::plain_parameters());
  CHECK(clears(mandate, kWithProterial, tonnes(30, 5)));
  mandate.absorb(fixtures::agreement(kWithShinEtsu, v1::TABLE_ALLOCATION, tonnes(40, 5), kFirstDay,
                                     kFirstDay + 90));
  mandate.prepare(kFirstDay);
  CHECK_FALSE(clears(mandate, kWithProterial, tonnes(30, 5)));
  CHECK(clears(mandate, kWithProterial, tonnes(20, 5)));
  v1::Brief brief;
  mandate.brief_additions(kWithProterial, {tonnes(30, 5), tonnes(20, 5)}, brief);
  CHECK(brief.clearable() == std::string("\0\1", 2));
}

TEST_CASE("A better offer of another maker makes a tonne dearer") {
  ToyotsuMandate mandate = toyotsu(fixtures::plain_parameters());
  const auto worth = [&] { return mandate.worth(kWithShinEtsu, tonnes(40, 5)).material(); };
  const double before = worth();
  mandate.absorb(fixtures::offer(kWithProterial, kProterial, kToyotsu, tonnes(60, 15), kFirstDay));
  mandate.prepare(kFirstDay);
  CHECK(worth() < before);
  CHECK_FALSE(clears(mandate, kWithShinEtsu, tonnes(40, 5)));
}

TEST_CASE("Toyotsu believes more of a maker whose stock runs down") {
  ToyotsuMandate mandate = toyotsu(fixtures::plain_parameters());
  const auto believed_gain = [&] {
    v1::Brief brief;
    mandate.brief_additions(kWithShinEtsu, {tonnes(15, 0)}, brief);
    return brief.believed_other_musd(0) - brief.believed_other_reservation_musd();
  };
  mandate.absorb(fixtures::reading(kToyotsu, v1::QUANTITY_MAKER_COVER, 65, kShinEtsu));
  mandate.prepare(kFirstDay);
  const double before = believed_gain();
  mandate.absorb(fixtures::reading(kToyotsu, v1::QUANTITY_MAKER_COVER, 20, kShinEtsu));
  mandate.prepare(kFirstDay);
  CHECK(believed_gain() > before);
}

TEST_CASE("A stop of exports leaves the refinery with what it cannot sell") {
  ToyotsuMandate mandate = toyotsu(fixtures::plain_parameters());
  const double open = mandate.reservation_price();
  v1::Envelope message;
  message.mutable_policy_announcement()->set_kind(v1::PolicyAnnouncement::KIND_EXPORT_NOTIFICATION);
  message.mutable_policy_announcement()->set_act(v1::ACT_NOTIFY_STOP);
  mandate.absorb(message);
  mandate.prepare(kFirstDay);
  CHECK(mandate.reservation_price() < open);
  CHECK_FALSE(clears(mandate, kWithShinEtsu, tonnes(15, 5)));
}
