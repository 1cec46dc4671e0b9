// What holds for every scenario that comes with the program.
#include <algorithm>
#include <map>
#include <set>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/scenarios/builtin.hpp>
#include <world/scenarios/parameter_table.hpp>

namespace scenarios = monazite::scenarios;
namespace mandates = monazite::mandates;
namespace base = monazite::base;
namespace v1 = monazite::v1;
using monazite::test_support::june_2025;

TEST_CASE("Every built-in scenario loads without a fault") {
  const auto listed = scenarios::list_builtin();
  REQUIRE(listed.size() >= 5);
  for (const auto& entry : listed) {
    CAPTURE(entry.name);
    const auto loaded = scenarios::load_builtin(entry.name);
    if (!loaded) FAIL_CHECK(scenarios::to_string(loaded.error()));
    CHECK(loaded->name == entry.name);
    CHECK(loaded->title == entry.title);
    CHECK(!loaded->title.empty());
    CHECK(!loaded->summary.empty());
    CHECK(loaded->summary.find('\n') == std::string::npos);
  }
}

TEST_CASE("Fragments are not listed, and what is listed is in alphabetical order") {
  std::vector<std::string> names;
  for (const auto& entry : scenarios::list_builtin()) names.push_back(entry.name);
  CHECK(std::is_sorted(names.begin(), names.end()));
  CHECK(std::count(names.begin(), names.end(), "june-2025") == 1);
  CHECK(std::count(names.begin(), names.end(), "trade") == 0);
  CHECK(std::count(names.begin(), names.end(), "sources") == 0);
  CHECK(scenarios::builtin_text("trade").has_value());
}

TEST_CASE("Each number lies in its range and says where it comes from") {
  for (const auto& entry : scenarios::list_builtin()) {
    const auto scenario = monazite::test_support::scenario(entry.name.c_str());
    std::set<std::string> keys;
    for (const auto& source : scenario.sources) keys.insert(source.key);
    std::set<std::string> seen;
    for (const auto& number : scenario.numbers) {
      CAPTURE(entry.name, number.key);
      CHECK(seen.insert(number.key).second);
      CHECK(number.low <= number.value);
      CHECK(number.value <= number.high);
      CHECK(!number.unit.empty());
      CHECK(!number.meaning.empty());
      const bool grounded = number.confidence == "assumption" || number.confidence == "general";
      CHECK((grounded || !number.source.empty()));
    }
  }
}

TEST_CASE("Every member of the parameters has its number in june-2025") {
  auto parameters = june_2025().parameters;
  std::map<std::string, double> numbers;
  for (const auto& number : june_2025().numbers) numbers[number.key] = number.value;
  for (const auto& binding : monazite::scenarios::number_bindings()) {
    for (std::size_t i = 0; i < binding.count; ++i) {
      std::string key = binding.group + "." + binding.name;
      if (binding.list) key.append("[").append(std::to_string(i)).append("]");
      CAPTURE(key);
      REQUIRE(numbers.count(key) == 1);
      CHECK(*scenarios::find_number(parameters, key) == numbers[key]);
    }
  }
}

TEST_CASE("Trust is named by who trusts whom, and says whose promises it is about") {
  std::map<std::string, std::string> meanings;
  for (const auto& number : june_2025().numbers) meanings[number.key] = number.meaning;
  const auto says = [&](const char* key, const char* part) {
    return meanings.at(key).find(part) != std::string::npos;
  };
  CHECK(says("trust.japan_in_india_kept", "India's promises kept, as Japan sees them"));
  CHECK(says("trust.india_in_japan_kept", "Japan's promises kept, as India sees them"));
}

TEST_CASE("A number at the end of its range is a choice, not an accident: ranges are not points") {
  for (const auto& number : june_2025().numbers) {
    CAPTURE(number.key);
    const bool fixed_by_meaning = number.value == 0 || number.key == "appraisal.notice_factor[0]";
    CHECK((number.low < number.high || fixed_by_meaning));
  }
}

TEST_CASE("Weights of offices and needs of makers sum to one") {
  const auto& scenario = june_2025();
  double india = 0;
  double japan = 0;
  double need = 0;
  for (const auto& office : scenario.offices) {
    (office.side == mandates::Side::kIndia ? india : japan) += office.weight;
  }
  for (const auto& maker : scenario.makers) need += maker.need_share;
  CHECK(india == Approx(1).epsilon(1e-12));
  CHECK(japan == Approx(1).epsilon(1e-12));
  CHECK(need == Approx(1).epsilon(1e-12));
  CHECK(scenario.offices.size() == 13);
  CHECK(scenario.makers.size() == 4);
}

TEST_CASE("The losses of makers average the loss of Japan") {
  const auto& scenario = june_2025();
  double mean = 0;
  for (const auto& maker : scenario.makers) mean += maker.need_share * maker.loss_usd_per_kg_ndpr;
  CHECK(mean == Approx(scenario.parameters.japan.loss_usd_per_kg_ndpr));
}

TEST_CASE("The status quo of the supply contract ships the baseline to Japan") {
  const auto& scenario = june_2025();
  const auto& supply = scenario.agendas.at(1);
  const auto& refinery = scenario.parameters.refinery;
  const double feed = supply.value(supply.status_quo(), *supply.find("reo_t_per_month"));
  CHECK(feed * 12 * refinery.recovery * refinery.japan_share ==
        Approx(refinery.baseline_t_per_year).epsilon(0.01));
}

TEST_CASE("The consultation reaches beyond the known values") {
  const auto& consultation = june_2025().agendas.at(0);
  const auto reach = [&consultation](const char* issue) {
    const auto& values = consultation.issues()[*consultation.find(issue)].values;
    return std::pair{values.front(), values.back()};
  };
  CHECK(reach("volume_t_per_year") == std::pair{0.0, 4100.0});
  CHECK(reach("floor_usd_per_kg") == std::pair{0.0, 160.0});
  CHECK(consultation.issues().size() == 14);
  CHECK(consultation.value(consultation.status_quo(), *consultation.find("volume_t_per_year")) ==
        1000);
}

TEST_CASE("The request comes some days before its report, from Commerce, with its source") {
  const auto& events = june_2025().events;
  const auto named = [&events](const std::string& name) {
    return std::find_if(events.begin(), events.end(),
                        [&name](const auto& e) { return e.name == name; });
  };
  const auto request = named("request");
  const auto report = named("report");
  REQUIRE(request != events.end());
  REQUIRE(report != events.end());
  CHECK(request->office == v1::OFFICE_COMMERCE);
  CHECK(request->act == v1::ACT_REQUEST_HOLD_BACK);
  CHECK(request->seat == "india");
  CHECK(request->source.find("R25") != std::string::npos);
  CHECK(report->day == base::to_day({2025, 6, 13}));
  CHECK(report->day - request->day >= 1);
  CHECK(report->day - request->day <= 7);
}

TEST_CASE("No fact after known_until enters a scenario: later events are assumptions") {
  for (const auto& entry : scenarios::list_builtin()) {
    const auto scenario = monazite::test_support::scenario(entry.name.c_str());
    if (!scenario.known_until) continue;
    CAPTURE(entry.name);
    for (const auto& event : scenario.events) {
      CHECK((event.day <= *scenario.known_until || event.confidence == "assumption"));
    }
    for (const auto& fact : scenario.later_facts) CHECK(fact.day > *scenario.known_until);
  }
}

TEST_CASE("China's regime is imposed to June 2025 and drawn from July") {
  const auto& path = june_2025().regime_path;
  REQUIRE(path.magnet.size() == 18);
  REQUIRE(path.light.size() == 18);
  CHECK(path.magnet[14] == 0);
  CHECK(path.magnet[15] == 2);
  CHECK(path.magnet[17] == 2);
  CHECK(monazite::test_support::scenario("china-tight").regime_path.magnet.size() == 96);
}

TEST_CASE("no-request differs from june-2025 in two events and nothing else") {
  const auto other = monazite::test_support::scenario("no-request");
  const auto& june = june_2025();
  CHECK(june.events.size() == other.events.size() + 2);
  CHECK(june.numbers.size() == other.numbers.size());
  for (std::size_t i = 0; i < june.numbers.size(); ++i) {
    CHECK(june.numbers[i].value == other.numbers[i].value);
  }
}

TEST_CASE("quiet has no events, no noise and no growth") {
  const auto quiet = monazite::test_support::scenario("quiet");
  CHECK(quiet.events.empty());
  CHECK(!quiet.parameters.switches.noise);
  CHECK(!quiet.parameters.switches.acts);
  CHECK(quiet.parameters.market.growth_per_year == 0);
  CHECK(quiet.consultation_conduct == v1::CONDUCT_NONE);
}
