#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <viz/plot/canvas.hpp>

namespace monazite::viz {

/// Contrast that words need with what is behind them (WCAG 2.1, AA).
inline constexpr double kWantedContrast = 4.5;

/// What is wrong with the texts of a picture, a sentence for each fault; empty: nothing. `texts`:
/// as the canvas kept them while the picture was drawn. `rgba`: the same picture without its texts
/// (Canvas::set_texts_visible), 4 bytes a pixel, rows from the top. `scale`: pixels for a logical
/// one.
///
/// - text beyond its clip or the picture (up and down not in regions that scroll, where it is
/// meant)
/// - pairs of texts whose ink overlaps
/// - text whose contrast is below 4.5 against the very pixels behind it, for 5 % of them or more
///
/// Texts under a layer or a tooltip are left out. Lines and marks over text are not seen.
[[nodiscard]] std::vector<std::string> text_faults(const std::vector<DrawnText>& texts, int width,
                                                   int height,
                                                   const std::vector<std::uint8_t>& rgba,
                                                   float scale);

}  // namespace monazite::viz
