#include <agents/strategies/bidding/naive_tit_for_tat.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::PartDesk;

TEST_CASE("the naive tit for tat mirrors the level of the last offer from the fourth round on") {
  const PartDesk desk(monazite::tests::tenths());
  NaiveTitForTatBidding bidding;
  NaiveTitForTatAcceptance acceptance;
  bidding.begin(desk.place());
  acceptance.begin(desk.place());
  monazite::tests::NextWorth next(0);
  CHECK(bidding.propose(desk.turn(0), {}, nullptr) == Outcome{10});
  bidding.hear(desk.bid(3));
  CHECK(bidding.propose(desk.turn(3), {}, nullptr) == Outcome{7});
  CHECK(acceptance.respond(desk.turn(3), desk.bid(4), {}, next) == Answer::kReject);
  CHECK(acceptance.respond(desk.turn(3), desk.bid(6), {}, next) == Answer::kAccept);
  CHECK(acceptance.respond(desk.turn(0), desk.bid(9), {}, next) == Answer::kReject);
}

TEST_CASE("in the second round the naive tit for tat looks at neighbours in its list") {
  const PartDesk desk({0, 0.3, 0.9, 1});
  NaiveConcession concession;
  concession.begin(desk.place());
  CHECK(concession.concession(desk.turn(1), nullptr, NaiveConcession::For::kAnswer) == Approx(0.1));
  CHECK(concession.concession(desk.turn(1), nullptr, NaiveConcession::For::kProposal) ==
        Approx(0.3));
  // The walk has left the list: the reservation value stands for both.
  CHECK(concession.concession(desk.turn(2), nullptr, NaiveConcession::For::kAnswer) ==
        Approx(0).margin(1e-11));
}

TEST_CASE("below the reservation value the naive tit for tat says no") {
  const PartDesk desk(monazite::tests::tenths(), 0.5);
  NaiveConcession concession;
  concession.begin(desk.place());
  CHECK(concession.norm(0.75) == Approx(0.5));
  CHECK(concession.norm(0.4) < 0);
  NaiveTitForTatAcceptance acceptance;
  acceptance.begin(desk.place());
  monazite::tests::NextWorth next(0);
  for (const Outcome outcome : {Outcome{0}, Outcome{4}}) {
    CHECK(acceptance.respond(desk.turn(5), desk.bid(outcome), {}, next) == Answer::kReject);
  }
}
