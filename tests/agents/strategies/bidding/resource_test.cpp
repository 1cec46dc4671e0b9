#include <cmath>

#include <agents/strategies/bidding/resource.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::PartDesk;

TEST_CASE("the demand falls as time runs out") {
  const PartDesk desk(monazite::tests::tenths(), 0.2);
  ResourceDemand demand(ResourceDemand::Resource::kTime, 4, 0.1);
  demand.begin(desk.place());
  const auto expected = [](double left) { return 0.2 + 0.8 * 0.9 * (1 - std::exp(-left)); };
  CHECK(demand.demand(desk.at(0), nullptr) == Approx(expected(4)));
  CHECK(demand.demand(desk.at(0.5), nullptr) == Approx(expected(2)));
  CHECK(demand.demand(desk.at(1), nullptr) == Approx(0.2));
}

TEST_CASE("the demand falls as talks grow long") {
  const PartDesk desk(monazite::tests::tenths());
  ResourceDemand demand(ResourceDemand::Resource::kThread, 6, 0);
  demand.begin(desk.place(3));
  CHECK(demand.demand(desk.at(0.1), nullptr) == Approx(1 - std::exp(-12.0)));  // 6 * 4 / 2
  for (int i = 0; i < 8; ++i) demand.hear(desk.bid(1));
  CHECK(demand.demand(desk.at(0.1), nullptr) == Approx(1 - std::exp(-3.0)));  // 6 * 4 / 8
}
