#pragma once

#include <cmath>
#include <cstddef>

#include <agents/preferences/utility_table.hpp>

namespace monazite::strategies {

/// Looks up ranks in a ranking from where the last search ended: O(log d) for a distance of d
/// ranks, so that a demand that moves a little each turn is found at once, however large the space.
class RankSearch {
 public:
  RankSearch() = default;
  /// `ranking` must outlive it.
  explicit RankSearch(const preferences::Ranking& ranking)
      : ranking_(&ranking), last_(ranking.empty() ? 0 : ranking.size() - 1) {}

  [[nodiscard]] const preferences::Ranking& ranking() const { return *ranking_; }
  [[nodiscard]] bool empty() const { return ranking_->empty(); }

  /// The lowest rank whose value is at least `value`; ranking().size() if there is none.
  [[nodiscard]] std::size_t first_at_least(double value) {
    const std::size_t size = ranking_->size();
    std::size_t below = 0;      // all ranks before this one are too low
    std::size_t enough = size;  // this rank and all after it are not
    std::size_t step = 1;
    if (last_ < size && ranking_->value(last_) >= value) {
      enough = last_;
      while (enough > 0) {
        const std::size_t probe = enough > step ? enough - step : 0;
        if (!(ranking_->value(probe) >= value)) {
          below = probe + 1;
          break;
        }
        enough = probe;
        step *= 2;
      }
    } else {
      below = last_ < size ? last_ + 1 : size;
      while (below < size) {
        const std::size_t probe = size - below > step ? below + step - 1 : size - 1;
        if (ranking_->value(probe) >= value) {
          enough = probe;
          break;
        }
        below = probe + 1;
        step *= 2;
      }
    }
    while (below < enough) {
      const std::size_t middle = below + (enough - below) / 2;
      if (ranking_->value(middle) >= value) {
        enough = middle;
      } else {
        below = middle + 1;
      }
    }
    if (enough < size) last_ = enough;
    return enough;
  }

  /// NegMAS' choice for a demand: the lowest rank at least `lowest` (the last one if there is
  /// none), or one at most 1e-6 below `lowest` if that is nearer and not above `highest` + 2e-6;
  /// of equally near ones below, the first. Must not be empty().
  [[nodiscard]] std::size_t nearest_from(double lowest, double highest) {
    const std::size_t found = first_at_least(lowest);
    const std::size_t above = found < ranking_->size() ? found : found - 1;
    if (above == 0) return above;
    const double below_value = ranking_->value(above - 1);
    const double distance = std::abs(below_value - lowest);
    if (!(below_value >= lowest - kBelow) || !(below_value <= highest + 2 * kBelow) ||
        !(distance < std::abs(ranking_->value(above) - lowest))) {
      return above;
    }
    std::size_t rank = first_at_least(below_value);
    // Values may differ by less than what their distance to `lowest` can tell.
    while (rank > 0 && ranking_->value(rank - 1) >= lowest - kBelow &&
           std::abs(ranking_->value(rank - 1) - lowest) == distance) {
      --rank;
    }
    return rank;
  }

  /// The rank with the value nearest to `value`: of two at the same distance the better one, of
  /// equal values the first. Must not be empty().
  [[nodiscard]] std::size_t nearest(double value) {
    const std::size_t found = first_at_least(value);
    if (found == 0) return found;
    const double below = ranking_->value(found - 1);
    if (found < ranking_->size() && ranking_->value(found) - value <= value - below) return found;
    return first_at_least(below);
  }

 private:
  static constexpr double kBelow = 1e-6;

  const preferences::Ranking* ranking_ = nullptr;
  std::size_t last_ = 0;
};

}  // namespace monazite::strategies
