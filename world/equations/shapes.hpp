#pragma once

#include <algorithm>
#include <array>
#include <cmath>

/// Small shapes that many equations share.
namespace monazite::equations {

/// `x` within [low, high].
[[nodiscard]] inline double clip(double x, double low, double high) {
  return std::min(std::max(x, low), high);
}

/// [x]+
[[nodiscard]] inline double positive_part(double x) {
  return x > 0 ? x : 0;
}

/// A quantity whose parts count for more or less: the part of `x` up to `steps[0]` with
/// `weights[0]`, the next one up to `steps[1]` with `weights[1]`, the rest with `weights[2]`. Same
/// unit as `x`, which is 0 or more; the steps are in ascending order.
[[nodiscard]] inline double counted_in_steps(double x, const std::array<double, 2>& steps,
                                             const std::array<double, 3>& weights) {
  return weights[0] * std::min(x, steps[0]) +
         weights[1] * clip(x - steps[0], 0, steps[1] - steps[0]) +
         weights[2] * positive_part(x - steps[1]);
}

/// L(x) = 1 / (1 + exp(-x)); in (0, 1), safe for any x.
[[nodiscard]] inline double logistic(double x) {
  if (x >= 0) return 1 / (1 + std::exp(-x));
  const double e = std::exp(x);
  return e / (1 + e);
}

/// Distribution function of the standard normal.
[[nodiscard]] double normal_distribution(double x);

/// E max(P, F) for a lognormal P with mean `mean_price` and standard deviation `log_sd` of its
/// logarithm: what a kg fetches on average under a price floor F. USD per kg. With `floor` or
/// `log_sd` of 0 it is max(mean_price, floor). (The mean of a lognormal cut from below, as in the
/// price of a European option: Black and Scholes 1973.)
[[nodiscard]] double mean_price_with_floor(double mean_price, double floor, double log_sd);

}  // namespace monazite::equations
