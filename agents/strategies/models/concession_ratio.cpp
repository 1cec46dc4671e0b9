#include <algorithm>
#include <cmath>
#include <numeric>

#include <agents/strategies/models/concession_ratio.hpp>

namespace monazite::strategies {

void ConcessionRatioModel::start() {
  heard_ = false;
  last_.assign(issues(), 0);
  movement_.assign(issues(), 0.0);
  ranges_.clear();
  offered_.clear();
  for (std::size_t i = 0; i < issues(); ++i) {
    const std::vector<double>& numbers = agenda().issues()[i].values;
    const auto [low, high] = std::minmax_element(numbers.begin(), numbers.end());
    ranges_.push_back(*high - *low);
    offered_.emplace_back(numbers.size(), char{0});
    std::fill(values_[i].begin(), values_[i].end(), 0.0);
  }
}

double ConcessionRatioModel::moved(std::size_t issue, std::uint32_t from, std::uint32_t to) const {
  if (from == to) return 0;
  if (distance_ == Distance::kChanged || !(ranges_[issue] > 0)) return 1;
  const std::vector<double>& numbers = agenda().issues()[issue].values;
  return std::abs(numbers[to] - numbers[from]) / ranges_[issue];
}

void ConcessionRatioModel::observe(const Turn& turn, Outcome offer) {
  const std::span<const std::uint32_t> levels = levels_of(offer);
  for (std::size_t i = 0; i < issues(); ++i) {
    if (heard_) movement_[i] += moved(i, last_[i], levels[i]);
    if (offered_[i][levels[i]] == 0) {
      offered_[i][levels[i]] = 1;
      values_[i][levels[i]] = heard_ ? 1 - std::clamp(turn.time, 0.0, 1.0) : 1;
    }
    last_[i] = levels[i];
  }
  heard_ = true;
  const double total =
      std::accumulate(movement_.begin(), movement_.end(), 0.0) + static_cast<double>(issues());
  double sum = 0;
  for (std::size_t i = 0; i < issues(); ++i) {
    weights_[i] = total / (movement_[i] + 1);
    sum += weights_[i];
  }
  for (double& weight : weights_) weight /= sum;
  factors_ = weights_;
}

}  // namespace monazite::strategies
