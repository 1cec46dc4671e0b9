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
  const std::string words =
      last->label + ", " +
      (days == 0 ? std::string(ui.tr("today")) : ui.tr("{0} days ago", {std::to_string(days)}));
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

}  // namespace

void draw_transport(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  const float middle = rect.centre().y;
  float x = rect.x + kPadding;
  const auto icon = [&](const char* id, const char* drawing, float width, ButtonStyle style,
                        const char* command) {
    if (ui.icon_button(id, {x, middle - 14, width, 28}, drawing, style)) commands.run(command);
    x += width + 4;
  };
  icon("transport/start", "start", 28, ButtonStyle::kPlain, "time.start");
  icon("transport/back", "back", 28, ButtonStyle::kPlain,
       step_command(app.time.step_size(), false));
  icon("transport/play", app.time.playing() ? "pause" : "play", 44, ButtonStyle::kPrimary,
       "time.play");
  icon("transport/on", "forward", 28, ButtonStyle::kPlain,
       step_command(app.time.step_size(), true));
  icon("transport/end", "end", 28, ButtonStyle::kPlain, "time.follow");
  x += 8;
  const std::vector<std::string> steps = {std::string(ui.tr("Day")), std::string(ui.tr("Month")),
                                          std::string(ui.tr("Event")), std::string(ui.tr("Offer"))};
  float end = x;
  if (const auto chosen = ui.segmented("transport/step", {x, middle - 12}, 24, steps,
                                       static_cast<int>(app.time.step_size()), false, &end)) {
    commands.push([chosen](App& a) { a.time.set_step_size(static_cast<Step>(*chosen)); });
  }
  x = end + 10;
  const std::string speed = ui.tr("{0} days/s", {lab::number_words(app.time.speed(), 2)});
  const Rect slower{x, middle - 12, 22, 24};
  const float speed_width = std::max(76.0F, ui.canvas.width(speed, Type::kBody) + 10);
  if (ui.icon_button("transport/slower", slower, "minus", ButtonStyle::kQuiet)) {
    commands.run("time.slower");
  }
  ui.canvas.text({x + 24 + speed_width / 2, middle}, speed, Type::kBody, ui.palette.text2,
                 Align::kCentre);
  x += 26 + speed_width;
  if (ui.icon_button("transport/faster", {x, middle - 12, 22, 24}, "plus", ButtonStyle::kQuiet)) {
    commands.run("time.faster");
  }
  x += 34;
  x += ui.canvas.text({x, middle}, day_words(ui.tr, app.day()), Type::kReadout, ui.palette.text) +
       14;
  const int day = app.day() - app.time.first() + 1, of = app.time.last() - app.time.first() + 1;
  x +=
      ui.canvas.text({x, middle},
                     ui.tr("day {0} of {1}", {lab::number_words(day, 0), lab::number_words(of, 0)}),
                     Type::kBody, ui.palette.text2) +
      16;
  if (app.file()->may_grow()) x += draw_live_mark(ui, app, x, middle);
  const std::vector<std::string> future = {std::string(ui.tr("Future dimmed")),
                                           std::string(ui.tr("Hidden"))};
  float future_left = rect.right();
  if (const auto chosen =
          ui.segmented("transport/future", {rect.right() - kPadding, middle - 12}, 24, future,
                       app.view.future_hidden ? 1 : 0, true, &future_left)) {
    commands.push([chosen](App& a) { a.view.future_hidden = *chosen == 1; });
  }
  draw_last_event(ui, app, x, future_left - 12, middle);
}

}  // namespace monazite::viz
