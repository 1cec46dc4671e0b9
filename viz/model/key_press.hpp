#pragma once

#include <string>

namespace monazite::viz {

/// A key that was pressed, by name: "Space", "Left", "A", "1", "F1", "Enter", "?", ...
struct KeyPress {
  std::string key;
  bool ctrl = false, shift = false, alt = false;

  friend bool operator==(const KeyPress& a, const KeyPress& b) {
    return a.key == b.key && a.ctrl == b.ctrl && a.shift == b.shift && a.alt == b.alt;
  }
};

}  // namespace monazite::viz
