#include <protocol/base/toml_letters.hpp>
#include <protocol/base/toml_text.hpp>

namespace monazite::base {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

tl::expected<toml::table, TomlFault> read_toml(std::string_view text, std::string_view file) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  const TomlLetters letters = find_toml_letters(text);
  if (letters.stray) {
    return tl::unexpected(TomlFault{letters.stray->line, letters.stray->column,
                                    "a character beyond ASCII stands outside quotes"});
  }
  toml::parse_result parsed = toml::parse(without_letters_beyond_ascii(text), file);
  if (parsed) {
    parsed = toml::parse(with_letters_escaped(text, letters.after_line_ends), file);
  }
  if (parsed) return std::move(parsed).table();
  const toml::parse_error& error = parsed.error();
  return tl::unexpected(TomlFault{error.source().begin.line, error.source().begin.column,
                                  std::string(error.description())});
}

}  // namespace monazite::base
