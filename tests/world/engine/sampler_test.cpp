#include <algorithm>
#include <set>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/engine/sampler.hpp>

using namespace monazite;

namespace {
const auto everything = [](agenda::Outcome) { return true; };
}

TEST_CASE("a sample holds the terms in force, each package once, and nothing impossible") {
  const agenda::Agenda& agenda = test_support::june_2025().agendas[0];
  const agenda::Outcome in_force = agenda.with_level(agenda.status_quo(), 0, 1);
  const auto possible = [&](agenda::Outcome o) { return agenda.level(o, 2) != 3; };
  const auto sample = engine::sample_packages(agenda, in_force, 2000, possible, base::Draws(7),
                                              base::Day{20000}, 3);
  CHECK(sample.size() > 1500);
  CHECK(sample.size() <= 2000);
  CHECK(sample[0] == in_force);
  CHECK(std::find(sample.begin(), sample.end(), agenda.status_quo()) != sample.end());
  const std::set<agenda::Outcome> once(sample.begin(), sample.end());
  CHECK(once.size() == sample.size());
  for (const agenda::Outcome outcome : sample) {
    REQUIRE(agenda.contains(outcome));
    REQUIRE((possible(outcome) || outcome == in_force || outcome == agenda.status_quo()));
  }
}

TEST_CASE("a small agenda is sampled whole, in order") {
  const agenda::Agenda& agenda = test_support::june_2025().agendas[2];
  REQUIRE(agenda.size() <= 2000);
  const auto sample = engine::sample_packages(agenda, agenda.status_quo(), 2000, everything,
                                              base::Draws(7), base::Day{20000}, 3);
  CHECK(sample.size() == agenda.size());
  CHECK(std::is_sorted(sample.begin(), sample.end()));
}

TEST_CASE("the sample is a pure function of seed, day and conversation") {
  const agenda::Agenda& agenda = test_support::june_2025().agendas[0];
  const auto draw = [&](std::uint64_t seed, int day, std::uint32_t conversation) {
    return engine::sample_packages(agenda, agenda.status_quo(), 300, everything, base::Draws(seed),
                                   base::Day{day}, conversation);
  };
  CHECK(draw(1, 20000, 1) == draw(1, 20000, 1));
  CHECK(draw(1, 20000, 1) != draw(2, 20000, 1));
  CHECK(draw(1, 20000, 1) != draw(1, 20001, 1));
  CHECK(draw(1, 20000, 1) != draw(1, 20000, 2));
}

TEST_CASE("a table on which nothing is possible still has the terms in force") {
  const agenda::Agenda& agenda = test_support::june_2025().agendas[0];
  const auto sample = engine::sample_packages(
      agenda, agenda.status_quo(), 500, [](agenda::Outcome) { return false; }, base::Draws(7),
      base::Day{20000}, 3);
  CHECK(sample == std::vector<agenda::Outcome>{agenda.status_quo()});
}
