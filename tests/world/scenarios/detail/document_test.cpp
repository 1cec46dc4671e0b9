#include <string>
#include <string_view>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <tests/world/scenarios/faults.hpp>

namespace scenarios = monazite::scenarios;
using monazite::test_support::fault_of;
using monazite::test_support::faults_of;

namespace {

const scenarios::Provenance& number(const scenarios::Scenario& scenario, std::string_view key) {
  for (const auto& candidate : scenario.numbers) {
    if (candidate.key == key) return candidate;
  }
  FAIL("no number " << key);
  return scenario.numbers.front();
}

scenarios::Scenario over_june(const std::string& body) {
  auto loaded = scenarios::load_text("extends = \"june-2025\"\n" + body, "mine.toml");
  if (!loaded) FAIL(scenarios::to_string(loaded.error()));
  return *std::move(loaded);
}

}  // namespace

TEST_CASE("Broken TOML is one fault with its place") {
  const auto loaded = scenarios::load_text("title = \"x\"\n[ore\na = 1\n", "my.toml");
  REQUIRE(!loaded);
  REQUIRE(loaded.error().size() == 1);
  CHECK(loaded.error()[0].file == "my.toml");
  CHECK(loaded.error()[0].line == 2);
  CHECK(loaded.error()[0].column == 5);
  CHECK(loaded.error()[0].found.find("broken TOML") == 0);
}

TEST_CASE("A name given twice is broken TOML") {
  CHECK(fault_of("[switches]\nnoise = true\nnoise = false\n").find("my.toml:6:") == 0);
  CHECK(fault_of("[event.a]\n[event.a]\n").find("my.toml:5:") == 0);
}

TEST_CASE("An unknown base proposes the nearest") {
  const auto loaded = scenarios::load_text("extends = \"trad\"", "my.toml");
  REQUIRE(!loaded);
  CHECK(scenarios::to_string(loaded.error()[0]) ==
        "my.toml:1:11: found unknown scenario \"trad\" in extends, expected the name of a scenario "
        "or the "
        "path of a TOML file; did you mean trade?");
}

TEST_CASE("A changed value keeps range, unit and meaning, and becomes an assumption") {
  const auto scenario = over_june("[ore]\nmined_reo_t_per_year = 2500\n");
  const auto& before = number(monazite::test_support::june_2025(), "ore.mined_reo_t_per_year");
  const auto& after = number(scenario, "ore.mined_reo_t_per_year");
  CHECK(after.value == 2500);
  CHECK(after.confidence == "assumption");
  CHECK(after.source.empty());
  CHECK(after.low == before.low);
  CHECK(after.high == before.high);
  CHECK(after.meaning == before.meaning);
  CHECK(before.confidence == "stored");
}

TEST_CASE("A changed value may bring its own range and grounds") {
  const auto scenario = over_june(
      "[ore]\nmined_reo_t_per_year = { value = 6000, range = [2000, 9000], confidence = "
      "\"stored\", source = "
      "\"PIB15\" }\n");
  const auto& after = number(scenario, "ore.mined_reo_t_per_year");
  CHECK(after.value == 6000);
  CHECK(after.high == 9000);
  CHECK(after.confidence == "stored");
  CHECK(after.source == "PIB15");
}

TEST_CASE("New grounds do not inherit the old source") {
  CHECK(fault_of("[ore]\nmined_reo_t_per_year = { value = 2500, confidence = \"stored\" }\n")
            .find("confidence \"stored\" without a source") != std::string::npos);
}

TEST_CASE(
    "Settings that cannot be read are named by their number, and the rest is read all the same") {
  const auto faults = faults_of("", {"switches.noise=false", "foo", "=3", "ore.availability_mean=7",
                                     "oar.x=1", "conduct.supply=nsh"});
  REQUIRE(faults.size() == 5);
  CHECK(faults[0].find("--set:2:") == 0);
  CHECK(faults[0].find("found \"foo\", expected key=value") != std::string::npos);
  CHECK(faults[1].find("--set:3:1: found \"=3\"") == 0);
  CHECK(faults[2] == "--set:4:23: found number 7, expected a number from 0.6 to 1");
  CHECK(faults[3] ==
        "--set:5:1: found unknown key \"oar\", expected a key of a scenario; did you mean ore?");
  CHECK(faults[4].find("--set:6:16: found \"nsh\"") == 0);
}

TEST_CASE("A setting cannot smuggle in a second line") {
  CHECK(fault_of("", {"switches.noise=false\nswitches.acts=false"}).find("--set:1:1: found") == 0);
}
