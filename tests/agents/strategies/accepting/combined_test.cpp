#include <agents/strategies/accepting/combined.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using Bar = CombinedAcceptance::Bar;
using monazite::tests::NextWorth;
using monazite::tests::PartDesk;

namespace {

/// Whether it accepts the last of these offers, made at 0.1, 0.2, ... and answered at `time`, when
/// its own next is worth 1.
bool accepts(CombinedAcceptance acceptance, const std::vector<Outcome>& received, double time,
             double reservation = 0) {
  const PartDesk desk(monazite::tests::tenths(), reservation);
  acceptance.begin(desk.place());
  Exchange exchange;
  double at = 0;
  for (const Outcome outcome : received) {
    exchange.received.push_back(desk.bid(outcome, at += 0.1));
    acceptance.hear(exchange.received.back());
  }
  NextWorth next(1);
  return acceptance.respond(desk.at(time), exchange.received.back(), exchange, next) ==
         Answer::kAccept;
}

}  // namespace

TEST_CASE("AC_combi is AC_next until its time") {
  CHECK_FALSE(accepts({0.8, Bar::kReservation}, {9}, 0.79));
  CHECK(accepts({0.8, Bar::kReservation}, {10}, 0.1));
  CHECK(accepts({0.8, Bar::kReservation}, {3}, 0.8));
  CHECK_FALSE(accepts({0.8, Bar::kReservation}, {3}, 0.8, 0.35));
}

TEST_CASE("after its time AC_combi has the bar of its kind") {
  CHECK(accepts({0.5, Bar::kConstant, 0.6}, {6}, 0.6));
  CHECK_FALSE(accepts({0.5, Bar::kConstant, 0.6}, {5}, 0.6));
  CHECK(accepts({0.5, Bar::kMax}, {3, 5, 5}, 0.6));
  CHECK_FALSE(accepts({0.5, Bar::kMax}, {6, 3, 5}, 0.6));
  CHECK(accepts({0.5, Bar::kMean}, {2, 6, 5}, 0.6));
  CHECK_FALSE(accepts({0.5, Bar::kMean}, {9, 8, 5}, 0.6));
}

TEST_CASE("a window reaches as far back as time is left") {
  // At t = 0.7 the window is [0.4, 0.7]: the first three offers are out of it.
  CHECK(accepts({0.5, Bar::kMaxWindow}, {9, 9, 9, 2, 1, 4, 5}, 0.7));
  CHECK_FALSE(accepts({0.5, Bar::kMaxWindow}, {9, 9, 9, 2, 1, 6, 5}, 0.7));
  CHECK(accepts({0.5, Bar::kMeanWindow}, {9, 9, 9, 2, 1, 6, 5}, 0.7));
  CHECK_FALSE(accepts({0.5, Bar::kMeanWindow}, {0, 0, 0, 9, 9, 9, 5}, 0.7));
  CHECK(CombinedAcceptance(0.5, Bar::kMaxWindow).reads_exchange());
  CHECK_FALSE(CombinedAcceptance(0.5, Bar::kMax).reads_exchange());
}
