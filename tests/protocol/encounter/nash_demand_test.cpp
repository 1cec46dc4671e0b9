#include <limits>
#include <set>
#include <vector>

#include <protocol/base/draws.hpp>
#include <protocol/encounter/nash_demand.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/last_words.hpp>

using namespace monazite;
using encounter::Ending;
using encounter::NashDemand;
using encounter::Outcome;
using encounter::Verdict;

namespace {

constexpr base::SeatId kA = 3;
constexpr base::SeatId kB = 4;
constexpr base::SeatId kStranger = 5;
constexpr Verdict kMade = std::nullopt;

/// A pie of 10 slices: package k gives the first party k of them.
std::optional<Outcome> split(std::span<const double> demands) {
  for (Outcome k = 0; k <= 10; ++k) {
    if (static_cast<double>(k) >= demands[0] && static_cast<double>(10 - k) >= demands[1]) return k;
  }
  return std::nullopt;
}

NashDemand talks() {
  return {{kA, kB}, split};
}

}  // namespace

TEST_CASE("demands that can be had together are an agreement") {
  NashDemand rules = talks();
  CHECK(rules.demand(kB, 4) == kMade);
  CHECK(rules.ending() == Ending::kOpen);
  CHECK(rules.demand(kA, 5.5) == kMade);
  CHECK(rules.ending() == Ending::kAgreement);
  CHECK(rules.agreement() == Outcome{6});
  CHECK(rules.demands() == std::vector<double>{5.5, 4});
}

TEST_CASE("demands that cannot be had together are a conflict") {
  NashDemand rules = talks();
  CHECK(rules.demand(kA, 6) == kMade);
  CHECK(rules.demand(kB, 4.5) == kMade);
  CHECK(rules.ending() == Ending::kConflict);
  CHECK(rules.agreement() == std::nullopt);
}

TEST_CASE("illegal demands are refused with their reason") {
  NashDemand rules = talks();
  CHECK(rules.demand(kStranger, 1) == v1::Refusal::REASON_NOT_A_PARTY);
  CHECK(rules.demand(kA, std::numeric_limits<double>::quiet_NaN()) ==
        v1::Refusal::REASON_MALFORMED);
  CHECK(rules.demand(kA, std::numeric_limits<double>::infinity()) == v1::Refusal::REASON_MALFORMED);
  CHECK(rules.demand(kA, 1) == kMade);
  CHECK(rules.demand(kA, 1) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(rules.walk_away(kA) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(rules.walk_away(kB) == kMade);
  CHECK(rules.ending() == Ending::kWalkAway);
  CHECK(rules.demand(kB, 1) == v1::Refusal::REASON_AFTER_THE_END);
  CHECK(testing::end_of([] { NashDemand({kA, kB}, nullptr); }).aborted);
}

TEST_CASE("whatever is demanded, the game stays sound and refused moves change nothing") {
  constexpr base::Purpose kMove{"tests.nash_demand.move"};
  const base::Draws draws(1953);
  std::set<Ending> endings;
  for (int trial = 0; trial < 400; ++trial) {
    NashDemand rules = talks();
    for (std::uint32_t step = 0; step < 8; ++step) {
      const auto draw = [&](std::uint64_t count, std::uint32_t what) {
        return draws.below(count, kMove, base::Day{trial}, what, step);
      };
      const NashDemand before = rules;
      const auto seat = static_cast<base::SeatId>(kA + draw(3, 0));
      double utility = static_cast<double>(draw(12, 1)) - 1;
      if (draw(10, 2) == 0) utility = -std::numeric_limits<double>::infinity();
      const Verdict verdict =
          draw(20, 3) == 0 ? rules.walk_away(seat) : rules.demand(seat, utility);
      REQUIRE(verdict.has_value() == (rules == before));
      if (!verdict) REQUIRE(before.awaits(seat));
      REQUIRE(rules.agreement().has_value() == (rules.ending() == Ending::kAgreement));
      if (rules.agreement()) {
        REQUIRE(static_cast<double>(*rules.agreement()) >= rules.demands()[0]);
        REQUIRE(static_cast<double>(10 - *rules.agreement()) >= rules.demands()[1]);
      }
      REQUIRE((rules.awaits(kA) || rules.awaits(kB)) == (rules.ending() == Ending::kOpen));
      endings.insert(rules.ending());
    }
  }
  CHECK(endings.size() == 4);
}
