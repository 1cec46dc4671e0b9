#include <array>
#include <cstdint>
#include <cstdio>
#include <utility>

#include <protocol/base/toml_letters.hpp>

namespace monazite::base {
namespace {

bool beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

/// Walks over a text quote by quote.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  TomlLetters letters() {
    while (at_ < text_.size() && !found_.stray) {
      const char c = text_[at_];
      if (beyond_ascii(c)) {
        found_.stray = place_;
      } else if (c == '#') {
        while (at_ < text_.size() && text_[at_] != '\n') step();
      } else if (c == '"' || c == '\'') {
        if (!skip_quotes(c)) break;
      } else {
        step();
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool three(char quote) const {
    return text_.substr(at_, 3) == std::string_view(quote == '"' ? "\"\"\"" : "'''");
  }

  /// False when the quotes are not closed.
  bool skip_quotes(char quote) {
    const bool lines = three(quote);
    step(lines ? 3 : 1);
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\\' && quote == '"') {
        step();
        if (at_beyond_ascii()) {
          found_.stray = place_;
          return true;
        }
        if (!lines || !skip_line_end()) step();
      } else if (c == quote && (!lines || three(quote))) {
        step(lines ? 3 : 1);
        // Up to two more belong to the text itself.
        while (lines && at_ < text_.size() && text_[at_] == quote) step();
        return true;
      } else if (c == '\n' && !lines) {
        return false;
      } else {
        step();
      }
    }
    return false;
  }

  /// After a backslash: over the end of the line and all white space behind it, if the line ends.
  bool skip_line_end() {
    const std::size_t end = text_.find_first_not_of(" \t\r", at_);
    if (end == std::string_view::npos || text_[end] != '\n') return false;
    const std::size_t next = text_.find_first_not_of(" \t\r\n", end);
    step((next == std::string_view::npos ? text_.size() : next) - at_);
    if (at_beyond_ascii()) found_.after_line_ends.push_back(at_);
    return true;
  }

  [[nodiscard]] bool at_beyond_ascii() const {
    return at_ < text_.size() && beyond_ascii(text_[at_]);
  }

  void step(std::size_t bytes = 1) {
    for (std::size_t i = 0; i < bytes && at_ < text_.size(); ++i) {
      const char c = text_[at_++];
      if (c == '\n') {
        ++place_.line;
        place_.column = 1;
      } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
        ++place_.column;
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  TextPlace place_;
  TomlLetters found_;
};

struct Letter {
  std::uint32_t code = 0;
  std::size_t bytes = 0;
};

/// The letter at a place; nothing when it is not whole, or not the shortest form of one.
std::optional<Letter> letter_at(std::string_view text, std::size_t place) {
  const auto first = static_cast<unsigned char>(text[place]);
  const std::size_t bytes = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
  constexpr std::array<std::uint32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  if (first < 0xC0U || first >= 0xF8U || place + bytes > text.size()) return std::nullopt;
  std::uint32_t code = first & (0xFFU >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    const auto next = static_cast<unsigned char>(text[place + i]);
    if ((next & 0xC0U) != 0x80U) return std::nullopt;
    code = (code << 6U) | (next & 0x3FU);
  }
  if (code < kSmallest[bytes] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) {
    return std::nullopt;
  }
  return Letter{code, bytes};
}

}  // namespace

TomlLetters find_toml_letters(std::string_view text) {
  return Walk(text).letters();
}

std::string without_letters_beyond_ascii(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (const char c : text) {
    if (!beyond_ascii(c)) plain += c;
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0xC0U) plain += 'x';
  }
  return plain;
}

std::string with_letters_escaped(std::string_view text, const std::vector<std::size_t>& places) {
  std::string escaped;
  std::size_t done = 0;
  for (const std::size_t place : places) {
    const auto letter = letter_at(text, place);
    if (!letter) continue;
    escaped += text.substr(done, place - done);
    std::array<char, 11> written{};
    std::snprintf(written.data(), written.size(), "\\U%08X", letter->code);
    escaped += written.data();
    done = place + letter->bytes;
  }
  escaped += text.substr(done);
  return escaped;
}

}  // namespace monazite::base
