#include <protocol/base/toml_stray.hpp>

namespace monazite::base {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

/// Walks over a text quote by quote.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  std::optional<TextPlace> stray() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (beyond_ascii(c)) return place_;
      if (c == '#') {
        while (at_ < text_.size() && text_[at_] != '\n') step();
      } else if (c == '"' || c == '\'') {
        const bool closed = skip_quotes(c);
        if (stray_) return stray_;
        if (!closed) return std::nullopt;
      } else {
        step();
      }
    }
    return std::nullopt;
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
        if (at_ < text_.size() && beyond_ascii(text_[at_])) {
          stray_ = place_;
          return true;
        }
        if (at_ < text_.size()) step();
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
  std::optional<TextPlace> stray_;
};

}  // namespace

std::string without_letters_beyond_ascii(std::string_view text) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  std::string plain;
  plain.reserve(text.size());
  for (const char c : text) {
    if (!beyond_ascii(c)) plain += c;
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0xC0U) plain += 'x';
  }
  return plain;
}

std::optional<TextPlace> stray_toml_character(std::string_view text) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  return Walk(text).stray();
}

}  // namespace monazite::base
