#pragma once

#include <vector>

#include <viz/model/geometry.hpp>

namespace monazite::viz {

/// A line, from left to right, with no more points than one can see: of those in the same column of
/// pixels the first, the lowest, the highest and the last are kept, in their order. A line that has
/// few points is given back as it is; centuries of months cost no more than a screen is wide.
[[nodiscard]] std::vector<Vec> thin_line(std::vector<Vec> points);

}  // namespace monazite::viz
