#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <viz/plot/canvas.hpp>

namespace monazite::viz {

/// A text and a place in it, in bytes.
struct SoftText {
  std::string text;
  std::size_t cursor = 0;
};

/// Dear ImGui 1.86 does not break the lines of what it edits. So a text without line ends is shown
/// to it with some, each after the spaces before it, and they are taken out again: both keep the
/// cursor at the same character.
[[nodiscard]] SoftText soft_wrapped(const Canvas& canvas, const SoftText& plain, Type type,
                                    float width);
[[nodiscard]] SoftText unwrapped(std::string_view wrapped, std::size_t cursor);

/// At most `limit` bytes of a text, whole characters.
[[nodiscard]] std::string cut_to(std::string_view text, std::size_t limit);

}  // namespace monazite::viz
