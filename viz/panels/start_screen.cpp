#include <algorithm>
#include <string>
#include <vector>

#include <viz/model/app/online.hpp>
#include <viz/panels/overlays.hpp>
#include <viz/panels/start_screen.hpp>

namespace monazite::viz {
namespace {

constexpr float kStartWidth = 620, kButtonRow = 34;

void draw_recent(Ui& ui, const App& app, Rect& inside, Commands& commands) {
  ui.canvas.text_in(inside.cut_top(22, 4), ui.tr("Recent recordings"), Type::kSmall,
                    ui.palette.text2);
  const std::vector<std::string>& recent = app.settings.recent;
  if (recent.empty()) {
    ui.canvas.text_in(inside.cut_top(kButtonRow),
                      ui.tr("None yet. A run of ./monazite run leaves one in runs/."), Type::kBody,
                      ui.palette.text3);
    return;
  }
  for (std::size_t i = 0; i < std::min<std::size_t>(recent.size(), 5); ++i) {
    const Rect row = inside.cut_top(kButtonRow);
    if (ui.hovered(row)) ui.canvas.fill(row, ui.palette.control, 5);
    const std::size_t slash = recent[i].find_last_of('/');
    const std::string name = slash == std::string::npos ? recent[i] : recent[i].substr(slash + 1);
    const std::string folder = slash == std::string::npos ? "" : recent[i].substr(0, slash);
    const float used = ui.canvas.text_in({row.x + 10, row.y, row.w * 0.5F, row.h}, name,
                                         Type::kBodyBold, ui.palette.text);
    ui.canvas.text_in({row.x + 22 + used, row.y, row.w - used - 32, row.h}, folder, Type::kSmall,
                      ui.palette.text2);
    const std::string path = recent[i];
    if (ui.click("start/recent/" + std::to_string(i), row)) {
      commands.push([path](App& a) {
        if (const auto done = a.open(path); !done) a.notice(done.error().message, true);
      });
    }
  }
}

}  // namespace

void draw_start_screen(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  Rect inside{rect.centre().x - kStartWidth / 2, rect.y + std::max(30.0F, rect.h * 0.12F),
              kStartWidth, rect.h * 0.8F};
  const Rect head = inside.cut_top(64, 10);
  ui.canvas.mark(Shape::kHexagon, {head.x + 22, head.centre().y}, 40, ui.palette.india.mark);
  ui.canvas.mark(Shape::kHexagon, {head.x + 22, head.centre().y}, 18, ui.palette.window);
  ui.canvas.text({head.x + 58, head.centre().y - 11}, "Monazite", Type::kHeadline, ui.palette.text);
  ui.canvas.text({head.x + 58, head.centre().y + 15},
                 ui.tr("Replay a negotiation over rare earths, ask what if, or sit at the table"),
                 Type::kBody, ui.palette.text2);

  const Rect buttons = inside.cut_top(40, 10);
  Rect row = buttons;
  if (ui.button("start/demo", row.cut_left(220, 10), ui.tr("Open the demo crisis"),
                ButtonStyle::kPrimary)) {
    commands.run("file.demo");
  }
  if (ui.button("start/open", row.cut_left(130, 10), ui.tr("Open…"))) commands.run("file.open");
  if (ui.button("start/seat", row.cut_left(150, 10), ui.tr("Play as Japan"))) {
    commands.run("seat.japan");
  }
  if (ui.button("start/class", row, ui.tr("Class…"))) commands.run("class.open");
  ui.canvas.paragraph(
      inside.cut_top(54, 10),
      ui.tr(
          "The demo plays June 2025 on the spot: India asks its miner to hold neodymium back from "
          "Japan. What follows is simulated; only lines with a source are reported facts."),
      Type::kBody, ui.palette.text2);
  const Rect host = inside.cut_top(40, 14);
  row = host;
  if (ui.button("start/host", row.cut_left(220, 10), ui.tr("Join a host…"))) {
    commands.run("host.join");
  }
  ui.canvas.paragraph(row.inset(4, 11),
                      ui.tr("Look on at a table on another machine, or take a seat there"),
                      Type::kBody, ui.palette.text2);
  if (app.online().watching() != nullptr) {
    draw_watch_state(ui, app, inside.cut_top(62, 10), commands);
  }
  draw_recent(ui, app, inside, commands);
  if (!app.view.notice.empty()) {
    ui.canvas.paragraph(inside.cut_top(60), app.view.notice, Type::kBody,
                        app.view.notice_is_error ? ui.palette.stopped().word : ui.palette.text2);
  }
  ui.canvas.text({rect.centre().x, rect.bottom() - 20},
                 ui.tr("Drop a recording anywhere in this window to open it"), Type::kSmall,
                 ui.palette.text3, Align::kCentre);
}

}  // namespace monazite::viz
