#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <agents/strategies/parts.hpp>

namespace monazite::strategies {

/// What another party's offers were worth to oneself, over time: its concessions as one sees them.
/// Of a long series an even selection of at most 64 points is kept, the first always among them, so
/// that looking at it costs the same however long the negotiation is.
class ConcessionSeries {
 public:
  struct Point {
    double time = 0;   ///< relative
    double value = 0;  ///< own value of its offer
  };
  static constexpr std::size_t kMostPoints = 64;

  /// Whether it was kept. Times must not fall.
  bool add(Point point);
  [[nodiscard]] const std::vector<Point>& points() const { return points_; }

 private:
  std::vector<Point> points_;
  std::uint64_t added_ = 0;
  std::uint64_t stride_ = 1;  ///< every how many are kept
};

/// A concession v(t) = first value + size * (t - first time)^exponent.
struct PowerCurve {
  double size = 0;
  double exponent = 1;
};

/// The curve through the first point with the least sum of squared errors over the others, size >=
/// 0 and exponent in [0.05, 20]: for a given exponent the size is linear; the exponent is searched
/// on a logarithmic grid and then by golden section. Needs at least three points at different
/// times, else it finds nothing.
[[nodiscard]] std::optional<PowerCurve> fit_power_curve(const ConcessionSeries& series);

/// A belief over another party's reservation value and deadline (Yu, Ren and Zhang 2013, "An
/// adaptive bilateral negotiation model based on Bayesian learning", SCI 435, 75-93).
///
/// The plane of deadlines T and reservation values R is cut into cells, all equally likely at
/// first. For the point of each cell the exponent that fits the offers v_k at times t_k best is
/// found by regression through that point, with s = t - first time, S = T - first time:
///
///   b = sum of ln(s_k / S) ln((v_k - v_0) / (R - v_0)) / sum of ln(s_k / S)^2
///
/// and the probability of the cell is multiplied by the correlation of the offers with the fitted
/// curve v_0 + (R - v_0) (s / S)^b (a negative one counts as 0). Expectations over the cells are
/// the estimates.
///
/// The paper draws the point of a cell at random; we take its centre, so that the same offers give
/// the same belief. Offers no better than the first have no logarithm and are left out of the
/// regression, not of the correlation. A cell that has become impossible (its deadline is past, or
/// more than its reservation value was offered) gets probability 0; when all have, the belief
/// starts again from the prior over those possible.
class ConcessionBelief {
 public:
  struct Range {
    double lowest_reservation = 0;  ///< in the unit of the values
    double highest_reservation = 1;
    double latest_deadline = 1;  ///< relative time; the earliest is 0
    std::uint32_t cells = 10;    ///< on each axis
  };

  ConcessionBelief() = default;
  explicit ConcessionBelief(Range range);

  /// Takes the series as it is now, its last point being new.
  void update(const ConcessionSeries& series);
  /// Nothing before three offers at different times.
  [[nodiscard]] std::optional<Outlook> expected() const;
  /// Of the cells, deadlines outermost; sums to 1.
  [[nodiscard]] const std::vector<double>& probabilities() const { return probabilities_; }

 private:
  [[nodiscard]] double reservation_of(std::size_t cell) const;
  [[nodiscard]] double deadline_of(std::size_t cell) const;

  Range range_;
  bool informed_ = false;
  std::vector<double> probabilities_;
  std::vector<double> exponents_;
};

}  // namespace monazite::strategies
