#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Where a TOML text has letters beyond ASCII. toml++ 3 takes such a letter for unreachable code
/// wherever it looks for white space or a key, so read_toml() (toml_text.hpp) keeps them from it.
/// Every text here is UTF-8 without a byte order mark.

namespace monazite::base {

/// A place in a text. Both from 1; columns count characters.
struct TextPlace {
  std::size_t line = 1;
  std::size_t column = 1;
};

struct TomlLetters {
  /// The first one outside quotes and comments, or after a backslash in quotes: TOML 1.0 has no
  /// place for it. None when quotes that are not closed come first: the parser tells that better.
  std::optional<TextPlace> stray;
  /// Bytes from the beginning at which one follows a backslash that ends a line, as TOML allows.
  std::vector<std::size_t> after_line_ends;
};

[[nodiscard]] TomlLetters find_toml_letters(std::string_view text);

/// The text with an x for each letter beyond ASCII: every quote, line and column stays where it is,
/// so what is not well-formed in it is not in the text either. To be parsed first, since what the
/// parser makes of a text after a mistake need not be what find_toml_letters() makes of it.
[[nodiscard]] std::string without_letters_beyond_ascii(std::string_view text);

/// The text with the letters that begin at `places` (ascending) written as \UXXXXXXXX; those that
/// are not whole UTF-8 stay as they are.
[[nodiscard]] std::string with_letters_escaped(std::string_view text,
                                               const std::vector<std::size_t>& places);

}  // namespace monazite::base
