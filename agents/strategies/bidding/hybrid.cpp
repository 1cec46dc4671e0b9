#include <algorithm>

#include <agents/strategies/bidding/hybrid.hpp>

namespace monazite::strategies {

double HybridDemand::demand(const Turn& turn, const OpponentModel*) {
  constexpr double kWeights[kChanges][kChanges] = {
      {1}, {0.25, 0.75}, {0.11, 0.22, 0.66}, {0.05, 0.15, 0.3, 0.5}};
  const double t = turn.time;
  const double curve =
      (1 - t) * (1 - t) * shape_.p0 + 2 * t * (1 - t) * shape_.p1 + t * t * shape_.p2;
  if (received_ < 3) return curve;
  const std::size_t known = std::min(kChanges, received_ - 1);
  double change = 0;
  for (std::size_t i = 0; i < known; ++i) {
    change += kWeights[known - 1][i] * changes_[kChanges - known + i];
  }
  const double behaviour = own_last_ - (shape_.mu + shape_.mu * t) * change;
  return (1 - t * t) * behaviour + t * t * curve;
}

}  // namespace monazite::strategies
