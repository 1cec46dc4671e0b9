#include <tests/support/catch.hpp>
#include <tests/support/default_parameters.hpp>
#include <world/equations/trust.hpp>

using namespace monazite;
using namespace monazite::equations;

namespace {

TrustCounts after_months(TrustCounts counts, const TrustCounts& prior, double fulfilment,
                         const Trust& trust, int months) {
  for (int i = 0; i < months; ++i) counts = next_trust(counts, prior, fulfilment, trust);
  return counts;
}

}  // namespace

TEST_CASE("Promises kept for ever lift trust from below to a value under one") {
  const Trust trust = fixtures::default_parameters().trust;
  const TrustCounts prior = prior_of_japan_in_india(trust);
  TrustCounts counts = prior;
  double before = counts.share();
  for (int month = 0; month < 600; ++month) {
    counts = next_trust(counts, prior, 1, trust);
    REQUIRE(counts.share() >= before);
    before = counts.share();
  }
  CHECK(before < 1);
  CHECK(before > prior.share());
}

TEST_CASE("A month of broken promises lowers trust") {
  const Trust trust = fixtures::default_parameters().trust;
  const TrustCounts prior = prior_of_japan_in_india(trust);
  const TrustCounts settled = after_months(prior, prior, 1, trust, 200);
  CHECK(next_trust(settled, prior, 0, trust).share() < settled.share());
  CHECK(next_trust(settled, prior, 0, trust).share() <
        next_trust(settled, prior, 0.5, trust).share());
}

TEST_CASE("Half of a broken month is forgotten in about 23 months") {
  const Trust trust = fixtures::default_parameters().trust;
  const TrustCounts prior = prior_of_japan_in_india(trust);
  const TrustCounts settled = after_months(prior, prior, 1, trust, 2000);
  TrustCounts counts = next_trust(settled, prior, 0, trust);
  const double drop = settled.share() - counts.share();
  int months = 0;
  while (settled.share() - counts.share() > 0.5 * drop) {
    counts = next_trust(counts, prior, 1, trust);
    ++months;
  }
  CHECK(months >= 22);
  CHECK(months <= 24);
}

TEST_CASE("Fulfilment beyond the promise counts as kept, no more") {
  const Trust trust = fixtures::default_parameters().trust;
  const TrustCounts prior = prior_of_india_in_japan(trust);
  CHECK(next_trust(prior, prior, 3, trust).share() ==
        Approx(next_trust(prior, prior, 1, trust).share()));
}
