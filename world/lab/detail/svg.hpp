#pragma once

#include <string>

/// Pieces of an SVG file, each on a line of its own.

namespace monazite::lab::detail {

/// A number for a coordinate: two decimals, no trailing zeros.
[[nodiscard]] std::string px(double value);

/// Plain text with what XML needs escaped; control characters, which XML 1.0 does not know, become
/// spaces.
[[nodiscard]] std::string escaped(const std::string& text);

/// `attributes` and `style` are SVG attributes as they stand in the file.
[[nodiscard]] std::string text_at(double x, double y, const std::string& attributes,
                                  const std::string& text);
[[nodiscard]] std::string line_between(double x1, double y1, double x2, double y2,
                                       const std::string& style);

}  // namespace monazite::lab::detail
