#include <agents/strategies/bidding/nice_tit_for_tat.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::PartDesk;

TEST_CASE("the nice tit for tat goes as far towards the Nash point as the other side") {
  const PartDesk desk(monazite::tests::tenths());
  // The product of gains is largest at package 6.
  const monazite::tests::Insight insight({0, 0, 0, 0, 0, 0.5, 0.9, 0.1, 0.05, 0.01, 0});
  NiceTitForTatDemand nice;
  nice.begin(desk.place());
  CHECK(nice.demand(desk.at(0.1), &insight) == 1);
  nice.hear(desk.bid(2));
  CHECK(nice.demand(desk.at(0.2), &insight) == 1);
  nice.hear(desk.bid(4));  // half of the way from 0.2 to 0.6
  CHECK(nice.demand(desk.at(0.3), &insight) == Approx(0.8));
  nice.hear(desk.bid(1));  // a step back makes the way longer: 0.3 of 0.5
  CHECK(nice.demand(desk.at(0.4), &insight) == Approx(1 - 0.6 * 0.4));
  nice.hear(desk.bid(9));
  CHECK(nice.demand(desk.at(0.5), &insight) == Approx(0.6));
}

TEST_CASE("near the end the nice tit for tat comes half of the way that is missing") {
  const PartDesk desk(monazite::tests::tenths());
  NiceTitForTatDemand nice;  // interests taken for opposed: the Nash point is worth 0.5
  nice.begin(desk.place());
  nice.hear(desk.bid(2));
  CHECK(nice.demand(desk.at(0.9), nullptr) == 1);
  CHECK(nice.demand(desk.at(1), nullptr) == Approx(0.75));
}
