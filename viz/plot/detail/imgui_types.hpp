#pragma once

#include <imgui.h>

#include <viz/model/geometry.hpp>
#include <viz/model/palette.hpp>

namespace monazite::viz {

inline ImVec2 to_im(Vec v) {
  return {v.x, v.y};
}
inline ImU32 to_im(Color c) {
  return IM_COL32(c.r, c.g, c.b, c.a);
}
inline ImVec4 to_im_float(Color c) {
  return ImGui::ColorConvertU32ToFloat4(to_im(c));
}
inline ImVec2 top_left(const Rect& r) {
  return {r.x, r.y};
}
inline ImVec2 bottom_right(const Rect& r) {
  return {r.right(), r.bottom()};
}

/// What two rectangles have in common; empty if nothing.
inline Rect common(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
          std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

}  // namespace monazite::viz
