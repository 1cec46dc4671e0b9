#include <optional>
#include <set>
#include <vector>

#include <protocol/base/draws.hpp>
#include <protocol/encounter/alternating_offers.hpp>
#include <tests/support/catch.hpp>
#include <tests/support/last_words.hpp>

using namespace monazite;
using encounter::AlternatingOffers;
using encounter::Ending;
using encounter::Outcome;
using encounter::Verdict;

namespace {

constexpr base::SeatId kA = 3;
constexpr base::SeatId kB = 4;
constexpr base::SeatId kStranger = 5;
constexpr std::uint64_t kSize = 10;
constexpr Verdict kMade = std::nullopt;

AlternatingOffers talks(std::uint32_t deadline_rounds = 4) {
  return AlternatingOffers(kSize, kA, kB, deadline_rounds);
}

}  // namespace

TEST_CASE("the parties take turns and the first begins") {
  AlternatingOffers rules = talks();
  CHECK(rules.to_move() == kA);
  CHECK(rules.standing_offer() == std::nullopt);
  CHECK(rules.offer(kA, 7) == kMade);
  CHECK(rules.to_move() == kB);
  CHECK(rules.standing_offer() == Outcome{7});
  CHECK(rules.offer(kB, 2) == kMade);
  CHECK(rules.to_move() == kA);
  CHECK(rules.standing_offer() == Outcome{2});
  CHECK(rules.rounds() == 2);
  CHECK(rules.rounds_left() == 2);
  CHECK(rules.ending() == Ending::kOpen);
}

TEST_CASE("accepting the standing offer ends in agreement on it") {
  AlternatingOffers rules = talks();
  REQUIRE(rules.offer(kA, 7) == kMade);
  CHECK(rules.agreement() == std::nullopt);
  CHECK(rules.accept(kB, 7) == kMade);
  CHECK(rules.ending() == Ending::kAgreement);
  CHECK(rules.agreement() == Outcome{7});
  CHECK(rules.rounds() == 1);
}

TEST_CASE("either party may walk away in its turn, the first before any offer") {
  AlternatingOffers rules = talks();
  CHECK(rules.walk_away(kA) == kMade);
  CHECK(rules.ending() == Ending::kWalkAway);
  CHECK(rules.agreement() == std::nullopt);

  rules = talks();
  REQUIRE(rules.offer(kA, 1) == kMade);
  CHECK(rules.walk_away(kB) == kMade);
  CHECK(rules.ending() == Ending::kWalkAway);
}

TEST_CASE("illegal moves are refused with their reason") {
  AlternatingOffers rules = talks();
  CHECK(rules.offer(kB, 1) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(rules.walk_away(kB) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(rules.accept(kB, 1) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(rules.offer(kStranger, 1) == v1::Refusal::REASON_NOT_A_PARTY);
  CHECK(rules.walk_away(kStranger) == v1::Refusal::REASON_NOT_A_PARTY);
  CHECK(rules.offer(kA, kSize) == v1::Refusal::REASON_OUTSIDE_AGENDA);
  CHECK(rules.accept(kA, 0) == v1::Refusal::REASON_NOTHING_TO_ACCEPT);
  REQUIRE(rules.offer(kA, 7) == kMade);
  CHECK(rules.accept(kB, 6) == v1::Refusal::REASON_NOTHING_TO_ACCEPT);
  CHECK(rules.accept(kA, 7) == v1::Refusal::REASON_OUT_OF_TURN);
  REQUIRE(rules.accept(kB, 7) == kMade);
  CHECK(rules.offer(kA, 1) == v1::Refusal::REASON_AFTER_THE_END);
  CHECK(rules.accept(kB, 7) == v1::Refusal::REASON_AFTER_THE_END);
  CHECK(rules.walk_away(kA) == v1::Refusal::REASON_AFTER_THE_END);
  CHECK(rules.offer(kStranger, 1) == v1::Refusal::REASON_NOT_A_PARTY);
}

TEST_CASE("the receiver of the last offer may still accept it") {
  AlternatingOffers rules = talks(1);
  REQUIRE(rules.offer(kA, 7) == kMade);
  CHECK(rules.ending() == Ending::kOpen);
  CHECK(rules.rounds_left() == 0);
  CHECK(rules.accept(kB, 7) == kMade);
  CHECK(rules.agreement() == Outcome{7});
}

TEST_CASE("the receiver of the last offer may still walk away") {
  AlternatingOffers rules = talks(1);
  REQUIRE(rules.offer(kA, 7) == kMade);
  CHECK(rules.walk_away(kB) == kMade);
  CHECK(rules.ending() == Ending::kWalkAway);
}

TEST_CASE("one offer too many is a no to the last offer and ends at the deadline") {
  AlternatingOffers rules = talks(2);
  REQUIRE(rules.offer(kA, 7) == kMade);
  REQUIRE(rules.offer(kB, 2) == kMade);
  CHECK(rules.offer(kA, 5) == kMade);
  CHECK(rules.ending() == Ending::kDeadline);
  CHECK(rules.rounds() == 2);
  CHECK(rules.standing_offer() == Outcome{2});
  CHECK(rules.agreement() == std::nullopt);
  CHECK(rules.accept(kA, 2) == v1::Refusal::REASON_AFTER_THE_END);
}

TEST_CASE("an illegal last word is refused and the last word can be spoken again") {
  AlternatingOffers rules = talks(1);
  rules.bar(4);
  REQUIRE(rules.offer(kA, 7) == kMade);
  CHECK(rules.offer(kB, kSize) == v1::Refusal::REASON_OUTSIDE_AGENDA);
  CHECK(rules.offer(kB, 4) == v1::Refusal::REASON_BARRED_PACKAGE);
  CHECK(rules.ending() == Ending::kOpen);
  CHECK(rules.accept(kB, 7) == kMade);
}

TEST_CASE("a package barred beforehand cannot be offered") {
  AlternatingOffers rules = talks();
  rules.bar(7);
  CHECK(rules.barred(7));
  CHECK_FALSE(rules.barred(6));
  CHECK(rules.offer(kA, 7) == v1::Refusal::REASON_BARRED_PACKAGE);
  CHECK(rules.to_move() == kA);
}

TEST_CASE("an agreement refused at home reopens and the party whose acceptance fell moves") {
  AlternatingOffers rules = talks();
  REQUIRE(rules.offer(kA, 7) == kMade);
  REQUIRE(rules.accept(kB, 7) == kMade);
  rules.bar(7);
  CHECK(rules.ending() == Ending::kOpen);
  CHECK(rules.agreement() == std::nullopt);
  CHECK(rules.standing_offer() == std::nullopt);
  CHECK(rules.to_move() == kB);
  CHECK(rules.rounds() == 1);
  CHECK(rules.accept(kB, 7) == v1::Refusal::REASON_NOTHING_TO_ACCEPT);
  CHECK(rules.offer(kB, 7) == v1::Refusal::REASON_BARRED_PACKAGE);
  CHECK(rules.offer(kB, 6) == kMade);
  CHECK(rules.accept(kA, 6) == kMade);
  CHECK(rules.agreement() == Outcome{6});
}

TEST_CASE("an offer barred before it is answered falls and its receiver moves") {
  AlternatingOffers rules = talks();
  REQUIRE(rules.offer(kA, 7) == kMade);
  rules.bar(7);
  CHECK(rules.ending() == Ending::kOpen);
  CHECK(rules.standing_offer() == std::nullopt);
  CHECK(rules.to_move() == kB);
  CHECK(rules.accept(kB, 7) == v1::Refusal::REASON_NOTHING_TO_ACCEPT);
}

TEST_CASE("a last offer refused at home ends at the deadline, accepted or not") {
  for (const bool accepted : {false, true}) {
    AlternatingOffers rules = talks(1);
    REQUIRE(rules.offer(kA, 7) == kMade);
    if (accepted) REQUIRE(rules.accept(kB, 7) == kMade);
    rules.bar(7);
    CHECK(rules.ending() == Ending::kDeadline);
    CHECK(rules.agreement() == std::nullopt);
  }
}

TEST_CASE("barring another package leaves a standing offer and an agreement alone") {
  AlternatingOffers rules = talks();
  REQUIRE(rules.offer(kA, 7) == kMade);
  rules.bar(3);
  CHECK(rules.standing_offer() == Outcome{7});
  REQUIRE(rules.accept(kB, 7) == kMade);
  rules.bar(4);
  CHECK(rules.agreement() == Outcome{7});
}

TEST_CASE("barring does not wake an encounter that somebody left or that timed out") {
  AlternatingOffers left = talks();
  REQUIRE(left.offer(kA, 7) == kMade);
  REQUIRE(left.walk_away(kB) == kMade);
  left.bar(7);
  CHECK(left.ending() == Ending::kWalkAway);

  AlternatingOffers late = talks(1);
  REQUIRE(late.offer(kA, 7) == kMade);
  REQUIRE(late.offer(kB, 6) == kMade);
  late.bar(7);
  CHECK(late.ending() == Ending::kDeadline);
}

TEST_CASE("barring twice is barring once") {
  AlternatingOffers once = talks();
  once.bar(2);
  once.bar(9);
  AlternatingOffers twice = talks();
  for (const Outcome outcome : {9UL, 2UL, 9UL, 2UL}) twice.bar(outcome);
  CHECK(once == twice);
}

TEST_CASE("an encounter that could not be held is a mistake in the program") {
  using testing::end_of;
  CHECK(end_of([] { AlternatingOffers(0, kA, kB, 1); }).aborted);
  CHECK(end_of([] { AlternatingOffers(kSize, kA, kA, 1); }).aborted);
  CHECK(end_of([] { AlternatingOffers(kSize, kA, kB, 0); }).aborted);
  AlternatingOffers rules = talks();
  CHECK(end_of([&] { rules.bar(kSize); }).aborted);
}

TEST_CASE("a state differs from another in any of its parts") {
  const AlternatingOffers rules = talks();
  CHECK(rules == talks());
  CHECK_FALSE(rules == talks(5));
  CHECK_FALSE(rules == AlternatingOffers(kSize + 1, kA, kB, 4));
  CHECK_FALSE(rules == AlternatingOffers(kSize, kB, kA, 4));
  AlternatingOffers other = talks();
  other.bar(1);
  CHECK_FALSE(rules == other);
  other = talks();
  REQUIRE(other.offer(kA, 1) == kMade);
  CHECK_FALSE(rules == other);
  other = talks();
  REQUIRE(other.walk_away(kA) == kMade);
  CHECK_FALSE(rules == other);
}

namespace {

constexpr base::Purpose kMove{"tests.encounter.move"};

enum class Kind { kOffer, kAccept, kWalkAway, kBar };

/// One random move, legal or not: any seat, any package (a few beyond the agenda), and acceptances
/// that often meet the standing offer.
struct Move {
  Kind kind;
  base::SeatId seat;
  Outcome outcome;
};

Move random_move(const base::Draws& draws, int trial, std::uint32_t step,
                 const AlternatingOffers& rules) {
  const auto draw = [&](std::uint64_t count, std::uint32_t what) {
    return draws.below(count, kMove, base::Day{trial}, what, step);
  };
  Move move{};
  const std::uint64_t kind = draw(32, 0);
  move.kind = kind < 20   ? Kind::kOffer
              : kind < 27 ? Kind::kAccept
              : kind < 28 ? Kind::kWalkAway
                          : Kind::kBar;
  // Mostly the party whose turn it is, so that encounters get somewhere.
  move.seat = draw(4, 1) > 0 ? rules.to_move() : static_cast<base::SeatId>(kA + draw(3, 2));
  move.outcome = draw(move.kind == Kind::kBar ? kSize : kSize + 2, 3);
  if (move.kind != Kind::kOffer && rules.standing_offer() && draw(2, 4) == 0) {
    move.outcome = *rules.standing_offer();
  }
  return move;
}

Verdict play(AlternatingOffers& rules, const Move& move) {
  switch (move.kind) {
    case Kind::kOffer:
      return rules.offer(move.seat, move.outcome);
    case Kind::kAccept:
      return rules.accept(move.seat, move.outcome);
    case Kind::kWalkAway:
      return rules.walk_away(move.seat);
    case Kind::kBar:
      rules.bar(move.outcome);
      return kMade;
  }
  return kMade;
}

/// What must hold after a move that was made.
void check_move_made(const AlternatingOffers& before, const AlternatingOffers& after,
                     const Move& move) {
  if (move.kind == Kind::kBar) {
    REQUIRE(after.to_move() == before.to_move());
    REQUIRE(after.rounds() == before.rounds());
    REQUIRE(after.barred(move.outcome));
    REQUIRE(after.standing_offer() != move.outcome);
    return;
  }
  REQUIRE(before.ending() == Ending::kOpen);
  REQUIRE(move.seat == before.to_move());
  if (move.kind == Kind::kAccept) {
    REQUIRE(before.standing_offer() == move.outcome);
    REQUIRE(after.agreement() == move.outcome);
  } else if (move.kind == Kind::kWalkAway) {
    REQUIRE(after.ending() == Ending::kWalkAway);
  } else if (before.rounds_left() == 0) {
    REQUIRE(after.ending() == Ending::kDeadline);
    REQUIRE(after.rounds() == before.rounds());
  } else {
    REQUIRE(after.rounds() == before.rounds() + 1);
    REQUIRE(after.to_move() != before.to_move());
    REQUIRE(after.standing_offer() == move.outcome);
    REQUIRE_FALSE(before.barred(move.outcome));
  }
}

/// What must hold at any time.
void check_sound(const AlternatingOffers& rules) {
  REQUIRE(rules.rounds() <= rules.deadline_rounds());
  REQUIRE((rules.to_move() == kA || rules.to_move() == kB));
  // Offers strictly alternate, whatever was barred between them.
  REQUIRE(rules.to_move() == (rules.rounds() % 2 == 0 ? kA : kB));
  REQUIRE(rules.agreement().has_value() == (rules.ending() == Ending::kAgreement));
  if (rules.standing_offer()) {
    REQUIRE(*rules.standing_offer() < kSize);
    REQUIRE_FALSE(rules.barred(*rules.standing_offer()));
  }
  // Somebody can always say something legal while it is open.
  if (rules.ending() == Ending::kOpen) {
    AlternatingOffers copy = rules;
    REQUIRE(copy.walk_away(copy.to_move()) == kMade);
    REQUIRE((rules.rounds_left() > 0 || rules.standing_offer().has_value()));
  }
}

}  // namespace

TEST_CASE("whatever is said, an encounter stays sound and refused moves change nothing") {
  const base::Draws draws(2025);
  std::set<Ending> endings;
  std::set<int> refusals;
  int reopened = 0;
  for (int trial = 0; trial < 2000; ++trial) {
    const auto deadline =
        static_cast<std::uint32_t>(1 + draws.below(8, kMove, base::Day{trial}, 5));
    AlternatingOffers rules = talks(deadline);
    for (std::uint32_t step = 0; step < 40; ++step) {
      const Move move = random_move(draws, trial, step, rules);
      const AlternatingOffers before = rules;
      if (const Verdict refused = play(rules, move)) {
        refusals.insert(*refused);
        REQUIRE(rules == before);
      } else {
        check_move_made(before, rules, move);
      }
      check_sound(rules);
      reopened += before.ending() == Ending::kAgreement && rules.ending() == Ending::kOpen ? 1 : 0;
      endings.insert(rules.ending());
    }
  }
  // The walk went everywhere, so that the checks above had something to check.
  CHECK(endings.size() == 4);
  CHECK(refusals ==
        std::set<int>{v1::Refusal::REASON_OUT_OF_TURN, v1::Refusal::REASON_OUTSIDE_AGENDA,
                      v1::Refusal::REASON_AFTER_THE_END, v1::Refusal::REASON_NOT_A_PARTY,
                      v1::Refusal::REASON_NOTHING_TO_ACCEPT, v1::Refusal::REASON_BARRED_PACKAGE});
  CHECK(reopened > 20);
}

TEST_CASE("without anything barred no history can leave an ended encounter") {
  const base::Draws draws(7);
  for (int trial = 0; trial < 1000; ++trial) {
    AlternatingOffers rules = talks(3);
    for (std::uint32_t step = 0; step < 30; ++step) {
      const Move move = random_move(draws, trial, step, rules);
      if (move.kind == Kind::kBar) continue;
      const AlternatingOffers before = rules;
      const Verdict verdict = play(rules, move);
      if (before.ending() != Ending::kOpen) {
        REQUIRE(verdict.has_value());
        REQUIRE(rules == before);
      }
    }
  }
}
