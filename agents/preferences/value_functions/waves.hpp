#pragma once

#include <cmath>
#include <vector>

namespace monazite::preferences {

/// f(x) = amplitude * cos(multiplier * x + phase) + bias.
struct Cosine {
  double multiplier = 1;
  double bias = 0;
  double phase = 0;
  double amplitude = 1;

  [[nodiscard]] double at(double x) const {
    return amplitude * std::cos(multiplier * x + phase) + bias;
  }
  [[nodiscard]] std::vector<double> breakpoints() const { return {}; }
  [[nodiscard]] bool operator==(const Cosine&) const = default;
};

/// f(x) = amplitude * sin(multiplier * x + phase) + bias.
struct Sine {
  double multiplier = 1;
  double bias = 0;
  double phase = 0;
  double amplitude = 1;

  [[nodiscard]] double at(double x) const {
    return amplitude * std::sin(multiplier * x + phase) + bias;
  }
  [[nodiscard]] std::vector<double> breakpoints() const { return {}; }
  [[nodiscard]] bool operator==(const Sine&) const = default;
};

}  // namespace monazite::preferences
