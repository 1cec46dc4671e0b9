#include <vector>

#include <viz/plot/detail/soft_wrap.hpp>
#include <viz/plot/utf8.hpp>

namespace monazite::viz {
namespace {

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

}  // namespace

SoftText soft_wrapped(const Canvas& canvas, const SoftText& plain, Type type, float width) {
  SoftText out;
  std::string_view rest = plain.text;
  float used = 0;             // of this line
  std::size_t breakable = 0;  // where in `out` the line may end; the line's start: nowhere
  std::size_t start = 0;      // of the line, in `out`
  bool after_ideograph = false;
  std::size_t breaks_before_cursor = 0;
  std::vector<std::size_t> breaks;  // positions in the plain text
  while (!rest.empty()) {
    std::string_view next = rest;
    const char32_t c = take_character(next);
    const std::string_view bytes = rest.substr(0, rest.size() - next.size());
    const bool ideograph = is_ideographic(c);
    if ((ideograph || after_ideograph) && !may_not_begin_line(c) && c != ' ') {
      breakable = out.text.size();
    }
    const float wide = canvas.width(bytes, type);
    // Spaces at the end of a line may hang out of it.
    if (used + wide > width && c != ' ' && out.text.size() > start) {
      const std::size_t at = breakable > start ? breakable : out.text.size();
      breaks.push_back(at - breaks.size());
      out.text.insert(at, 1, '\n');
      start = at + 1;
      used = canvas.width(std::string_view{out.text}.substr(start), type);
    }
    out.text += bytes;
    used += wide;
    rest = next;
    after_ideograph = ideograph;
    if (c == ' ') breakable = out.text.size();
  }
  for (const std::size_t at : breaks) {
    if (at < plain.cursor) ++breaks_before_cursor;
  }
  out.cursor = plain.cursor + breaks_before_cursor;
  return out;
}

SoftText unwrapped(std::string_view wrapped, std::size_t cursor) {
  SoftText out;
  for (std::size_t i = 0; i < wrapped.size(); ++i) {
    if (i == cursor) out.cursor = out.text.size();
    if (wrapped[i] != '\n') out.text += wrapped[i];
  }
  if (cursor >= wrapped.size()) out.cursor = out.text.size();
  return out;
}

std::string cut_to(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string{text};
  while (limit > 0 && is_inside_character(text, limit)) --limit;
  return std::string{text.substr(0, limit)};
}

}  // namespace monazite::viz
