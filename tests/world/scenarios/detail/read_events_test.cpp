#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <tests/world/scenarios/faults.hpp>

namespace base = monazite::base;
namespace scenarios = monazite::scenarios;
using monazite::test_support::fault_of;
using monazite::test_support::scenario;

namespace {

const std::string kAct =
    "[event.x]\nkind = \"act\"\nday = 2026-01-06\nconfidence = \"assumption\"\nseat = \"india\"\n";

}  // namespace

TEST_CASE("A fact after known_until may not enter, an assumption may") {
  const std::string press =
      "[event.x]\nkind = \"press\"\nday = 2025-07-23\ntext = \"t\"\ncredibility = 1\n";
  CHECK(
      fault_of(press + "confidence = \"stored\"\nsource = \"LS25\"\n") ==
      "my.toml:6:7: found a fact of 2025-07-23, expected nothing after known_until 2025-06-13 but "
      "assumptions (list it as a [[later_fact]])");
  CHECK(fault_of(press + "confidence = \"assumption\"\n") == "no fault");
}

TEST_CASE("Acts belong to offices, offices to governments, governments to seats") {
  CHECK(fault_of(kAct + "office = \"commerce\"\nact = \"request_hold_back\"\n") == "no fault");
  CHECK(
      fault_of(kAct + "office = \"commerce\"\nact = \"request_holdback\"\n") ==
      "my.toml:10:7: found \"request_holdback\", expected an act; did you mean request_hold_back?");
  CHECK(fault_of(kAct + "office = \"comerce\"\nact = \"request_hold_back\"\n") ==
        "my.toml:9:10: found \"comerce\", expected an office of the scenario; did you mean "
        "commerce?");
  CHECK(fault_of(kAct + "office = \"meti_supply\"\nact = \"leak\"\n") ==
        "my.toml:9:10: found office \"meti_supply\", expected an office of india");
  CHECK(fault_of(kAct + "office = \"commerce\"\nact = \"direct_feed_stop\"\n") ==
        "my.toml:9:10: found act \"direct_feed_stop\" by office \"commerce\", expected the office "
        "that can: "
        "atomic_energy");
  CHECK(fault_of("[event.request]\nseat = \"chna\"\n")
            .find("found \"chna\", expected a government among the seats (india, japan)") !=
        std::string::npos);
}

TEST_CASE("All faults of an event are found, also when its kind is not known") {
  const auto faults = monazite::test_support::faults_of(
      "[event.x]\nkind = \"sumit\"\nday = 1999-01-01\nconfidence = \"sure\"\n");
  REQUIRE(faults.size() == 3);
  CHECK(faults[0].find("my.toml:5:8: found \"sumit\"") == 0);
  CHECK(faults[1].find("my.toml:6:7: found day 1999-01-01") == 0);
  CHECK(faults[2].find("my.toml:7:14: found \"sure\"") == 0);
}

TEST_CASE("A yearly event falls on its day of each year of the calendar") {
  int summits = 0;
  for (const auto& event : monazite::test_support::june_2025().events) {
    if (event.kind != scenarios::Event::Kind::kSummit) continue;
    CHECK(base::to_date(event.day).month == 8);
    ++summits;
  }
  CHECK(summits == 7);
}

TEST_CASE("Events are in the order of days") {
  const auto& events = monazite::test_support::june_2025().events;
  for (std::size_t i = 1; i < events.size(); ++i) CHECK(events[i - 1].day <= events[i].day);
}

TEST_CASE("A regime path has no gap, whole months, and three regimes") {
  const auto path = [](const std::string& stretch) {
    return fault_of("[regime_path]\nlight = [{ " + stretch + ", confidence = \"assumption\" }]\n");
  };
  CHECK(path("from = 2024-01-01, until = 2024-03-31, regime = 1") == "no fault");
  CHECK(path("from = 2024-02-01, until = 2024-03-31, regime = 1")
            .find("found from 2024-02-01, expected 2024-01-01, where the path stands") !=
        std::string::npos);
  CHECK(path("from = 2024-01-01, until = 2024-03-30, regime = 1").find("found until 2024-03-30") !=
        std::string::npos);
  CHECK(path("from = 2024-01-01, until = 2024-03-31, regime = 3").find("found number 3") !=
        std::string::npos);
  CHECK(path("from = 2024-01-01, until = 2024-03-31, regime = 0.5").find("expected 0, 1 or 2") !=
        std::string::npos);
}

TEST_CASE("A regime that is a fact ends with the month of known_until") {
  const std::string start =
      "[regime_path]\nlight = [{ from = 2024-01-01, until = 2025-07-31, regime = 0, confidence = ";
  CHECK(
      fault_of(start + "\"stored\", source = \"MCS26\" }]\n").find("found a fact of 2025-07-31") !=
      std::string::npos);
  CHECK(fault_of(start + "\"assumption\" }]\n") == "no fault");
}

TEST_CASE("A later fact is later and says so") {
  const std::string fact =
      "[[later_fact]]\ntext = \"t\"\nconfidence = \"stored\"\nsource = \"LS25\"\n";
  CHECK(fault_of(fact + "day = 2025-07-23\nafter_known_until = true\n") == "no fault");
  CHECK(fault_of(fact + "day = 2025-07-23\n").find("found a later fact of 2025-07-23") !=
        std::string::npos);
  CHECK(
      fault_of(fact + "day = 2025-06-13\nafter_known_until = true\n").find("found a later fact") !=
      std::string::npos);
}

TEST_CASE("An output event lowers a month and announced plants have a date") {
  const auto changed = scenario(
      "june-2025",
      {"event.storm={kind=\"output\", day=2026-10-12, factor=0.1, confidence=\"assumption\"}",
       "event.tender={kind=\"plants\", day=2026-02-01, until=2028-06-30, "
       "confidence=\"assumption\"}"});
  int seen = 0;
  for (const auto& event : changed.events) {
    if (event.name == "storm") {
      CHECK(event.kind == scenarios::Event::Kind::kOutput);
      CHECK(event.factor == 0.1);
      ++seen;
    }
    if (event.name == "tender") {
      CHECK(event.until == base::to_day({2028, 6, 30}));
      ++seen;
    }
  }
  CHECK(seen == 2);
}
