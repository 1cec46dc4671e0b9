#include <algorithm>
#include <cmath>

#include <tests/support/catch.hpp>
#include <tests/world/mandates/long_projection.hpp>
#include <tests/world/mandates/two_capitals.hpp>
#include <world/mandates/term_tables.hpp>

namespace monazite::mandates {
namespace {

using Catch::Matchers::WithinAbs;

struct Tables {
  fixtures::TwoCapitals world;
  PackageReader reader{fixtures::consultation_agenda(), fixtures::status_quo(), world.parameters};

  Tables() { world.appraise(); }

  [[nodiscard]] TermTables of(const SideModel& side) const {
    return TermTables(fixtures::weighted(side), ClauseLevels(*side.clauses, reader), 255);
  }
};

TEST_CASE("A side's value by tables is the weighted sum of its offices the long way") {
  const Tables t;
  for (const SideModel* side : {&t.world.india, &t.world.japan}) {
    const TermTables tables = t.of(*side);
    double worst = 0, largest = 0;
    for (const agenda::Outcome outcome : fixtures::spread_packages(t.reader.agenda(), 2000)) {
      const double quick = tables.value(t.reader.read(outcome));
      const double sum = side->side_value(t.world.parameters, t.reader.terms(outcome)).total();
      worst = std::max(worst, std::abs(quick - sum));
      largest = std::max(largest, std::abs(sum));
    }
    CHECK(largest > 50);
    CHECK(worst / largest < 1e-12);
  }
}

TEST_CASE("The tables agree with a projection month by month") {
  const Tables t;
  const auto outcomes = fixtures::spread_packages(t.reader.agenda(), 200);
  for (const SideModel* side : {&t.world.india, &t.world.japan}) {
    const TermTables tables = t.of(*side);
    double lowest = 1e9, highest = -1e9, worst = 0;
    for (const agenda::Outcome outcome : outcomes) {
      const double quick = tables.value(t.reader.read(outcome));
      const double slow =
          fixtures::project(side->side == Side::kIndia ? t.world.delhi() : t.world.tokyo(), *side,
                            t.reader.terms(outcome));
      lowest = std::min(lowest, slow);
      highest = std::max(highest, slow);
      worst = std::max(worst, std::abs(quick - slow));
    }
    CHECK(worst < 0.05 * (highest - lowest));
  }
}

TEST_CASE("What India gains from each clause Japan pays for") {
  const Tables t;
  const TermTables india = t.of(t.world.india);
  const TermTables japan = t.of(t.world.japan);
  using treaty::MouIssue;
  for (const MouIssue issue : {MouIssue::kMagnets, MouIssue::kTechnology, MouIssue::kFinance,
                               MouIssue::kFloor, MouIssue::kPremium, MouIssue::kDiversion}) {
    CAPTURE(treaty::issue_name(issue));
    const auto place = static_cast<std::size_t>(t.reader.place(issue));
    for (agenda::Outcome from : fixtures::spread_packages(t.reader.agenda(), 100)) {
      // A premium, a floor and a right to divert need tonnes to be worth something.
      from = t.reader.agenda().with_level(from, 0, 4);
      const Package low = t.reader.read(t.reader.agenda().with_level(from, place, 0));
      double before_india = india.value(low), before_japan = japan.value(low);
      for (std::uint32_t level = 1; level < t.reader.count(issue); ++level) {
        const Package package = t.reader.read(t.reader.agenda().with_level(from, place, level));
        CHECK(india.value(package) > before_india - 1e-9);
        CHECK(japan.value(package) < before_japan + 1e-9);
        before_india = india.value(package);
        before_japan = japan.value(package);
      }
    }
  }
}

TEST_CASE("Japan gains from tonnes while a tonne more adds security") {
  const Tables t;
  const TermTables japan = t.of(t.world.japan);
  agenda::Outcome outcome = t.reader.agenda().status_quo();
  double before = -1e9;
  for (std::uint32_t level = 0; level <= 6; ++level) {  // up to 2,000 t
    const double value =
        japan.value(t.reader.read(t.reader.agenda().with_level(outcome, 0, level)));
    CHECK(value > before);
    before = value;
  }
}

}  // namespace
}  // namespace monazite::mandates
