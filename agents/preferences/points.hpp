#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace monazite::preferences {

/// Values of the same packages to two or more parties: values[k][i] is the value of package i to
/// party k. A view; all parties value the same number of packages, all values are finite.
using Columns = std::span<const std::span<const double>>;

/// The values of some packages, copied row by row, so that comparing two of them reads little
/// memory.
class Points {
 public:
  /// `value_of(party, package)` gives the values.
  template <class ValueOf>
  Points(std::size_t parties, std::span<const std::uint32_t> packages, ValueOf value_of)
      : parties_(parties), packages_(packages.begin(), packages.end()) {
    values_.reserve(parties * packages.size());
    for (const std::uint32_t package : packages) {
      for (std::size_t k = 0; k < parties; ++k) values_.push_back(value_of(k, package));
    }
  }
  Points(Columns values, std::span<const std::uint32_t> packages)
      : Points(values.size(), packages,
               [&](std::size_t party, std::uint32_t package) { return values[party][package]; }) {}

  [[nodiscard]] std::size_t parties() const { return parties_; }
  [[nodiscard]] std::size_t size() const { return packages_.size(); }
  [[nodiscard]] bool empty() const { return packages_.empty(); }
  [[nodiscard]] std::uint32_t package(std::size_t i) const { return packages_[i]; }
  [[nodiscard]] std::span<const double> operator[](std::size_t i) const {
    return {values_.data() + i * parties_, parties_};
  }
  /// The largest value of that party among the points; there must be one.
  [[nodiscard]] double highest(std::size_t party) const {
    double top = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < size(); ++i) top = std::max(top, (*this)[i][party]);
    return top;
  }

 private:
  std::size_t parties_;
  std::vector<std::uint32_t> packages_;
  std::vector<double> values_;
};

/// Packages of all points whose `score(row)` is within `tolerance` of the largest, in enumeration
/// order.
template <class Score>
[[nodiscard]] std::vector<std::uint32_t> maximisers(const Points& points, double tolerance,
                                                    Score score) {
  std::vector<double> scores;
  scores.reserve(points.size());
  double top = -std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < points.size(); ++i) {
    scores.push_back(score(points[i]));
    top = std::max(top, scores.back());
  }
  std::vector<std::uint32_t> best;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (scores[i] >= top - tolerance) best.push_back(points.package(i));
  }
  std::sort(best.begin(), best.end());
  return best;
}

}  // namespace monazite::preferences
