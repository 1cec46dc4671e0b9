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

MakerMandate maker(const equations::Parameters& parameters, std::uint64_t seed = 1) {
  MakerMandate mandate(fixtures::company_setup(kShinEtsu), fixtures::maker_setups()[0], parameters,
                       base::Draws(seed));
  mandate.absorb(fixtures::opening(kTable, v1::TABLE_ALLOCATION, kShinEtsu, kShinEtsu, kToyotsu,
                                   fixtures::allocation_agenda(), kFirstDay, 500, 8));
  mandate.prepare(kFirstDay);
  return mandate;
}

v1::Brief brief_of(const mandates::Mandate& mandate) {
  v1::Brief brief;
  mandate.brief_table(kTable, brief);
  return brief;
}

}  // namespace

TEST_CASE("The scale of a table is set when it opens and stays") {
  MakerMandate mandate = maker(fixtures::plain_parameters());
  const v1::Brief first = brief_of(mandate);
  CHECK(first.lowest_musd() < first.highest_musd());
  mandate.absorb(fixtures::reading(kShinEtsu, v1::QUANTITY_MAKER_COVER, 10, kShinEtsu));
  mandate.prepare(kFirstDay + 3);
  const v1::Brief later = brief_of(mandate);
  CHECK(later.lowest_musd() == first.lowest_musd());
  CHECK(later.highest_musd() == first.highest_musd());
  CHECK(later.reservation_musd() != first.reservation_musd());
}

TEST_CASE("A package that a home refused is named and no longer clearable") {
  MakerMandate mandate = maker(fixtures::plain_parameters());
  const v1::Brief before = brief_of(mandate);
  std::size_t good = 0;
  while (good < before.clearable().size() && before.clearable()[good] == '\0') ++good;
  REQUIRE(good < before.clearable().size());
  const v1::Envelope start =
      fixtures::opening(kTable, v1::TABLE_ALLOCATION, kShinEtsu, kShinEtsu, kToyotsu,
                        fixtures::allocation_agenda(), kFirstDay, 500, 8);
  v1::Envelope refusal;
  refusal.set_conversation(kTable);
  refusal.mutable_clearance()->set_outcome(start.opening().sample(static_cast<int>(good)));
  mandate.absorb(refusal);
  mandate.prepare(kFirstDay);
  const v1::Brief after = brief_of(mandate);
  CHECK(after.clearable()[good] == '\0');
  REQUIRE(after.barred_size() == 1);
  CHECK(after.barred(0) == start.opening().sample(static_cast<int>(good)));
}

TEST_CASE("Nothing heard, nothing changed: preparing again gives the same brief") {
  MakerMandate mandate = maker(fixtures::appraisal_parameters());
  const std::string before = brief_of(mandate).SerializeAsString();
  mandate.prepare(kFirstDay + 1);
  mandate.prepare(kFirstDay + 2);
  CHECK(brief_of(mandate).SerializeAsString() == before);
}

TEST_CASE("A seat's error about the other is drawn once for a table and differs between tables") {
  MakerMandate mandate = maker(fixtures::appraisal_parameters());
  const v1::Brief first = brief_of(mandate);
  mandate.absorb(fixtures::reading(kShinEtsu, v1::QUANTITY_MAKER_COVER, 65, kShinEtsu));
  mandate.prepare(kFirstDay + 5);
  const v1::Brief later = brief_of(mandate);
  CHECK(later.believed_other_musd(100) == first.believed_other_musd(100));

  MakerMandate elsewhere(fixtures::company_setup(kShinEtsu), fixtures::maker_setups()[0],
                         fixtures::appraisal_parameters(), base::Draws(1));
  elsewhere.absorb(fixtures::opening(kTable, v1::TABLE_ALLOCATION, kShinEtsu, kShinEtsu, kToyotsu,
                                     fixtures::allocation_agenda(), kFirstDay + 91, 500, 8));
  elsewhere.prepare(kFirstDay + 91);
  CHECK(brief_of(elsewhere).believed_other_musd(100) != first.believed_other_musd(100));
}

TEST_CASE("Companies have no audience and no offices") {
  const MakerMandate mandate = maker(fixtures::plain_parameters());
  CHECK(mandate.worth(kTable, 100).audience() == 0);
  CHECK(mandate.reservation_worth(kTable).audience() == 0);
  CHECK(brief_of(mandate).offices_size() == 0);
}
