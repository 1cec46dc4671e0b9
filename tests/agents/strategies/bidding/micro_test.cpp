#include <agents/strategies/bidding/micro.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::PartDesk;

TEST_CASE("MiCRO steps down only for offers it has not had yet") {
  const PartDesk desk(monazite::tests::tenths(), 0.75);
  MicroBidding micro;
  micro.begin(desk.place());
  const auto move = [&](std::uint32_t round) {
    const auto offer = micro.propose(desk.turn(round), {}, nullptr);
    if (offer) micro.sent(desk.bid(*offer));
    return offer;
  };
  CHECK(move(0) == Outcome{10});
  CHECK(move(1) == Outcome{10});  // one sent, none received: the only one again
  micro.hear(desk.bid(0));
  CHECK(move(2) == Outcome{9});
  micro.hear(desk.bid(0));  // nothing new
  for (std::uint32_t round = 3; round < 9; ++round) CHECK(*move(round) >= 9);
  micro.hear(desk.bid(1));
  CHECK(move(9) == Outcome{8});
  micro.hear(desk.bid(2));
  micro.hear(desk.bid(3));
  CHECK(*move(9) >= 8);  // 7 is worse than no deal
}

TEST_CASE("what MiCRO would offer is not offered until it is sent") {
  const PartDesk desk(monazite::tests::tenths());
  MicroBidding micro;
  micro.begin(desk.place());
  CHECK(micro.propose(desk.turn(0), {}, nullptr) == Outcome{10});
  CHECK(micro.propose(desk.turn(1), {}, nullptr) == Outcome{10});
  micro.hear(desk.bid(0));
  CHECK(micro.propose(desk.turn(2), {}, nullptr) == Outcome{10});
}

TEST_CASE("MiCRO walks away when nothing is worth its while") {
  const PartDesk desk({0.1, 0.2}, 0.5);
  MicroBidding micro;
  micro.begin(desk.place());
  CHECK_FALSE(micro.propose(desk.turn(0), {}, nullptr).has_value());
}
