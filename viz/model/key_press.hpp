#pragma once

#include <string>
#include <utility>

namespace monazite::viz {

/// A key that was pressed, by name: "Space", "Left", "A", "1", "F1", "Enter", "?", ...
struct KeyPress {
  std::string key;
  bool ctrl = false, shift = false, alt = false;

  friend bool operator==(const KeyPress& a, const KeyPress& b) {
    return a.key == b.key && a.ctrl == b.ctrl && a.shift == b.shift && a.alt == b.alt;
  }
};

/// Alone, or held with Ctrl, Shift or Alt.
[[nodiscard]] inline KeyPress key(std::string name) {
  return {std::move(name), false, false, false};
}
[[nodiscard]] inline KeyPress ctrl(std::string name) {
  return {std::move(name), true, false, false};
}
[[nodiscard]] inline KeyPress shift(std::string name) {
  return {std::move(name), false, true, false};
}
[[nodiscard]] inline KeyPress alt(std::string name) {
  return {std::move(name), false, false, true};
}

}  // namespace monazite::viz
