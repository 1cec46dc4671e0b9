#include <set>
#include <vector>

#include <protocol/base/draws.hpp>
#include <protocol/encounter/multiple_offers.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/last_words.hpp>

using namespace monazite;
using encounter::Ending;
using encounter::MultipleOffers;
using encounter::Outcome;
using encounter::Verdict;

namespace {

constexpr base::SeatId kA = 3;
constexpr base::SeatId kB = 4;
constexpr base::SeatId kC = 5;
constexpr base::SeatId kStranger = 6;
constexpr std::uint64_t kSize = 10;
constexpr Verdict kMade = std::nullopt;

MultipleOffers talks(std::uint32_t quota = 3, std::uint32_t deadline_rounds = 2) {
  return {kSize, {kA, kB, kC}, deadline_rounds, quota};
}

void all_offer(MultipleOffers& rules, Outcome a, Outcome b, Outcome c) {
  REQUIRE(rules.offer(kA, a) == kMade);
  REQUIRE(rules.offer(kB, b) == kMade);
  REQUIRE(rules.offer(kC, c) == kMade);
}

Verdict vote(MultipleOffers& rules, base::SeatId seat, std::vector<Outcome> accepted) {
  return rules.vote(seat, accepted);
}

}  // namespace

TEST_CASE("all offer, in any order, before any votes") {
  MultipleOffers rules = talks();
  CHECK(rules.phase() == MultipleOffers::Phase::kOffers);
  CHECK(vote(rules, kA, {}) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(rules.offer(kC, 3) == kMade);
  CHECK_FALSE(rules.awaits(kC));
  CHECK(rules.awaits(kA));
  CHECK(rules.offer(kC, 4) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(rules.offer(kA, 1) == kMade);
  CHECK(rules.offer(kB, 2) == kMade);
  CHECK(rules.phase() == MultipleOffers::Phase::kVotes);
  CHECK(rules.offers() == std::vector<std::optional<Outcome>>{1, 2, 3});
  CHECK(rules.offer(kA, 1) == v1::Refusal::REASON_OUT_OF_TURN);
}

TEST_CASE("an offer with all votes is the agreement") {
  MultipleOffers rules = talks();
  all_offer(rules, 1, 2, 3);
  CHECK(vote(rules, kA, {2, 3}) == kMade);
  CHECK(vote(rules, kB, {3}) == kMade);
  CHECK(rules.agreement() == std::nullopt);
  CHECK(vote(rules, kC, {}) == kMade);
  CHECK(rules.ending() == Ending::kAgreement);
  CHECK(rules.agreement() == Outcome{3});
  CHECK(rules.votes() == std::vector<std::uint32_t>{1, 2, 3});
}

TEST_CASE("short of one vote the table is cleared and the next round begins") {
  MultipleOffers rules = talks();
  all_offer(rules, 1, 2, 3);
  REQUIRE(vote(rules, kA, {3}) == kMade);
  REQUIRE(vote(rules, kB, {}) == kMade);
  REQUIRE(vote(rules, kC, {1, 2}) == kMade);
  CHECK(rules.ending() == Ending::kOpen);
  CHECK(rules.round() == 1);
  CHECK(rules.phase() == MultipleOffers::Phase::kOffers);
  CHECK(rules.offers() == std::vector<std::optional<Outcome>>(3));
}

TEST_CASE("after the last round without agreement the encounter ends at the deadline") {
  MultipleOffers rules = talks(3, 1);
  all_offer(rules, 1, 2, 3);
  for (const base::SeatId seat : {kA, kB, kC}) REQUIRE(vote(rules, seat, {}) == kMade);
  CHECK(rules.ending() == Ending::kDeadline);
  CHECK(rules.round() == 1);
  CHECK(rules.agreement() == std::nullopt);
  CHECK(rules.offer(kA, 1) == v1::Refusal::REASON_AFTER_THE_END);
}

TEST_CASE("of several carried offers the one with most votes is taken, then the first maker's") {
  MultipleOffers rules = talks(2);
  all_offer(rules, 1, 2, 3);
  REQUIRE(vote(rules, kA, {3}) == kMade);
  REQUIRE(vote(rules, kB, {1, 3}) == kMade);
  REQUIRE(vote(rules, kC, {2}) == kMade);
  CHECK(rules.votes() == std::vector<std::uint32_t>{2, 2, 3});
  CHECK(rules.agreement() == Outcome{3});

  rules = talks(2);
  all_offer(rules, 1, 2, 3);
  REQUIRE(vote(rules, kC, {2}) == kMade);
  REQUIRE(vote(rules, kB, {3}) == kMade);
  REQUIRE(vote(rules, kA, {2, 3}) == kMade);
  CHECK(rules.votes() == std::vector<std::uint32_t>{1, 3, 3});
  CHECK(rules.agreement() == Outcome{2});
}

TEST_CASE("a majority outvotes the rest, and needs two parties") {
  CHECK(MultipleOffers::majority_of(2) == 2);
  CHECK(MultipleOffers::majority_of(3) == 2);
  CHECK(MultipleOffers::majority_of(4) == 3);
  MultipleOffers rules = talks(MultipleOffers::majority_of(3));
  all_offer(rules, 1, 2, 3);
  REQUIRE(vote(rules, kA, {}) == kMade);
  REQUIRE(vote(rules, kB, {3}) == kMade);
  REQUIRE(vote(rules, kC, {}) == kMade);
  CHECK(rules.agreement() == Outcome{3});
}

TEST_CASE("parties that offer the same package agree on it without a word") {
  MultipleOffers rules = talks();
  all_offer(rules, 7, 7, 7);
  for (const base::SeatId seat : {kA, kB, kC}) REQUIRE(vote(rules, seat, {}) == kMade);
  CHECK(rules.agreement() == Outcome{7});
}

TEST_CASE("illegal moves under multiple offers are refused with their reason") {
  MultipleOffers rules = talks();
  CHECK(rules.offer(kStranger, 1) == v1::Refusal::REASON_NOT_A_PARTY);
  CHECK(rules.offer(kA, kSize) == v1::Refusal::REASON_OUTSIDE_AGENDA);
  all_offer(rules, 1, 2, 3);
  CHECK(vote(rules, kStranger, {}) == v1::Refusal::REASON_NOT_A_PARTY);
  CHECK(vote(rules, kA, {1}) == v1::Refusal::REASON_NOTHING_TO_ACCEPT);
  CHECK(vote(rules, kA, {2, 8}) == v1::Refusal::REASON_NOTHING_TO_ACCEPT);
  CHECK(vote(rules, kA, {2, 2}) == v1::Refusal::REASON_MALFORMED);
  CHECK(vote(rules, kA, {2}) == kMade);
  CHECK(rules.walk_away(kA) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(rules.walk_away(kB) == kMade);
  CHECK(rules.ending() == Ending::kWalkAway);
  CHECK(rules.walk_away(kC) == v1::Refusal::REASON_AFTER_THE_END);
}

TEST_CASE("a quota beyond the parties or below two is a mistake in the program") {
  using testing::end_of;
  CHECK(end_of([] { talks(4); }).aborted);
  CHECK(end_of([] { talks(1); }).aborted);
  CHECK(end_of([] { talks(3, 0); }).aborted);
  CHECK(end_of([] { MultipleOffers(0, {kA, kB}, 1, 2); }).aborted);
}

TEST_CASE("whatever is said, multiple offers stay sound and refused moves change nothing") {
  constexpr base::Purpose kMove{"tests.multiple_offers.move"};
  const base::Draws draws(2017);
  std::set<Ending> endings;
  std::uint64_t made = 0;
  std::uint64_t refused = 0;
  for (int trial = 0; trial < 400; ++trial) {
    MultipleOffers rules = talks(2 + static_cast<std::uint32_t>(trial % 2), 3);
    for (std::uint32_t step = 0; step < 60; ++step) {
      const auto draw = [&](std::uint64_t count, std::uint32_t what) {
        return draws.below(count, kMove, base::Day{trial}, what, step);
      };
      const MultipleOffers before = rules;
      const auto seat = static_cast<base::SeatId>(kA + draw(4, 0));
      const std::uint64_t kind = draw(60, 1);
      Verdict verdict;
      if (kind == 0) {
        verdict = rules.walk_away(seat);
      } else if (kind < 30) {
        verdict = rules.offer(seat, draw(kSize + 1, 2));
      } else {
        std::vector<Outcome> accepted;
        for (std::uint32_t i = 0; i < 3; ++i) {
          if (before.offers()[i] && draw(6, 3 + i) == 0) accepted.push_back(*before.offers()[i]);
        }
        if (draw(10, 7) == 0) accepted.push_back(draw(kSize, 8));
        verdict = rules.vote(seat, accepted);
      }
      if (verdict) {
        REQUIRE(rules == before);
        ++refused;
      } else {
        REQUIRE(before.ending() == Ending::kOpen);
        REQUIRE(before.awaits(seat));
        REQUIRE_FALSE(rules == before);
        ++made;
      }
      REQUIRE(rules.agreement().has_value() == (rules.ending() == Ending::kAgreement));
      REQUIRE((rules.ending() == Ending::kDeadline) == (rules.round() == 3));
      for (const std::uint32_t votes : rules.votes()) REQUIRE(votes <= 3);
      // Somebody can always move while it is open, and nobody after.
      const bool awaited = rules.awaits(kA) || rules.awaits(kB) || rules.awaits(kC);
      REQUIRE(awaited == (rules.ending() == Ending::kOpen));
      endings.insert(rules.ending());
    }
  }
  CHECK(endings.size() == 4);
  CHECK(made > 1000);
  CHECK(refused > 1000);
}
