#include <algorithm>
#include <cmath>
#include <utility>

#include <viz/panels/detail/plane_labels.hpp>

namespace monazite::viz {
namespace {

/// Half of the largest mark, and its ring.
constexpr float kPlaneMargin = 13;
/// From one place that is tried to the next.
constexpr float kStepAcross = 12, kStepDown = 6;

/// Places with their corner on a grid over the bounds, the dearer the further from `wanted`.
std::vector<LabelPlace> anywhere(const Rect& bounds, Vec size, Vec wanted, float cost) {
  constexpr float kMost = 60;  // steps each way, however large the plane is
  const float across = std::max(kStepAcross, bounds.w / kMost);
  const float down = std::max(kStepDown, bounds.h / kMost);
  std::vector<LabelPlace> places;
  for (float y = bounds.y + 2; y + size.y <= bounds.bottom(); y += down) {
    for (float x = bounds.x + 2; x + size.x <= bounds.right(); x += across) {
      const float far = std::hypot(x - wanted.x, y - wanted.y);
      places.push_back({{x, y, size.x, size.y}, cost + far / 40});
    }
  }
  return places;
}

/// Cheap places first: those after them are then passed over.
void sort_by_cost(std::vector<LabelPlace>& places) {
  std::stable_sort(places.begin(), places.end(),
                   [](const LabelPlace& a, const LabelPlace& b) { return a.cost < b.cost; });
}

/// The point of a rectangle that is nearest to another.
Vec nearest_in(const Rect& rect, Vec to) {
  return {std::clamp(to.x, rect.x, rect.right()), std::clamp(to.y, rect.y, rect.bottom())};
}

}  // namespace

Interval with_margin(double lowest, double highest, float pixels) {
  const double inner = std::max(1.0F, pixels - 2 * kPlaneMargin);
  const double margin = (highest - lowest) * kPlaneMargin / inner;
  return {lowest - margin, highest + margin};
}

PlaneLabels::PlaneLabels(Ui& ui, std::string name, const Rect& bounds)
    : ui_(ui), name_(std::move(name)), bounds_(bounds), free_(bounds) {}

void PlaneLabels::mark(Vec at, float size) {
  const Rect rect{at.x - size / 2, at.y - size / 2, size, size};
  free_.take(rect);
  ui_.place(name_ + "/mark/" + std::to_string(marks_++), rect);
}

void PlaneLabels::line(const std::vector<Vec>& points) {
  constexpr float kEvery = 6;
  std::vector<Vec> dense;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Vec step = points[i] - points[i - 1];
    const int pieces = std::max(1, static_cast<int>(std::hypot(step.x, step.y) / kEvery));
    for (int k = 0; k <= pieces; ++k) {
      dense.push_back(points[i - 1] + step * (static_cast<float>(k) / static_cast<float>(pieces)));
    }
  }
  constexpr float kCost = 0.4F;
  free_.avoid(dense, kCost);
}

void PlaneLabels::left_band(float x, std::string_view text, Color color) {
  const Vec size = plate_size(ui_, text, Type::kPlot);
  const Vec corner{bounds_.x + 6, bounds_.y + 4};
  std::vector<LabelPlace> places = anywhere(bounds_, size, corner, 6);
  for (float y = corner.y; y + size.y <= bounds_.bottom(); y += kStepDown) {
    const float far = (y - corner.y) / 100;
    places.push_back({{corner.x, y, size.x, size.y}, far});
    places.push_back({{x + 4, y, size.x, size.y}, far + 1});
  }
  plate(std::move(places), text, Type::kPlot, color, {}, std::nullopt);
}

void PlaneLabels::lower_band(float y, std::string_view text, Color color) {
  const Vec size = plate_size(ui_, text, Type::kPlot);
  const Vec corner{bounds_.x + 6, bounds_.bottom() - size.y - 4};
  std::vector<LabelPlace> places = anywhere(bounds_, size, corner, 6);
  for (float x = corner.x; x + size.x <= bounds_.right(); x += kStepAcross) {
    const float far = (x - corner.x) / 100;
    places.push_back({{x, corner.y, size.x, size.y}, far});
    places.push_back({{x, y + 4, size.x, size.y}, far + 0.5F});
    places.push_back({{x, y - size.y - 4, size.x, size.y}, far + 1});
  }
  plate(std::move(places), text, Type::kPlot, color, {}, std::nullopt);
}

void PlaneLabels::point(Vec at, std::string_view text, Color color, std::string_view second_line) {
  const Vec size = plate_size(ui_, text, Type::kSmallBold, second_line);
  std::vector<LabelPlace> places;
  for (const float gap : {14.0F, 26.0F, 44.0F, 70.0F}) {
    for (LabelPlace place : places_around(at, size, gap)) {
      place.cost = place.cost * 0.3F + gap / 20;
      places.push_back(place);
    }
  }
  const std::vector<LabelPlace> rest =
      anywhere(bounds_, size, {at.x - size.x / 2, at.y - size.y / 2}, 8);
  places.insert(places.end(), rest.begin(), rest.end());
  plate(std::move(places), text, Type::kSmallBold, color, second_line, at);
}

void PlaneLabels::number(Vec at, std::size_t number, Color color, float mark) {
  constexpr float kSame = 5;
  for (const Vec other : numbered_) {
    if (std::hypot(other.x - at.x, other.y - at.y) < kSame) return;
  }
  numbered_.push_back(at);
  const std::string text = std::to_string(number);
  const Vec size{ui_.canvas.width(text, Type::kSmallBold) + 4,
                 Canvas::line_height(Type::kSmallBold) - 2};
  std::vector<LabelPlace> places = places_around(at, size, mark / 2 + 2);
  for (LabelPlace& place : places) place.cost *= 0.2F;
  const auto place = free_.choose(places, 1);
  if (!place) return;
  ui_.canvas.fill(*place, ui_.palette.panel.faded(0.88F), 3);  // lines may pass under it
  ui_.canvas.text(place->centre(), text, Type::kSmallBold, color, Align::kCentre);
}

void PlaneLabels::plate(std::vector<LabelPlace> places, std::string_view text, Type type,
                        Color color, std::string_view second_line, std::optional<Vec> joined) {
  sort_by_cost(places);
  const auto place = free_.choose(places, 2);
  if (!place) return;
  ui_.place(name_ + "/plate/" + std::to_string(plates_.size()), *place);
  plates_.push_back({*place, std::string(text), std::string(second_line), type, color, joined});
}

void PlaneLabels::draw() {
  constexpr float kBeside = 16;
  for (const Plate& each : plates_) {
    if (!each.joined) continue;
    const Vec end = nearest_in(each.rect, *each.joined);
    if (std::hypot(end.x - each.joined->x, end.y - each.joined->y) > kBeside) {
      ui_.canvas.line(*each.joined, end, ui_.palette.text3, 1);
    }
  }
  for (const Plate& each : plates_) {
    draw_plate(ui_, {each.rect.x, each.rect.y + each.rect.h / 2}, each.text, each.type, each.color,
               Align::kLeft, each.second_line);
  }
  plates_.clear();
}

}  // namespace monazite::viz
