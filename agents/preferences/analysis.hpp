#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <agents/preferences/definitions.hpp>
#include <agents/preferences/payoffs.hpp>

namespace monazite::preferences {

/// One bargaining solution of a domain.
struct SolutionPoint {
  std::string_view name;     ///< "nash", "kalai", "kalai_smorodinsky", "max_welfare", ...
  std::string_view formula;  ///< what is maximised, in one line of ASCII
  /// All packages that reach the maximum, in enumeration order; empty when there is no frontier.
  std::vector<std::uint32_t> packages;
};

/// What a domain offers its parties, by one program's definitions. Packages are positions in the
/// payoffs (outcome indices, if the domain was not sampled).
struct Analysis {
  Definitions definitions = Definitions::kMonazite;
  Ranges ranges;                     ///< lowest and highest value of each party
  std::vector<double> disagreement;  ///< what each party's gain is counted from
  std::vector<std::uint32_t> frontier;
  std::vector<SolutionPoint> points;  ///< the four that all have, then the definitions' own
  double opposition = 0;              ///< infinite when no package is rational
  double rational_fraction = 0;       ///< share of packages that all parties strictly want

  /// The point of that name, or nothing.
  [[nodiscard]] const SolutionPoint* find(std::string_view name) const;
};

/// Analyses the payoffs of two or more parties. The four names that every analysis has mean:
///
///                       monazite          negmas              genius            negolog
///   frontier over       rational          rational            all bids          all bids
///   equal points        all               once                all               all
///   in order of         first party's     sum of utilities,   first party's     first party's
///                       value             descending          value             value
///   disagreement d      reservation       reservation, or     reservation,      0
///                       (lowest utility   the lowest utility  0 if infinite
///                       if infinite)      if that is larger
///   nash                max prod(u-d)     the same            the same          the same
///   kalai               leximin(u-d)      max min(u-d)        [max min(u-d)]    max sum(u)
///   kalai_smorodinsky   leximin of        most even shares    least sum|ui-uj|  [most even
///                       shares (u-d)/(m-d)  of (max-d)                          shares of max]
///   max_welfare         max sum(u-d)      max sum(u)          [max sum(u)]      max sum(u)
///   ties within         exact             1e-12               1e-12             1e-12
///   opposition          min |1 - u/max|   the same            min |1 - u|       |1 - u| of its
///                       over rational                         over all bids     kalai
///
/// In brackets: the program has no such point, and the line says what stands in for it. NegMAS'
/// further points are modified_kalai, modified_kalai_smorodinsky and max_relative_welfare; in it, a
/// party that can gain nothing makes every point of the frontier a solution. O(n log n) at worst
/// for two and three parties, see frontier().
[[nodiscard]] Analysis analyse(const Payoffs& payoffs, Definitions definitions);

/// Euclidean distance from `from` (a value per party) to the nearest of `packages`: to a frontier,
/// or to the packages of a solution. Infinite when there are none.
[[nodiscard]] double distance(const Payoffs& payoffs, std::span<const std::uint32_t> packages,
                              std::span<const double> from);

}  // namespace monazite::preferences
