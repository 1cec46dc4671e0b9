#include <map>
#include <set>

#include <tests/support/catch.hpp>
#include <world/scenarios/parameter_table.hpp>

namespace scenarios = monazite::scenarios;
namespace equations = monazite::equations;

TEST_CASE("Every member of every group of parameters is bound once") {
  std::map<std::string, std::size_t> numbers;
  std::set<std::size_t> taken;
  for (const auto& binding : scenarios::number_bindings()) {
    numbers[binding.group] += binding.count;
    for (std::size_t i = 0; i < binding.count; ++i) CHECK(taken.insert(binding.offset + i).second);
  }
  const std::map<std::string, std::size_t> sizes = {
      {"ore", sizeof(equations::Ore)},
      {"refinery", sizeof(equations::Refinery)},
      {"plants", sizeof(equations::Plants)},
      {"market", sizeof(equations::Market)},
      {"japan", sizeof(equations::Japan)},
      {"regime", sizeof(equations::Regime)},
      {"politics", sizeof(equations::Politics)},
      {"trust", sizeof(equations::Trust)},
      {"appraisal", sizeof(equations::Appraisal)},
      {"talks", sizeof(equations::Talks)},
      {"levers", sizeof(equations::Levers)},
      {"expectations", sizeof(equations::Expectations)},
      {"worth_to_india", sizeof(equations::WorthToIndia)},
      {"worth_to_japan", sizeof(equations::WorthToJapan)},
      {"acts", sizeof(equations::Acts)},
      {"clearance", sizeof(equations::Clearance)},
      {"treaty", sizeof(equations::Treaty)},
      {"irel", sizeof(equations::Irel)},
      {"toyotsu", sizeof(equations::Toyotsu)},
      {"supply", sizeof(equations::Supply)},
      {"allocation", sizeof(equations::Allocation)}};
  std::size_t total = 0;
  for (const auto& [group, size] : sizes) {
    CAPTURE(group);
    CHECK(numbers[group] * sizeof(double) == size);
    total += size;
  }
  CHECK(numbers.size() == sizes.size());
  // whatever is not in a group of numbers is the switches: no group was forgotten
  CHECK(sizeof(equations::Parameters) - total < sizeof(equations::Switches) + sizeof(double));
  CHECK(scenarios::switch_bindings().size() * sizeof(bool) == sizeof(equations::Switches));
}

TEST_CASE("Keys lead to the members they name") {
  equations::Parameters parameters;
  parameters.ore.mined_reo_t_per_year = 1;
  parameters.regime.risk_light = {2, 3, 4};
  parameters.talks.sample_size = 5;
  const auto value = [&parameters](const char* key) {
    const double* found = scenarios::find_number(parameters, key);
    return found != nullptr ? *found : -1;
  };
  CHECK(value("ore.mined_reo_t_per_year") == 1);
  CHECK(value("regime.risk_light[0]") == 2);
  CHECK(value("regime.risk_light[2]") == 4);
  CHECK(value("talks.sample_size") == 5);
  CHECK(value("regime.risk_light[3]") == -1);
  CHECK(value("regime.risk_light") == -1);
  CHECK(value("ore.mined") == -1);
}

TEST_CASE("Each number states a unit, and its name agrees with it") {
  for (const auto& binding : scenarios::number_bindings()) {
    CAPTURE(binding.name);
    CHECK(!binding.unit.empty());
    const auto ends_with = [&binding](const std::string& end) {
      return binding.name.size() > end.size() &&
             binding.name.compare(binding.name.size() - end.size(), end.size(), end) == 0;
    };
    if (ends_with("_usd_per_kg")) CHECK(binding.unit == "USD/kg");
    if (ends_with("_days")) CHECK(binding.unit == "days");
    if (ends_with("_months")) CHECK(binding.unit == "months");
    if (ends_with("_t_per_year")) CHECK(binding.unit.find("/year") != std::string::npos);
    if (ends_with("_musd")) CHECK(binding.unit == "M");
  }
}
