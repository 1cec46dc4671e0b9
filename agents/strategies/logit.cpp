#include <algorithm>
#include <cmath>

#include <agents/strategies/logit.hpp>
#include <protocol/base/check.hpp>

namespace monazite::strategies {

std::vector<double> logit_probabilities(std::span<const double> values, double noise) {
  MONAZITE_CHECK(!values.empty(), "a choice needs at least one option");
  MONAZITE_CHECK(noise >= 0, "the noise of a choice is not negative");
  const double best = *std::max_element(values.begin(), values.end());
  std::vector<double> probabilities(values.size());
  double sum = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    // Differences to the best: no overflow, and 0 / 0 does not arise at noise 0.
    const double gap = values[i] - best;
    probabilities[i] = gap == 0 ? 1.0 : std::exp(gap / noise);
    sum += probabilities[i];
  }
  for (double& p : probabilities) p /= sum;
  return probabilities;
}

double logit_yes(double value, double noise) {
  const double values[] = {value, 0.0};
  return logit_probabilities(values, noise).front();
}

Choice choose_by_logit(std::span<const double> values, double noise, double uniform) {
  const std::vector<double> probabilities = logit_probabilities(values, noise);
  double cumulated = 0;
  Choice choice{};
  for (std::size_t i = 0; i < probabilities.size(); ++i) {
    if (!(probabilities[i] > 0)) continue;  // rounding of the sum must not pick the impossible
    choice = {i, probabilities[i]};
    cumulated += probabilities[i];
    if (uniform < cumulated) break;
  }
  return choice;
}

Choice choose_by_errors(std::span<const double> values, double noise,
                        std::span<const double> uniforms) {
  MONAZITE_CHECK_EQ(values.size(), uniforms.size(), "each option has its own error");
  const std::vector<double> probabilities = logit_probabilities(values, noise);
  std::size_t best = 0;
  double highest = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double felt = values[i] - noise * std::log(-std::log(uniforms[i]));
    if (i > 0 && felt <= highest) continue;
    best = i;
    highest = felt;
  }
  return {best, probabilities[best]};
}

}  // namespace monazite::strategies
