#pragma once

#include <cmath>
#include <vector>

namespace monazite::preferences {

inline constexpr double kEuler = 2.718281828459045;

/// f(x) = base^(tau * x) + bias. The base is positive.
struct Exponential {
  double tau = 1;
  double bias = 0;
  double base = kEuler;

  [[nodiscard]] double at(double x) const { return std::pow(base, tau * x) + bias; }
  [[nodiscard]] std::vector<double> breakpoints() const { return {}; }
  [[nodiscard]] bool operator==(const Exponential&) const = default;
};

/// f(x) = scale * log_base(tau * x) + bias; not a number where tau * x is not positive.
struct Logarithm {
  double tau = 1;
  double bias = 0;
  double base = kEuler;
  double scale = 1;

  [[nodiscard]] double at(double x) const {
    return scale * (std::log(tau * x) / std::log(base)) + bias;
  }
  [[nodiscard]] std::vector<double> breakpoints() const { return {}; }
  [[nodiscard]] bool operator==(const Logarithm&) const = default;
};

}  // namespace monazite::preferences
