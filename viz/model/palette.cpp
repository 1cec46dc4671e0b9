#include <algorithm>
#include <cmath>

#include <viz/model/palette.hpp>

namespace monazite::viz {
namespace {

constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>((hex >> 16U) & 0xFFU),
          static_cast<std::uint8_t>((hex >> 8U) & 0xFFU), static_cast<std::uint8_t>(hex & 0xFFU)};
}

constexpr Tone tone(std::uint32_t mark, std::uint32_t word) {
  return {rgb(mark), rgb(word)};
}

constexpr Palette make_dark() {
  Palette p;
  p.dark = true;
  p.window = rgb(0x0B0E12);
  p.panel = rgb(0x14181F);
  p.inset = rgb(0x1B212A);
  p.control = rgb(0x28303B);
  p.hairline = rgb(0x2A323D);
  p.text = rgb(0xE8ECF1);
  p.text2 = rgb(0xB3BDC9);
  p.text3 = rgb(0x929EAD);
  p.primary = rgb(0xE8ECF1);
  p.primary_text = rgb(0x14181F);
  p.playhead = rgb(0xF0E442);
  p.playhead_text = rgb(0x14181F);
  p.sea = rgb(0x10151C);
  p.land = rgb(0x252D37);
  p.coast = rgb(0x3D4856);
  p.india = tone(0xE69F00, 0xF0AE1E);
  p.japan = tone(0x56B4E9, 0x7CC6F2);
  p.china = tone(0xD55E00, 0xF58A42);
  p.australia = tone(0x009E73, 0x3CC9A0);
  p.makers = tone(0xCC79A7, 0xE09CC2);
  p.neutral = tone(0x999999, 0xB5B5B5);
  return p;
}

// Light swaps sky blue for Okabe and Ito's blue and darkens orange and purple: the originals are
// too faint on white.
constexpr Palette make_light() {
  Palette p;
  p.dark = false;
  p.window = rgb(0xE9ECF0);
  p.panel = rgb(0xFFFFFF);
  p.inset = rgb(0xF4F6F8);
  p.control = rgb(0xE4E8ED);
  p.hairline = rgb(0xD3D9E0);
  p.text = rgb(0x15191E);
  p.text2 = rgb(0x434D59);
  p.text3 = rgb(0x596472);
  p.primary = rgb(0x1F2630);
  p.primary_text = rgb(0xFFFFFF);
  p.playhead = rgb(0x9A6B00);
  p.playhead_text = rgb(0xFFFFFF);
  p.sea = rgb(0xEEF2F6);
  p.land = rgb(0xD9DFE6);
  p.coast = rgb(0xAEB8C4);
  p.india = tone(0xC98600, 0x855900);
  p.japan = tone(0x0072B2, 0x005F96);
  p.china = tone(0xD55E00, 0xA34700);
  p.australia = tone(0x009E73, 0x006B4E);
  p.makers = tone(0xB9628F, 0x8F3F6B);
  p.neutral = tone(0x777777, 0x555555);
  return p;
}

double linear(std::uint8_t channel) {
  const double share = channel / 255.0;
  return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Color c) {
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

double contrast(Color a, Color b) {
  const double x = luminance(a);
  const double y = luminance(b);
  return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

Look Palette::look(const scenarios::Seat& seat) const {
  switch (seat.kind) {
    case scenarios::SeatKind::kGovernment:
      if (seat.name == "india") return {india, Shape::kCircle, false};
      if (seat.name == "japan") return {japan, Shape::kTriangle, false};
      break;
    case scenarios::SeatKind::kMiner:
      return {india, Shape::kSquare, false};
    case scenarios::SeatKind::kTrader:
      return {japan, Shape::kDiamond, true};
    case scenarios::SeatKind::kMagnetMaker:
      return {makers, Shape::kDiamond, false};
    case scenarios::SeatKind::kCarMaker:
      return {makers, Shape::kTriangleDown, false};
  }
  return {neutral, Shape::kDiamond, true};
}

const Palette& dark_palette() {
  static constexpr Palette kDark = make_dark();
  return kDark;
}

const Palette& light_palette() {
  static constexpr Palette kLight = make_light();
  return kLight;
}

}  // namespace monazite::viz
