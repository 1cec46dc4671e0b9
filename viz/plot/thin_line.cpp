#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include <viz/plot/thin_line.hpp>

namespace monazite::viz {
namespace {

/// Kept of a column.
constexpr std::size_t kMost = 4;

}  // namespace

std::vector<Vec> thin_line(std::vector<Vec> points) {
  if (points.size() < 3 ||
      static_cast<float>(points.size()) < kMost * (points.back().x - points.front().x)) {
    return points;
  }
  std::vector<Vec> kept;
  for (std::size_t i = 0; i < points.size();) {
    const float column = std::floor(points[i].x);
    std::size_t end = i, low = i, high = i;
    for (; end < points.size() && std::floor(points[end].x) == column; ++end) {
      if (points[end].y < points[low].y) low = end;
      if (points[end].y > points[high].y) high = end;
    }
    if (end == i) end = i + 1;  // no number: as it is
    std::array<std::size_t, kMost> wanted = {i, std::min(low, high), std::max(low, high), end - 1};
    for (std::size_t k = 0; k < kMost; ++k) {
      if (k == 0 || wanted[k] != wanted[k - 1]) kept.push_back(points[wanted[k]]);
    }
    i = end;
  }
  return kept;
}

}  // namespace monazite::viz
