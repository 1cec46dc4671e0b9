#pragma once

#include <cstdint>

namespace monazite::viz {

/// Whose colour: a name for one of the palette's tones, so that views need not know the theme.
enum class Hue : std::uint8_t { kIndia, kJapan, kChina, kAustralia, kMakers, kNeutral };

}  // namespace monazite::viz
