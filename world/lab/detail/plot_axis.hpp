#pragma once

#include <string>
#include <vector>

namespace monazite::lab::detail {

/// One axis: values to pixels, with ticks at 1, 2 or 5 times a power of ten.
struct PlotAxis {
  double low = 0;  ///< values at both ends
  double high = 1;
  double from = 0;  ///< pixels of low and high
  double to = 1;
  double step = 0.2;
  int decimals = 1;

  /// Fits the values from `lowest` to `highest`, with some room at both ends; from 0 to 1 if there
  /// are none (`lowest` above `highest`).
  PlotAxis(double lowest, double highest, double from_pixel, double to_pixel);

  [[nodiscard]] double at(double value) const {
    return from + (value - low) / (high - low) * (to - from);
  }
  [[nodiscard]] std::vector<double> ticks() const;
  [[nodiscard]] std::string label(double tick) const;
};

}  // namespace monazite::lab::detail
