#include <algorithm>

#include <viz/panels/free_places.hpp>

namespace monazite::viz {

void FreePlaces::avoid(const std::vector<Vec>& line, float cost) {
  points_.reserve(points_.size() + line.size());
  for (const Vec& point : line) points_.push_back({point, cost});
}

bool FreePlaces::is_free(const Rect& rect, float gap) const {
  if (rect.x < bounds_.x || rect.y < bounds_.y || rect.right() > bounds_.right() ||
      rect.bottom() > bounds_.bottom()) {
    return false;
  }
  const Rect wide{rect.x - gap, rect.y - gap, rect.w + 2 * gap, rect.h + 2 * gap};
  return std::none_of(taken_.begin(), taken_.end(),
                      [&wide](const Rect& other) { return wide.overlaps(other); });
}

std::optional<Rect> FreePlaces::choose(const std::vector<LabelPlace>& places, float gap) {
  std::optional<LabelPlace> best;
  for (const LabelPlace& place : places) {
    if (best && place.cost >= best->cost) continue;
    if (!is_free(place.rect, gap)) continue;
    float cost = place.cost;
    for (const Point& point : points_) {
      if (place.rect.contains(point.at)) cost += point.cost;
    }
    if (!best || cost < best->cost) best = LabelPlace{place.rect, cost};
  }
  if (!best) return std::nullopt;
  take(best->rect);
  return best->rect;
}

std::vector<LabelPlace> places_around(Vec point, Vec size, float gap) {
  const float right = point.x + gap;
  const float left = point.x - gap - size.x;
  const float middle_x = point.x - size.x / 2;
  const float under = point.y + gap;
  const float over = point.y - gap - size.y;
  const float middle_y = point.y - size.y / 2;
  const auto at = [&size](float x, float y) { return Rect{x, y, size.x, size.y}; };
  return {{at(right, middle_y), 0}, {at(left, middle_y), 1}, {at(middle_x, under), 2},
          {at(middle_x, over), 2},  {at(right, under), 3},   {at(left, under), 3},
          {at(right, over), 3},     {at(left, over), 3}};
}

}  // namespace monazite::viz
