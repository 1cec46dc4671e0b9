#pragma once

#include <cstdint>
#include <string_view>

#include <world/scenarios/scenario.hpp>

namespace monazite::viz {

struct Color {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;

  friend constexpr bool operator==(Color x, Color y) {
    return x.r == y.r && x.g == y.g && x.b == y.b && x.a == y.a;
  }
  /// The same with an opacity of `share`, 0 to 1.
  [[nodiscard]] constexpr Color faded(float share) const {
    return {r, g, b, static_cast<std::uint8_t>(static_cast<float>(a) * share)};
  }
};

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.1).
[[nodiscard]] double contrast(Color a, Color b);

/// One hue of the data: `mark` for shapes and lines (at least 3:1 on a panel), `word` for text (at
/// least 4.5:1, and 6:1 on a panel). Text is never written in the mark tone.
struct Tone {
  Color mark;
  Color word;
};

/// Shapes repeat what a hue says, so that nothing depends on seeing colours.
enum class Shape { kCircle, kSquare, kTriangle, kTriangleDown, kDiamond, kHexagon, kStar, kCross };

struct Look {
  Tone tone;
  Shape shape = Shape::kCircle;
  bool hollow = false;
};

/// Everything that has a colour. Okabe and Ito's hues (2008), which stay apart for the
/// colour-blind, in two tones of each; controls carry no hue, so that colour always means data.
struct Palette {
  bool dark = true;
  Color window, panel, inset, control, hairline;
  Color text, text2, text3;     ///< from the most to the least important
  Color primary, primary_text;  ///< the one button a task is about
  Color playhead, playhead_text;
  Color sea, land, coast;
  Tone india, japan, china, australia, makers, neutral;

  [[nodiscard]] const Tone& in_force() const { return australia; }
  [[nodiscard]] const Tone& stopped() const { return china; }
  [[nodiscard]] const Tone& solution() const { return makers; }
  /// What if: A is the recording (solid), B its fork (dashed).
  [[nodiscard]] const Tone& a() const { return japan; }
  [[nodiscard]] const Tone& b() const { return china; }
  /// A third future (dotted).
  [[nodiscard]] const Tone& c() const { return makers; }
  /// How a seat is shown everywhere.
  [[nodiscard]] Look look(const scenarios::Seat& seat) const;
};

[[nodiscard]] const Palette& dark_palette();
[[nodiscard]] const Palette& light_palette();

}  // namespace monazite::viz
