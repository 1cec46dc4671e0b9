#include <agents/strategies/bidding/zeuthen.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::PartDesk;

TEST_CASE("the risk is the share of its demand that a party would lose by giving in") {
  CHECK(zeuthen_risk(0.8, 0.2, 0) == Approx(0.75));
  CHECK(zeuthen_risk(0.8, 0.2, 0.4) == 1);  // giving in is worse than no deal
  CHECK(zeuthen_risk(0.5, 0.7, 0) == 0);    // the other offers more
  CHECK(zeuthen_risk(0.3, 0.1, 0.3) == 1);  // nothing to lose
}

TEST_CASE("two Zeuthen parties that know each other meet at the largest product of gains") {
  const std::vector<double> mine = {0, 0.3, 0.45, 0.6, 0.8, 1};
  const std::vector<double> theirs = {1, 0.95, 0.9, 0.75, 0.4, 0};
  const PartDesk desks[2] = {PartDesk(mine), PartDesk(theirs)};
  const monazite::tests::Insight insights[2] = {monazite::tests::Insight(theirs),
                                                monazite::tests::Insight(mine)};
  ZeuthenBidding parties[2];
  Outcome offers[2] = {0, 0};
  for (int who = 0; who < 2; ++who) parties[who].begin(desks[who].place());
  for (std::uint32_t round = 0; round < 10; ++round) {
    for (int who = 0; who < 2; ++who) {
      offers[who] = *parties[who].propose(desks[who].turn(round), {}, &insights[who]);
      parties[who].sent(desks[who].bid(offers[who]));
      parties[1 - who].hear(desks[1 - who].bid(offers[who]));
    }
  }
  CHECK(desks[0].own().value(offers[0]) == 0.6);
  CHECK(offers[0] == 3);  // 0.6 * 0.75 = 0.45, the largest of all
  CHECK(offers[1] == 3);
}

TEST_CASE("a Zeuthen party never takes a concession back") {
  const PartDesk desk(monazite::tests::tenths(), 0.25, 40);
  ZeuthenBidding zeuthen;
  zeuthen.begin(desk.place());
  Outcome last = 10;
  for (std::uint32_t round = 0; round < 40; ++round) {
    const Outcome offer = *zeuthen.propose(desk.turn(round), {}, nullptr);
    CHECK(offer <= last);
    CHECK(offer >= 3);
    last = offer;
    zeuthen.sent(desk.bid(offer));
    zeuthen.hear(desk.bid(round % 3));
  }
  CHECK(last < 10);
}
