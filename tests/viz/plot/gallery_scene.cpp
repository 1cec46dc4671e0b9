#include <cmath>

#include <tests/viz/plot/gallery_scene.hpp>
#include <viz/plot/axes.hpp>

namespace monazite::tests {
namespace {

using namespace viz;

void buttons(Ui& ui, Rect area, GalleryState& state) {
  Rect row = area.cut_top(30, 10);
  if (ui.button("gallery/accept", row.cut_left(90, 8), "Accept")) ++state.clicks;
  if (ui.button("gallery/counter", row.cut_left(90, 8), "Counter", ButtonStyle::kPrimary)) {
    ++state.clicks;
  }
  if (ui.button("gallery/quiet", row.cut_left(90, 8), "Quiet", ButtonStyle::kQuiet)) ++state.clicks;
  ui.button("gallery/off", row.cut_left(90, 8), "Disabled", ButtonStyle::kPlain, false);

  row = area.cut_top(28, 10);
  for (const char* icon : {"start", "back", "play", "pause", "forward", "end", "search", "close",
                           "plus", "minus", "down", "check", "loop"}) {
    const bool play = std::string_view{icon} == "play";
    ui.icon_button(std::string{"gallery/icon/"} + icon, row.cut_left(play ? 40 : 26, 3), icon,
                   play ? ButtonStyle::kPrimary : ButtonStyle::kPlain);
  }
  row = area.cut_top(24, 10);
  float end = 0;
  if (const auto chosen =
          ui.segmented("gallery/step", {row.x, row.y}, 24, {"Day", "Month", "Event", "Offer"},
                       state.segment, false, &end)) {
    state.segment = *chosen;
  }
  ui.segmented("gallery/view", {area.right(), row.y}, 22, {"Map", "Sankey", "Table"}, 0, true);
  row = area.cut_top(30, 8);
  if (const auto chosen =
          ui.tabs("gallery/tabs", row, {"Clauses", "Messages", "Detail", "Compare"}, state.tab)) {
    state.tab = *chosen;
  }
  row = area.cut_top(24, 4);
  if (ui.toggle("gallery/toggle", row.cut_left(40, 8), state.toggle)) state.toggle = !state.toggle;
  ui.toggle("gallery/toggle_off", row.cut_left(40, 8), false);
  if (ui.checkbox("gallery/check", row.cut_left(150, 8), "Only reported facts", state.checkbox)) {
    state.checkbox = !state.checkbox;
  }
  ui.checkbox("gallery/check_off", row.cut_left(120, 8), "Hide the future", false);
  const char* const choices[] = {"Stop exports at once", "Ship half, 90 days of notice"};
  for (int i = 0; i < 2; ++i) {
    row = area.cut_top(26);
    if (ui.radio("gallery/radio/" + std::to_string(i), row, choices[i], state.radio == i)) {
      state.radio = i;
    }
  }
  row = area.cut_top(26);
  float x = row.x;
  for (const char* key : {"Space", "← →", "N P", "[ ]", "Ctrl K", "?"}) {
    x += ui.key({x, row.centre().y}, key) + 8;
  }
}

void fields(Ui& ui, Rect area, GalleryState& state) {
  ui.text_field("gallery/search", area.cut_top(28, 8), state.search, "Search");
  ui.text_field("gallery/name", area.cut_top(28, 8), state.name, "");
  ui.text_area("gallery/statement", area.cut_top(90, 12), state.statement, "Public statement", 200);
  Rect row = area.cut_top(18, 2);
  ui.canvas.text({row.x, row.centre().y}, "Volume", Type::kBodyBold, ui.palette.text);
  ui.canvas.text({row.right(), row.centre().y}, "theirs 640, yours " + tick_words(state.volume, 1),
                 Type::kSmall, ui.palette.text2, Align::kRight);
  if (const auto v = ui.slider("gallery/volume", area.cut_top(24, 4), state.volume, 0, 1000, 20,
                               &ui.palette.japan, 640, &ui.palette.india)) {
    state.volume = *v;
  }
  if (const auto v = ui.slider("gallery/notice", area.cut_top(24, 10), state.notice, 0, 180, 30,
                               nullptr, 30)) {
    state.notice = *v;
  }
  ui.bar(area.cut_top(4, 12), 0.58, ui.palette.india.mark, 0.42);
  ui.bar(area.cut_top(4, 10), 0.3, ui.palette.japan.mark);
  const Rect content = ui.scroll_begin("gallery/scroll", area, 30 * 22);
  for (int i = 0; i < 30; ++i) {
    const Rect line{content.x, content.y + static_cast<float>(i) * 22, content.w, 22};
    if (i % 2 == 1) ui.canvas.fill(line, ui.palette.inset);
    if (ui.click("gallery/row/" + std::to_string(i), line)) state.clicks += 100;
    ui.canvas.text_in(line.inset(6, 0),
                      "Row " + std::to_string(i) +
                          ", a sentence that is too long for its row, by far and in every language "
                          "that a reader could wish for",
                      Type::kBody, ui.palette.text);
  }
  ui.scroll_end();
}

void marks(Ui& ui, Rect area) {
  const Palette& p = ui.palette;
  Rect row = area.cut_top(24, 4);
  const Tone* const tones[] = {&p.india, &p.japan, &p.china, &p.australia, &p.makers, &p.neutral};
  const char* const names[] = {"India", "Japan", "China", "Malaysia", "Makers", "Press"};
  float x = row.x + 8;
  for (std::size_t i = 0; i < 8; ++i) {
    const auto shape = static_cast<Shape>(i);
    ui.canvas.mark(shape, {x, row.centre().y}, 12, tones[i % 6]->mark);
    ui.canvas.mark(shape, {x + 20, row.centre().y}, 12, tones[i % 6]->mark, true);
    x += 44;
  }
  row = area.cut_top(20, 4);
  x = row.x;
  for (std::size_t i = 0; i < 6; ++i) {
    x += ui.canvas.text({x, row.centre().y}, names[i], Type::kBodyBold, tones[i]->word) + 14;
  }
  row = area.cut_top(26);
  x = row.x;
  const Type types[] = {Type::kPlot,  Type::kSmall,   Type::kBody,
                        Type::kTitle, Type::kReadout, Type::kHeadline};
  for (const Type type : types) {
    x += ui.canvas.text({x, row.centre().y}, "58 t 日本", type, p.text) + 12;
  }
  row = area.cut_top(20);
  ui.canvas.text({row.x, row.centre().y}, "→ ← ↑ ↓ ▲ ▼ ● ◆ ★ − – … · 300 t × 4 ≤ 5 “word”",
                 Type::kBody, p.text2);
  row = area.cut_top(54);
  ui.canvas.paragraph(row,
                      "120 days of notice and 150 t/year of NdPr would have cost India 0.03 and "
                      "brought you 0.13. 日本は覚書を守り、インド製磁石の増加を歓迎する。",
                      Type::kBody, p.text2);
}

void plot(Ui& ui, Rect area) {
  const Palette& p = ui.palette;
  area.cut_left(36);
  area.cut_bottom(18);
  area.cut_top(8);
  const PlotArea plot{area, {0, 1}, nice_interval(12, 118, 4)};
  draw_y_axis(ui, plot);
  draw_x_axis(ui, plot);
  std::vector<Vec> upper;
  std::vector<Vec> lower;
  std::vector<Vec> a;
  std::vector<Vec> b;
  for (int i = 0; i <= 60; ++i) {
    const double t = i / 60.0;
    const double y = 60 + 30 * std::sin(5 * t);
    upper.push_back(plot.at(t, y + 14 * t));
    lower.push_back(plot.at(t, y - 14 * t));
    a.push_back(plot.at(t, y));
    b.push_back(plot.at(t, 50 - 20 * std::sin(4 * t)));
  }
  ui.canvas.push_clip(area);
  ui.canvas.band(upper, lower, p.japan.mark.faded(0.25F));
  ui.canvas.polyline(a, p.a().mark, 2);
  ui.canvas.dashed(b, p.b().mark, 2);
  ui.canvas.hatch({area.x + 200, area.y, 40, area.h}, p.india.mark.faded(0.5F));
  std::vector<Vec> land;
  for (int i = 0; i < 24; ++i) {
    const float r = i % 2 == 0 ? 34.0F : 20.0F;
    const float angle = static_cast<float>(i) * 6.2832F / 24;
    land.push_back({area.right() - 50 + r * std::cos(angle), area.y + 40 + r * std::sin(angle)});
  }
  ui.canvas.polygon(land, p.land);
  ui.canvas.polyline(land, p.coast, 1, true);
  ui.canvas.pop_clip();
  draw_plate(ui, {area.x + 12, area.bottom() - 26}, "118 t/month", Type::kBodyBold, p.text,
             Align::kLeft, "Australia, Malaysia");
}

}  // namespace

void draw_gallery(Ui& ui, const Rect& screen, GalleryState& state) {
  ui.canvas.fill(screen, ui.palette.window);
  Rect rest = screen.inset(8);
  Rect left = rest.cut_left(rest.w * 0.46F, 8);
  const Rect top = left.cut_top(330, 8);
  buttons(ui, ui.panel("gallery/controls", top, "Controls", "操作, none has a hue").inset(12),
          state);
  plot(ui, ui.panel("gallery/plot", left, "Plot", "bands, dashes, land").inset(12, 6));
  const Rect upper = rest.cut_top(240, 8);
  marks(ui, ui.panel("gallery/marks", upper, "Marks and words", "印").inset(12));
  fields(ui, ui.panel("gallery/fields", rest, "Fields", "入力").inset(12), state);
}

}  // namespace monazite::tests
