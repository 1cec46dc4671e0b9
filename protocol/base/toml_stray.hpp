#pragma once

#include <cstddef>
#include <optional>
#include <string>
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

/// The text with an x for each character beyond ASCII: every quote, line and column stays where it
/// is, so what is not well-formed in it is not in the text either. To be parsed first, since what
/// the parser makes of a text after a mistake need not be what stray_toml_character() makes of it.
[[nodiscard]] std::string without_letters_beyond_ascii(std::string_view text);

}  // namespace monazite::base
