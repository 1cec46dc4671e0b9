#include <set>

#include <agents/strategies/bidding/outcome_set.hpp>
#include <protocol/base/draws.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;

TEST_CASE("a set of outcomes counts different ones") {
  constexpr base::Purpose kOutcome{"tests.outcome_set"};
  const base::Draws draws(5);
  strategies::OutcomeSet seen;
  std::set<preferences::Outcome> reference;
  bool equal = true;
  for (std::uint32_t i = 0; i < 5000; ++i) {
    const std::uint64_t range = i % 2 == 0 ? 2000 : std::uint64_t{1} << 62U;
    const preferences::Outcome outcome = draws.below(range, kOutcome, base::Day{0}, 0, i);
    equal = equal && seen.insert(outcome) == reference.insert(outcome).second;
    equal = equal && seen.size() == reference.size();
  }
  CHECK(equal);
  CHECK(seen.size() > 3000);
}
