#include <algorithm>
#include <set>

#include <tests/support/catch.hpp>
#include <tests/world/mandates/two_capitals.hpp>
#include <world/mandates/ideas.hpp>

namespace monazite::mandates {
namespace {

struct Staff {
  fixtures::TwoCapitals world;
  PackageReader reader{fixtures::consultation_agenda(), fixtures::status_quo(), world.parameters};
  TermTables own, other, control;
  StaffView view;

  Staff() {
    world.appraise();
    const ClauseLevels india(*world.india.clauses, reader), japan(*world.japan.clauses, reader);
    own = TermTables(fixtures::weighted(world.india), india, 255);
    other = TermTables(fixtures::weighted(world.japan), japan, 255);
    control = TermTables({{&world.india.appraisers[1], 1}}, india, 255);
    view.reader = &reader;
    view.own = &own;
    view.other = &other;
    view.own_reservation = world.india.side_no_deal.total();
    view.other_reservation = world.japan.side_no_deal.total();
    view.vetoes = {{&control, world.india.no_deal[1].total() - 1}};
    view.most_ndpr_t = 470;
    view.most_reo_t = 1900;
  }
};

TEST_CASE("Every idea is one that all who must agree could bear, and that can be delivered") {
  const Staff staff;
  const auto starts = fixtures::spread_packages(staff.reader.agenda(), 24);
  const auto ideas = work_out_ideas(staff.view, starts, {}, 300);
  CHECK(ideas.size() > 10);  // of 24 starts; some end at the same package
  for (const agenda::Outcome idea : ideas) {
    const Package package = staff.reader.read(idea);
    CHECK(staff.own.value(package) >= staff.view.own_reservation);
    CHECK(staff.other.value(package) >= staff.view.other_reservation);
    CHECK(staff.control.value(package) >= staff.view.vetoes[0].least);
    CHECK(package.q <= 470);
    CHECK(package.volume_t <= 1900);
  }
  CHECK(std::set<agenda::Outcome>(ideas.begin(), ideas.end()).size() == ideas.size());
}

TEST_CASE("Ideas are better for the other side than packages drawn blindly") {
  const Staff staff;
  const auto starts = fixtures::spread_packages(staff.reader.agenda(), 24);
  const auto smaller_gain = [&](agenda::Outcome outcome) {
    const Package package = staff.reader.read(outcome);
    if (!staff.view.deliverable(package)) return -1e9;
    return std::min(staff.own.value(package) - staff.view.own_reservation,
                    staff.other.value(package) - staff.view.other_reservation);
  };
  double best_start = -1e9, best_idea = -1e9;
  for (const agenda::Outcome start : starts) best_start = std::max(best_start, smaller_gain(start));
  for (const agenda::Outcome idea : work_out_ideas(staff.view, starts, {}, 300)) {
    best_idea = std::max(best_idea, smaller_gain(idea));
  }
  CHECK(best_idea > best_start);
  CHECK(best_idea > 0);
}

TEST_CASE("Ideas leave out what is known and stop at the most that is asked for") {
  const Staff staff;
  const auto starts = fixtures::spread_packages(staff.reader.agenda(), 24);
  auto known = work_out_ideas(staff.view, starts, {}, 300);
  CHECK(work_out_ideas(staff.view, starts, {}, 5).size() == 5);
  std::sort(known.begin(), known.end());
  CHECK(work_out_ideas(staff.view, starts, known, 300).empty());
}

}  // namespace
}  // namespace monazite::mandates
