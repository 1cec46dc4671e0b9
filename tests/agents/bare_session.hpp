#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <agents/strategies/negotiator.hpp>

namespace monazite::tests {

/// Alternating offers with nothing around them: no messages, no rules but the order of turns. What
/// the tests and benchmarks of strategies play.
struct BareGame {
  enum class End { kAgreement, kDeadline, kWalkAway };
  struct Offer {
    std::uint32_t round;
    std::uint32_t who;
    agenda::Outcome outcome;

    friend bool operator==(const Offer& a, const Offer& b) {
      return a.round == b.round && a.who == b.who && a.outcome == b.outcome;
    }
  };

  End end = End::kDeadline;
  std::optional<agenda::Outcome> agreement;
  std::uint32_t round = 0;  ///< in which it ended; `rounds` at the deadline
  std::vector<Offer> offers;
  /// Who said yes, to what (agreement needs all others to say yes in turn).
  std::vector<Offer> yes;
};

/// Plays `negotiators` in the order of their seats; their own preferences are `own`. Two: the first
/// yes is an agreement. Three or more (stacked alternating offers): an offer is agreed when all
/// others have accepted it one after the other.
[[nodiscard]] BareGame play_bare(const std::vector<strategies::Negotiator*>& negotiators,
                                 const std::vector<const strategies::OwnPreferences*>& own,
                                 std::uint32_t rounds, std::uint64_t seed = 1);

}  // namespace monazite::tests
