#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <agents/preferences/payoffs.hpp>

/// Bargaining solutions when the parties may agree on a lottery over packages, so that every
/// mixture of two points is feasible and the classical solutions hold on a convex set (NegMAS calls
/// this model P-infinity). For two parties.
namespace monazite::preferences {

/// One lottery: package `first` with `probability`, else `second`. A sure package has both the same
/// and probability 1.
struct Lottery {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  double probability = 1;
  std::array<double, 2> values{};  ///< expected, to each party
};

/// The packages at the corners of the upper right side of the convex hull of `frontier` (as
/// frontier() gives it, in ascending order of the first party's value; or in any order: it is
/// sorted), ascending for the first party. Packages on a straight line between two others are left
/// out, and so are equals but the first. Andrew's monotone chain (1979).
[[nodiscard]] std::vector<std::uint32_t> hull(const Payoffs& payoffs,
                                              std::span<const std::uint32_t> frontier);

/// The solutions on that line. With d the disagreement point and m the largest gains on the
/// frontier; all are exact up to rounding, and nothing on an empty frontier.
struct LotterySolutions {
  Lottery nash;               ///< max (u1 - d1) (u2 - d2): at most one per segment, in closed form
  Lottery kalai;              ///< (u1 - d1) = (u2 - d2), or the end of the line closest to it
  Lottery kalai_smorodinsky;  ///< (u1 - d1) / m1 = (u2 - d2) / m2, likewise
  /// max sum(u): a package, the first corner that reaches it. Lotteries add nothing to a sum.
  Lottery max_welfare;
};
[[nodiscard]] std::optional<LotterySolutions> lottery_solutions(
    const Payoffs& payoffs, std::span<const std::uint32_t> frontier,
    std::span<const double> disagreement);

}  // namespace monazite::preferences
