#include <limits>

#include <agents/strategies/encounter/zeuthen.hpp>
#include <tests/agents/strategies/encounter/pie.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using strategies::Answer;
using strategies::Outcome;
using strategies::OwnPreferences;
using strategies::Place;
using strategies::Turn;
using strategies::Zeuthen;

namespace {

/// A Zeuthen in one of the two places, sat down.
struct Seat {
  Seat(const tests::Tables& tables, std::uint32_t position,
       Zeuthen::Equal equal = Zeuthen::Equal::kBoth, std::uint64_t seed = 1)
      : own(*tables.all[position]), zeuthen(equal) {
    Place place;
    place.own = &own;
    place.position = position;
    place.rounds = 100;
    place.draws = base::Draws(seed);
    zeuthen.inform({tables.all, v1::RULE_MONOTONIC_CONCESSION});
    zeuthen.begin(place);
  }
  OwnPreferences own;
  Zeuthen zeuthen;
};

Turn in_round(std::uint32_t r) {
  return {r, 100, (r + 1) / 101.0};
}

}  // namespace

TEST_CASE("the negotiation set is the frontier of the zone, from the own best downwards") {
  // 0: dominated; 1, 2, 4: frontier; 3: the same as 2; 5: below no deal for the second.
  preferences::Domain domain = tests::packages({1, 2, 3, 3, 4, 9}, {1, 5, 4, 4, 3, 0});
  domain.profiles[1].reservation = 0.5;
  const tests::Tables tables(domain);
  CHECK(Seat(tables, 0).zeuthen.deals() == std::vector<Outcome>{4, 2, 1});
  CHECK(Seat(tables, 1).zeuthen.deals() == std::vector<Outcome>{1, 2, 4});
}

TEST_CASE("it opens with the best deal, and concedes as little as makes the other risk less") {
  const preferences::Domain domain = tests::pie(10);
  const tests::Tables tables(domain);
  Seat seat(tables, 0);
  CHECK(seat.zeuthen.propose(in_round(0)) == Outcome{10});
  seat.zeuthen.hear(in_round(0), 1, 0);
  CHECK(seat.zeuthen.propose(in_round(1)) == Outcome{9});  // both risked all
  seat.zeuthen.hear(in_round(1), 1, 0);
  CHECK(seat.zeuthen.propose(in_round(2)) == Outcome{9});  // the other risks 9/10, it 1
  seat.zeuthen.hear(in_round(2), 1, 4);
  // It risks 5/9 and the other 5/6. At 6 both would risk the same, 1/3; at 5 it risks 1/5 and the
  // other 1/6.
  CHECK(seat.zeuthen.propose(in_round(3)) == Outcome{5});
}

TEST_CASE("when no step short of it is enough it adopts the other's proposal") {
  const preferences::Domain domain = tests::pie(10);
  const tests::Tables tables(domain);
  Seat seat(tables, 0);
  REQUIRE(seat.zeuthen.propose(in_round(0)) == Outcome{10});
  seat.zeuthen.hear(in_round(0), 1, 5);
  CHECK(seat.zeuthen.propose(in_round(1)) == Outcome{5});
}

TEST_CASE("it would have what is at least as good as its own proposal") {
  const preferences::Domain domain = tests::pie(10);
  const tests::Tables tables(domain);
  Seat seat(tables, 1);
  CHECK(seat.zeuthen.respond(in_round(0), 1) == Answer::kReject);
  CHECK(seat.zeuthen.respond(in_round(0), 0) == Answer::kAccept);
  REQUIRE(seat.zeuthen.propose(in_round(0)) == Outcome{0});
  seat.zeuthen.hear(in_round(0), 0, 4);
  REQUIRE(seat.zeuthen.propose(in_round(1)) ==
          Outcome{4});  // the product there is 24; only 5 beats it
  CHECK(seat.zeuthen.respond(in_round(1), 4) == Answer::kAccept);
  CHECK(seat.zeuthen.respond(in_round(1), 5) == Answer::kReject);
}

TEST_CASE("with a coin one of the two concedes when they risk the same, never both nor none") {
  const preferences::Domain domain = tests::pie(10);
  const tests::Tables tables(domain);
  int first = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Seat a(tables, 0, Zeuthen::Equal::kCoin, seed);
    Seat b(tables, 1, Zeuthen::Equal::kCoin, seed);
    REQUIRE(a.zeuthen.propose(in_round(0)) == Outcome{10});
    REQUIRE(b.zeuthen.propose(in_round(0)) == Outcome{0});
    a.zeuthen.hear(in_round(0), 1, 0);
    b.zeuthen.hear(in_round(0), 0, 10);
    const bool a_concedes = a.zeuthen.propose(in_round(1)) != Outcome{10};
    const bool b_concedes = b.zeuthen.propose(in_round(1)) != Outcome{0};
    REQUIRE(a_concedes != b_concedes);
    first += a_concedes ? 1 : 0;
  }
  CHECK(first > 150);  // 200 +- 5 standard deviations of 10
  CHECK(first < 250);
}

TEST_CASE("without a zone it walks away") {
  preferences::Domain domain = tests::pie(10);
  domain.profiles[0].reservation = 0.6;
  domain.profiles[1].reservation = 0.6;
  const tests::Tables tables(domain);
  CHECK(Seat(tables, 0).zeuthen.propose(in_round(0)) == std::nullopt);
}

TEST_CASE("where any deal is better than none the worst package stands for no deal") {
  preferences::Domain domain = tests::pie(10);
  for (preferences::Profile& profile : domain.profiles) {
    profile.reservation = -std::numeric_limits<double>::infinity();
  }
  const tests::Tables tables(domain);
  Seat seat(tables, 0);
  CHECK(seat.zeuthen.deals().size() == 11);
  REQUIRE(seat.zeuthen.propose(in_round(0)) == Outcome{10});
  seat.zeuthen.hear(in_round(0), 1, 0);
  CHECK(seat.zeuthen.propose(in_round(1)) == Outcome{9});
}

TEST_CASE("it does not sit down where it was told nothing") {
  const preferences::Domain domain = tests::pie(10);
  const tests::Tables tables(domain);
  const OwnPreferences own(*tables.all[0]);
  Place place;
  place.own = &own;
  Zeuthen zeuthen;
  CHECK_THROWS(zeuthen.begin(place));
}
