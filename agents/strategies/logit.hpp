#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace monazite::strategies {

/// Choice with noise: P(a) = exp(V(a) / noise) / sum over all options (Luce 1959; McFadden 1974).
/// Only differences of values count. `noise` has the unit of the values and lies in [0, infinity]:
/// towards 0 it is the best option (equal ones share), at infinity all options are equally likely.
/// Values are finite. Needs at least one option.
[[nodiscard]] std::vector<double> logit_probabilities(std::span<const double> values, double noise);

/// Probability of a single yes against a value of 0 for no: 1 / (1 + exp(-value / noise)).
[[nodiscard]] double logit_yes(double value, double noise);

struct Choice {
  std::size_t option = 0;
  double probability = 1;  ///< that this option had
};

/// Draws one option by inverting the cumulated probabilities in the order of the options. `uniform`
/// in (0, 1) is given by the caller, so two runs that differ in the values only keep common draws.
[[nodiscard]] Choice choose_by_logit(std::span<const double> values, double noise, double uniform);

/// The same choice drawn option by option: the largest of value + noise * e, where e = -ln(-ln u)
/// is the option's own error (Gumbel; McFadden 1974). `uniforms` in (0, 1), one for each option. An
/// error that is given again is a judgement that stays the same while values move.
[[nodiscard]] Choice choose_by_errors(std::span<const double> values, double noise,
                                      std::span<const double> uniforms);

}  // namespace monazite::strategies
