#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <viz/model/app/online.hpp>
#include <viz/model/app/panel_commands.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/frame.hpp>

namespace monazite::viz {
namespace {

constexpr std::array<const char*, 6> kMenus = {"File", "Run", "View", "Compare", "Play as", "Help"};
constexpr float kFirstMenu = 118, kMenuPadding = 10, kMenuRow = 26, kMenuWidth = 300;

/// The crystal that stands for the program.
void draw_sign(Ui& ui, Vec centre) {
  ui.canvas.mark(Shape::kHexagon, centre, 18, ui.palette.india.mark);
  ui.canvas.mark(Shape::kHexagon, centre, 8, ui.palette.panel);
}

std::vector<Rect> menu_rects(Ui& ui, const Rect& bar) {
  std::vector<Rect> rects;
  float x = bar.x + kFirstMenu;
  for (const char* menu : kMenus) {
    const float width = ui.canvas.width(ui.tr(menu), Type::kBody) + 2 * kMenuPadding;
    rects.push_back({x, bar.y + 6, width, bar.h - 12});
    x += width;
  }
  return rects;
}

/// "june-2025.mcap · seed 42 · 0.1.0", and on its right whether the file is whole.
void draw_what_is_open(Ui& ui, const App& app, const Rect& bar, float free_from) {
  const Replay* replay = app.replay();
  if (replay == nullptr) return;
  const RecordingFile& file = *app.file();
  const std::string damage = file.damage();
  const bool whole = damage.empty();
  const std::string state =
      !file.complete()
          ? ui.tr("reading {0} %", {std::to_string(static_cast<int>(100 * file.progress()))})
      : whole ? ui.tr(file.may_grow() ? "{0} months so far" : "{0} months, whole",
                      {std::to_string(replay->months().size())})
              : std::string(ui.tr("damaged, open as far as it is whole"));
  const Tone& tone = whole ? ui.palette.in_force() : ui.palette.stopped();
  float right = bar.right() - kPadding;
  const float middle = bar.centre().y;
  const float state_width = ui.canvas.width(state, Type::kBody);
  if (right - state_width - 20 < free_from) return;
  ui.canvas.text({right, middle}, state, Type::kBody, ui.palette.text2, Align::kRight);
  const Rect state_rect{right - state_width - 16, bar.y, state_width + 16, bar.h};
  right -= state_width + 10;
  ui.canvas.mark(whole ? Shape::kCircle : Shape::kTriangleDown, {right, middle}, 8, tone.mark);
  if (!whole && ui.hovered(state_rect)) ui.tooltip({damage});
  right -= 18;
  ui.canvas.line({right, bar.y + 10}, {right, bar.bottom() - 10}, ui.palette.hairline);
  right -= 12;
  // What lies in memory has a name and no path: "what if: monazite 3,000 t REO/year".
  const std::string& path = file.name();
  const std::string called =
      app.path().empty() ? path.substr(0, path.find(':')) : path.substr(path.find_last_of('/') + 1);
  std::string name = called + " · " + ui.tr("seed {0}", {std::to_string(replay->header().seed())}) +
                     " · " + replay->header().program_version();
  if (const std::string watched = app.online().watched_words(app, ui.tr); !watched.empty()) {
    name = watched;
  }
  if (right - ui.canvas.width(name, Type::kBody) < free_from) return;
  ui.canvas.text({right, middle}, name, Type::kBody, ui.palette.text, Align::kRight);
}

}  // namespace

void draw_top_bar(Ui& ui, const App& app, const Rect& bar, Commands& commands) {
  ui.canvas.fill(bar, ui.palette.panel);
  ui.canvas.line({bar.x, bar.bottom()}, {bar.right(), bar.bottom()}, ui.palette.hairline);
  const float middle = bar.centre().y;
  draw_sign(ui, {bar.x + 20, middle});
  ui.canvas.text({bar.x + 36, middle}, "Monazite", Type::kTitle, ui.palette.text);

  const std::vector<Rect> menus = menu_rects(ui, bar);
  for (std::size_t i = 0; i < menus.size(); ++i) {
    const bool open = app.view.overlay == Overlay::kMenu && app.view.menu == static_cast<int>(i);
    if (open || ui.hovered(menus[i])) ui.canvas.fill(menus[i], ui.palette.control, 5);
    ui.canvas.text(menus[i].centre(), ui.tr(kMenus[i]), Type::kBody, ui.palette.text,
                   Align::kCentre);
    const int number = static_cast<int>(i);
    if (ui.click(std::string("menu/") + kMenus[i], menus[i])) {
      commands.push([number, open](App& a) {
        a.view.overlay = open ? Overlay::kNone : Overlay::kMenu;
        a.view.menu = number;
      });
    } else if (app.view.overlay == Overlay::kMenu && !open && ui.hovered(menus[i])) {
      commands.push([number](App& a) { a.view.menu = number; });
    }
  }

  std::vector<std::string> layouts;
  float width = 0;
  for (int i = 0; i < kLayouts; ++i) {
    const NamedCommand* command =
        find_command(std::string("view.") + layout_name(static_cast<Layout>(i)));
    layouts.push_back(std::to_string(i + 1) + " " + std::string(ui.tr(command->label)));
    width += ui.canvas.width(layouts.back(), Type::kBody) + 20;
  }
  const float menus_end = menus.back().right() + 16;
  const float left = std::max(menus_end, bar.centre().x - width / 2);
  float layouts_end = left;
  if (const auto chosen = ui.segmented("layout", {left, middle - 12}, 24, layouts,
                                       static_cast<int>(app.view.layout), false, &layouts_end)) {
    commands.push([chosen](App& a) { a.set_layout(static_cast<Layout>(*chosen)); });
  }
  draw_what_is_open(ui, app, bar, layouts_end + 16);
}

namespace {

void draw_entries(Ui& ui, const App& app, const Rect& box,
                  const std::vector<const NamedCommand*>& entries, Commands& commands) {
  ui.canvas.fill(box, ui.palette.panel, 6);
  ui.canvas.outline(box, ui.palette.hairline, 1, 6);
  Rect rows =
      ui.scroll_begin("menu/rows", box.inset(6), kMenuRow * static_cast<float>(entries.size()));
  for (const NamedCommand* entry : entries) {
    const Rect row = rows.cut_top(kMenuRow);
    const bool enabled = !entry->enabled || entry->enabled(app);
    if (enabled && ui.hovered(row)) ui.canvas.fill(row, ui.palette.control, 4);
    const Color color = enabled ? ui.palette.text : ui.palette.text3;
    const std::string keys = entry->keys.empty() ? "" : key_words(entry->keys.front());
    const float keys_width = keys.empty() ? 0 : ui.canvas.width(keys, Type::kSmall) + 12;
    ui.canvas.text_in({row.x + 8, row.y, row.w - 16 - keys_width, row.h}, ui.tr(entry->label),
                      Type::kBody, color);
    ui.canvas.text({row.right() - 8, row.centre().y}, keys, Type::kSmall, ui.palette.text2,
                   Align::kRight);
    if (enabled && ui.click("menu/" + entry->id, row)) {
      commands.push([entry](App& a) {
        a.view.overlay = Overlay::kNone;
        entry->run(a);
      });
    }
  }
  ui.scroll_end();
}

}  // namespace

void draw_panel_menu(Ui& ui, const App& app, const Rect& window, Commands& commands) {
  std::vector<const NamedCommand*> entries;
  for (const std::string& id : panel_menu()) {
    const NamedCommand* command = find_command(id);
    if (command->enabled && !command->enabled(app)) continue;
    entries.push_back(command);
  }
  Vec at = app.view.menu_at;
  if (at.x < 0) {  // by a key: in the corner of the panel
    const auto place = ui.items().find(panel_item(app.view.panel));
    const Rect rect = place == ui.items().end() ? window : place->second;
    at = {rect.x + kPadding, rect.y + 36};
  }
  Rect box{at.x, at.y, kMenuWidth, 12 + kMenuRow * static_cast<float>(entries.size())};
  box.x = std::max(4.0F, std::min(box.x, window.right() - box.w - 4));
  box.y = std::max(4.0F, std::min(box.y, window.bottom() - box.h - 4));
  ui.place("dialog", box);
  draw_entries(ui, app, box, entries, commands);
}

void draw_menu(Ui& ui, const App& app, const Rect& window, Commands& commands) {
  const Rect bar{window.x, window.y, window.w, kTopBar};
  if (app.view.menu < 0 || app.view.menu >= static_cast<int>(kMenus.size())) return;
  std::vector<const NamedCommand*> entries;
  for (const NamedCommand& command : command_table()) {
    if (command.menu == kMenus[static_cast<std::size_t>(app.view.menu)])
      entries.push_back(&command);
  }
  const Rect at = menu_rects(ui, bar)[static_cast<std::size_t>(app.view.menu)];
  const float top = bar.bottom() + 4;
  const Rect box{
      at.x, top, kMenuWidth,
      std::min(12 + kMenuRow * static_cast<float>(entries.size()), window.bottom() - top - 4)};
  draw_entries(ui, app, box, entries, commands);
}

}  // namespace monazite::viz
