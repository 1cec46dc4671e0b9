// Whatever a file looks like, reading it gives a scenario or faults that have a place.
#include <algorithm>
#include <string>

#include <tests/support/catch.hpp>
#include <tests/support/mutation.hpp>
#include <tests/support/scenario.hpp>
#include <world/scenarios/builtin.hpp>
#include <world/scenarios/load.hpp>

namespace scenarios = monazite::scenarios;

namespace {

const std::vector<std::string> kPieces = {"=",
                                          "[",
                                          "]",
                                          "[[",
                                          "\"",
                                          "\n",
                                          "{",
                                          "}",
                                          ",",
                                          ".",
                                          "#",
                                          "-",
                                          "9999999999",
                                          "1e400",
                                          "nan",
                                          "true",
                                          "''",
                                          "\xff",
                                          std::string(1, '\0'),
                                          "2025-02-30",
                                          "2025-06-13",
                                          "value = ",
                                          "ore",
                                          "range",
                                          "source",
                                          "\\u",
                                          "[]"};

void check(const std::string& text, int& loads, int& faulty) {
  const auto loaded = scenarios::load_text(text, "mutant.toml");
  if (loaded) {
    ++loads;
    return;
  }
  ++faulty;
  REQUIRE(!loaded.error().empty());
  for (const auto& fault : loaded.error()) {
    CHECK(fault.line >= 1);
    CHECK(fault.column >= 1);
    CHECK(!fault.file.empty());
    CHECK(!fault.found.empty());
  }
}

}  // namespace

TEST_CASE("Mutants of a scenario file are read or refused with a place, never anything else") {
  const std::string text(*scenarios::builtin_text("june-2025"));
  monazite::test_support::Mutator mutator(20250613, kPieces, 4);
  int loads = 0;
  int faulty = 0;
  for (int i = 0; i < 300; ++i) check(mutator.spoil(text), loads, faulty);
  CHECK(loads > 10);
  CHECK(faulty > 100);
}

TEST_CASE("Mutants of a whole resolved scenario are read or refused with a place") {
  const std::string text = monazite::test_support::june_2025().text;
  monazite::test_support::Mutator mutator(20121116, kPieces, 4);
  int loads = 0;
  int faulty = 0;
  for (int i = 0; i < 150; ++i) check(mutator.spoil(text), loads, faulty);
  CHECK(faulty > 50);
}

TEST_CASE("Mutants of settings are read or refused with a place") {
  const std::vector<std::string> settings = {
      "ore.mined_reo_t_per_year=2000", "conduct.consultation=nash", "calendar.last_day=2027-12-31",
      "regime.risk_light=[0.1, 0.2, 0.4]"};
  monazite::test_support::Mutator mutator(7, kPieces, 4);
  for (int i = 0; i < 200; ++i) {
    const std::string setting = mutator.spoil(settings[mutator.below(settings.size())]);
    CAPTURE(setting);
    const auto loaded = scenarios::load_builtin("june-2025", {setting});
    if (loaded) continue;
    REQUIRE(!loaded.error().empty());
    for (const auto& fault : loaded.error()) CHECK(fault.line >= 1);
  }
}
