#pragma once

#include <cstdint>
#include <span>

namespace monazite::preferences {

/// In how many pairs of things two rankings of them agree. The first five add up to `all`.
struct PairCounts {
  std::uint64_t concordant = 0;   ///< both put the same one first
  std::uint64_t discordant = 0;   ///< they put different ones first
  std::uint64_t tied_first = 0;   ///< equal in the first ranking only
  std::uint64_t tied_second = 0;  ///< equal in the second only
  std::uint64_t tied_both = 0;
  std::uint64_t all = 0;  ///< n (n - 1) / 2
};

/// Counts them in O(n log n) (Knight 1966: discordant pairs are the exchanges that sorting by the
/// second makes after sorting by the first). Values are compared exactly; both spans have the same
/// length, at most 2^32.
[[nodiscard]] PairCounts count_pairs(std::span<const double> first, std::span<const double> second);

}  // namespace monazite::preferences
