#include <cstdlib>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <tests/world/engine/scenario_kit.hpp>
#include <world/scenarios/load.hpp>

using namespace monazite;

/// One of your own is put through it by
///   MONAZITE_SCENARIO=mine.toml ./monazite test -R "every scenario"
TEST_CASE("every scenario keeps the rules, tells nobody too much and repeats itself") {
  for (const scenarios::Listed& listed : scenarios::list_builtin()) {
    INFO(listed.name);
    const scenarios::Scenario scenario = test_support::scenario(listed.name.c_str());
    CHECK(test_support::faults_in_history(scenario, 1) == std::vector<std::string>{});
  }
  const char* const own = std::getenv("MONAZITE_SCENARIO");
  if (own == nullptr) return;
  const scenarios::Loaded loaded = scenarios::load_file(own);
  if (!loaded) FAIL(scenarios::to_string(loaded.error()));
  INFO(own);
  CHECK(test_support::faults_in_history(*loaded, 1) == std::vector<std::string>{});
}

TEST_CASE("the kit sees a scenario that ends within a month") {
  scenarios::Scenario scenario =
      test_support::scenario("june-2025", {"calendar.last_day=2024-12-31"});
  CHECK(test_support::faults_in_history(scenario, 1) == std::vector<std::string>{});
  scenario.last_day = scenario.last_day + -5;
  CHECK(test_support::faults_in_history(scenario, 1) ==
        std::vector<std::string>{"months are missing"});
}
