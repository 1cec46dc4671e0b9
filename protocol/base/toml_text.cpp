#include <algorithm>

#include <protocol/base/toml_letters.hpp>
#include <protocol/base/toml_text.hpp>

namespace monazite::base {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
}

/// What the parser makes of a text with letters beyond ASCII only where it may have them.
toml::parse_result parse(std::string_view text, std::string_view file, const TomlLetters& letters) {
  toml::parse_result parsed = toml::parse(without_letters_beyond_ascii(text), file);
  if (!parsed) return parsed;
  return toml::parse(with_letters_escaped(text, letters.after_line_ends), file);
}

}  // namespace

tl::expected<toml::table, TomlFault> read_toml(std::string_view text, std::string_view file) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  // Most texts have no such letter, the scenarios that come with the program among them.
  const bool plain = is_ascii(text);
  const TomlLetters letters = plain ? TomlLetters{} : find_toml_letters(text);
  if (letters.stray) {
    return tl::unexpected(TomlFault{letters.stray->line, letters.stray->column,
                                    "a character beyond ASCII stands outside quotes"});
  }
  toml::parse_result parsed = plain ? toml::parse(text, file) : parse(text, file, letters);
  if (parsed) return std::move(parsed).table();
  const toml::parse_error& error = parsed.error();
  return tl::unexpected(TomlFault{error.source().begin.line, error.source().begin.column,
                                  std::string(error.description())});
}

}  // namespace monazite::base
