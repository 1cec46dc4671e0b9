#include <tests/support/catch.hpp>
#include <tests/world/mandates/company_fixture.hpp>
#include <world/mandates/company_terms.hpp>

using namespace monazite;

TEST_CASE("A supply package reads as the numbers it was made of") {
  const agenda::Agenda agenda = fixtures::supply_agenda();
  const mandates::TermsReader reader(agenda);
  const agenda::Outcome outcome = fixtures::package(agenda, {125, 0.35, -5, 90, 20, 7, 0.5, 0.25});
  const treaty::SupplyTerms terms = reader.supply(agenda, outcome, {});
  CHECK(terms.reo_t_per_month == 125);
  CHECK(terms.ndpr_share == 0.35);
  CHECK(terms.premium_percent == -5);
  CHECK(terms.floor_usd_per_kg == 90);
  CHECK(terms.upside_share_percent == 20);
  CHECK(terms.term_years == 7);
  CHECK(terms.take_or_pay_share == 0.5);
  CHECK(terms.advance_years == 0.25);
}

TEST_CASE("An allocation reads as the numbers it was made of") {
  const agenda::Agenda agenda = fixtures::allocation_agenda();
  const mandates::TermsReader reader(agenda);
  const treaty::AllocationTerms terms =
      reader.allocation(agenda, fixtures::package(agenda, {40, 15, 10}), {});
  CHECK(terms.ndpr_t_per_quarter == 40);
  CHECK(terms.premium_percent == 15);
  CHECK(terms.flexibility_percent == 10);
}

TEST_CASE("An issue that an agenda lacks stays as it is") {
  const agenda::Agenda small = fixtures::made(
      agenda::Agenda::make("small", {fixtures::issue("premium_percent", {0, 5}, 0)}));
  const mandates::TermsReader reader(small);
  const treaty::SupplyTerms terms = reader.supply(small, 1, fixtures::contract());
  CHECK(terms.premium_percent == 5);
  CHECK(terms.reo_t_per_month == 95);
  CHECK(terms.term_years == 3);
}

TEST_CASE("The reader agrees with the treaty's on every package of an allocation") {
  const agenda::Agenda agenda = fixtures::allocation_agenda();
  const mandates::TermsReader reader(agenda);
  for (agenda::Outcome outcome = 0; outcome < agenda.size(); ++outcome) {
    const treaty::AllocationTerms ours = reader.allocation(agenda, outcome, {});
    const treaty::AllocationTerms theirs = treaty::read_allocation(agenda, outcome, {});
    REQUIRE(ours.ndpr_t_per_quarter == theirs.ndpr_t_per_quarter);
    REQUIRE(ours.premium_percent == theirs.premium_percent);
    REQUIRE(ours.flexibility_percent == theirs.flexibility_percent);
  }
}

TEST_CASE("The reader agrees with the treaty's on supply packages") {
  const agenda::Agenda agenda = fixtures::supply_agenda();
  const mandates::TermsReader reader(agenda);
  for (agenda::Outcome outcome = 0; outcome < agenda.size(); outcome += 997) {
    const treaty::SupplyTerms ours = reader.supply(agenda, outcome, {});
    const treaty::SupplyTerms theirs = treaty::read_supply(agenda, outcome, {});
    REQUIRE(ours.reo_t_per_month == theirs.reo_t_per_month);
    REQUIRE(ours.ndpr_share == theirs.ndpr_share);
    REQUIRE(ours.premium_percent == theirs.premium_percent);
    REQUIRE(ours.floor_usd_per_kg == theirs.floor_usd_per_kg);
    REQUIRE(ours.upside_share_percent == theirs.upside_share_percent);
    REQUIRE(ours.term_years == theirs.term_years);
    REQUIRE(ours.take_or_pay_share == theirs.take_or_pay_share);
    REQUIRE(ours.advance_years == theirs.advance_years);
  }
}
