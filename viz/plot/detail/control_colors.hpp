#pragma once

#include <cmath>

#include <viz/model/palette.hpp>

namespace monazite::viz {

/// `share` of the way from one colour to another, both opaque.
inline Color mixed(Color from, Color to, float share) {
  const auto channel = [share](std::uint8_t a, std::uint8_t b) {
    const float from_a = static_cast<float>(a);
    return static_cast<std::uint8_t>(
        std::lround(from_a + (static_cast<float>(b) - from_a) * share));
  };
  return {channel(from.r, to.r), channel(from.g, to.g), channel(from.b, to.b), 255};
}

/// What controls are painted with. None has a hue: colour means data.
struct ControlColors {
  explicit ControlColors(const Palette& p)
      : border(p.coast),
        strong_border(p.text3),
        ground(p.panel),
        over(p.dark ? p.control : p.inset),
        well(p.dark ? p.inset : p.control),
        chosen(p.dark ? p.coast : p.panel),
        track(p.control) {}

  Color border, strong_border;
  Color ground;  ///< of buttons
  Color over;    ///< under the mouse
  Color well;    ///< behind choices
  Color chosen;  ///< the choice made
  Color track;   ///< of sliders and bars
};

inline constexpr float kControlRadius = 5;

}  // namespace monazite::viz
