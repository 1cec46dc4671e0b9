#include <set>
#include <vector>

#include <protocol/encounter/monotonic_concession.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/last_words.hpp>

using namespace monazite;
using encounter::Ending;
using encounter::MonotonicConcession;
using encounter::Outcome;
using encounter::Verdict;

namespace {

constexpr base::SeatId kA = 3;
constexpr base::SeatId kB = 4;
constexpr base::SeatId kStranger = 6;
constexpr std::uint64_t kSize = 10;
constexpr Verdict kMade = std::nullopt;
using Phase = MonotonicConcession::Phase;

MonotonicConcession talks(std::uint32_t deadline_rounds = 5, std::uint64_t seed = 1,
                          MonotonicConcession::Judge judge = nullptr) {
  return {kSize, {kA, kB}, deadline_rounds, base::Draws(seed), std::move(judge)};
}

Verdict vote(MonotonicConcession& rules, base::SeatId seat, std::vector<Outcome> accepted) {
  return rules.vote(seat, accepted);
}

void propose(MonotonicConcession& rules, Outcome a, Outcome b) {
  REQUIRE(rules.propose(kA, a) == kMade);
  REQUIRE(rules.propose(kB, b) == kMade);
}

void both_say_no(MonotonicConcession& rules) {
  REQUIRE(vote(rules, kA, {}) == kMade);
  REQUIRE(vote(rules, kB, {}) == kMade);
}

}  // namespace

TEST_CASE("a proposal that the other finds as good as its own is the agreement") {
  MonotonicConcession rules = talks();
  propose(rules, 1, 9);
  CHECK(rules.phase() == Phase::kVotes);
  both_say_no(rules);
  CHECK(rules.phase() == Phase::kProposals);
  CHECK(rules.round() == 1);
  propose(rules, 4, 9);
  CHECK(vote(rules, kA, {}) == kMade);
  CHECK(vote(rules, kB, {4}) == kMade);
  CHECK(rules.ending() == Ending::kAgreement);
  CHECK(rules.agreement() == Outcome{4});
}

TEST_CASE("equal proposals are an agreement without a vote for them") {
  MonotonicConcession rules = talks();
  propose(rules, 5, 5);
  both_say_no(rules);
  CHECK(rules.agreement() == Outcome{5});
}

TEST_CASE("when both would have the other's proposal a fair coin decides") {
  int first = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    MonotonicConcession rules = talks(5, seed);
    propose(rules, 1, 9);
    REQUIRE(vote(rules, kA, {9}) == kMade);
    REQUIRE(vote(rules, kB, {1}) == kMade);
    REQUIRE(rules.ending() == Ending::kAgreement);
    first += rules.agreement() == Outcome{1} ? 1 : 0;
  }
  CHECK(first > 150);  // 200 +- 5 standard deviations of 10
  CHECK(first < 250);
}

TEST_CASE("when both stick there is a conflict, when one does there is none") {
  MonotonicConcession rules = talks();
  propose(rules, 1, 9);
  both_say_no(rules);
  propose(rules, 1, 8);
  CHECK(rules.ending() == Ending::kOpen);
  both_say_no(rules);
  propose(rules, 1, 8);
  CHECK(rules.ending() == Ending::kConflict);
  CHECK(rules.agreement() == std::nullopt);
  CHECK(rules.round() == 2);
  CHECK(rules.propose(kA, 2) == v1::Refusal::REASON_AFTER_THE_END);
}

TEST_CASE("what a party has given up does not come back") {
  MonotonicConcession rules = talks();
  propose(rules, 1, 9);
  both_say_no(rules);
  propose(rules, 2, 9);
  both_say_no(rules);
  CHECK(rules.propose(kA, 1) == v1::Refusal::REASON_NOT_A_CONCESSION);
  CHECK(rules.propose(kA, 2) == kMade);
  CHECK(rules.propose(kB, 1) == kMade);  // the other's is no own one
}

TEST_CASE("a judge who knows the preferences refuses what is no concession") {
  // The first party wants low numbers, so its concessions go up.
  MonotonicConcession rules = talks(5, 1, [](base::SeatId seat, Outcome before, Outcome after) {
    return seat == kA ? after > before : after < before;
  });
  propose(rules, 3, 7);
  both_say_no(rules);
  CHECK(rules.propose(kA, 2) == v1::Refusal::REASON_NOT_A_CONCESSION);
  CHECK(rules.propose(kA, 4) == kMade);
  CHECK(rules.propose(kB, 8) == v1::Refusal::REASON_NOT_A_CONCESSION);
  CHECK(rules.propose(kB, 7) == kMade);  // sticking needs no judgement
}

TEST_CASE("concessions that lead nowhere end at the deadline") {
  MonotonicConcession rules = talks(2);
  propose(rules, 1, 9);
  both_say_no(rules);
  propose(rules, 2, 9);
  both_say_no(rules);
  CHECK(rules.ending() == Ending::kDeadline);
  CHECK(rules.round() == 2);
}

TEST_CASE("among three a proposal needs all the others") {
  MonotonicConcession rules(kSize, {3, 4, 5}, 5, base::Draws(1));
  REQUIRE(rules.propose(3, 1) == kMade);
  REQUIRE(rules.propose(4, 5) == kMade);
  REQUIRE(rules.propose(5, 9) == kMade);
  REQUIRE(vote(rules, 3, {5}) == kMade);
  REQUIRE(vote(rules, 4, {1}) == kMade);
  REQUIRE(vote(rules, 5, {1, 5}) == kMade);
  CHECK(rules.ending() == Ending::kAgreement);
  CHECK((rules.agreement() == Outcome{1} || rules.agreement() == Outcome{5}));
}

TEST_CASE("illegal moves under monotonic concession are refused with their reason") {
  MonotonicConcession rules = talks();
  CHECK(rules.propose(kStranger, 1) == v1::Refusal::REASON_NOT_A_PARTY);
  CHECK(rules.propose(kA, kSize) == v1::Refusal::REASON_OUTSIDE_AGENDA);
  CHECK(vote(rules, kA, {}) == v1::Refusal::REASON_OUT_OF_TURN);
  REQUIRE(rules.propose(kA, 1) == kMade);
  CHECK(rules.propose(kA, 1) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(rules.walk_away(kA) == v1::Refusal::REASON_OUT_OF_TURN);
  REQUIRE(rules.propose(kB, 9) == kMade);
  CHECK(rules.propose(kA, 2) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(vote(rules, kA, {1}) == v1::Refusal::REASON_NOTHING_TO_ACCEPT);
  CHECK(vote(rules, kA, {9, 9}) == v1::Refusal::REASON_MALFORMED);
  CHECK(rules.walk_away(kB) == kMade);
  CHECK(rules.ending() == Ending::kWalkAway);
  CHECK(testing::end_of([] { talks(0); }).aborted);
}

TEST_CASE("whatever is said, monotonic concession stays sound and refused moves change nothing") {
  constexpr base::Purpose kMove{"tests.monotonic_concession.move"};
  const base::Draws draws(1994);
  std::set<Ending> endings;
  std::set<Verdict> verdicts;
  for (int trial = 0; trial < 600; ++trial) {
    MonotonicConcession rules = talks(4, static_cast<std::uint64_t>(trial));
    std::set<Outcome> ever[2];
    for (std::uint32_t step = 0; step < 60; ++step) {
      const auto draw = [&](std::uint64_t count, std::uint32_t what) {
        return draws.below(count, kMove, base::Day{trial}, what, step);
      };
      const MonotonicConcession before = rules;
      const auto seat = static_cast<base::SeatId>(kA + draw(16, 0) % 5 % 3);
      const std::uint64_t kind = draw(80, 1);
      Verdict verdict;
      if (kind == 0) {
        verdict = rules.walk_away(seat);
      } else if (kind < 40) {
        Outcome outcome = draw(kSize + 1, 2);
        const std::size_t position = seat - kA;
        if (position < 2 && draw(2, 3) == 0) outcome = before.proposals()[position].value_or(0);
        verdict = rules.propose(seat, outcome);
        if (!verdict && before.proposals()[position] != outcome) {
          REQUIRE(ever[position].insert(outcome).second);  // never proposed before
        }
      } else {
        std::vector<Outcome> accepted;
        for (const auto& proposal : before.proposals()) {
          if (proposal && draw(8, 4) == 0) accepted.push_back(*proposal);
        }
        verdict = rules.vote(seat, accepted);
      }
      if (verdict) {
        REQUIRE(rules == before);
      } else {
        REQUIRE(before.awaits(seat));
        REQUIRE_FALSE(rules == before);
      }
      verdicts.insert(verdict);
      REQUIRE(rules.agreement().has_value() == (rules.ending() == Ending::kAgreement));
      if (rules.agreement()) {
        REQUIRE((rules.proposals()[0] == rules.agreement() ||
                 rules.proposals()[1] == rules.agreement()));
      }
      REQUIRE((rules.ending() == Ending::kDeadline) == (rules.round() == 4));
      REQUIRE((rules.awaits(kA) || rules.awaits(kB)) == (rules.ending() == Ending::kOpen));
      endings.insert(rules.ending());
    }
  }
  CHECK(endings.size() == 5);
  CHECK(verdicts.size() >= 6);
}
