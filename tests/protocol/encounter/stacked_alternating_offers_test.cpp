#include <protocol/base/draws.hpp>
#include <protocol/encounter/stacked_alternating_offers.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using encounter::Ending;
using encounter::Outcome;
using encounter::StackedAlternatingOffers;
using encounter::Verdict;

namespace {

constexpr Verdict kMade = std::nullopt;
constexpr std::uint64_t kSize = 10;

StackedAlternatingOffers two(std::uint32_t rounds = 2) {
  return StackedAlternatingOffers(kSize, {3, 4}, rounds);
}

}  // namespace

TEST_CASE("a round gives each party one turn") {
  auto rules = two();
  CHECK(rules.offer(3, 1) == kMade);
  CHECK(rules.round() == 0);
  CHECK(rules.offer(4, 2) == kMade);
  CHECK(rules.round() == 1);
  CHECK(rules.to_move() == 3);
}

TEST_CASE("the last offer before the deadline gets no answer") {
  auto rules = two(1);
  CHECK(rules.offer(3, 1) == kMade);
  CHECK(rules.offer(4, 2) == kMade);
  CHECK(rules.ending() == Ending::kDeadline);
  CHECK(rules.accept(3, 2) == v1::Refusal::REASON_AFTER_THE_END);
  CHECK(rules.round() == 1);
  CHECK(rules.agreement() == std::nullopt);
}

TEST_CASE(
    "with three parties the acceptances of one offer are counted, and a new offer ends them") {
  StackedAlternatingOffers rules(kSize, {3, 4, 5}, 3);
  CHECK(rules.offer(3, 7) == kMade);
  CHECK(rules.accept(4, 7) == kMade);
  CHECK(rules.ending() == Ending::kOpen);
  CHECK(rules.offer(5, 8) == kMade);
  CHECK(rules.accept(3, 8) == kMade);
  CHECK(rules.accept(4, 8) == kMade);
  CHECK(rules.ending() == Ending::kAgreement);
  CHECK(rules.agreement() == Outcome{8});
}

TEST_CASE("an illegal move is refused with its reason and changes nothing") {
  auto rules = two();
  CHECK(rules.accept(3, 0) == v1::Refusal::REASON_NOTHING_TO_ACCEPT);
  CHECK(rules.offer(4, 1) == v1::Refusal::REASON_OUT_OF_TURN);
  CHECK(rules.offer(9, 1) == v1::Refusal::REASON_NOT_A_PARTY);
  CHECK(rules.offer(3, kSize) == v1::Refusal::REASON_OUTSIDE_AGENDA);
  CHECK(rules.to_move() == 3);
  CHECK(rules.standing_offer() == std::nullopt);
  REQUIRE(rules.offer(3, 5) == kMade);
  CHECK(rules.accept(4, 6) == v1::Refusal::REASON_NOTHING_TO_ACCEPT);
  CHECK(rules.walk_away(4) == kMade);
  CHECK(rules.ending() == Ending::kWalkAway);
  CHECK(rules.offer(4, 1) == v1::Refusal::REASON_AFTER_THE_END);
}

TEST_CASE("whatever is tried, an encounter stays sound") {
  constexpr base::Purpose kTry{"tests.stacked.try"};
  for (std::uint32_t game = 0; game < 200; ++game) {
    const base::Draws draws(game);
    const std::uint32_t parties = 2 + game % 3;
    std::vector<base::SeatId> seats;
    for (std::uint32_t i = 0; i < parties; ++i) seats.push_back(3 + i);
    StackedAlternatingOffers rules(kSize, seats, 6);
    std::uint32_t ordinal = 0;
    const auto draw = [&](std::uint64_t count) {
      return draws.below(count, kTry, base::Day{0}, 0, ordinal++);
    };
    for (int step = 0; step < 100; ++step) {
      const auto before = rules.round();
      const auto standing = rules.standing_offer();
      const auto seat = static_cast<base::SeatId>(2 + draw(parties + 2));
      const Outcome outcome = draw(kSize + 1);
      const auto kind = draw(20);
      const Verdict verdict = kind == 0  ? rules.walk_away(seat)
                              : kind < 6 ? rules.accept(seat, standing.value_or(outcome))
                                         : rules.offer(seat, outcome);
      if (verdict) {
        REQUIRE(rules.round() == before);
        REQUIRE(rules.standing_offer() == standing);
      }
      REQUIRE(rules.round() <= 6);
      REQUIRE(rules.turn() < parties);
      REQUIRE((rules.ending() == Ending::kDeadline) == (rules.round() == 6));
      REQUIRE(rules.agreement().has_value() == (rules.ending() == Ending::kAgreement));
    }
  }
}
