#include <algorithm>
#include <numeric>

#include <agents/strategies/models/hardheaded.hpp>

namespace monazite::strategies {

void HardHeadedModel::start() {
  heard_ = false;
  last_.assign(issues(), 0);
  largest_.assign(issues(), 1.0);
}

void HardHeadedModel::observe(const Turn& /*turn*/, Outcome offer) {
  const std::span<const std::uint32_t> levels = levels_of(offer);
  if (heard_) {
    reweigh(levels);
    for (std::size_t i = 0; i < issues(); ++i) {
      largest_[i] = std::max(largest_[i], ++values_[i][levels[i]]);
    }
    for (std::size_t i = 0; i < issues(); ++i) factors_[i] = weights_[i] / largest_[i];
  }
  heard_ = true;
  std::copy(levels.begin(), levels.end(), last_.begin());
}

void HardHeadedModel::reweigh(std::span<const std::uint32_t> levels) {
  const std::size_t n = issues();
  const double gamma = learning_ / static_cast<double>(n);
  std::size_t unchanged = 0;
  for (std::size_t i = 0; i < n; ++i) unchanged += levels[i] == last_[i] ? 1 : 0;
  const double total = 1 + gamma * static_cast<double>(unchanged);
  const double most = 1 - static_cast<double>(n) * gamma / total;
  for (std::size_t i = 0; i < n; ++i) {
    const double before = weights_[i];
    const bool grows = levels[i] == last_[i] && before < most;
    weights_[i] = (grows ? before + gamma : before) / total;
    if (form_ == Form::kPublished) continue;
    level_out();
    const double sum = std::accumulate(weights_.begin(), weights_.end(), 0.0);
    if (!(sum > 0.98 && sum < 1.02)) weights_[i] = before;
  }
}

void HardHeadedModel::level_out() {
  constexpr double kSlider = 0.05;
  const std::size_t n = issues();
  if (n == 1) {
    weights_[0] = 1;
    return;
  }
  const double sum = std::accumulate(weights_.begin(), weights_.end(), 0.0);
  const double excess = sum - 1;
  const double whole = sum + kSlider * static_cast<double>(n);
  for (double& weight : weights_) {
    weight = std::max(0.0, weight - excess * (weight + kSlider) / whole);
  }
}

}  // namespace monazite::strategies
