#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

namespace monazite::preferences {

/// f(x) = bias + scale * share^exponent, where share runs from 0 at `from` to 1 at `to` and stays
/// within [0, 1]. With an exponent below 1 more is worth less and less, above 1 more and more
/// (constant relative risk aversion 1 - exponent; Pratt 1964). `to` below `from`: less is better.
struct Power {
  double from = 0;
  double to = 1;
  double exponent = 1;
  double bias = 0;
  double scale = 1;

  [[nodiscard]] double at(double x) const {
    return bias + scale * std::pow(std::clamp((x - from) / (to - from), 0.0, 1.0), exponent);
  }
  [[nodiscard]] std::vector<double> breakpoints() const { return {from, to}; }
  [[nodiscard]] bool operator==(const Power&) const = default;
};

/// f(x) = a2 * x^2 + a1 * x + bias.
struct Quadratic {
  double a2 = 0;
  double a1 = 1;
  double bias = 0;

  [[nodiscard]] double at(double x) const { return a2 * x * x + a1 * x + bias; }
  /// The top or bottom of the parabola.
  [[nodiscard]] std::vector<double> breakpoints() const {
    if (a2 == 0) return {};
    return {-a1 / (2 * a2)};
  }
  [[nodiscard]] bool operator==(const Quadratic&) const = default;
};

/// f(x) = bias + c_0 * x + c_1 * x^2 + c_2 * x^3 ..., added up from the left.
struct Polynomial {
  std::vector<double> coefficients;
  double bias = 0;

  [[nodiscard]] double at(double x) const {
    double sum = bias;
    for (std::size_t i = 0; i < coefficients.size(); ++i) {
      sum += coefficients[i] * std::pow(x, static_cast<double>(i + 1));
    }
    return sum;
  }
  [[nodiscard]] std::vector<double> breakpoints() const { return {}; }
  [[nodiscard]] bool operator==(const Polynomial&) const = default;
};

}  // namespace monazite::preferences
