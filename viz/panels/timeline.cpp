#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <viz/model/lanes.hpp>
#include <viz/model/view_cache.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/detail/timeline_parts.hpp>
#include <viz/panels/timeline.hpp>
#include <viz/panels/words.hpp>
#include <viz/plot/axes.hpp>

namespace monazite::viz {
namespace {

constexpr float kTransport = 40, kRuler = 20;
constexpr float kStill = 4;  ///< pixels that a hand moves in a click
constexpr float kVeil = 0.2F, kHiddenVeil = 0.85F;

/// Months in which the flow was withheld or lines stopped, behind everything.
void draw_crises(Ui& ui, const App& app, const Rect& plot, const TimeAxis& axis) {
  for (const Band& crisis : app.file()->views().crises(app.known_until())) {
    const float left = std::max(plot.x, axis.x(crisis.first));
    const float right = std::min(plot.right(), axis.x(crisis.last + 1));
    if (right <= left) continue;
    ui.canvas.fill({left, plot.y, right - left, plot.h},
                   ui.palette.stopped().mark.faded(ui.palette.dark ? 0.13F : 0.07F));
  }
}

/// `now`: where the playhead lies, whose mark takes the place of a label.
void draw_ruler(Ui& ui, const Rect& rect, const TimeAxis& axis, float bottom, float now) {
  for (const TimeTick& tick : time_ticks(axis, 52, ui.tr)) {
    const float x = axis.x(tick.day);
    ui.canvas.line({x, rect.bottom() - 4}, {x, bottom}, ui.palette.hairline);
    const float width = ui.canvas.width(tick.label, Type::kSmallBold);
    if (tick.label.empty() || x + 4 + width > rect.right()) continue;
    if (now > x - 3 && now < x + width + 11) continue;
    ui.canvas.text({x + 4, rect.centre().y}, tick.label,
                   tick.of_a_year ? Type::kSmallBold : Type::kSmall,
                   tick.of_a_year ? ui.palette.text : ui.palette.text2);
  }
}

/// How many messages passed, with its title on the left.
void draw_density(Ui& ui, const App& app, const Rect& row, const TimeAxis& axis) {
  ui.canvas.text_in({row.x, row.y, kLaneTitles - 8, row.h}, ui.tr("Messages"), Type::kSmall,
                    ui.palette.text2);
  const Rect rect{row.x + kLaneTitles, row.y, row.w - kLaneTitles, row.h};
  const auto bins = static_cast<std::size_t>(std::max(0.0F, rect.w / 5));
  if (bins == 0) return;
  const std::vector<std::uint32_t>& counts = app.file()->views().density(
      base::Day{static_cast<int>(axis.from)}, base::Day{static_cast<int>(axis.to) - 1}, bins,
      app.known_until());
  const std::uint32_t most = std::max(1U, *std::max_element(counts.begin(), counts.end()));
  const float width = rect.w / static_cast<float>(bins);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const float height = static_cast<float>(counts[i]) / static_cast<float>(most) * (rect.h - 2);
    ui.canvas.fill(
        {rect.x + width * static_cast<float>(i), rect.bottom() - height, width - 1.5F, height},
        ui.palette.text3);
  }
}

/// Over what comes after the playhead, under the events: what is known by the day is not dimmed,
/// wherever its words reach.
void draw_veil(Ui& ui, const App& app, const Rect& plot, const TimeAxis& axis) {
  const float now = axis.x(app.day());
  if (now >= plot.right()) return;
  const float from = std::max(plot.x, now);
  ui.canvas.fill({from, plot.y, plot.right() - from, plot.h},
                 ui.palette.panel.faded(app.view.future_hidden ? kHiddenVeil : kVeil));
}

/// What is played over and over, as a bar under the calendar.
void draw_loop(Ui& ui, const App& app, const Rect& ruler, const TimeAxis& axis) {
  const TimeControl& time = app.time;
  if (time.loop() == Loop::kOff) return;
  const bool range = time.loop() == Loop::kRange && time.loop_from() && time.loop_to();
  const float from = std::max(ruler.x, axis.x(range ? *time.loop_from() : time.first()));
  const float to = std::min(ruler.right(), axis.x(range ? *time.loop_to() : time.last() + 1));
  if (to <= from) return;
  const Rect bar{from, ruler.bottom() - 3, to - from, 3};
  ui.canvas.fill(bar, ui.palette.text2);
  ui.place("timeline/loop", bar);
}

/// Playhead, loop, hovered day and bookmarks over all rows.
void draw_over(Ui& ui, const App& app, const Rect& plot, const Rect& ruler, const TimeAxis& axis,
               const std::vector<std::pair<float, float>>& crossed) {
  const float now = axis.x(app.day());
  for (const Bookmark& mark : app.bookmarks.all()) {
    const float x = axis.x(mark.day);
    if (mark.until || x < plot.x || x > plot.right()) continue;
    ui.canvas.mark(Shape::kStar, {x, ruler.bottom() - 3}, 9, ui.palette.playhead);
  }
  draw_loop(ui, app, ruler, axis);
  if (app.selection.hovered_day) {
    const float x = axis.x(*app.selection.hovered_day);
    if (x >= plot.x && x <= plot.right()) {
      ui.canvas.line({x, plot.y}, {x, plot.bottom()}, ui.palette.text3, 1);
    }
  }
  if (now < plot.x || now > plot.right()) return;
  float from = ruler.y + 6;
  for (const auto& [top, bottom] : crossed) {
    if (top > from) ui.canvas.line({now, from}, {now, top}, ui.palette.playhead, 2);
    from = std::max(from, bottom);
  }
  ui.canvas.line({now, from}, {now, plot.bottom()}, ui.palette.playhead, 2);
  ui.canvas.mark(Shape::kTriangleDown, {now, ruler.y + 7}, 11, ui.palette.playhead);
}

bool has_ranges(const App& app) {
  const auto& marks = app.bookmarks.all();
  return std::any_of(marks.begin(), marks.end(),
                     [](const Bookmark& mark) { return mark.until.has_value(); });
}

/// Bookmarks of stretches of time as bands; a click on one shows it.
void draw_bookmark_lane(Ui& ui, const App& app, const Rect& rect, const TimeAxis& axis,
                        Commands& commands) {
  const auto& marks = app.bookmarks.all();
  float free_to = rect.right();
  for (std::size_t i = marks.size(); i-- > 0;) {  // from the right, so that labels know their room
    const Bookmark& mark = marks[i];
    if (!mark.until) continue;
    const float from = std::max(rect.x, axis.x(mark.day));
    const float to = std::min(rect.right(), axis.x(*mark.until + 1));
    if (to - from < 0.5F) continue;
    const Rect box{from, rect.y + 1, std::max(3.0F, to - from), rect.h - 3};
    ui.canvas.fill(box, ui.palette.playhead.faded(ui.palette.dark ? 0.2F : 0.16F), 3);
    ui.canvas.outline(box, ui.palette.playhead.faded(0.7F), 1, 3);
    ui.canvas.mark(Shape::kStar, {box.x + 8, box.centre().y}, 8, ui.palette.playhead);
    const float room = std::min(box.right(), free_to) - box.x - 18;
    const float now = axis.x(app.day()), left = box.x + 16;
    const float width = ui.canvas.width(mark.text, Type::kSmall);
    const bool crossed = now > left - 3 && now < left + width + 3;
    if (width <= room && !crossed) {
      ui.canvas.text({left, box.centre().y}, mark.text, Type::kSmall, ui.palette.text);
    }
    free_to = box.x;
    if (ui.hovered(box)) {
      ui.tooltip({mark.text,
                  short_day_words(ui.tr, mark.day) + " – " + short_day_words(ui.tr, *mark.until)});
    }
    if (ui.click("timeline/bookmark/" + std::to_string(i), box)) {
      const base::Day first = mark.day, last = *mark.until;
      commands.push([first, last](App& a) { a.show_range(first, last); });
    }
  }
}

/// The stretch of time that is marked, over all rows.
void draw_marked(Ui& ui, const App& app, const Rect& plot, const Rect& ruler,
                 const TimeAxis& axis) {
  if (!app.view.marked) return;
  const float from = std::max(plot.x, axis.x(app.view.marked->first));
  const float to = std::min(plot.right(), axis.x(app.view.marked->second + 1));
  if (to <= from) return;
  ui.canvas.fill({from, plot.y, to - from, plot.h}, ui.palette.playhead.faded(0.1F));
  ui.canvas.fill({from, ruler.bottom() - 4, to - from, 4}, ui.palette.playhead);
  for (const float x : {from, to}) {
    ui.canvas.line({x, ruler.bottom() - 4}, {x, plot.bottom()}, ui.palette.playhead, 1);
  }
  ui.place("timeline/marked", {from, plot.y, to - from, plot.h});
}

/// Clicking and dragging moves the playhead, with Shift it marks a stretch of time; the wheel
/// zooms. A click on a band selects what it stands for as well.
void take_input(Ui& ui, const App& app, const Rect& plot, const TimeAxis& axis,
                const Entity& under_mouse, Commands& commands) {
  ui.place("timeline/plot", plot);
  bool released = false;
  if (const auto at = ui.drag("timeline/scrub", plot, &released)) {
    const base::Day day = axis.day_at(std::clamp(at->x, plot.x, plot.right()));
    if (Ui::shift_held() || app.view.marking) {
      const base::Day from = axis.day_at(std::clamp(Ui::pressed_at().x, plot.x, plot.right()));
      commands.push([from, day, released](App& a) {
        a.mark(from, day);
        a.view.marking = !released;
      });
    } else {
      commands.push([day](App& a) { a.time.seek(day); });
    }
    const Vec moved = *at - Ui::pressed_at();
    if (released && under_mouse && std::abs(moved.x) + std::abs(moved.y) < kStill) {
      commands.push([under_mouse](App& a) { a.select(under_mouse); });
    }
  }
  if (!ui.hovered(plot)) return;
  const base::Day day = axis.day_at(ui.mouse().x);
  commands.point([day](App& a) { a.selection.hovered_day = day; });
  if (const float notches = ui.wheel(plot); notches != 0) {
    const double factor = notches > 0 ? 0.8 : 1.25;
    commands.push([factor, day](App& a) { a.zoom(factor, day.number); });
  }
}

/// Of events: few in a low panel, where lanes need the room; more where it fills the window.
int rows_of_labels(float height) {
  if (height < 150) return 2;
  return height < 340 ? 3 : std::min(8, 3 + static_cast<int>((height - 300) / 40));
}

}  // namespace

void draw_timeline(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  ui.canvas.fill(rect, ui.palette.panel, 6);
  ui.canvas.outline(rect, ui.palette.hairline, 1, 6);
  ui.place("timeline", rect);
  if (app.replay() == nullptr) return;
  Rect inside = rect;
  draw_transport(ui, app, inside.cut_top(kTransport), commands);
  ui.canvas.line({rect.x, inside.y}, {rect.right(), inside.y}, ui.palette.hairline);
  inside = inside.inset(kPadding, 0);
  inside.cut_bottom(8);
  const Rect ruler{inside.x + kLaneTitles, inside.y, inside.w - kLaneTitles, kRuler};
  if (ruler.w < 40 || inside.h < kRuler) return;  // no room for a calendar
  const auto [from, to] = app.shown_days();
  const TimeAxis axis{from, to, ruler.x, ruler.right()};
  const Rect plot{ruler.x, inside.y + kRuler, ruler.w, inside.h - kRuler};

  draw_crises(ui, app, plot, axis);
  draw_ruler(ui, ruler, axis, plot.bottom(), axis.x(app.day()));
  Rect rows{inside.x, plot.y, inside.w, plot.h};
  const int labels = rows_of_labels(plot.h);
  const Rect event_rows = rows.cut_top(event_rows_height(labels), 3);
  draw_event_title(ui, app, {event_rows.x, event_rows.y, kLaneTitles - 8, event_rows.h}, commands);
  const Rect lowest = rows.cut_bottom(16);
  if (has_ranges(app) && rows.h >= 2 * kLaneHeight) {
    const Rect line = rows.cut_top(kLaneHeight);
    ui.canvas.text_in({line.x, line.y, kLaneTitles - 8, line.h}, ui.tr("Bookmarks"), Type::kSmall,
                      ui.palette.text2);
    draw_bookmark_lane(ui, app, {plot.x, line.y, plot.w, line.h}, axis, commands);
  }
  const Entity under_mouse = draw_lanes(ui, app, rows, axis, commands);
  if (under_mouse) commands.point(under_mouse);
  if (second_future(app) != nullptr) {
    draw_difference_row(ui, app, lowest, axis);
  } else {
    draw_density(ui, app, lowest, axis);
  }
  draw_veil(ui, app, plot, axis);
  if (second_future(app) != nullptr) {
    const Rect under_events{plot.x, event_rows.bottom(), plot.w,
                            plot.bottom() - event_rows.bottom()};
    draw_parting(ui, app, ruler, under_events, axis);
  }
  const auto crossed =
      draw_events(ui, app, {plot.x, event_rows.y, plot.w, event_rows.h}, labels, axis, commands);
  ui.canvas.push_clip({plot.x - 6, ruler.y, plot.w + 12, ruler.h + plot.h});
  draw_marked(ui, app, plot, ruler, axis);
  draw_over(ui, app, plot, ruler, axis, crossed);
  ui.canvas.pop_clip();
  take_input(ui, app, plot, axis, under_mouse, commands);
}

}  // namespace monazite::viz
