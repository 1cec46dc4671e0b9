#include <numeric>

#include <agents/strategies/models/simple_models.hpp>
#include <protocol/base/check.hpp>

namespace monazite::strategies {

PerfectModel::PerfectModel(std::shared_ptr<const preferences::UtilityTable> truth)
    : truth_(std::move(truth)) {
  MONAZITE_CHECK(truth_ != nullptr, "a perfect model is given the truth");
}

void PerfectModel::begin(const Place& place) {
  MONAZITE_CHECK(truth_->agenda().same_as(place.own->agenda()),
                 "the truth is about the agenda under negotiation");
}

std::vector<double> PerfectModel::weights() const {
  const auto* additive =
      dynamic_cast<const preferences::Additive*>(truth_->profile().utility.get());
  if (additive == nullptr) return {};
  std::vector<double> weights = additive->parts().weights;
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (!(sum > 0)) return {};
  for (double& weight : weights) weight /= sum;
  return weights;
}

}  // namespace monazite::strategies
