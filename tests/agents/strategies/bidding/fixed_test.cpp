#include <set>

#include <agents/strategies/bidding/fixed.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::PartDesk;

TEST_CASE("the tough one offers its best package, whatever it has without a deal") {
  const PartDesk desk({0.3, 0.9, 0.1}, 2.0);
  ToughBidding tough;
  tough.begin(desk.place());
  CHECK(tough.propose(desk.turn(0), {}, nullptr) == Outcome{1});
  CHECK(tough.propose(desk.turn(9), {}, nullptr) == Outcome{1});
}

TEST_CASE("the random one offers every package that is no worse than no deal, and no other") {
  const PartDesk desk(monazite::tests::tenths(), 0.45, 300);
  RandomBidding random;
  random.begin(desk.place());
  std::set<Outcome> offered;
  for (std::uint32_t round = 0; round < 300; ++round) {
    offered.insert(*random.propose(desk.turn(round), {}, nullptr));
  }
  CHECK(offered == std::set<Outcome>{5, 6, 7, 8, 9, 10});
  const PartDesk hopeless({0.1, 0.2}, 0.5);
  random.begin(hopeless.place());
  CHECK_FALSE(random.propose(hopeless.turn(0), {}, nullptr).has_value());
}
