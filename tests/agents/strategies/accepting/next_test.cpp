#include <agents/strategies/accepting/next.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::NextWorth;
using monazite::tests::PartDesk;

namespace {

bool accepts(Acceptance& acceptance, const PartDesk& desk, Outcome offer, double own_next) {
  NextWorth next(own_next);
  return acceptance.respond(desk.turn(5), desk.bid(offer), {}, next) == Answer::kAccept;
}

}  // namespace

TEST_CASE("AC_next compares with what would be offered next") {
  const PartDesk desk(monazite::tests::tenths(), 0.3);
  NextAcceptance plain;
  plain.begin(desk.place());
  CHECK(accepts(plain, desk, 7, 0.7));
  CHECK_FALSE(accepts(plain, desk, 6, 0.7));
  CHECK_FALSE(accepts(plain, desk, 2, 0.1));  // worse than no deal
  NextAcceptance eager(1.5, 0.1);
  eager.begin(desk.place());
  CHECK(accepts(eager, desk, 4, 0.69));  // 1.5 * 0.4 + 0.1
  CHECK_FALSE(accepts(eager, desk, 4, 0.71));
}

TEST_CASE("what would be offered next is not worked out for an offer that is out of the question") {
  const PartDesk desk(monazite::tests::tenths(), 0.3);
  NextAcceptance plain;
  plain.begin(desk.place());
  NextWorth next(0);
  CHECK(plain.respond(desk.turn(5), desk.bid(1), {}, next) == Answer::kReject);
  CHECK(next.asked == 0);
}

TEST_CASE("AC_previous compares with the own last offer, which there must be") {
  const PartDesk desk(monazite::tests::tenths(), 0.3);
  PreviousAcceptance gap(1, 0.15);
  gap.begin(desk.place());
  CHECK_FALSE(accepts(gap, desk, 10, 0));
  gap.sent(desk.bid(9));
  CHECK(accepts(gap, desk, 8, 1));
  CHECK_FALSE(accepts(gap, desk, 7, 1));
  gap.sent(desk.bid(3));
  CHECK_FALSE(accepts(gap, desk, 2, 1));  // within the gap, but worse than no deal
}

TEST_CASE("MiCRO accepts what its lowest package is worth, made or about to be made") {
  const PartDesk desk(monazite::tests::tenths(), 0.3);
  LowestBidAcceptance micro;
  micro.begin(desk.place());
  CHECK_FALSE(accepts(micro, desk, 9, 1.0));
  micro.sent(desk.bid(8));
  micro.sent(desk.bid(10));
  CHECK(accepts(micro, desk, 8, 1.0));
  CHECK(accepts(micro, desk, 7, 0.7));
  CHECK_FALSE(accepts(micro, desk, 7, 0.75));
}
