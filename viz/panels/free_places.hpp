#pragma once

#include <optional>
#include <vector>

#include <viz/model/geometry.hpp>

namespace monazite::viz {

/// A place that a label could have; the lower its cost the better.
struct LabelPlace {
  Rect rect;
  float cost = 0;
};

/// Where labels may lie: within bounds, never over each other or over what was taken, and rather
/// not over lines.
class FreePlaces {
 public:
  explicit FreePlaces(const Rect& bounds) : bounds_(bounds) {}

  void take(const Rect& rect) { taken_.push_back(rect); }
  /// Points of a line, close enough to each other that a label over it covers some; each costs
  /// `cost`.
  void avoid(const std::vector<Vec>& line, float cost = 1);
  /// Within the bounds, and `gap` away from all that is taken.
  [[nodiscard]] bool is_free(const Rect& rect, float gap = 3) const;
  /// The cheapest free one, which is then taken; nothing when none is free.
  std::optional<Rect> choose(const std::vector<LabelPlace>& places, float gap = 3);
  [[nodiscard]] const Rect& bounds() const { return bounds_; }

 private:
  struct Point {
    Vec at;
    float cost;
  };
  Rect bounds_;
  std::vector<Rect> taken_;
  std::vector<Point> points_;
};

/// Right, left, under and over a point, and between those, `gap` away from it; dearer the less
/// usual.
[[nodiscard]] std::vector<LabelPlace> places_around(Vec point, Vec size, float gap);

}  // namespace monazite::viz
