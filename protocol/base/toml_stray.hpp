#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace monazite::base {

/// A place in a text. Both from 1; columns count characters.
struct TextPlace {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// Where a TOML text has a character beyond ASCII outside quotes and comments, or after a backslash
/// in quotes: TOML 1.0 has no place for one, and toml++ 3 must not meet one (it takes some for
/// unreachable code). Nothing when there is none, or when quotes that are not closed come first:
/// that the parser tells better. `text` is UTF-8, with or without a byte order mark.
[[nodiscard]] std::optional<TextPlace> stray_toml_character(std::string_view text);

}  // namespace monazite::base
