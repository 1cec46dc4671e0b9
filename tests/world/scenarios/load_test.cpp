#include <cstring>
#include <filesystem>
#include <fstream>

#include <protocol/base/calendar.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <tests/support/scratch.hpp>
#include <world/scenarios/load.hpp>
#include <world/scenarios/parameter_table.hpp>

namespace scenarios = monazite::scenarios;
namespace v1 = monazite::v1;
using monazite::test_support::june_2025;

namespace {

void check_same(const scenarios::Scenario& a, const scenarios::Scenario& b) {
  CHECK(a.text == b.text);
  CHECK(a.name == b.name);
  CHECK(a.first_day == b.first_day);
  CHECK(a.last_day == b.last_day);
  CHECK(a.planned_last_day == b.planned_last_day);
  CHECK(a.decisions_from == b.decisions_from);
  for (const auto& binding : scenarios::number_bindings()) {
    CAPTURE(binding.name);
    const std::size_t bytes = binding.count * sizeof(double);
    CHECK(std::memcmp(scenarios::numbers_of(a.parameters, binding),
                      scenarios::numbers_of(b.parameters, binding), bytes) == 0);
  }
  for (const auto& binding : scenarios::switch_bindings()) {
    CHECK(a.parameters.switches.*binding.member == b.parameters.switches.*binding.member);
  }
  REQUIRE(a.seats.size() == b.seats.size());
  for (std::size_t i = 0; i < a.seats.size(); ++i) CHECK(a.seats[i].name == b.seats[i].name);
  REQUIRE(a.numbers.size() == b.numbers.size());
  for (std::size_t i = 0; i < a.numbers.size(); ++i) {
    CHECK(a.numbers[i].key == b.numbers[i].key);
    CHECK(a.numbers[i].value == b.numbers[i].value);
    CHECK(a.numbers[i].source == b.numbers[i].source);
    CHECK(a.numbers[i].confidence == b.numbers[i].confidence);
  }
  REQUIRE(a.events.size() == b.events.size());
  for (std::size_t i = 0; i < a.events.size(); ++i) {
    CHECK(a.events[i].name == b.events[i].name);
    CHECK(a.events[i].day == b.events[i].day);
  }
  REQUIRE(a.offices.size() == b.offices.size());
  for (std::size_t i = 0; i < a.offices.size(); ++i)
    CHECK(a.offices[i].weight == b.offices[i].weight);
  CHECK(a.regime_path.magnet == b.regime_path.magnet);
  CHECK(a.consultation_conduct == b.consultation_conduct);
  REQUIRE(a.agendas.size() == b.agendas.size());
  for (std::size_t i = 0; i < a.agendas.size(); ++i) {
    CHECK(a.agendas[i].size() == b.agendas[i].size());
    CHECK(a.agendas[i].status_quo() == b.agendas[i].status_quo());
  }
}

}  // namespace

TEST_CASE("The text of a scenario gives the same scenario again, settings included") {
  const std::vector<scenarios::Settings> cases = {
      {},
      {"ore.mined_reo_t_per_year=2718.281828459045", "switches.audience=false"},
      {"calendar.last_day=2027-12-31", "conduct.consultation=kalai_smorodinsky"},
      {"event.request.enabled=false", "regime.risk_light=[0.1, 0.2, 0.3]"}};
  for (const auto& settings : cases) {
    const auto first = monazite::test_support::scenario("june-2025", settings);
    const auto again = scenarios::load_text(first.text, "recording");
    if (!again) FAIL(scenarios::to_string(again.error()));
    check_same(first, *again);
  }
}

TEST_CASE("Settings lie over the scenario") {
  const auto changed = monazite::test_support::scenario(
      "june-2025",
      {"ore.mined_reo_t_per_year=2000", "switches.audience=false", "conduct.consultation=nash",
       "office.commerce.can_veto=false", "agenda.consultation.volume_t_per_year.values=[0, 1000]"});
  CHECK(changed.parameters.ore.mined_reo_t_per_year == 2000);
  CHECK(changed.parameters.ore.crack_recovery == june_2025().parameters.ore.crack_recovery);
  CHECK(!changed.parameters.switches.audience);
  CHECK(changed.parameters.switches.relationship);
  CHECK(changed.consultation_conduct == v1::CONDUCT_NASH);
  CHECK(changed.supply_conduct == v1::CONDUCT_PROTOCOL);
  CHECK(changed.agendas[0].issues()[0].values == std::vector<double>{0, 1000});
}

TEST_CASE("A changed number is an assumption and no longer rests on its source") {
  const auto changed =
      monazite::test_support::scenario("june-2025", {"ore.mined_reo_t_per_year=2000"});
  for (const auto& number : changed.numbers) {
    if (number.key != "ore.mined_reo_t_per_year") continue;
    CHECK(number.value == 2000);
    CHECK(number.confidence == "assumption");
    CHECK(number.source.empty());
    CHECK(number.high == 5000);
    CHECK(number.unit == "t REO/year");
  }
}

TEST_CASE("A calendar cut short leaves out later events without a fault") {
  const auto cut = monazite::test_support::scenario("june-2025", {"calendar.last_day=2025-03-31"});
  CHECK(cut.events.empty());
  CHECK(cut.regime_path.magnet.size() == 15);
  CHECK(monazite::base::to_string(cut.last_day) == "2025-03-31");
  CHECK(monazite::base::to_string(cut.planned_last_day) == "2031-12-31");
}

TEST_CASE("A file extends a built-in scenario or a file beside it") {
  const std::filesystem::path folder = monazite::test_support::fresh_folder("load");
  const std::string base = folder / "base.toml";
  const std::string child = folder / "my-crisis.toml";
  std::ofstream(base)
      << "title = \"Base\"\nsummary = \"s\"\nextends = \"june-2025\"\n[switches]\ntrust = false\n";
  std::ofstream(child) << "title = \"Child\"\nextends = \"base.toml\"\n[switches]\nnoise = false\n";
  const auto loaded = scenarios::load(child);
  if (!loaded) FAIL(scenarios::to_string(loaded.error()));
  CHECK(loaded->title == "Child");
  CHECK(loaded->summary == "s");
  CHECK(loaded->name == "my-crisis");
  CHECK(!loaded->parameters.switches.trust);
  CHECK(!loaded->parameters.switches.noise);
  CHECK(loaded->text.find("extends =") == std::string::npos);
  std::filesystem::remove_all(folder);
}

TEST_CASE("An unknown name proposes the nearest scenario") {
  const auto loaded = scenarios::load("june-2024");
  REQUIRE(!loaded);
  REQUIRE(loaded.error().size() == 1);
  CHECK(loaded.error()[0].nearest == "june-2025");
  const auto missing = scenarios::load("/nowhere/at/all.toml");
  REQUIRE(!missing);
  CHECK(missing.error().size() == 1);
}
