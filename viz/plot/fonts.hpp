#pragma once

#include <array>
#include <string>
#include <string_view>

#include <viz/plot/canvas.hpp>

struct ImFont;

namespace monazite::viz {

/// The fonts of the program: Noto Sans where it is installed, else DejaVu Sans, else what Dear
/// ImGui brings; Japanese from Noto Sans CJK or IPA Gothic, arrows and shapes from DejaVu Sans. One
/// font object for each size and weight, rasterised for the scale of the user interface, with the
/// glyphs that are asked for.
class Fonts {
 public:
  /// Builds the atlas of the current ImGui context. `scale`: pixels of the screen for a logical
  /// one. `text`: every character that will be shown beyond Latin-1 (the strings of other
  /// languages, the recording's own words); an unknown one is shown as "?".
  void build(float scale, std::string_view text);

  [[nodiscard]] ImFont* font(Type type) const { return fonts_[static_cast<std::size_t>(type)]; }
  /// ImGui's size of that font, in logical pixels.
  [[nodiscard]] float size(Type type) const { return sizes_[static_cast<std::size_t>(type)]; }
  /// From the top of ImGui's line to the middle of the x-height, and the ink's extent over and
  /// under that middle; logical pixels.
  struct Metrics {
    float middle = 0, above = 0, below = 0;
  };
  [[nodiscard]] const Metrics& metrics(Type type) const {
    return metrics_[static_cast<std::size_t>(type)];
  }
  /// Pixels of the screen for a logical one.
  [[nodiscard]] float scale() const { return scale_; }
  /// Which files were taken, for the log: "Noto Sans, IPA Gothic".
  [[nodiscard]] const std::string& families() const { return families_; }

 private:
  std::array<ImFont*, kTypes> fonts_{};
  std::array<float, kTypes> sizes_{};
  std::array<Metrics, kTypes> metrics_{};
  std::string families_;
  float scale_ = 1;
};

}  // namespace monazite::viz
