#pragma once

#include <vector>

#include <viz/model/geometry.hpp>
#include <viz/model/places.hpp>

namespace monazite::viz {

/// A part of the globe, degrees.
struct GeoBox {
  double west = 0, east = 1, south = 0, north = 1;

  [[nodiscard]] GeoPoint middle() const { return {(west + east) / 2, (south + north) / 2}; }
  [[nodiscard]] bool contains(GeoPoint p) const {
    return p.longitude >= west && p.longitude <= east && p.latitude >= south && p.latitude <= north;
  }
};

/// An equirectangular map, true to shape at the middle latitude of a box: longitudes are shortened
/// by that latitude's cosine.
class MapProjection {
 public:
  /// All of `box` lies within `rect`, as large as it goes. `anchor`: where the box lies in the room
  /// that is left over, 0 for left and top, 1 for right and bottom.
  MapProjection(const GeoBox& box, const Rect& rect, Vec anchor = {0.5F, 0.5F});

  [[nodiscard]] Vec at(GeoPoint point) const;
  [[nodiscard]] GeoPoint geo(Vec point) const;
  /// What of the globe the whole rectangle shows.
  [[nodiscard]] GeoBox shown() const;
  /// Logical pixels for a degree of latitude.
  [[nodiscard]] double scale() const { return scale_; }
  [[nodiscard]] const Rect& rect() const { return rect_; }

 private:
  Rect rect_;
  double scale_ = 1, shortening_ = 1;
  double west_ = 0, north_ = 0;  ///< of the rectangle's corner
};

/// A curve through all points (a centripetal Catmull-Rom spline, which makes neither loops nor
/// cusps), as points about `step` apart. Fewer than three points: straight. Repeated points count
/// once.
[[nodiscard]] std::vector<Vec> smooth(const std::vector<Vec>& points, float step);

[[nodiscard]] float length_of(const std::vector<Vec>& line);
/// The same line without its first and last pieces of these lengths; empty when nothing is left.
[[nodiscard]] std::vector<Vec> trimmed(const std::vector<Vec>& line, float at_start, float at_end);

struct PointOnLine {
  Vec at;
  Vec ahead;  ///< direction of the line, of length 1
};
/// The point at a distance from the line's start, held to its ends. The line has two points or
/// more.
[[nodiscard]] PointOnLine point_on(const std::vector<Vec>& line, float distance);
/// From a point to the nearest point of a line; infinite for a line of fewer than two points.
[[nodiscard]] float distance_to(const std::vector<Vec>& line, Vec point);
/// Drops points nearer than `least` to the one kept before; the first and last stay.
[[nodiscard]] std::vector<Vec> thinned(const std::vector<Vec>& line, float least);
/// The part of a closed ring that lies within a rectangle; pieces hang together along its edges.
/// Empty when nothing lies within.
[[nodiscard]] std::vector<Vec> cut_to(const std::vector<Vec>& ring, const Rect& rect);

}  // namespace monazite::viz
