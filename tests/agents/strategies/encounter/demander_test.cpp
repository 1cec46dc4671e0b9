#include <limits>

#include <agents/strategies/encounter/demander.hpp>
#include <tests/agents/strategies/encounter/pie.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using strategies::Answer;
using strategies::FixedShare;
using strategies::Outcome;
using strategies::OwnPreferences;
using strategies::Place;
using strategies::Turn;

namespace {

/// What a share of 0.5 demands with that reservation value.
double half_of(double reservation) {
  preferences::Domain domain = tests::pie(10);
  domain.profiles[0].reservation = reservation;
  const tests::Tables tables(domain);
  const OwnPreferences own(*tables.all[0]);
  Place place;
  place.own = &own;
  FixedShare half(0.5);
  half.begin(place);
  return half.demand({});
}

}  // namespace

TEST_CASE("a fixed share lies between no deal and the best package") {
  CHECK(half_of(0) == 0.5);
  CHECK(half_of(0.4) == Approx(0.7));
  CHECK(half_of(-3) == 0.5);
  CHECK(half_of(-std::numeric_limits<double>::infinity()) == 0.5);
  CHECK(half_of(1) == 1);
}

TEST_CASE("where offers are made it asks for the cheapest package that reaches the demand") {
  const preferences::Domain domain = tests::pie(10);
  const tests::Tables tables(domain);
  const OwnPreferences own(*tables.all[1]);
  Place place;
  place.own = &own;
  FixedShare share(0.55);
  share.begin(place);
  CHECK(share.propose({}) == Outcome{4});
  CHECK(share.respond({}, 4) == Answer::kAccept);
  CHECK(share.respond({}, 5) == Answer::kReject);
}

TEST_CASE("whom no package pays walks away and accepts none") {
  preferences::Domain domain = tests::pie(10);
  domain.profiles[0].reservation = 2;
  const tests::Tables tables(domain);
  const OwnPreferences own(*tables.all[0]);
  Place place;
  place.own = &own;
  FixedShare share(0.5);
  share.begin(place);
  CHECK(share.propose({}) == std::nullopt);
  CHECK(share.respond({}, 10) == Answer::kReject);
}
