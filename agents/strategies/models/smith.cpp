#include <algorithm>
#include <numeric>

#include <agents/strategies/models/smith.hpp>

namespace monazite::strategies {

void SmithModel::start() {
  offers_ = 0;
  largest_.assign(issues(), 0.0);
  for (std::vector<double>& counts : values_) counts.assign(counts.size(), 0.0);
}

void SmithModel::observe(const Turn& /*turn*/, Outcome offer) {
  const std::span<const std::uint32_t> levels = levels_of(offer);
  offers_ += 1;
  for (std::size_t i = 0; i < issues(); ++i) {
    largest_[i] = std::max(largest_[i], ++values_[i][levels[i]]);
  }
  const double sum = std::accumulate(largest_.begin(), largest_.end(), 0.0);
  for (std::size_t i = 0; i < issues(); ++i) {
    weights_[i] = largest_[i] / sum;
    factors_[i] = weights_[i] / offers_;
  }
}

}  // namespace monazite::strategies
