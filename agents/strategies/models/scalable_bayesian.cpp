#include <algorithm>
#include <cmath>
#include <numeric>

#include <agents/strategies/models/scalable_bayesian.hpp>

namespace monazite::strategies {
namespace {

constexpr double kLeastDemand = 0.1;
constexpr std::int64_t kMostTriangles = 200;

/// Puts `numbers` divided by their sum in place of `beliefs`, unless all are 0.
void update(std::vector<double>& beliefs, const std::vector<double>& numbers) {
  const double sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
  if (!(sum > 0)) return;
  for (std::size_t h = 0; h < numbers.size(); ++h) beliefs[h] = numbers[h] / sum;
}

std::vector<std::vector<double>> evaluation_hypotheses(std::int64_t levels) {
  std::vector<std::vector<double>> all;
  const auto add = [&](auto&& shape) {
    std::vector<double>& values = all.emplace_back();
    for (std::int64_t j = 0; j < levels; ++j) values.push_back(static_cast<double>(shape(j)));
    const double top = *std::max_element(values.begin(), values.end());
    for (double& value : values) value /= top;
  };
  add([](std::int64_t j) { return 1000 * j + 1; });
  add([&](std::int64_t j) { return 1000 * (levels - 1 - j) + 1; });
  const std::int64_t triangles = std::min(levels - 2, kMostTriangles);
  for (std::int64_t t = 0; t < triangles; ++t) {
    const std::int64_t k = 1 + t * (levels - 2) / triangles;
    add([&](std::int64_t j) {
      return j < k ? 1000 * j / k : 1000 * (levels - 1 - j) / (levels - 1 - k) + 1;
    });
  }
  return all;
}

}  // namespace

void ScalableBayesianModel::start() {
  beliefs_.clear();
  heard_.clear();
  demanded_ = 1;
  for (std::size_t i = 0; i < issues(); ++i) {
    Beliefs& belief = beliefs_.emplace_back();
    belief.weights.assign(kWeights, 1.0);
    std::vector<double> prior;
    for (std::size_t j = 0; j < kWeights; ++j) {
      const double rest = 1 - static_cast<double>(j + 1) / static_cast<double>(kWeights);
      prior.push_back(rest * rest * rest);
    }
    update(belief.weights, prior);
    belief.evaluations = evaluation_hypotheses(static_cast<std::int64_t>(values_[i].size()));
    belief.likely.assign(belief.evaluations.size(),
                         1.0 / static_cast<double>(belief.evaluations.size()));
    expect_values(i);
  }
  expect_weights();
  normalise();
}

void ScalableBayesianModel::observe(const Turn& /*turn*/, Outcome offer) {
  if (!heard_.insert(offer).second) return;
  const std::span<const std::uint32_t> levels = levels_of(offer);
  if (heard_.size() > 1) learn_weights(levels);
  learn_evaluations(levels);
  demanded_ = std::max(kLeastDemand, demanded_ - settings_.concession);
  normalise();
}

double ScalableBayesianModel::density(double utility) const {
  constexpr double kRootOfTwoPi = 2.5066282746310002;
  const double error = (demanded_ - utility) / demanded_;
  return std::exp(-(error * error) / (2 * settings_.sigma * settings_.sigma)) /
         (settings_.sigma * kRootOfTwoPi);
}

double ScalableBayesianModel::rest(std::span<const std::uint32_t> levels,
                                   std::size_t left_out) const {
  double sum = 0;
  for (std::size_t i = 0; i < issues(); ++i) {
    if (i != left_out) sum += factors_[i] * values_[i][levels[i]];
  }
  return sum;
}

void ScalableBayesianModel::learn_weights(std::span<const std::uint32_t> levels) {
  for (std::size_t i = 0; i < issues(); ++i) {
    const double others = rest(levels, i);
    const double value = values_[i][levels[i]];
    std::vector<double> posterior = beliefs_[i].weights;
    for (std::size_t j = 0; j < kWeights; ++j) {
      const double weight = static_cast<double>(j) / static_cast<double>(kWeights - 1);
      posterior[j] *= density(weight * value + others);
    }
    update(beliefs_[i].weights, posterior);
  }
  expect_weights();
}

void ScalableBayesianModel::learn_evaluations(std::span<const std::uint32_t> levels) {
  for (std::size_t i = 0; i < issues(); ++i) {
    const double others = rest(levels, i);
    Beliefs& belief = beliefs_[i];
    std::vector<double> posterior = belief.likely;
    for (std::size_t h = 0; h < posterior.size(); ++h) {
      posterior[h] *= density(others + factors_[i] * belief.evaluations[h][levels[i]]);
    }
    update(belief.likely, posterior);
  }
  // All issues learn from what was expected before.
  for (std::size_t i = 0; i < issues(); ++i) expect_values(i);
}

void ScalableBayesianModel::expect_weights() {
  for (std::size_t i = 0; i < issues(); ++i) {
    factors_[i] = 0;
    for (std::size_t j = 0; j < kWeights; ++j) {
      factors_[i] += beliefs_[i].weights[j] * static_cast<double>(j) / (kWeights - 1);
    }
  }
}

void ScalableBayesianModel::expect_values(std::size_t issue) {
  const Beliefs& belief = beliefs_[issue];
  std::vector<double>& values = values_[issue];
  std::fill(values.begin(), values.end(), 0.0);
  for (std::size_t h = 0; h < belief.likely.size(); ++h) {
    for (std::size_t l = 0; l < values.size(); ++l) {
      values[l] += belief.likely[h] * belief.evaluations[h][l];
    }
  }
}

void ScalableBayesianModel::normalise() {
  double lowest = 0;
  double highest = 0;
  for (std::size_t i = 0; i < issues(); ++i) {
    const auto [low, high] = std::minmax_element(values_[i].begin(), values_[i].end());
    lowest += factors_[i] * *low;
    highest += factors_[i] * *high;
  }
  lowest = std::min(lowest, 1.0);
  highest = std::max(highest, 0.0);
  shift_ = lowest;
  // All packages alike: the model knows no difference.
  scale_ = highest > lowest ? 1 / (highest - lowest) : 0;
  const double sum = std::accumulate(factors_.begin(), factors_.end(), 0.0);
  for (std::size_t i = 0; i < issues(); ++i) weights_[i] = factors_[i] / sum;
}

}  // namespace monazite::strategies
