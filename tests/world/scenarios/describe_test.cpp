#include <sstream>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/scenarios/describe.hpp>
#include <world/scenarios/detail/text.hpp>

namespace scenarios = monazite::scenarios;
using monazite::test_support::june_2025;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("A description keeps to a hundred columns but for addresses") {
  for (const auto& entry : scenarios::list_builtin()) {
    CAPTURE(entry.name);
    std::istringstream lines(
        scenarios::describe(monazite::test_support::scenario(entry.name.c_str())));
    std::string line;
    while (std::getline(lines, line)) {
      CAPTURE(line);
      CHECK((scenarios::detail::length(line) <= 100 || holds(line, "http")));
      CHECK((line.empty() || line.back() != ' '));
    }
  }
}

TEST_CASE("A description names every seat, office, issue, event, later fact and number") {
  const auto& scenario = june_2025();
  const std::string text = scenarios::describe(scenario);
  CHECK(holds(text, scenario.title));
  CHECK(holds(text, "13 June 2025"));
  for (const auto& seat : scenario.seats) CHECK(holds(text, seat.title));
  for (const auto& agenda : scenario.agendas) {
    for (const auto& issue : agenda.issues()) CHECK(holds(text, issue.name));
  }
  for (const auto& event : scenario.events)
    CHECK(holds(text, monazite::base::to_string(event.day)));
  for (const auto& fact : scenario.later_facts) {
    CHECK(holds(text, monazite::base::to_string(fact.day)));
  }
  for (const auto& number : scenario.numbers) {
    if (number.key.compare(0, 7, "office.") == 0) continue;
    if (number.key.compare(0, 12, "observation.") == 0) continue;
    CAPTURE(number.key);
    CHECK(holds(text, number.key.substr(number.key.rfind('.') + 1)));
  }
  CHECK(holds(text, "atomic_energy             0.25  veto"));
  CHECK(holds(text,
              "india_ndpr_stock              1 mo 0.05  1 mo       3 mo 0.25  3 mo 0.25  6 mo"));
  CHECK(
      holds(text, "state_stock                   -          -          -          exact      -\n"));
  CHECK(holds(text, "0 250 500 750 [1,000] 1,500 2,000 3,000 4,100"));
  CHECK(holds(text, "open Jan 2024 - Mar 2025, stopped Apr 2025 - Jun 2025, then drawn"));
}

TEST_CASE("A description says which tactic a seat was given") {
  const std::string text = scenarios::describe(
      monazite::test_support::scenario("june-2025", {"seat.japan.tactic=boulware:exponent=2"}));
  CHECK(holds(text, "Japan                   government, tactic boulware:exponent=2\n"));
}

TEST_CASE("Sources that nothing rests on are left out") {
  const std::string text = scenarios::describe(monazite::test_support::scenario("quiet"));
  CHECK(holds(text, "\n  MCS26   "));
  CHECK(!holds(text, "\n  AFP26   "));
}

TEST_CASE("The footing counts numbers by confidence and those on later sources") {
  const auto sum = scenarios::footing(june_2025());
  int counted = 0;
  for (const auto& [confidence, count] : sum.by_confidence) counted += count;
  CHECK(counted == sum.numbers);
  CHECK(sum.numbers == static_cast<int>(june_2025().numbers.size()));
  CHECK(sum.later_sources > 0);
  CHECK(sum.later_sources < sum.numbers);

  const auto changed = scenarios::footing(
      monazite::test_support::scenario("june-2025", {"ore.mined_reo_t_per_year=2500"}));
  CHECK(changed.by_confidence.at("assumption") == sum.by_confidence.at("assumption") + 1);
  CHECK(changed.by_confidence.at("stored") == sum.by_confidence.at("stored") - 1);
  CHECK(changed.later_sources == sum.later_sources - 1);
}

TEST_CASE("A run cut short says where the scenario would end") {
  const auto cut = monazite::test_support::scenario("june-2025", {"calendar.last_day=2027-12-31"});
  const std::string text = scenarios::describe(cut);
  CHECK(holds(text, "1 January 2024 to 31 December 2027 (48 months)"));
  CHECK(holds(text, "31 December 2031"));
}

TEST_CASE("The list has a line per scenario with name and title") {
  const std::string text = scenarios::list({{"a", "First", "x"}, {"longer", "Second", "y"}});
  CHECK(text == "a       First\nlonger  Second\n");
}
