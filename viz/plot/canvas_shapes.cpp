#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include <imgui.h>

#include <viz/plot/canvas.hpp>
#include <viz/plot/detail/imgui_types.hpp>
#include <viz/plot/fonts.hpp>

namespace monazite::viz {
namespace {

/// At most this many rectangles are reserved at once, so that indices of 16 bits suffice.
constexpr std::size_t kChunk = 4000;

float length(Vec v) {
  return std::sqrt(v.x * v.x + v.y * v.y);
}

/// Corners of a regular polygon, the first one at `from` (radians, clockwise from the right).
template <std::size_t count>
std::array<Vec, count> corners(Vec centre, float radius, float from) {
  std::array<Vec, count> points{};
  for (std::size_t i = 0; i < count; ++i) {
    const float angle = from + static_cast<float>(i) * 2 * std::numbers::pi_v<float> / count;
    points[i] = {centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)};
  }
  return points;
}

template <std::size_t count>
void convex(ImDrawList* list, const std::array<Vec, count>& points, Color color) {
  for (const Vec& p : points) list->PathLineTo(to_im(p));
  list->PathFillConvex(to_im(color));
}

template <std::size_t count>
void closed_line(ImDrawList* list, const std::array<Vec, count>& points, Color color,
                 float thickness) {
  for (const Vec& p : points) list->PathLineTo(to_im(p));
  list->PathStroke(to_im(color), ImDrawFlags_Closed, thickness);
}

template <std::size_t count>
void filled_or_outlined(ImDrawList* list, const std::array<Vec, count>& points, Color color,
                        bool hollow, float thickness) {
  if (hollow) {
    closed_line(list, points, color, thickness);
  } else {
    convex(list, points, color);
  }
}

/// A star is not convex: a kite for each ray, and a thin outline over their seams.
void star(ImDrawList* list, Vec centre, float radius, Color color, bool hollow, float thickness) {
  constexpr float kUp = -std::numbers::pi_v<float> / 2;
  const auto outer = corners<5>(centre, radius, kUp);
  const auto inner = corners<5>(centre, radius * 0.42F, kUp + std::numbers::pi_v<float> / 5);
  std::array<Vec, 10> outline{};
  for (std::size_t i = 0; i < 5; ++i) {
    outline[2 * i] = outer[i];
    outline[2 * i + 1] = inner[i];
  }
  if (hollow) {
    closed_line(list, outline, color, thickness);
    return;
  }
  const ImDrawListFlags before = list->Flags;
  list->Flags &= ~ImDrawListFlags_AntiAliasedFill;
  for (std::size_t i = 0; i < 5; ++i) {
    convex(list, std::array<Vec, 4>{centre, inner[(i + 4) % 5], outer[i], inner[i]}, color);
  }
  list->Flags = before;
  closed_line(list, outline, color, 1);
}

struct Crossing {
  int row;
  float x;
};

/// Where the outline crosses the middles of the screen's rows.
std::vector<Crossing> crossings(const std::vector<Vec>& points, float scale, int first, int last) {
  std::vector<Crossing> found;
  for (std::size_t i = 0; i < points.size(); ++i) {
    Vec a = points[i];
    Vec b = points[(i + 1) % points.size()];
    if (a.y == b.y) continue;
    if (a.y > b.y) std::swap(a, b);
    // Half open, so that a corner on a row's middle counts once.
    const int from = std::max(first, static_cast<int>(std::ceil(a.y * scale - 0.5F)));
    const int to = std::min(last, static_cast<int>(std::ceil(b.y * scale - 0.5F)) - 1);
    for (int row = from; row <= to; ++row) {
      const float y = (static_cast<float>(row) + 0.5F) / scale;
      found.push_back({row, a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)});
    }
  }
  std::sort(found.begin(), found.end(), [](const Crossing& a, const Crossing& b) {
    return a.row != b.row ? a.row < b.row : a.x < b.x;
  });
  return found;
}

}  // namespace

void Canvas::fill(const Rect& rect, Color color, float radius) {
  if (rect.empty()) return;
  list_->AddRectFilled(top_left(rect), bottom_right(rect), to_im(color), radius);
}

void Canvas::outline(const Rect& rect, Color color, float thickness, float radius) {
  if (rect.empty()) return;
  list_->AddRect(top_left(rect), bottom_right(rect), to_im(color), radius, 0, thickness);
}

void Canvas::line(Vec from, Vec to, Color color, float thickness) {
  // Lines along an axis fill whole pixels instead of half of two.
  const float scale = fonts_->scale();
  const float half = thickness / 2;
  const auto snapped = [scale](float value) { return std::round(value * scale) / scale; };
  if (from.x == to.x && from.y != to.y) {
    const float x = snapped(from.x - half);
    fill({x, std::min(from.y, to.y), thickness, std::abs(to.y - from.y)}, color);
  } else if (from.y == to.y && from.x != to.x) {
    const float y = snapped(from.y - half);
    fill({std::min(from.x, to.x), y, std::abs(to.x - from.x), thickness}, color);
  } else {
    list_->PathLineTo(to_im(from));
    list_->PathLineTo(to_im(to));
    list_->PathStroke(to_im(color), 0, thickness);
  }
}

void Canvas::polyline(const std::vector<Vec>& points, Color color, float thickness, bool closed) {
  // Thick lines swell where points repeat, and inside straight runs there is nothing to see.
  std::vector<ImVec2> kept;
  kept.reserve(points.size());
  for (const Vec& p : points) {
    if (!kept.empty() && std::abs(kept.back().x - p.x) + std::abs(kept.back().y - p.y) < 0.05F) {
      continue;
    }
    if (kept.size() >= 2) {
      const ImVec2 a = kept[kept.size() - 2];
      const ImVec2 b = kept.back();
      const bool level = a.y == b.y && b.y == p.y && (b.x - a.x) * (p.x - b.x) > 0;
      const bool upright = a.x == b.x && b.x == p.x && (b.y - a.y) * (p.y - b.y) > 0;
      if (level || upright) kept.pop_back();
    }
    kept.push_back(to_im(p));
  }
  if (kept.size() < 2) return;
  list_->AddPolyline(kept.data(), static_cast<int>(kept.size()), to_im(color),
                     closed ? ImDrawFlags_Closed : ImDrawFlags_None, thickness);
}

void Canvas::dashed(const std::vector<Vec>& points, Color color, float thickness, float dash,
                    float gap) {
  if (dash <= 0 || points.size() < 2) return;
  std::vector<Vec> stroke;
  bool on = true;
  float left = dash;  // of this dash or gap
  stroke.push_back(points.front());
  for (std::size_t i = 1; i < points.size(); ++i) {
    Vec from = points[i - 1];
    const Vec to = points[i];
    float ahead = length(to - from);
    while (ahead > left) {
      const Vec turn = from + (to - from) * (left / ahead);
      if (on) {
        stroke.push_back(turn);
        polyline(stroke, color, thickness);
      }
      stroke.assign(1, turn);
      on = !on || gap <= 0;
      ahead -= left;
      left = on ? dash : gap;
      from = turn;
    }
    left -= ahead;
    if (on) stroke.push_back(to);
  }
  if (on) polyline(stroke, color, thickness);
}

void Canvas::polygon(const std::vector<Vec>& points, Color color) {
  if (points.size() < 3) return;
  const float scale = fonts_->scale();
  const Rect seen = clip();
  const int first = static_cast<int>(std::floor(seen.y * scale));
  const int last = static_cast<int>(std::ceil(seen.bottom() * scale));
  const std::vector<Crossing> found = crossings(points, scale, first, last);
  std::vector<Rect> spans;
  for (std::size_t i = 0; i + 1 < found.size(); i += 2) {
    const float x = std::max(found[i].x, seen.x);
    const float right = std::min(found[i + 1].x, seen.right());
    if (right > x) {
      spans.push_back({x, static_cast<float>(found[i].row) / scale, right - x, 1 / scale});
    }
  }
  const ImU32 packed = to_im(color);
  for (std::size_t begin = 0; begin < spans.size(); begin += kChunk) {
    const std::size_t end = std::min(spans.size(), begin + kChunk);
    const auto count = static_cast<int>(end - begin);
    list_->PrimReserve(6 * count, 4 * count);
    for (std::size_t i = begin; i < end; ++i) {
      list_->PrimRect(top_left(spans[i]), bottom_right(spans[i]), packed);
    }
  }
}

void Canvas::band(const std::vector<Vec>& upper, const std::vector<Vec>& lower, Color color) {
  const std::size_t count = std::min(upper.size(), lower.size());
  const ImU32 packed = to_im(color);
  const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
  for (std::size_t i = 0; i + 1 < count; ++i) {
    // Without antialiasing, neighbours meet exactly.
    list_->PrimReserve(6, 4);
    const auto at = static_cast<ImDrawIdx>(list_->_VtxCurrentIdx);
    for (const unsigned corner : {0U, 1U, 2U, 0U, 2U, 3U}) {
      list_->PrimWriteIdx(static_cast<ImDrawIdx>(at + corner));
    }
    list_->PrimWriteVtx(to_im(upper[i]), uv, packed);
    list_->PrimWriteVtx(to_im(upper[i + 1]), uv, packed);
    list_->PrimWriteVtx(to_im(lower[i + 1]), uv, packed);
    list_->PrimWriteVtx(to_im(lower[i]), uv, packed);
  }
}

void Canvas::triangle(Vec a, Vec b, Vec c, Color color) {
  // Antialiasing takes clockwise corners for granted.
  if ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) < 0) std::swap(b, c);
  list_->AddTriangleFilled(to_im(a), to_im(b), to_im(c), to_im(color));
}

void Canvas::circle(Vec centre, float radius, Color color) {
  list_->AddCircleFilled(to_im(centre), radius, to_im(color));
}

void Canvas::ring(Vec centre, float radius, Color color, float thickness) {
  list_->AddCircle(to_im(centre), radius, to_im(color), 0, thickness);
}

void Canvas::mark(Shape shape, Vec centre, float size, Color color, bool hollow) {
  constexpr float kUp = -std::numbers::pi_v<float> / 2;
  const float thickness = std::max(1.5F, size * 0.15F);
  // An outline lies on both sides of its line: hollow marks are as large as filled ones.
  const float r = size / 2 - (hollow ? thickness / 2 : 0);
  switch (shape) {
    case Shape::kCircle:
      if (hollow) {
        ring(centre, r, color, thickness);
      } else {
        circle(centre, r, color);
      }
      break;
    case Shape::kSquare: {
      const float h = r * 0.88F;
      filled_or_outlined(list_,
                         std::array<Vec, 4>{Vec{centre.x - h, centre.y - h},
                                            {centre.x + h, centre.y - h},
                                            {centre.x + h, centre.y + h},
                                            {centre.x - h, centre.y + h}},
                         color, hollow, thickness);
      break;
    }
    case Shape::kTriangle:
    case Shape::kTriangleDown: {
      // As high as wide, its middle a little over the middle of its box.
      const float up = shape == Shape::kTriangle ? -1.0F : 1.0F;
      filled_or_outlined(list_,
                         std::array<Vec, 3>{Vec{centre.x, centre.y + up * r * 1.02F},
                                            {centre.x - up * r * 1.05F, centre.y - up * r * 0.82F},
                                            {centre.x + up * r * 1.05F, centre.y - up * r * 0.82F}},
                         color, hollow, thickness);
      break;
    }
    case Shape::kDiamond:
      filled_or_outlined(list_, corners<4>(centre, r * 1.12F, kUp), color, hollow, thickness);
      break;
    case Shape::kHexagon:
      filled_or_outlined(list_, corners<6>(centre, r * 1.04F, 0), color, hollow, thickness);
      break;
    case Shape::kStar:
      star(list_, centre, r * 1.2F, color, hollow, thickness);
      break;
    case Shape::kCross: {
      const float h = r * 0.75F;
      const float wide = std::max(1.5F, size * 0.2F);
      line({centre.x - h, centre.y - h}, {centre.x + h, centre.y + h}, color, wide);
      line({centre.x - h, centre.y + h}, {centre.x + h, centre.y - h}, color, wide);
      break;
    }
  }
}

void Canvas::hatch(const Rect& rect, Color color, float gap, float thickness) {
  if (rect.empty() || gap <= 0) return;
  push_clip(rect);
  for (float x = rect.x - rect.h; x < rect.right(); x += gap) {
    line({x, rect.bottom()}, {x + rect.h, rect.y}, color, thickness);
  }
  pop_clip();
}

}  // namespace monazite::viz
