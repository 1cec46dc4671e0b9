#include <tests/support/catch.hpp>
#include <world/scenarios/fault.hpp>

namespace scenarios = monazite::scenarios;

TEST_CASE("A fault reads as place, finding, expectation and proposal") {
  scenarios::Fault fault;
  fault.file = "june-2025.toml";
  fault.line = 12;
  fault.column = 3;
  fault.found = "unknown key \"mined\"";
  fault.expected = "a key of [ore]";
  fault.nearest = "mined_reo_t_per_year";
  CHECK(scenarios::to_string(fault) ==
        "june-2025.toml:12:3: found unknown key \"mined\", expected a key of [ore]; did you mean "
        "mined_reo_t_per_year?");
  fault.nearest.clear();
  fault.line = 0;
  CHECK(scenarios::to_string(fault) ==
        "june-2025.toml: found unknown key \"mined\", expected a key of [ore]");
}

TEST_CASE("Several faults make one line each") {
  scenarios::Fault fault;
  fault.found = "x";
  CHECK(scenarios::to_string(std::vector<scenarios::Fault>{fault, fault}) == "found x\nfound x\n");
}

TEST_CASE("The nearest name is the one with the fewest edits, the first of equals") {
  CHECK(scenarios::nearest_name("comerce", {"mines", "commerce", "jogmec"}) == "commerce");
  CHECK(scenarios::nearest_name("wolume", {"volume", "wolumf"}) == "volume");
  CHECK(scenarios::nearest_name("meti_suply", {"meti_supply", "jogmec"}) == "meti_supply");
}

TEST_CASE("Nothing is proposed when no name comes close") {
  CHECK(scenarios::nearest_name("availability", {"ore", "japan"}).empty());
  CHECK(scenarios::nearest_name("ab", {"xy"}).empty());
  CHECK(scenarios::nearest_name("anything", {}).empty());
  CHECK(scenarios::nearest_name(std::string(5000, 'a'), {std::string(4999, 'a')}).empty());
}
