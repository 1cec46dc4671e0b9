#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <viz/panels/bars.hpp>
#include <viz/panels/timeline.hpp>
#include <viz/panels/words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

const char* step_command(Step size, bool on) {
  switch (size) {
    case Step::kDay:
      return on ? "time.day_on" : "time.day_back";
    case Step::kMonth:
      return on ? "time.month_on" : "time.month_back";
    case Step::kEvent:
      return on ? "time.event_on" : "time.event_back";
    default:
      return on ? "time.offer_on" : "time.offer_back";
  }
}

/// The stretch of time that is marked, in the place of the last event.
void draw_marked_words(Ui& ui, const App& app, float left, float right, float middle) {
  const auto [from, until] = *app.view.marked;
  const std::string words = short_day_words(ui.tr, from) + " – " + short_day_words(ui.tr, until) +
                            ", " + ui.tr("{0} days", {std::to_string(until - from + 1)});
  const float width = std::min(ui.canvas.width(words, Type::kSmallBold) + 30, right - left);
  if (width < 80) return;
  const Rect chip{left, middle - 11, width, 22};
  ui.canvas.fill(chip, ui.palette.inset, 5);
  ui.canvas.mark(Shape::kStar, {chip.x + 12, middle}, 9, ui.palette.playhead);
  ui.canvas.text_in({chip.x + 22, chip.y, chip.w - 28, chip.h}, words, Type::kSmallBold,
                    ui.palette.text);
}

/// The last event up to the day, with how long ago it was.
void draw_last_event(Ui& ui, const App& app, float left, float right, float middle) {
  if (app.view.marked) {
    draw_marked_words(ui, app, left, right, middle);
    return;
  }
  const Event* last = nullptr;
  for (const Event& event : app.replay()->events()) {
    if (event.day > app.day()) break;
    if (app.view.hidden_kinds.count(event.kind) == 0) last = &event;
  }
  if (last == nullptr) return;
  const int days = app.day() - last->day;
  const std::string ago = days == 0   ? std::string(ui.tr("today"))
                          : days == 1 ? std::string(ui.tr("yesterday"))
                                      : ui.tr("{0} days ago", {std::to_string(days)});
  const std::string words = last->label + ", " + ago;
  const float width = std::min(ui.canvas.width(words, Type::kSmall) + 30, right - left);
  if (width < 80) return;
  const Rect chip{left, middle - 11, width, 22};
  ui.canvas.fill(chip, ui.palette.inset, 5);
  ui.canvas.mark(event_look(ui.palette, *app.replay(), *last), {chip.x + 12, middle}, 9);
  ui.canvas.text_in({chip.x + 22, chip.y, chip.w - 28, chip.h}, words, Type::kSmall,
                    ui.palette.text2);
  if (ui.hovered(chip)) ui.tooltip({last->text, last->why});
}

/// Whether somebody is still writing this recording; its width.
float draw_live_mark(Ui& ui, const App& app, float x, float middle) {
  const bool live = app.file()->live() || app.file()->waits();
  const std::string words(live ? ui.tr("LIVE") : ui.tr("unfinished"));
  const Rect chip{x, middle - 11, ui.canvas.width(words, Type::kSmall) + 28, 22};
  ui.canvas.fill(chip, ui.palette.inset, 5);
  ui.canvas.mark({live ? ui.palette.in_force() : ui.palette.neutral, Shape::kCircle, !live},
                 {chip.x + 12, middle}, 9);
  ui.canvas.text({chip.x + 22, middle}, words, Type::kSmall, ui.palette.text2);
  if (ui.hovered(chip)) {
    ui.tooltip({std::string(live ? ui.tr("The run is still being played and written: what comes "
                                         "appears at once. End follows it.")
                                 : ui.tr("The recording has no end: the run was cut short, or is "
                                         "still being written; what comes is shown"))});
  }
  return chip.w + 12;
}

/// Draws what comes one beside the other, from the left.
struct TransportRow {
  Ui& ui;
  const App& app;
  Commands& commands;
  float x, middle;

  void icon(const char* id, const char* drawing, float width, ButtonStyle style,
            const char* command) {
    if (ui.icon_button(id, {x, middle - 14, width, 28}, drawing, style)) commands.run(command);
    x += width + 4;
  }
};

void draw_buttons(TransportRow& row) {
  const TimeControl& time = row.app.time;
  row.icon("transport/start", "start", 28, ButtonStyle::kPlain, "time.start");
  row.icon("transport/back", "back", 28, ButtonStyle::kPlain,
           step_command(time.step_size(), false));
  row.icon("transport/play", time.playing() ? "pause" : "play", 44, ButtonStyle::kPrimary,
           "time.play");
  row.icon("transport/on", "forward", 28, ButtonStyle::kPlain,
           step_command(time.step_size(), true));
  row.icon("transport/end", "end", 28, ButtonStyle::kPlain, "time.follow");
  const Rect loop{row.x, row.middle - 14, 28, 28};
  row.icon("transport/loop", "loop", 28,
           time.loop() == Loop::kOff ? ButtonStyle::kQuiet : ButtonStyle::kPlain, "time.loop");
  if (row.ui.hovered(loop)) {
    row.ui.tooltip({std::string(row.ui.tr(time.loop() == Loop::kOff   ? "Loop: off"
                                          : time.loop() == Loop::kAll ? "Loop: all"
                                                                      : "Loop: the range shown")),
                    std::string(row.ui.tr("Loop: off, all, shown range"))});
  }
  row.x += 4;
}

void draw_steps(TransportRow& row) {
  Ui& ui = row.ui;
  const std::vector<std::string> steps = {std::string(ui.tr("Day")), std::string(ui.tr("Month")),
                                          std::string(ui.tr("Event")), std::string(ui.tr("Offer"))};
  float end = row.x;
  if (const auto chosen = ui.segmented("transport/step", {row.x, row.middle - 12}, 24, steps,
                                       static_cast<int>(row.app.time.step_size()), false, &end)) {
    row.commands.push([chosen](App& a) { a.time.set_step_size(static_cast<Step>(*chosen)); });
  }
  row.x = end + 8;
}

/// A number that is dragged to the left and right, between its minus and its plus.
void draw_speed(TransportRow& row) {
  constexpr float kDoubles = 30;  ///< pixels of the mouse that double it
  Ui& ui = row.ui;
  const double speed = row.app.time.speed();
  const std::string words = ui.tr("{0} days/s", {lab::number_words(speed, 2)});
  if (ui.icon_button("transport/slower", {row.x, row.middle - 12, 22, 24}, "minus",
                     ButtonStyle::kQuiet)) {
    row.commands.run("time.slower");
  }
  const Rect box{row.x + 24, row.middle - 12,
                 std::max(82.0F, ui.canvas.width(words, Type::kBody) + 12), 24};
  bool released = false;
  if (const auto at = ui.drag("transport/speed", box, &released)) {
    const double doubled = (at->x - Ui::pressed_at().x) / kDoubles;
    row.commands.push([doubled, released](App& a) {
      if (!a.view.speed_from) a.view.speed_from = a.time.speed();
      a.time.set_speed(*a.view.speed_from * std::exp2(doubled));
      if (released) a.view.speed_from.reset();
    });
  }
  const bool held = row.app.view.speed_from.has_value();
  ui.canvas.fill(box, ui.palette.inset, 5);
  ui.canvas.outline(box, held || ui.hovered(box) ? ui.palette.text3 : ui.palette.coast, 1, 5);
  ui.canvas.text(box.centre(), words, Type::kBody, ui.palette.text, Align::kCentre);
  if (ui.hovered(box)) {
    ui.tooltip({std::string(ui.tr("Days of the history in a second; drag to change"))});
  }
  row.x = box.right() + 2;
  if (ui.icon_button("transport/faster", {row.x, row.middle - 12, 22, 24}, "plus",
                     ButtonStyle::kQuiet)) {
    row.commands.run("time.faster");
  }
  row.x += 32;
}

/// The day shown, and beside it a field for another one.
void draw_day(TransportRow& row) {
  Ui& ui = row.ui;
  row.x += ui.canvas.text({row.x, row.middle}, day_words(ui.tr, row.app.day()), Type::kReadout,
                          ui.palette.text) +
           10;
  std::string typed = row.app.view.day_text;
  bool submitted = false;
  const Rect field{row.x, row.middle - 12, 112, 24};
  if (ui.text_field("transport/day", field, typed, ui.tr("go to a date"), &submitted,
                    row.app.view.day_asked)) {
    row.commands.push([typed](App& a) { a.view.day_text = typed; });
  }
  if (row.app.view.day_asked && Ui::typing()) {
    row.commands.push([](App& a) { a.view.day_asked = false; });
  }
  if (submitted && !typed.empty()) row.commands.push([](App& a) { a.go_to_entry(); });
  if (ui.hovered(field) && !Ui::typing()) {
    ui.tooltip({ui.tr("A date such as {0}, a month, or a number such as day 412",
                      {base::to_string(row.app.day())})});
  }
  row.x = field.right() + 10;
}

}  // namespace

void draw_transport(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  const float middle = rect.centre().y;
  const std::vector<std::string> future = {std::string(ui.tr("Future dimmed")),
                                           std::string(ui.tr("Hidden"))};
  float right = rect.right();
  if (const auto chosen = ui.segmented("transport/future", {right - kPadding, middle - 12}, 24,
                                       future, app.view.future_hidden ? 1 : 0, true, &right)) {
    commands.push([chosen](App& a) { a.view.future_hidden = *chosen == 1; });
  }
  right -= 12;
  TransportRow row{ui, app, commands, rect.x + kPadding, middle};
  draw_buttons(row);
  draw_steps(row);
  draw_speed(row);
  draw_day(row);
  const int day = app.day() - app.time.first() + 1, of = app.time.last() - app.time.first() + 1;
  const std::string words =
      ui.tr("day {0} of {1}", {lab::number_words(day, 0), lab::number_words(of, 0)});
  if (row.x + ui.canvas.width(words, Type::kBody) < right) {
    row.x += ui.canvas.text({row.x, middle}, words, Type::kBody, ui.palette.text2) + 16;
  }
  if (app.file()->may_grow()) row.x += draw_live_mark(ui, app, row.x, middle);
  draw_last_event(ui, app, row.x, right, middle);
}

}  // namespace monazite::viz
