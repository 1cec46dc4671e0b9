#pragma once

#include <cstdint>
#include <span>

#include <agents/preferences/payoffs.hpp>

/// How far the parties' interests are apart, in the measures that are in use.
namespace monazite::preferences {

/// min over `packages` of the Euclidean length of (1 - u_k / highest_k): the distance from what
/// everybody would like best. NegMAS' opposition_level, over rational packages. A party whose
/// highest value is 0 has its values undivided (NegMAS). Infinite when there is no package.
[[nodiscard]] double opposition(const Payoffs& payoffs, std::span<const std::uint32_t> packages,
                                std::span<const double> highest);

/// min over `packages` of the Euclidean length of (1 - u_k): Genius' distance from (1, 1), and of
/// one package only NegoLog's opposition (the package with the largest sum) and that of Genius'
/// domain statistics (its Kalai-Smorodinsky point).
[[nodiscard]] double distance_to_ones(const Payoffs& payoffs,
                                      std::span<const std::uint32_t> packages);

/// Share of packages that every party strictly prefers to no deal. (The frontier, in contrast, also
/// admits packages that are worth no deal.)
[[nodiscard]] double rational_fraction(const Payoffs& payoffs);

/// Share of pairs of packages on which two parties disagree which one is better, among the pairs
/// that at least one of them does not find equal: 0 for the same interests, 1 for opposed ones.
/// NegMAS' conflict_level, over all pairs instead of 10,000 drawn ones. 1 when there is no such
/// pair. O(n log n).
[[nodiscard]] double conflict(std::span<const double> first, std::span<const double> second);

}  // namespace monazite::preferences
