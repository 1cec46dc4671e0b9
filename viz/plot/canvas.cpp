#include <algorithm>
#include <array>
#include <cmath>

#include <imgui.h>

#include <viz/plot/canvas.hpp>
#include <viz/plot/detail/imgui_types.hpp>
#include <viz/plot/fonts.hpp>
#include <viz/plot/utf8.hpp>

namespace monazite::viz {
namespace {

constexpr std::string_view kEllipsis = "…";

/// Widths of characters of one font, in logical pixels.
class Ruler {
 public:
  Ruler(const Fonts& fonts, Type type) : font_(fonts.font(type)), scale_(fonts.scale()) {}

  [[nodiscard]] float of(char32_t c) const {
    return font_->GetCharAdvance(static_cast<ImWchar>(c > 0xFFFF ? 0xFFFD : c)) / scale_;
  }
  [[nodiscard]] float of(std::string_view text) const {
    float width = 0;
    while (!text.empty()) width += of(take_character(text));
    return width;
  }
  /// The longest beginning of a text that is at most `width` wide.
  [[nodiscard]] std::string_view beginning(std::string_view text, float width) const {
    std::string_view rest = text;
    float used = 0;
    while (!rest.empty()) {
      std::string_view next = rest;
      used += of(take_character(next));
      if (used > width) break;
      rest = next;
    }
    return text.substr(0, text.size() - rest.size());
  }

 private:
  const ImFont* font_;
  float scale_;
};

std::string shortened(const Ruler& ruler, std::string_view text, float width) {
  std::string_view kept = ruler.beginning(text, std::max(0.0F, width - ruler.of(kEllipsis)));
  while (!kept.empty() && (kept.back() == ' ' || kept.back() == ',')) kept.remove_suffix(1);
  return std::string{kept} + std::string{kEllipsis};
}

/// Takes the next piece that stays on one line: a word with the spaces before it, or an ideograph
/// with the marks that may not leave it.
std::string_view take_piece(std::string_view& rest) {
  const std::string_view whole = rest;
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  bool first = true;
  bool after_ideograph = false;
  while (!rest.empty() && rest.front() != ' ' && rest.front() != '\n') {
    std::string_view next = rest;
    const char32_t c = take_character(next);
    const bool ideograph = is_ideographic(c);
    if (!first && (ideograph || after_ideograph) && !may_not_begin_line(c)) break;
    rest = next;
    first = false;
    after_ideograph = ideograph;
  }
  return whole.substr(0, whole.size() - rest.size());
}

std::string_view without_leading_spaces(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

float aligned(float x, float width, Align align) {
  switch (align) {
    case Align::kLeft:
      return x;
    case Align::kCentre:
      return x - width / 2;
    case Align::kRight:
      return x - width;
  }
  return x;
}

/// The characters' quads; every line begins on a whole pixel, as does its baseline.
void draw_glyphs(ImDrawList* list, const Fonts& fonts, Type type, Vec top_left,
                 std::string_view text, Color color) {
  const ImFont* font = fonts.font(type);
  const float scale = fonts.scale();
  const float y = std::round(top_left.y * scale);
  float x = std::round(top_left.x * scale);
  const ImU32 packed = to_im(color);
  list->PushTextureID(font->ContainerAtlas->TexID);
  while (!text.empty()) {
    const char32_t c = take_character(text);
    const ImFontGlyph* glyph = font->FindGlyph(static_cast<ImWchar>(c > 0xFFFF ? 0xFFFD : c));
    if (glyph == nullptr) continue;
    if (glyph->Visible != 0) {
      list->PrimReserve(6, 4);
      list->PrimRectUV({(x + glyph->X0) / scale, (y + glyph->Y0) / scale},
                       {(x + glyph->X1) / scale, (y + glyph->Y1) / scale}, {glyph->U0, glyph->V0},
                       {glyph->U1, glyph->V1}, packed);
    }
    x += glyph->AdvanceX;
  }
  list->PopTextureID();
}

}  // namespace

void Canvas::look_for_missing(std::string_view text, Type type) const {
  if (missing_ == nullptr) return;
  const auto beyond_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  if (std::none_of(text.begin(), text.end(), beyond_ascii)) return;
  const ImFont* const font = fonts_->font(type);
  while (!text.empty()) {
    const std::string_view before = text;
    const char32_t c = take_character(text);
    if (c < 0x100 || c > 0xFFFC || font->FindGlyphNoFallback(static_cast<ImWchar>(c)) != nullptr) {
      continue;
    }
    missing_->emplace(before.substr(0, before.size() - text.size()));
  }
}

float Canvas::text(Vec at, std::string_view text, Type type, Color color, Align align) {
  text = read(text);
  look_for_missing(text, type);
  const float width = this->width(text, type);
  const float left = aligned(at.x, width, align);
  const Fonts::Metrics& metrics = fonts_->metrics(type);
  if (texts_ != nullptr && !text.empty()) {
    texts_->push_back({std::string{text},
                       {left, at.y - metrics.above, width, metrics.above + metrics.below},
                       clip(),
                       color,
                       on_top_,
                       scrolls_});
  }
  if (texts_visible_) {
    draw_glyphs(list_, *fonts_, type, {left, at.y - metrics.middle}, text, color);
  }
  return width;
}

float Canvas::text_in(const Rect& box, std::string_view text, Type type, Color color, Align align) {
  text = read(text);
  const float y = box.y + box.h / 2;
  float x = box.x;
  if (align == Align::kCentre) x = box.x + box.w / 2;
  if (align == Align::kRight) x = box.right();
  const Ruler ruler{*fonts_, type};
  // Half a pixel of grace: boxes are often as wide as their text.
  if (ruler.of(text) <= box.w + 0.5F) return this->text({x, y}, text, type, color, align);
  if (box.w < ruler.of(kEllipsis)) return 0;
  return this->text({x, y}, shortened(ruler, text, box.w), type, color, align);
}

float Canvas::width(std::string_view text, Type type) const {
  return Ruler{*fonts_, type}.of(read(text));
}

std::vector<std::string> Canvas::wrap(std::string_view text, Type type, float width) const {
  text = read(text);
  const Ruler ruler{*fonts_, type};
  std::vector<std::string> lines;
  std::string line;
  float used = 0;
  const auto finish = [&] {
    lines.push_back(line);
    line.clear();
    used = 0;
  };
  while (!text.empty()) {
    if (text.front() == '\n') {
      text.remove_prefix(1);
      finish();
      continue;
    }
    std::string_view piece = take_piece(text);
    if (line.empty() && !lines.empty()) piece = without_leading_spaces(piece);
    if (!line.empty() && used + ruler.of(piece) > width) {
      finish();
      piece = without_leading_spaces(piece);
    }
    // A word longer than a line is cut where the line ends.
    while (ruler.of(piece) > width) {
      std::string_view head = ruler.beginning(piece, width);
      if (head.empty()) {
        std::string_view rest = piece;
        static_cast<void>(take_character(rest));
        head = piece.substr(0, piece.size() - rest.size());
      }
      if (head.size() == piece.size()) break;
      lines.emplace_back(head);
      piece.remove_prefix(head.size());
    }
    line += piece;
    used += ruler.of(piece);
  }
  if (!line.empty() || lines.empty()) finish();
  return lines;
}

float Canvas::paragraph(const Rect& box, std::string_view text, Type type, Color color,
                        float line_height) {
  const float height = line_height > 0 ? line_height : Canvas::line_height(type);
  const std::vector<std::string> lines = wrap(text, type, box.w);
  const auto fit = static_cast<std::size_t>(std::max(0.0F, (box.h + 0.5F) / height));
  const std::size_t shown = std::min(lines.size(), fit);
  const Ruler ruler{*fonts_, type};
  for (std::size_t i = 0; i < shown; ++i) {
    const bool cut = i + 1 == shown && shown < lines.size();
    const Vec at{box.x, box.y + (static_cast<float>(i) + 0.5F) * height};
    if (cut) {
      // Room for the ellipsis is taken from the line only if it needs it.
      const std::string whole = lines[i] + std::string{kEllipsis};
      this->text(at, ruler.of(whole) <= box.w ? whole : shortened(ruler, lines[i], box.w), type,
                 color);
    } else {
      this->text(at, lines[i], type, color);
    }
  }
  return static_cast<float>(shown) * height;
}

float Canvas::line_height(Type type) {
  constexpr std::array<float, kTypes> kHeights{14, 16, 16, 18, 18, 19, 22, 28};
  return kHeights[static_cast<std::size_t>(type)];
}

void Canvas::cover(const Rect& rect) {
  if (texts_ != nullptr) texts_->push_back({{}, rect, clip(), {}, true, false});
}

void Canvas::push_clip(const Rect& rect) {
  list_->PushClipRect(top_left(rect), bottom_right(rect), true);
}

void Canvas::pop_clip() {
  list_->PopClipRect();
}

Rect Canvas::clip() const {
  const ImVec2 from = list_->GetClipRectMin();
  const ImVec2 to = list_->GetClipRectMax();
  return {from.x, from.y, std::max(0.0F, to.x - from.x), std::max(0.0F, to.y - from.y)};
}

}  // namespace monazite::viz
