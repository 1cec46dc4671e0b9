#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <agents/strategies/negotiator.hpp>

namespace monazite::tests {

/// What a strategy is held to beyond what holds for all.
struct ConformanceTerms {
  /// It may offer what is worse than no deal although better packages are there: the convention of
  /// a peer that it follows. Accepting such an offer is never right.
  bool may_offer_below_reservation = false;
  /// Evaluations of its own preferences in begin(), and in each turn after that, on any domain.
  std::uint64_t evaluations_to_begin = 10'000;
  std::uint64_t evaluations_per_turn = 5'000;
};

/// Plays negotiations with a strategy and says what it did that no strategy may do, one sentence
/// each; empty when it conforms, so that a test reads
///
///   CHECK(tests::faults_of_strategy(make) == std::vector<std::string>{});
///
/// What any strategy owes:
///
///   - it offers packages of its agenda only, and it does not throw;
///   - it never accepts an offer worth less than its reservation value, and offers none when it
///     has better ones (see ConformanceTerms);
///   - the same seed and the same offers make the same moves, whatever the other side's private
///     values are;
///   - begin() makes it as new, whatever it played before;
///   - its evaluations are bounded by the number of turns, not by the size of the domain.
///
/// Against opponents that hold firm, concede and play at random, in either seat, on domains with
/// several issues, ties, indifference, a single package, no package worth its while, no reservation
/// value, three parties, and a sampled space. `make` makes a new one each time.
[[nodiscard]] std::vector<std::string> faults_of_strategy(
    const std::function<std::unique_ptr<strategies::Negotiator>()>& make,
    const ConformanceTerms& terms = {});

}  // namespace monazite::tests
