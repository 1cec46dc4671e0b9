#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <viz/model/geometry.hpp>
#include <viz/model/palette.hpp>
#include <viz/model/strings.hpp>
#include <viz/plot/canvas.hpp>

namespace monazite::viz {

enum class ButtonStyle {
  kPlain,    ///< outline
  kPrimary,  ///< filled: the one a task is about
  kQuiet     ///< no frame until the mouse is over it
};

/// What a frame of the user interface is drawn with: a canvas, the palette, the words, and controls
/// that take input. Every control has an id ("transport/play") by which tests find it. Controls
/// look the same everywhere, carry no hue, and return what the person did; they change nothing
/// else.
class Ui {
 public:
  Ui(Canvas& canvas_in, const Palette& palette_in, const Strings& strings_in)
      : canvas(canvas_in), palette(palette_in), tr(strings_in) {}

  Canvas& canvas;
  Palette palette;  ///< may be exchanged between frames, as may the words
  Strings tr;

  // --- regions that take input
  /// Whether the mouse is over this part of the screen and nothing lies on top of it.
  [[nodiscard]] bool hovered(const Rect& rect) const;
  [[nodiscard]] Vec mouse() const;
  /// Whether the mouse button is held down, wherever it went down.
  [[nodiscard]] static bool held();
  /// Where it went down last.
  [[nodiscard]] static Vec pressed_at();
  /// Whether the Shift key is down.
  [[nodiscard]] static bool shift_held();
  /// While it is set the mouse is nowhere: a picture of the screen shows nothing that it is over.
  void set_mouse_away(bool away) { mouse_away_ = away; }
  /// An invisible control. True when it was clicked in this frame.
  bool click(std::string_view id, const Rect& rect);
  [[nodiscard]] bool double_clicked(const Rect& rect) const;
  [[nodiscard]] bool right_clicked(const Rect& rect) const;
  /// While the mouse button is held that went down on it: where the mouse is. `released` is set in
  /// the frame in which it lets go.
  std::optional<Vec> drag(std::string_view id, const Rect& rect, bool* released = nullptr);
  /// Notches of the wheel over a part of the screen; 0: none.
  [[nodiscard]] float wheel(const Rect& rect) const;
  /// Beside the mouse, above everything; lines may be empty.
  void tooltip(const std::vector<std::string>& lines);
  /// Whether some text field has the keyboard, so that keys are text.
  [[nodiscard]] static bool typing();

  // --- controls
  bool button(std::string_view id, const Rect& rect, std::string_view label,
              ButtonStyle style = ButtonStyle::kPlain, bool enabled = true);
  /// A button with a small drawing: "play", "pause", "back", "forward", "start", "end", "search",
  /// "close", "plus", "minus", "down", "check", "loop".
  bool icon_button(std::string_view id, const Rect& rect, std::string_view icon,
                   ButtonStyle style = ButtonStyle::kPlain, bool enabled = true);
  /// A row of choices in one frame, as wide as their labels; returns the new one when another was
  /// clicked. `at` is the right end if `from_right`. `end` gets the other end's x.
  std::optional<int> segmented(std::string_view id, Vec at, float height,
                               const std::vector<std::string>& labels, int selected,
                               bool from_right = false, float* end = nullptr);
  /// Tabs under a title strip; as segmented().
  std::optional<int> tabs(std::string_view id, const Rect& rect,
                          const std::vector<std::string>& labels, int selected);
  bool toggle(std::string_view id, const Rect& rect, bool on);
  /// One of several: a ring with a disc. True when clicked.
  bool radio(std::string_view id, const Rect& rect, std::string_view label, bool selected);
  bool checkbox(std::string_view id, const Rect& rect, std::string_view label, bool on);
  /// A slider over [lowest, highest]; snaps to multiples of `step` from `lowest` (0: none). Returns
  /// the new value while it is dragged. `tick`: a mark at another value (the recorded one, theirs).
  /// `tone`: hue of the filled part, where it stands for data (null: none).
  std::optional<double> slider(std::string_view id, const Rect& rect, double value, double lowest,
                               double highest, double step, const Tone* tone = nullptr,
                               std::optional<double> tick = std::nullopt,
                               const Tone* tick_tone = nullptr);
  /// One line of text. True when it changed. `submitted` is set on Enter.
  bool text_field(std::string_view id, const Rect& rect, std::string& text, std::string_view hint,
                  bool* submitted = nullptr, bool focus = false);
  /// Several lines of text, at most `limit` bytes. True when it changed.
  bool text_area(std::string_view id, const Rect& rect, std::string& text, std::string_view hint,
                 std::size_t limit);
  /// A region that scrolls up and down over `height` of content: the content's rectangle, whose top
  /// may lie above `rect`. Between scroll_begin and scroll_end drawing and input are clipped to it.
  /// `wheel_over`: the part over which the wheel scrolls, where it does something else beside
  /// (all).
  Rect scroll_begin(std::string_view id, const Rect& rect, float height, bool to_end = false,
                    const Rect* wheel_over = nullptr);
  void scroll_end();
  /// How far a region is scrolled down, in logical pixels.
  [[nodiscard]] float scrolled(std::string_view id) const;
  /// Scrolls a region, in the next frame, so that [top, bottom] of its content can be seen.
  void scroll_to(std::string_view id, float top, float bottom);

  // --- parts of panels
  /// The frame of a panel with its title strip; returns what is left inside, without padding.
  /// `aside`: a note beside the title (in the second colour of text).
  Rect panel(std::string_view id, const Rect& rect, std::string_view title,
             std::string_view aside = {});
  /// A small plate with a key name, as in the strip of keys; returns its width.
  float key(Vec at, std::string_view name);
  /// A horizontal bar of 0 to 1, with an optional tick.
  void bar(const Rect& rect, double share, Color color, std::optional<double> tick = std::nullopt);
  /// A large, centred sentence where there is nothing to show.
  void empty(const Rect& rect, std::string_view text);

  // --- for tests and the check of texts
  /// Where each control of this frame was drawn (visible part).
  [[nodiscard]] const std::map<std::string, Rect, std::less<>>& items() const { return items_; }
  /// Remembers a place that is no control, so that tests can point at it.
  void place(std::string_view id, const Rect& rect);
  /// Starts a new frame.
  void begin_frame();

 private:
  [[nodiscard]] Rect visible(const Rect& rect) const;

  [[nodiscard]] Rect handle_of(std::string_view id) const;
  void frame_of_field(const Rect& rect, bool active);

  bool mouse_away_ = false;
  struct Scroll {
    float offset = 0, height = 0;
    Rect rect;
    std::optional<std::pair<float, float>> wanted;
  };
  std::map<std::string, Rect, std::less<>> items_;
  std::map<std::string, Scroll, std::less<>> scrolls_;
  std::vector<std::string> open_scrolls_;
};

}  // namespace monazite::viz
