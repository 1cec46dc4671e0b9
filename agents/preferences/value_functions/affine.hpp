#pragma once

#include <algorithm>
#include <limits>
#include <vector>

namespace monazite::preferences {

/// f(x) = bias.
struct Constant {
  double bias = 0;

  [[nodiscard]] double at(double /*x*/) const { return bias; }
  [[nodiscard]] std::vector<double> breakpoints() const { return {}; }
  [[nodiscard]] bool operator==(const Constant&) const = default;
};

/// f(x) = x.
struct Identity {
  [[nodiscard]] double at(double x) const { return x; }
  [[nodiscard]] std::vector<double> breakpoints() const { return {}; }
  [[nodiscard]] bool operator==(const Identity&) const = default;
};

/// f(x) = slope * (x - origin) + bias, not below `lowest` nor above `highest`. Genius counts
/// integer issues from their lower bound (the origin) and keeps linear evaluations within [0, 1];
/// NegMAS' LinearFun and AffineFun do neither.
struct Affine {
  double slope = 1;
  double bias = 0;
  double origin = 0;
  double lowest = -std::numeric_limits<double>::infinity();
  double highest = std::numeric_limits<double>::infinity();

  [[nodiscard]] double at(double x) const {
    return std::clamp(slope * (x - origin) + bias, lowest, highest);
  }
  /// Where the limits begin to hold.
  [[nodiscard]] std::vector<double> breakpoints() const {
    if (slope == 0) return {};
    return {origin + (lowest - bias) / slope, origin + (highest - bias) / slope};
  }
  [[nodiscard]] bool operator==(const Affine&) const = default;
};

}  // namespace monazite::preferences
