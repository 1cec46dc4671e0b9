#include <agents/preferences/staged_tables.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::preferences;

TEST_CASE("each stage has the table of its utility and its value of no deal") {
  const Domain domain = tests::as_negmas_reads("tied");
  auto schedule = Schedule::make(domain.profiles[0],
                                 {{0.5, domain.profiles[1].utility, 2}, {0.8, nullptr, 2.5}});
  REQUIRE(schedule.has_value());
  const StagedTables tables(domain.agenda, std::move(*schedule));
  const UtilityTable first(domain.agenda, domain.profiles[0]);
  const UtilityTable second(domain.agenda, domain.profiles[1]);
  REQUIRE(tables.stages() == 3);
  CHECK(tables.at(0.49).value(7) == first.value(7));
  CHECK(tables.at(0.49).reservation() == first.reservation());
  CHECK(tables.at(0.5).value(7) == second.value(7));
  CHECK(tables.at(0.5).reservation() == 2);
  CHECK(tables.at(1).value(7) == second.value(7));
  CHECK(tables.at(1).reservation() == 2.5);
}
