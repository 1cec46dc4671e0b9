#include <cmath>

#include <agents/strategies/bidding/behaviour.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using Imitation = BehaviourDemand::Imitation;
using monazite::tests::PartDesk;

namespace {

/// What is demanded after each of these offers, each demand being met with an own offer.
std::vector<double> demands(BehaviourDemand& demand, const PartDesk& desk,
                            const std::vector<Outcome>& received) {
  std::vector<double> asked;
  demand.begin(desk.place());
  std::uint32_t round = 0;
  for (const Outcome outcome : received) {
    demand.hear(desk.bid(outcome));
    asked.push_back(demand.demand(desk.turn(round++), nullptr));
    demand.sent(desk.bid(10));
  }
  return asked;
}

}  // namespace

TEST_CASE("relative tit for tat concedes in the proportion of the other side") {
  const PartDesk desk(monazite::tests::tenths());
  BehaviourDemand relative(Imitation::kRelative, 1);
  const auto asked = demands(relative, desk, {4, 5, 5, 10});
  CHECK(asked[0] == 1);
  CHECK(asked[1] == Approx(0.8));  // 1 * 0.4 / 0.5
  CHECK(asked[2] == Approx(0.8));
  CHECK(asked[3] == Approx(0.4));  // 0.8 * 0.5 / 1
  BehaviourDemand later(Imitation::kRelative, 2);
  CHECK(demands(later, desk, {4, 5, 8})[2] == Approx(0.8));  // y(2) / y(1)
}

TEST_CASE("averaged tit for tat looks at several offers together") {
  const PartDesk desk(monazite::tests::tenths());
  BehaviourDemand averaged(Imitation::kAveraged, 2);
  const auto asked = demands(averaged, desk, {4, 5, 8});
  CHECK(asked[1] == 1);
  CHECK(asked[2] == Approx(0.5));  // y(2) / y(0)
}

TEST_CASE("random absolute tit for tat concedes the same amount, give or take") {
  const PartDesk desk(monazite::tests::tenths());
  BehaviourDemand exact(Imitation::kRandomAbsolute, 1, 0.0);
  CHECK(demands(exact, desk, {2, 5})[1] == Approx(0.7));
  BehaviourDemand noisy(Imitation::kRandomAbsolute, 1, 0.1);
  const double asked = demands(noisy, desk, {2, 5})[1];
  CHECK(asked != 0.7);
  CHECK(std::abs(asked - 0.7) <= 0.1);
  CHECK(demands(noisy, desk, {2, 5})[1] == asked);
}

TEST_CASE("imitation neither leaves the zone nor divides by nothing") {
  const PartDesk desk(monazite::tests::tenths(), 0.6);
  BehaviourDemand relative(Imitation::kRelative, 1);
  const auto asked = demands(relative, desk, {1, 10, 0, 0});
  CHECK(asked[1] == Approx(0.6));
  CHECK(asked[2] == asked[1]);  // an offer worth nothing measures nothing
  CHECK(asked[3] == asked[1]);
}
