#pragma once

#include <cmath>
#include <vector>

namespace monazite::preferences {

/// A bell: f(x) = bias + scale * exp(-(x - center)^2 / (2 sigma^2)).
struct Gaussian {
  double center = 0;
  double sigma = 1;
  double bias = 0;
  double scale = 1;

  [[nodiscard]] double at(double x) const {
    const double away = x - center;
    return bias + scale * std::exp(-(away * away) / (2 * sigma * sigma));
  }
  /// The top of the bell.
  [[nodiscard]] std::vector<double> breakpoints() const { return {center}; }
  [[nodiscard]] bool operator==(const Gaussian&) const = default;
};

}  // namespace monazite::preferences
