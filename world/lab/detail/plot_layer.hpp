#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace monazite::lab::detail {

struct PlotPoint {
  double x = 0;
  double y = 0;
};

enum class PlotShape : std::uint8_t { kCircle, kSquare, kDiamond, kTriangle };

/// What one call of PlotSvg adds to a picture.
struct PlotLayer {
  enum class Kind : std::uint8_t { kCloud, kLine, kPoints, kMark, kPath };
  Kind kind = Kind::kCloud;
  std::string name;
  std::vector<PlotPoint> points;
  std::string colour;
  PlotShape shape = PlotShape::kCircle;
  bool dots = false;
};

struct PlotTitles {
  std::string title, subtitle;
  std::array<std::string, 2> axes;
};

}  // namespace monazite::lab::detail
