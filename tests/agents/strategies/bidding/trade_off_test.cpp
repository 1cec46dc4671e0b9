#include <agents/strategies/bidding/trade_off.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::PartDesk;

TEST_CASE("a trade-off offers what is as good to itself and most like the last offer") {
  // Two issues of three levels; the packages (0,2), (1,1) and (2,0) are worth the same.
  const PartDesk desk({{0.1, 0.2, 0.3}, {0.1, 0.2, 0.3}}, 0.2);
  TradeOffBidding bidding(std::make_unique<TimeDependent>(1.0), 0.02);
  bidding.begin(desk.place());
  CHECK(bidding.propose(desk.at(0.5), {}, nullptr) == Outcome{2});  // the first of the three
  bidding.hear(desk.bid(6));                                        // (2, 0)
  CHECK(bidding.propose(desk.at(0.5), {}, nullptr) == Outcome{6});
  bidding.hear(desk.bid(7));  // (2, 1) lies as near to (1, 1) as to (2, 0)
  CHECK(bidding.propose(desk.at(0.5), {}, nullptr) == Outcome{4});
  // To a side that cares for the first issue alone, (2, 0) is nearer.
  const monazite::tests::Insight first_only(std::vector<double>(9, 0.0), {1, 0});
  CHECK(bidding.propose(desk.at(0.5), {}, &first_only) == Outcome{6});
}

TEST_CASE("a trade-off concedes with time and never below its reservation value") {
  const PartDesk desk({{0.1, 0.2, 0.3}, {0.1, 0.2, 0.3}}, 0.45);
  TradeOffBidding bidding(std::make_unique<TimeDependent>(1.0), 0.02);
  bidding.begin(desk.place());
  bidding.hear(desk.bid(0));
  CHECK(bidding.propose(desk.at(0), {}, nullptr) == Outcome{8});
  CHECK(desk.own().value(*bidding.propose(desk.at(1), {}, nullptr)) == Approx(0.5));
}
