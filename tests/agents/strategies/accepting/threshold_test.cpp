#include <agents/strategies/accepting/threshold.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::NextWorth;
using monazite::tests::PartDesk;

namespace {

bool accepts(Acceptance& acceptance, const PartDesk& desk, Outcome offer, double time) {
  NextWorth next(1);
  return acceptance.respond(desk.at(time), desk.bid(offer), {}, next) == Answer::kAccept;
}

}  // namespace

TEST_CASE("AC_const has one bar") {
  const PartDesk desk(monazite::tests::tenths(), 0.5);
  ConstantAcceptance constant(0.45);
  constant.begin(desk.place());
  CHECK(accepts(constant, desk, 5, 0.1));
  CHECK_FALSE(accepts(constant, desk, 4, 0.9));
}

TEST_CASE("AC_time takes anything worth its while, from its time on") {
  const PartDesk desk(monazite::tests::tenths(), 0.5);
  TimeAcceptance late(0.9);
  late.begin(desk.place());
  CHECK_FALSE(accepts(late, desk, 10, 0.89));
  CHECK(accepts(late, desk, 5, 0.9));
  CHECK_FALSE(accepts(late, desk, 4, 0.99));
}

TEST_CASE("the tough one takes its best package only, and not even that below no deal") {
  const PartDesk desk(monazite::tests::tenths());
  BestAcceptance best;
  best.begin(desk.place());
  CHECK(accepts(best, desk, 10, 0.1));
  CHECK_FALSE(accepts(best, desk, 9, 0.99));
  const PartDesk hopeless({0.1, 0.3}, 0.5);
  best.begin(hopeless.place());
  CHECK_FALSE(accepts(best, hopeless, 1, 0.1));
}

TEST_CASE("NegMAS' aspiration takes what lies in the band") {
  const PartDesk desk(monazite::tests::tenths(), 0.2);
  AspirationAcceptance aspiration(
      std::make_shared<AspirationBand>(std::make_unique<TimeDependent>(1.0)));
  aspiration.begin(desk.place());
  CHECK(accepts(aspiration, desk, 6, 0.5));
  CHECK_FALSE(accepts(aspiration, desk, 5, 0.5));
  CHECK_FALSE(accepts(aspiration, desk, 1, 1));
}
