#pragma once

#include <cstdint>
#include <string_view>

namespace monazite::viz {

/// Takes the first character off a UTF-8 text that is not empty. A broken byte counts as U+FFFD.
[[nodiscard]] char32_t take_character(std::string_view& text);

/// Whether a line may be broken before or after this character without a space: Chinese and
/// Japanese.
[[nodiscard]] bool is_ideographic(char32_t c);
/// Japanese marks that may not begin a line: closing brackets, commas, full stops, small kana.
[[nodiscard]] bool may_not_begin_line(char32_t c);

}  // namespace monazite::viz
