#pragma once

#include <algorithm>

namespace monazite::viz {

/// A point or a size on the screen, in logical pixels: the window's pixels divided by the scale of
/// the user interface. x to the right, y down.
struct Vec {
  float x = 0;
  float y = 0;

  friend constexpr Vec operator+(Vec a, Vec b) { return {a.x + b.x, a.y + b.y}; }
  friend constexpr Vec operator-(Vec a, Vec b) { return {a.x - b.x, a.y - b.y}; }
  friend constexpr Vec operator*(Vec a, float factor) { return {a.x * factor, a.y * factor}; }
  friend constexpr bool operator==(Vec a, Vec b) { return a.x == b.x && a.y == b.y; }
};

/// A rectangle on the screen, in logical pixels. Cutting pieces off it is how panels are laid out:
/// cut_top(36) gives the title's strip and leaves the rest.
struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  [[nodiscard]] constexpr float right() const { return x + w; }
  [[nodiscard]] constexpr float bottom() const { return y + h; }
  [[nodiscard]] constexpr Vec centre() const { return {x + w / 2, y + h / 2}; }
  [[nodiscard]] constexpr bool contains(Vec p) const {
    return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
  }
  [[nodiscard]] constexpr bool overlaps(const Rect& o) const {
    return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
  }
  [[nodiscard]] constexpr bool empty() const { return w <= 0 || h <= 0; }
  /// The same less a margin on each side; never of negative size.
  [[nodiscard]] constexpr Rect inset(float dx, float dy) const {
    return {x + dx, y + dy, std::max(0.0F, w - 2 * dx), std::max(0.0F, h - 2 * dy)};
  }
  [[nodiscard]] constexpr Rect inset(float d) const { return inset(d, d); }

  /// Cuts a strip off and returns it; what is left begins `gap` further on.
  constexpr Rect cut_top(float size, float gap = 0) {
    const Rect strip{x, y, w, std::min(size, h)};
    const float used = std::min(size + gap, h);
    y += used;
    h -= used;
    return strip;
  }
  constexpr Rect cut_bottom(float size, float gap = 0) {
    const float taken = std::min(size, h);
    const Rect strip{x, y + h - taken, w, taken};
    h = std::max(0.0F, h - size - gap);
    return strip;
  }
  constexpr Rect cut_left(float size, float gap = 0) {
    const Rect strip{x, y, std::min(size, w), h};
    const float used = std::min(size + gap, w);
    x += used;
    w -= used;
    return strip;
  }
  constexpr Rect cut_right(float size, float gap = 0) {
    const float taken = std::min(size, w);
    const Rect strip{x + w - taken, y, taken, h};
    w = std::max(0.0F, w - size - gap);
    return strip;
  }
};

}  // namespace monazite::viz
