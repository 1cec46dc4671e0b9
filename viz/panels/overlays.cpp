#include <algorithm>
#include <string>
#include <vector>

#include <viz/model/search.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/overlays.hpp>
#include <viz/panels/timeline.hpp>
#include <viz/plot/screen.hpp>

namespace monazite::viz {
namespace {

constexpr float kChoiceRow = 30;

void close(Commands& commands) {
  commands.push([](App& a) { a.view.overlay = Overlay::kNone; });
}

void draw_keys(Ui& ui, const Rect& window) {
  std::vector<const NamedCommand*> rows;
  for (const NamedCommand& command : command_table()) {
    if (!command.keys.empty()) rows.push_back(&command);
  }
  const float row = 22;
  const std::size_t half = (rows.size() + 1) / 2;
  const float height = row * static_cast<float>(half);
  const Vec size{std::min(920.0F, window.w - 40), std::min(62 + height, window.h - 80)};
  Rect inside = begin_dialog(ui, window, size, ui.tr("All keys"));
  inside = ui.scroll_begin("keys/rows", inside, height);
  Rect left = inside.cut_left(inside.w / 2 - 12, 24);
  Rect right = inside;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Rect line = (i < half ? left : right).cut_top(row);
    float x = line.x;
    for (const KeyPress& key : rows[i]->keys) x += ui.key({x, line.centre().y}, key_words(key)) + 4;
    ui.canvas.text_in({line.x + 130, line.y, line.w - 130, line.h}, ui.tr(rows[i]->label),
                      Type::kBody, ui.palette.text2);
  }
  ui.scroll_end();
}

/// A field with a list of what fits under it; `take` is called with the row that was chosen.
template <class Row, class Take>
void draw_chooser(Ui& ui, const App& app, const Rect& window, std::string_view title,
                  std::string_view hint, const std::vector<Row>& rows, Take&& take,
                  Commands& commands) {
  const std::size_t shown = std::min<std::size_t>(rows.size(), View::kMostChoices);
  Rect inside = begin_dialog(
      ui, window, {560, 108 + kChoiceRow * static_cast<float>(std::max<std::size_t>(shown, 1))},
      title);
  std::string query = app.view.query;
  bool submitted = false;
  if (ui.text_field("chooser/query", inside.cut_top(32, 8), query, hint, &submitted, true)) {
    commands.push([query](App& a) {
      a.view.query = query;
      a.view.choice = 0;
    });
  }
  if (rows.empty()) {
    ui.canvas.text_in(inside.cut_top(kChoiceRow), ui.tr("Nothing fits"), Type::kBody,
                      ui.palette.text2);
    return;
  }
  const auto chosen =
      static_cast<std::size_t>(std::clamp(app.view.choice, 0, static_cast<int>(shown) - 1));
  for (std::size_t i = 0; i < shown; ++i) {
    const Rect line = inside.cut_top(kChoiceRow);
    if (i == chosen || ui.hovered(line)) {
      ui.canvas.fill(line, i == chosen ? ui.palette.inset : ui.palette.control, 4);
    }
    const auto [label, aside] = rows[i].words(ui);
    const float aside_width = ui.canvas.width(aside, Type::kSmall);
    ui.canvas.text_in({line.x + 10, line.y, line.w - aside_width - 32, line.h}, label, Type::kBody,
                      ui.palette.text);
    ui.canvas.text({line.right() - 10, line.centre().y}, aside, Type::kSmall, ui.palette.text2,
                   Align::kRight);
    if (ui.click("chooser/" + std::to_string(i), line) || (submitted && i == chosen)) {
      close(commands);
      take(rows[i]);
    }
  }
}

struct CommandRow {
  const NamedCommand* command;
  std::pair<std::string, std::string> words(const Ui& ui) const {
    return {std::string(ui.tr(command->label)),
            command->keys.empty() ? "" : key_words(command->keys.front())};
  }
};
struct HitRow {
  Hit hit;
  std::pair<std::string, std::string> words(const Ui&) const { return {hit.label, hit.detail}; }
};

void draw_commands(Ui& ui, const App& app, const Rect& window, Commands& commands) {
  std::vector<CommandRow> rows;
  for (const NamedCommand* command : search_commands(app.view.query, ui.tr)) {
    if (!command->enabled || command->enabled(app)) rows.push_back({command});
  }
  draw_chooser(
      ui, app, window, ui.tr("Commands"), ui.tr("What do you want to do?"), rows,
      [&commands](const CommandRow& row) { commands.push(row.command->run); }, commands);
}

void draw_search(Ui& ui, const App& app, const Rect& window, Commands& commands) {
  std::vector<HitRow> rows;
  const base::Day today = app.day();
  const base::Day* until = app.view.future_hidden ? &today : nullptr;
  if (app.replay() != nullptr && !app.view.query.empty()) {
    for (Hit& hit : search(*app.replay(), app.view.query, 10, until, &app.summaries))
      rows.push_back({std::move(hit)});
  }
  draw_chooser(
      ui, app, window, ui.tr("Search"),
      ui.tr("Parties, events, negotiations, clauses, messages, series"), rows,
      [&commands](const HitRow& row) {
        const Hit hit = row.hit;
        commands.push([hit](App& a) {
          a.select(hit.entity);
          if (hit.day.number != 0) a.time.seek(hit.day);
        });
      },
      commands);
}

void draw_open(Ui& ui, const App& app, const Rect& window, Commands& commands) {
  const std::vector<std::string>& recent = app.settings.recent;
  Rect inside =
      begin_dialog(ui, window, {640, 128 + kChoiceRow * static_cast<float>(recent.size())},
                   ui.tr("Open a recording, or the folder of a class"));
  std::string path = app.view.path;
  bool submitted = false;
  const Rect line = inside.cut_top(32, 10);
  Rect field = line;
  const Rect button = field.cut_right(90, 8);
  if (ui.text_field("open/path", field, path,
                    ui.tr("Path of a .mcap file, or of a folder with many"), &submitted, true)) {
    commands.push([path](App& a) { a.view.path = path; });
  }
  const auto open = [&commands](const std::string& file) {
    commands.push([file](App& a) {
      if (a.open(file)) a.view.overlay = Overlay::kNone;
    });
  };
  if (ui.button("open/open", button, ui.tr("Open"), ButtonStyle::kPrimary, !path.empty()) ||
      (submitted && !path.empty())) {
    open(path);
  }
  if (app.view.notice_is_error && !app.view.notice.empty()) {
    ui.canvas.text_in(inside.cut_top(20, 4), app.view.notice, Type::kSmall,
                      ui.palette.stopped().word);
  }
  for (std::size_t i = 0; i < recent.size(); ++i) {
    const Rect row = inside.cut_top(kChoiceRow);
    if (ui.hovered(row)) ui.canvas.fill(row, ui.palette.control, 4);
    ui.canvas.text_in(row.inset(10, 0), recent[i], Type::kBody, ui.palette.text2);
    if (ui.click("open/recent/" + std::to_string(i), row)) open(recent[i]);
  }
}

}  // namespace

Rect begin_dialog(Ui& ui, const Rect& window, Vec size, std::string_view title) {
  ui.canvas.fill(window, ui.palette.window.faded(0.72F));
  const Rect box{window.centre().x - size.x / 2,
                 std::max(window.y + 60, window.centre().y - size.y / 2 - 40), size.x, size.y};
  ui.canvas.fill(box, ui.palette.panel, 8);
  ui.canvas.outline(box, ui.palette.hairline, 1, 8);
  ui.place("dialog", box);
  Rect inside = box.inset(18, 14);
  ui.canvas.text_in(inside.cut_top(26, 8), title, Type::kTitle, ui.palette.text);
  return inside;
}

void draw_overlay(Ui& ui, const App& app, const Rect& window, Commands& commands) {
  if (app.view.overlay == Overlay::kNone) return;
  // Under an open menu the bar is left free, so that one can go on to the next menu.
  const bool menu = app.view.overlay == Overlay::kMenu;
  Rect over = window;
  if (menu) over.cut_top(kTopBar);
  begin_layer(ui.canvas, "overlay", over, !menu);
  switch (app.view.overlay) {
    case Overlay::kMenu:
      draw_menu(ui, app, window, commands);
      break;
    case Overlay::kKeys:
      draw_keys(ui, window);
      break;
    case Overlay::kCommands:
      draw_commands(ui, app, window, commands);
      break;
    case Overlay::kSearch:
      draw_search(ui, app, window, commands);
      break;
    case Overlay::kPanelMenu:
      draw_panel_menu(ui, app, window, commands);
      break;
    case Overlay::kOpen:
      draw_open(ui, app, window, commands);
      break;
    case Overlay::kMessageFilter:
      draw_message_filter(ui, app, window, commands);
      break;
    case Overlay::kKindsOfEvents:
      if (app.replay() != nullptr) draw_event_kinds(ui, app, window, commands);
      break;
    case Overlay::kKeepGame:
      draw_keep_game(ui, app, window, commands);
      break;
    case Overlay::kHost:
      draw_host_dialog(ui, app, window, commands);
      break;
    default:
      break;
  }
  const auto dialog = ui.items().find("dialog");
  if (dialog != ui.items().end()) (void)ui.click("overlay/dialog", dialog->second);
  if (ui.click("overlay/beside", over)) close(commands);
  end_layer(ui.canvas);
}

}  // namespace monazite::viz
