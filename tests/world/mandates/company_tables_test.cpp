#include <tests/support/catch.hpp>
#include <tests/world/mandates/company_fixture.hpp>
#include <tests/world/mandates/mandate_conformance.hpp>
#include <world/mandates/company_tables.hpp>

using namespace monazite;
using fixtures::kIrel;
using fixtures::kToyotsu;
using mandates::CompanyTables;

namespace {

constexpr base::Day kDay{20000};

v1::Envelope supply_opening(std::uint64_t conversation) {
  return fixtures::opening(conversation, v1::TABLE_SUPPLY_CONTRACT, kIrel, kToyotsu, kIrel,
                           fixtures::supply_agenda(), kDay, 50, 10);
}

}  // namespace

TEST_CASE("A table is known from its opening") {
  CompanyTables tables(kIrel);
  CHECK(tables.find(3) == nullptr);
  tables.absorb(supply_opening(3));
  const mandates::CompanyTable* table = tables.find(3);
  REQUIRE(table != nullptr);
  CHECK(table->other == kToyotsu);
  CHECK(table->agenda.size() == fixtures::supply_agenda().size());
  CHECK(table->opened == kDay);
  CHECK(table->deadline_rounds == 10);
  CHECK(table->sample.size() >= 40);
  CHECK(tables.any_open(v1::TABLE_SUPPLY_CONTRACT));
  CHECK_FALSE(tables.any_open(v1::TABLE_ALLOCATION));
}

TEST_CASE("Other people's tables are no concern") {
  CompanyTables tables(fixtures::kToyota);
  tables.absorb(supply_opening(3));
  CHECK(tables.find(3) == nullptr);
}

TEST_CASE("Urgency is the share of the deadline that is used up") {
  CompanyTables tables(kIrel);
  tables.absorb(supply_opening(3));
  CHECK(tables.find(3)->urgency() == 0);
  tables.absorb(fixtures::offer(3, kToyotsu, kIrel, 5, kDay));
  tables.absorb(fixtures::offer(3, kIrel, kToyotsu, 6, kDay));
  CHECK(tables.find(3)->urgency() == Approx(0.2));
  for (int i = 0; i < 20; ++i) tables.absorb(fixtures::offer(3, kToyotsu, kIrel, 5, kDay));
  CHECK(tables.find(3)->urgency() == 1);
}

TEST_CASE("The other's offers are kept once each, the newest last") {
  CompanyTables tables(kIrel);
  tables.absorb(supply_opening(3));
  for (const std::uint64_t outcome : {5U, 6U, 5U}) {
    tables.absorb(fixtures::offer(3, kToyotsu, kIrel, outcome, kDay));
  }
  tables.absorb(fixtures::offer(3, kIrel, kToyotsu, 9, kDay));
  CHECK(tables.find(3)->offers_of_other == std::vector<agenda::Outcome>{6, 5});
}

TEST_CASE("What a home refused is barred, what it cleared is not") {
  CompanyTables tables(kIrel);
  tables.absorb(supply_opening(3));
  v1::Envelope message;
  message.set_conversation(3);
  message.mutable_clearance()->set_outcome(11);
  message.mutable_clearance()->set_given(true);
  tables.absorb(message);
  CHECK_FALSE(tables.find(3)->is_barred(11));
  message.mutable_clearance()->set_given(false);
  tables.absorb(message);
  tables.absorb(message);
  CHECK(tables.find(3)->is_barred(11));
  CHECK(tables.find(3)->barred.size() == 1);
}

TEST_CASE("A closed table is no longer open but known until another opens on a later day") {
  CompanyTables tables(kIrel);
  tables.absorb(supply_opening(3));
  v1::Envelope message;
  message.set_conversation(3);
  message.mutable_closing()->set_how(v1::Closing::HOW_DEADLINE);
  tables.absorb(message);
  CHECK_FALSE(tables.any_open(v1::TABLE_SUPPLY_CONTRACT));
  REQUIRE(tables.find(3) != nullptr);
  v1::Envelope next = supply_opening(4);
  next.set_day(tables.find(3)->opened.number);
  tables.absorb(next);
  CHECK(tables.find(3) != nullptr);
  next.set_conversation(5);
  next.set_day(next.day() + 1);
  tables.absorb(next);
  CHECK(tables.find(3) == nullptr);
  CHECK(tables.find(4) != nullptr);  // it is open
  CHECK(tables.any_open(v1::TABLE_SUPPLY_CONTRACT));
}
