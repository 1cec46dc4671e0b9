#pragma once

#include <vector>

namespace monazite::preferences {

/// A tent: `bias` up to `start` and from `end` on, bias + scale at `middle`, straight lines
/// between. The middle counts as the top even where it lies on an end.
struct Triangular {
  double start = 0;
  double middle = 0.5;
  double end = 1;
  double bias = 0;
  double scale = 1;

  [[nodiscard]] double at(double x) const {
    if (x == middle) return bias + scale;
    if (x <= start || x >= end) return bias;
    if (x < middle) return bias + scale * (x - start) / (middle - start);
    return bias + scale * (end - x) / (end - middle);
  }
  [[nodiscard]] std::vector<double> breakpoints() const { return {start, middle, end}; }
  [[nodiscard]] bool operator==(const Triangular&) const = default;
};

/// A tent with a flat top: `bias` outside [start, end], bias + scale from `rise_end` to
/// `fall_start`, straight lines between.
struct Trapezoidal {
  double start = 0;
  double rise_end = 0.25;
  double fall_start = 0.75;
  double end = 1;
  double bias = 0;
  double scale = 1;

  [[nodiscard]] double at(double x) const {
    if (x >= rise_end && x <= fall_start) return bias + scale;
    if (x <= start || x >= end) return bias;
    if (x < rise_end) return bias + scale * (x - start) / (rise_end - start);
    return bias + scale * (end - x) / (end - fall_start);
  }
  [[nodiscard]] std::vector<double> breakpoints() const {
    return {start, rise_end, fall_start, end};
  }
  [[nodiscard]] bool operator==(const Trapezoidal&) const = default;
};

}  // namespace monazite::preferences
