#pragma once

#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>

namespace monazite::lab {

/// A small chart of a monthly series as text lines: values on the left axis, years below, one
/// column for each `months_per_column` months (their mean). Plain ASCII, so that it survives every
/// terminal, log and mail. Empty when there is no value.
struct ChartOptions {
  int height = 8;
  int width = 64;  ///< columns of data at most
  bool from_zero = true;
  std::string unit;  ///< written over the axis
};
[[nodiscard]] std::vector<std::string> text_chart(const std::vector<double>& values,
                                                  base::Day first_month,
                                                  const ChartOptions& options);

}  // namespace monazite::lab
