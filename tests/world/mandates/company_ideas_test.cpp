#include <algorithm>
#include <cmath>

#include <tests/support/catch.hpp>
#include <tests/world/mandates/company_fixture.hpp>
#include <world/mandates/company_ideas.hpp>
#include <world/mandates/company_terms.hpp>

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

mandates::SharedGain gain(const std::uint32_t* levels) {
  const double share = levels[0] / 9.0;
  return {share * size_of(levels[1]) - 1, (1 - share) * size_of(levels[1]) - 1};
}

std::vector<agenda::Outcome> ideas(const agenda::Agenda& agenda,
                                   const std::vector<agenda::Outcome>& sample) {
  std::vector<mandates::SharedGain> gains;
  for (const agenda::Outcome outcome : sample) {
    gains.push_back(gain(mandates::levels_of(agenda, outcome).data()));
  }
  mandates::IdeaSearch search;
  search.agenda = &agenda;
  search.sample = &sample;
  search.sample_gains = &gains;
  search.gain = gain;
  return mandates::find_company_ideas(search);
}

}  // namespace

TEST_CASE("Ideas make the pie as large as it gets and leave neither side at a loss") {
  const agenda::Agenda agenda = pie();
  const std::vector<agenda::Outcome> sample = {fixtures::package(agenda, {4, 1})};
  const auto found = ideas(agenda, sample);
  REQUIRE_FALSE(found.empty());
  for (const agenda::Outcome idea : found) {
    CHECK(agenda.value(idea, 1) == 6);
    CHECK(gain(mandates::levels_of(agenda, idea).data()).own >= 0);
    CHECK(gain(mandates::levels_of(agenda, idea).data()).other >= 0);
  }
}

TEST_CASE("Ideas are new, different and at most five") {
  const agenda::Agenda agenda = pie();
  const std::vector<agenda::Outcome> sample = {fixtures::package(agenda, {4, 1}),
                                               fixtures::package(agenda, {8, 6})};
  const auto found = ideas(agenda, sample);
  CHECK(found.size() <= 5);
  for (const agenda::Outcome idea : found) {
    CHECK(std::count(sample.begin(), sample.end(), idea) == 0);
    CHECK(std::count(found.begin(), found.end(), idea) == 1);
  }
}

TEST_CASE("Ideas can be had without a sample") {
  const agenda::Agenda agenda = pie();
  CHECK_FALSE(ideas(agenda, {}).empty());
}
