#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <viz/model/geometry.hpp>
#include <viz/model/palette.hpp>
#include <viz/model/phrases.hpp>

struct ImDrawList;

namespace monazite::viz {

class Fonts;

/// Size (em, logical pixels) and weight of text.
enum class Type {
  kPlot,   ///< 10, in plots only
  kSmall,  ///< 11, axes and captions
  kSmallBold,
  kBody,  ///< 12
  kBodyBold,
  kTitle,    ///< 13 bold, titles of panels
  kReadout,  ///< 15 bold, dates and read-outs
  kHeadline  ///< 20 bold, the one figure
};
inline constexpr int kTypes = 8;

enum class Align { kLeft, kCentre, kRight };

/// A piece of text as it was drawn, for the check of texts.
struct DrawnText {
  std::string text;
  Rect box;   ///< of its ink: x-height and capitals, without the line's spacing
  Rect clip;  ///< what of the screen it may be seen in
  Color color;
  bool on_top = false;   ///< of a menu or tooltip, which may cover others
  bool scrolls = false;  ///< in a region that scrolls, where lines may be cut at the top and bottom

  /// No text, but the plate of a menu or tooltip: what lies under `box` is not to be seen.
  [[nodiscard]] bool is_cover() const { return text.empty(); }
};

/// Draws on an ImDrawList in logical pixels: the only place from which panels draw. Every text goes
/// through text(), which can keep a list of what was drawn and can leave the texts out, so that a
/// check can look at the pixels behind them.
class Canvas {
 public:
  Canvas(ImDrawList* list, const Fonts& fonts) : list_(list), fonts_(&fonts) {}

  // --- shapes
  void fill(const Rect& rect, Color color, float radius = 0);
  void outline(const Rect& rect, Color color, float thickness = 1, float radius = 0);
  void line(Vec from, Vec to, Color color, float thickness = 1);
  /// Antialiased; equal points are dropped.
  void polyline(const std::vector<Vec>& points, Color color, float thickness = 1,
                bool closed = false);
  /// Dashes keep their phase from point to point.
  void dashed(const std::vector<Vec>& points, Color color, float thickness = 1, float dash = 5,
              float gap = 4);
  /// Any simple polygon, also concave ones and outlines that touch themselves (even-odd), filled
  /// row by row.
  void polygon(const std::vector<Vec>& points, Color color);
  /// Between two curves with the same xs, without seams.
  void band(const std::vector<Vec>& upper, const std::vector<Vec>& lower, Color color);
  void triangle(Vec a, Vec b, Vec c, Color color);
  void circle(Vec centre, float radius, Color color);
  void ring(Vec centre, float radius, Color color, float thickness = 1.5F);
  /// A mark of the data, `size` across. Hollow: an outline.
  void mark(Shape shape, Vec centre, float size, Color color, bool hollow = false);
  void mark(const Look& look, Vec centre, float size) {
    mark(look.shape, centre, size, look.tone.mark, look.hollow);
  }
  /// Diagonal lines over a rectangle.
  void hatch(const Rect& rect, Color color, float gap = 6, float thickness = 1);

  // --- text
  /// Draws one line; `at` is the left end (or middle, or right end) of the line at the middle of
  /// its x-height, so that text of any size centres on the same y. Returns its width.
  float text(Vec at, std::string_view text, Type type, Color color, Align align = Align::kLeft);
  /// The same within a box (its whole width, its middle in height), with "…" where it does not fit.
  float text_in(const Rect& box, std::string_view text, Type type, Color color,
                Align align = Align::kLeft);
  [[nodiscard]] float width(std::string_view text, Type type) const;
  /// Breaks a text at spaces (Japanese anywhere) into lines of at most `width`.
  [[nodiscard]] std::vector<std::string> wrap(std::string_view text, Type type, float width) const;
  /// Draws wrapped lines from the top of the box, at most as many as fit, the last ending in "…" if
  /// there were more. Returns the height used.
  float paragraph(const Rect& box, std::string_view text, Type type, Color color,
                  float line_height = 0);
  /// Height of a line with its spacing: what rows of text are apart.
  [[nodiscard]] static float line_height(Type type);

  // --- clipping
  void push_clip(const Rect& rect);  ///< within the clip before it
  void pop_clip();
  [[nodiscard]] Rect clip() const;

  // --- the reader's language
  /// Words in another language what comes in English out of the world's wording; asked for every
  /// text that is drawn or measured. Kept by the caller; null: as it is.
  void set_reader(JapaneseReader* reader) { reader_ = reader; }
  [[nodiscard]] JapaneseReader* reader() const { return reader_; }

  // --- letters that no font has so far
  /// From now on characters that cannot be shown are added to `missing` (kept by the caller): text
  /// may come from outside, in any letters.
  void note_missing(std::set<std::string>* missing) { missing_ = missing; }
  /// Looks through a text that somebody else draws.
  void look_for_missing(std::string_view text, Type type) const;

  // --- the check of texts
  /// From now on texts are added to `texts` (kept by the caller); null: not any more.
  void keep_texts(std::vector<DrawnText>* texts) { texts_ = texts; }
  void set_texts_visible(bool visible) { texts_visible_ = visible; }
  [[nodiscard]] bool texts_visible() const { return texts_visible_; }
  /// What is drawn from now on lies on top of the rest.
  void set_on_top(bool on_top) { on_top_ = on_top; }
  [[nodiscard]] bool on_top() const { return on_top_; }
  /// What is drawn from now on is in a region that scrolls.
  void set_scrolls(bool scrolls) { scrolls_ = scrolls; }
  /// Notes that this part of the screen is covered from here on.
  void cover(const Rect& rect);

  [[nodiscard]] ImDrawList* list() const { return list_; }
  /// Another list to draw on (a tooltip's) with the same settings.
  void set_list(ImDrawList* list) { list_ = list; }
  [[nodiscard]] const Fonts& fonts() const { return *fonts_; }

 private:
  ImDrawList* list_;
  const Fonts* fonts_;
  [[nodiscard]] std::string_view read(std::string_view text) const {
    return reader_ == nullptr ? text : (*reader_)(text);
  }

  JapaneseReader* reader_ = nullptr;
  std::set<std::string>* missing_ = nullptr;
  std::vector<DrawnText>* texts_ = nullptr;
  bool texts_visible_ = true;
  bool on_top_ = false;
  bool scrolls_ = false;
};

}  // namespace monazite::viz
