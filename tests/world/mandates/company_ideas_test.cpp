#include <algorithm>
#include <cmath>

#include <tests/support/catch.hpp>
#include <tests/world/mandates/company_fixture.hpp>
#include <world/mandates/company_ideas.hpp>

using namespace monazite;

namespace {

/// Two issues of ten levels: one divides a pie, the other makes it larger up to level 6.
agenda::Agenda pie() {
  const std::vector<double> levels = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  return fixtures::made(agenda::Agenda::make(
      "pie", {fixtures::issue("share", levels, 0), fixtures::issue("size", levels, 0)}));
}

double size_of(double level) {
  return 10 - std::abs(level - 6);
}

mandates::IdeaSearch search(const agenda::Agenda& agenda,
                            const std::vector<agenda::Outcome>& sample) {
  mandates::IdeaSearch made;
  made.agenda = &agenda;
  made.start = &sample;
  made.own_gain = [&agenda](agenda::Outcome o) {
    return agenda.value(o, 0) / 9 * size_of(agenda.value(o, 1)) - 1;
  };
  made.other_gain = [&agenda](agenda::Outcome o) {
    return (1 - agenda.value(o, 0) / 9) * size_of(agenda.value(o, 1)) - 1;
  };
  return made;
}

}  // namespace

TEST_CASE("Ideas make the pie as large as it gets and leave neither side at a loss") {
  const agenda::Agenda agenda = pie();
  const std::vector<agenda::Outcome> sample = {fixtures::package(agenda, {4, 1})};
  const auto what = search(agenda, sample);
  const auto ideas = mandates::find_ideas(what);
  REQUIRE_FALSE(ideas.empty());
  for (const agenda::Outcome idea : ideas) {
    CHECK(agenda.value(idea, 1) == 6);
    CHECK(what.own_gain(idea) >= 0);
    CHECK(what.other_gain(idea) >= 0);
  }
}

TEST_CASE("Ideas are new, different and at most five") {
  const agenda::Agenda agenda = pie();
  const std::vector<agenda::Outcome> sample = {fixtures::package(agenda, {4, 1}),
                                               fixtures::package(agenda, {8, 6})};
  const auto ideas = mandates::find_ideas(search(agenda, sample));
  CHECK(ideas.size() <= 5);
  for (const agenda::Outcome idea : ideas) {
    CHECK(std::count(sample.begin(), sample.end(), idea) == 0);
    CHECK(std::count(ideas.begin(), ideas.end(), idea) == 1);
  }
}

TEST_CASE("Ideas can be had without a sample") {
  const agenda::Agenda agenda = pie();
  CHECK_FALSE(mandates::find_ideas(search(agenda, {})).empty());
}
