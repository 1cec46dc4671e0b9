#include <viz/plot/utf8.hpp>

namespace monazite::viz {
namespace {

constexpr char32_t kBroken = 0xFFFD;

unsigned byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

}  // namespace

char32_t take_character(std::string_view& text) {
  const unsigned first = byte_at(text, 0);
  std::size_t length = 1;
  if (first >= 0xF0U) {
    length = 4;
  } else if (first >= 0xE0U) {
    length = 3;
  } else if (first >= 0xC0U) {
    length = 2;
  }
  if (length == 1) {
    text.remove_prefix(1);
    return first < 0x80U ? static_cast<char32_t>(first) : kBroken;
  }
  char32_t value = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (i >= text.size() || (byte_at(text, i) & 0xC0U) != 0x80U) {
      text.remove_prefix(i);
      return kBroken;
    }
    value = (value << 6U) | (byte_at(text, i) & 0x3FU);
  }
  text.remove_prefix(length);
  return value;
}

bool is_ideographic(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF00 && c <= 0xFFEF);
}

bool may_not_begin_line(char32_t c) {
  constexpr std::u32string_view kMarks =
      U"、。，．・：；？！）］｝」』】〉》〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々";
  return kMarks.find(c) != std::u32string_view::npos;
}

}  // namespace monazite::viz
