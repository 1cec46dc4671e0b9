// Whatever a file looks like, reading it gives a scenario or faults that have a place.
#include <algorithm>
#include <string>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/scenarios/builtin.hpp>
#include <world/scenarios/load.hpp>

namespace scenarios = monazite::scenarios;

namespace {

/// A small generator of numbers with a seed (splitmix64, Steele et al. 2014), the same everywhere.
class Mixer {
 public:
  explicit Mixer(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t bound) {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return static_cast<std::size_t>((z ^ (z >> 31U)) % bound);
  }

 private:
  std::uint64_t state_;
};

std::string mutated(std::string text, Mixer& mixer) {
  static const std::vector<std::string> kPieces = {"=",
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
  const std::size_t edits = 1 + mixer.below(4);
  for (std::size_t i = 0; i < edits && !text.empty(); ++i) {
    const std::size_t at = mixer.below(text.size());
    const std::size_t length = std::min<std::size_t>(text.size() - at, 1 + mixer.below(30));
    switch (mixer.below(5)) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, kPieces[mixer.below(kPieces.size())]);
        break;
      case 2:
        text.insert(mixer.below(text.size()), text.substr(at, length));
        break;
      case 3:
        text[at] = static_cast<char>(mixer.below(256));
        break;
      default:
        text.resize(at);
        break;
    }
  }
  return text;
}

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
  Mixer mixer(20250613);
  int loads = 0;
  int faulty = 0;
  for (int i = 0; i < 300; ++i) check(mutated(text, mixer), loads, faulty);
  CHECK(loads > 10);
  CHECK(faulty > 100);
}

TEST_CASE("Mutants of a whole resolved scenario are read or refused with a place") {
  const std::string text = monazite::test_support::june_2025().text;
  Mixer mixer(20121116);
  int loads = 0;
  int faulty = 0;
  for (int i = 0; i < 150; ++i) check(mutated(text, mixer), loads, faulty);
  CHECK(faulty > 50);
}

TEST_CASE("Mutants of settings are read or refused with a place") {
  const std::vector<std::string> settings = {
      "ore.mined_reo_t_per_year=2000", "conduct.consultation=nash", "calendar.last_day=2027-12-31",
      "regime.risk_light=[0.1, 0.2, 0.4]"};
  Mixer mixer(7);
  for (int i = 0; i < 200; ++i) {
    const std::string setting = mutated(settings[mixer.below(settings.size())], mixer);
    CAPTURE(setting);
    const auto loaded = scenarios::load_builtin("june-2025", {setting});
    if (loaded) continue;
    REQUIRE(!loaded.error().empty());
    for (const auto& fault : loaded.error()) CHECK(fault.line >= 1);
  }
}
