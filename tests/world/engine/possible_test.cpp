#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/engine/history.hpp>
#include <world/engine/possible.hpp>

using namespace monazite;

TEST_CASE("a memorandum that promises more NdPr than the mine can bring is not on the table") {
  const scenarios::Scenario& scenario = test_support::june_2025();
  const base::Roster roster = engine::make_roster(scenario);
  engine::Stage stage(scenario, roster, base::Draws(1));
  const auto possible = engine::possible_packages(stage, v1::TABLE_CONSULTATION);
  const agenda::Agenda& agenda = scenario.agendas[0];
  CHECK(possible(agenda.status_quo()));
  const std::size_t volume = *agenda.find("volume_t_per_year");
  const std::size_t mix = *agenda.find("ndpr_share");
  agenda::Outcome most =
      agenda.with_level(agenda.status_quo(), volume, agenda.issues()[volume].levels() - 1);
  most = agenda.with_level(most, mix, agenda.issues()[mix].levels() - 1);
  CHECK_FALSE(possible(most));
  // The same tonnes as La/Ce only can be brought.
  CHECK(possible(agenda.with_level(most, mix, 0)));
}
