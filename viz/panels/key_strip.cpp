#include <string>
#include <utility>
#include <vector>

#include <viz/panels/bars.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

using Hints = std::vector<std::pair<std::vector<std::string>, const char*>>;

const Hints& hints_of(Layout layout) {
  static const Hints kReplay = {
      {{"Space"}, "play"},   {{"←", "→"}, "day"},     {{"N", "P"}, "event"},
      {{"[", "]"}, "offer"}, {{"B"}, "bookmark"},     {{"L"}, "loop"},
      {{"F"}, "fit"},        {{"W"}, "what if here"}, {{"Ctrl", "K"}, "commands"},
      {{"?"}, "all keys"}};
  static const Hints kWhatIf = {{{"Space"}, "play"},         {{"←", "→"}, "day"},
                                {{"N", "P"}, "event"},       {{"Ctrl", "Z"}, "undo"},
                                {{"X"}, "swap A, B"},        {{"C"}, "pin B as C"},
                                {{"Ctrl", "K"}, "commands"}, {{"?"}, "all keys"}};
  static const Hints kSeat = {{{"Ctrl", "Z"}, "undo"},
                              {{"T"}, "light or dark"},
                              {{"Ctrl", "K"}, "commands"},
                              {{"?"}, "all keys"}};
  static const Hints kClass = {{{"F5"}, "read again"},
                               {{"T"}, "light or dark"},
                               {{"Ctrl", "K"}, "commands"},
                               {{"?"}, "all keys"}};
  if (layout == Layout::kClass) return kClass;
  return layout == Layout::kWhatIf ? kWhatIf : layout == Layout::kSeat ? kSeat : kReplay;
}

std::string state_words(const Ui& ui, const App& app) {
  if (app.file() == nullptr)
    return std::string(ui.tr("a simulated history; facts carry their source"));
  const double megabytes = static_cast<double>(app.file()->bytes()) / 1e6;
  return ui.tr("recording {0} MB", {lab::number_words(megabytes, 1)}) + " · " +
         std::string(ui.tr(app.time.following() ? "following" : "follow off")) + " · " +
         std::string(ui.tr("simulated; facts carry their source"));
}

}  // namespace

void draw_key_strip(Ui& ui, const App& app, const Rect& rect) {
  ui.canvas.fill(rect, ui.palette.panel);
  ui.canvas.line({rect.x, rect.y}, {rect.right(), rect.y}, ui.palette.hairline);
  const float middle = rect.centre().y;
  if (!app.view.notice.empty()) {
    const Tone& tone = app.view.notice_is_error ? ui.palette.stopped() : ui.palette.in_force();
    ui.canvas.mark(app.view.notice_is_error ? Shape::kTriangleDown : Shape::kCircle,
                   {rect.x + 16, middle}, 8, tone.mark);
    ui.canvas.text_in({rect.x + 28, rect.y, rect.w - 40, rect.h}, app.view.notice, Type::kSmall,
                      ui.palette.text);
    ui.place("notice", rect);
    return;
  }
  const std::string state = state_words(ui, app);
  const float state_width = ui.canvas.width(state, Type::kSmall);
  ui.canvas.text({rect.right() - kPadding, middle}, state, Type::kSmall, ui.palette.text2,
                 Align::kRight);
  const float room_to = rect.right() - kPadding - state_width - 24;
  float x = rect.x + kPadding;
  for (const auto& [keys, what] : hints_of(app.view.layout)) {
    float width = 8 + ui.canvas.width(ui.tr(what), Type::kSmall) + 14;
    for (const std::string& key : keys) width += ui.canvas.width(key, Type::kSmallBold) + 14;
    if (x + width > room_to) break;  // whole hints only
    for (const std::string& key : keys) x += ui.key({x, middle}, key) + 3;
    x += 4;
    x += ui.canvas.text({x, middle}, ui.tr(what), Type::kSmall, ui.palette.text2) + 14;
  }
}

}  // namespace monazite::viz
