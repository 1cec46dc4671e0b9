#include <agents/strategies/bidding/hybrid.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::PartDesk;

TEST_CASE("the hybrid follows its curve until it has heard three offers") {
  const PartDesk desk(monazite::tests::tenths());
  HybridDemand hybrid(HybridDemand::Shape{});
  hybrid.begin(desk.place());
  CHECK(hybrid.demand(desk.at(0), nullptr) == 1);
  CHECK(hybrid.demand(desk.at(1), nullptr) == Approx(0.55));
  hybrid.hear(desk.bid(1));
  hybrid.hear(desk.bid(4));
  CHECK(hybrid.demand(desk.at(0.5), nullptr) == Approx(0.25 + 0.5 * 0.75 + 0.25 * 0.55));
}

TEST_CASE("after that the hybrid weighs the latest changes of the other side") {
  const PartDesk desk(monazite::tests::tenths());
  HybridDemand hybrid(HybridDemand::Shape{});
  hybrid.begin(desk.place());
  for (const Outcome outcome : {Outcome{1}, Outcome{2}, Outcome{4}}) hybrid.hear(desk.bid(outcome));
  hybrid.sent(desk.bid(9));
  // behaviour = 0.9 - 0.75 * (0.25 * 0.1 + 0.75 * 0.2), curve = 0.7625 at t = 0.5
  CHECK(hybrid.demand(desk.at(0.5), nullptr) ==
        Approx(0.75 * (0.9 - 0.75 * 0.175) + 0.25 * 0.7625));
  hybrid.hear(desk.bid(3));
  hybrid.hear(desk.bid(6));  // changes 0.1, 0.2, -0.1, 0.3
  CHECK(hybrid.demand(desk.at(0.5), nullptr) ==
        Approx(0.75 * (0.9 - 0.75 * (0.005 + 0.03 - 0.03 + 0.15)) + 0.25 * 0.7625));
}
