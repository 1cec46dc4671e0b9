#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <viz/model/lanes.hpp>
#include <viz/model/view_cache.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/timeline.hpp>
#include <viz/panels/words.hpp>
#include <viz/plot/axes.hpp>

namespace monazite::viz {
namespace {

constexpr float kTransport = 40, kRuler = 20, kEventRow = 15, kLane = 16, kTitles = 126;
constexpr int kEventRows = 3;
constexpr float kMarkRow = 11;  ///< of events whose labels find no room
constexpr float kVeil = 0.5F;

struct BandStyle {
  Tone tone;
  float fill = 0.25F;
  bool hatched = false;
};

BandStyle style_of(const Palette& palette, BandKind kind) {
  switch (kind) {
    case BandKind::kTalks:
      return {palette.japan, 0.26F, false};
    case BandKind::kInForce:
      return {palette.in_force(), 0.24F, false};
    case BandKind::kLimited:
      return {palette.india, 0.3F, false};
    case BandKind::kStopped:
      return {palette.stopped(), 0.26F, true};
    case BandKind::kExcused:
      return {palette.india, 0.2F, false};
    default:
      return {palette.neutral, 0.1F, false};
  }
}

/// What fits under each other in the panel: talks, contract, the selected clause first, policies.
std::vector<const Lane*> chosen_lanes(const App& app, std::size_t room) {
  const std::vector<Lane>& all = app.file()->views().lanes();
  const Entity& selected = app.selection.selected();
  const auto weight = [&](const Lane& lane) {
    if (lane.entity && lane.entity == selected) return 0;
    if (lane.kind == Lane::Kind::kTalks) return 1;
    if (lane.kind == Lane::Kind::kPolicy) return 3;
    const auto clause = static_cast<v1::ClauseStatus::Clause>(lane.entity.number);
    return clause == v1::ClauseStatus::CLAUSE_NDPR || clause == v1::ClauseStatus::CLAUSE_VOLUME ||
                   clause == v1::ClauseStatus::CLAUSE_SUPPLY_CONTRACT
               ? 2
               : 4;
  };
  std::vector<std::pair<int, std::size_t>> order;
  order.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) order.emplace_back(weight(all[i]), i);
  std::sort(order.begin(), order.end());
  if (order.size() > room) order.resize(room);
  // In their own order again, so that a lane does not jump when another is selected.
  std::sort(order.begin(), order.end(),
            [](const auto& a, const auto& b) { return a.second < b.second; });
  std::vector<const Lane*> chosen;
  chosen.reserve(order.size());
  for (const auto& [rank, i] : order) chosen.push_back(&all[i]);
  return chosen;
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

/// Marks of the events with labels in the first of three rows that is free; else marks alone in a
/// row of their own.
/// Returns the rows (top, bottom) whose label the playhead would cross.
std::vector<std::pair<float, float>> draw_events(Ui& ui, const App& app, const Rect& rect,
                                                 const TimeAxis& axis, Commands& commands) {
  std::vector<std::pair<float, float>> crossed;
  const float now = axis.x(app.day());
  const std::vector<Event>& events = app.replay()->events();
  std::array<float, kEventRows> free_from{};
  free_from.fill(rect.x - 20);
  for (std::size_t i = 0; i < events.size(); ++i) {
    const Event& event = events[i];
    const bool future = event.day > app.day();
    if (app.view.hidden_kinds.count(event.kind) != 0 || (future && app.view.future_hidden))
      continue;
    const float x = axis.x(event.day);
    if (x < rect.x || x > rect.right()) continue;
    const float width = ui.canvas.width(event.label, Type::kSmall) + 20;
    std::size_t row = 0;
    while (row < free_from.size() && free_from[row] > x - 6) ++row;
    const bool labelled = row < free_from.size() && x + width < rect.right();
    const Vec at{x, labelled ? rect.y + kEventRow * (static_cast<float>(row) + 0.5F)
                             : rect.y + kEventRow * kEventRows + kMarkRow / 2};
    const Look look = event_look(ui.palette, *app.replay(), event);
    const Rect box{x - 6, at.y - kEventRow / 2, labelled ? width : 12, kEventRow};
    ui.canvas.mark(look.shape, at, labelled ? 9.0F : 7.0F,
                   future ? look.tone.mark.faded(0.6F) : look.tone.mark, look.hollow);
    if (labelled) {
      ui.canvas.text({x + 9, at.y}, event.label, Type::kSmall,
                     future ? ui.palette.text3 : ui.palette.text);
      free_from[row] = x + width;
      if (now > x + 5 && now < x + width) crossed.emplace_back(box.y, box.bottom());
    }
    if (app.selection.is(Entity::Kind::kEvent, i)) ui.canvas.ring(at, 8, ui.palette.text, 1.5F);
    if (ui.hovered(box)) {
      ui.tooltip({short_day_words(ui.tr, event.day), event.text, event.why,
                  event.source.empty() ? std::string(ui.tr("simulated")) : event.source});
    }
    if (ui.click("timeline/event/" + std::to_string(i), box)) {
      const base::Day day = event.day;
      commands.push([day, i](App& a) {
        a.time.seek(day);
        a.select({Entity::Kind::kEvent, i});
        a.view.book = BookTab::kDetail;
      });
    }
  }
  std::sort(crossed.begin(), crossed.end());
  return crossed;
}

void draw_lane(Ui& ui, const App& app, const Lane& lane, const Rect& rect, const TimeAxis& axis) {
  const float now = axis.x(app.day());
  for (const Band& band : lane.bands) {
    const float from = std::max(rect.x, axis.x(band.first));
    const float to = std::min(rect.right(), axis.x(band.last + 1));
    if (to - from < 0.5F || (app.view.future_hidden && from > now)) continue;
    const BandStyle style = style_of(ui.palette, band.kind);
    const Rect box{from, rect.y + 1, to - from, rect.h - 3};
    ui.canvas.fill(box, style.tone.mark.faded(style.fill), 3);
    if (style.hatched) ui.canvas.hatch(box, style.tone.mark.faded(0.35F), 6, 1);
    ui.canvas.fill({from, box.y, 2.5F, box.h}, style.tone.mark, 1);
    // The label slides to the side of the playhead that has room for it.
    const float width = ui.canvas.width(band.label, Type::kSmall);
    float left = from + 7;
    float right = to - 2;
    if (now > left - 4 && now < left + width + 4) {
      if (right - now > width + 10) {
        left = now + 7;
      } else {
        right = std::min(right, now - 3);
      }
    }
    if (right - left >= width) {
      ui.canvas.text({left, box.centre().y}, band.label, Type::kSmall,
                     band.kind == BandKind::kQuiet ? ui.palette.text2 : ui.palette.text);
    }
  }
}

void draw_density(Ui& ui, const App& app, const Rect& rect, const TimeAxis& axis) {
  const auto bins = static_cast<std::size_t>(std::max(0.0F, rect.w / 5));
  if (bins == 0) return;
  const std::vector<std::uint32_t>& counts = app.file()->views().density(
      base::Day{static_cast<int>(axis.from)}, base::Day{static_cast<int>(axis.to) - 1}, bins);
  const std::uint32_t most = std::max(1U, *std::max_element(counts.begin(), counts.end()));
  const float width = rect.w / static_cast<float>(bins);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const float height = static_cast<float>(counts[i]) / static_cast<float>(most) * (rect.h - 2);
    ui.canvas.fill(
        {rect.x + width * static_cast<float>(i), rect.bottom() - height, width - 1.5F, height},
        ui.palette.text3);
  }
}

/// Playhead, loop, hovered day and bookmarks over all rows; the future under a veil.
void draw_over(Ui& ui, const App& app, const Rect& plot, const Rect& ruler, const TimeAxis& axis,
               const std::vector<std::pair<float, float>>& crossed) {
  const float now = axis.x(app.day());
  if (now < plot.right()) {
    const float from = std::max(plot.x, now);
    ui.canvas.fill({from, plot.y, plot.right() - from, plot.h},
                   ui.palette.panel.faded(app.view.future_hidden ? 0.85F : kVeil * 0.4F));
  }
  for (const Bookmark& mark : app.bookmarks.all()) {
    const float x = axis.x(mark.day);
    if (mark.until || x < plot.x || x > plot.right()) continue;
    ui.canvas.mark(Shape::kStar, {x, ruler.bottom() - 3}, 9, ui.palette.playhead);
  }
  if (app.time.loop() == Loop::kRange && app.time.loop_from() && app.time.loop_to()) {
    const float from = std::max(plot.x, axis.x(*app.time.loop_from()));
    const float to = std::min(plot.right(), axis.x(*app.time.loop_to()));
    if (to > from) ui.canvas.fill({from, ruler.bottom() - 3, to - from, 3}, ui.palette.text2);
  }
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
/// zooms.
void take_input(Ui& ui, const App& app, const Rect& plot, const TimeAxis& axis,
                Commands& commands) {
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
  }
  if (!ui.hovered(plot)) return;
  const base::Day day = axis.day_at(ui.mouse().x);
  commands.point([day](App& a) { a.selection.hovered_day = day; });
  if (const float notches = ui.wheel(plot); notches != 0) {
    const double factor = notches > 0 ? 0.8 : 1.25;
    commands.push([factor, day](App& a) { a.zoom(factor, day.number); });
  }
}

}  // namespace

Look event_look(const Palette& palette, const Replay& replay, const Event& event) {
  switch (event.kind) {
    case EventKind::kPolicy:
      return event.who != 0 ? look_of(palette, replay, event.who)
                            : Look{palette.china, Shape::kSquare, false};
    case EventKind::kCrisis:
      return {palette.india, Shape::kCircle, false};
    case EventKind::kTalks:
      return {palette.japan, Shape::kTriangle, false};
    case EventKind::kAgreement:
      return {palette.in_force(), Shape::kStar, false};
    case EventKind::kBreach:
      return {palette.stopped(), Shape::kTriangleDown, false};
    case EventKind::kMarket:
      return {palette.makers, Shape::kDiamond, false};
    default:
      return {palette.neutral, Shape::kDiamond, true};
  }
}

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
  const Rect ruler{inside.x + kTitles, inside.y, inside.w - kTitles, kRuler};
  if (ruler.w < 40 || inside.h < kRuler) return;  // no room for a calendar
  const auto [from, to] = app.shown_days();
  const TimeAxis axis{from, to, ruler.x, ruler.right()};
  const Rect plot{ruler.x, inside.y + kRuler, ruler.w, inside.h - kRuler};

  for (const Band& crisis : app.file()->views().crises()) {
    const float left = std::max(plot.x, axis.x(crisis.first));
    const float right = std::min(plot.right(), axis.x(crisis.last + 1));
    if (right > left && !(app.view.future_hidden && crisis.first > app.day())) {
      ui.canvas.fill({left, plot.y, right - left, plot.h},
                     ui.palette.stopped().mark.faded(ui.palette.dark ? 0.13F : 0.07F));
    }
  }
  draw_ruler(ui, ruler, axis, plot.bottom(), axis.x(app.day()));
  Rect rows{inside.x, plot.y, inside.w, plot.h};
  const Rect event_rows = rows.cut_top(kEventRow * kEventRows + kMarkRow, 3);
  ui.canvas.text_in({event_rows.x, event_rows.y, kTitles - 8, kEventRow}, ui.tr("Events"),
                    Type::kSmall, ui.palette.text2);
  const Rect density = rows.cut_bottom(18);
  ui.canvas.text_in({density.x, density.y, kTitles - 8, density.h}, ui.tr("Messages"), Type::kSmall,
                    ui.palette.text2);
  // Under the events, so that these take the clicks on themselves first.
  const auto crossed =
      draw_events(ui, app, {plot.x, event_rows.y, plot.w, event_rows.h}, axis, commands);
  if (has_ranges(app) && rows.h >= 2 * kLane) {
    const Rect line = rows.cut_top(kLane);
    ui.canvas.text_in({line.x, line.y, kTitles - 8, line.h}, ui.tr("Bookmarks"), Type::kSmall,
                      ui.palette.text2);
    draw_bookmark_lane(ui, app, {plot.x, line.y, plot.w, line.h}, axis, commands);
  }
  const auto room = static_cast<std::size_t>(std::max(0.0F, rows.h / kLane));
  for (const Lane* chosen : chosen_lanes(app, room)) {
    const Lane& lane = *chosen;
    const Rect line = rows.cut_top(kLane);
    const Rect title{line.x, line.y, kTitles - 8, line.h};
    const bool selected = lane.entity && lane.entity == app.selection.selected();
    ui.canvas.text_in(title, ui.tr(lane.title), selected ? Type::kSmallBold : Type::kSmall,
                      selected ? ui.palette.text : ui.palette.text2);
    if (lane.entity && ui.click("timeline/lane/" + lane.title, title)) {
      const Entity entity = lane.entity;
      commands.push([entity](App& a) { a.select(entity); });
    }
    draw_lane(ui, app, lane, {plot.x, line.y, plot.w, line.h}, axis);
  }
  draw_density(ui, app, {plot.x, density.y, plot.w, density.h}, axis);
  ui.canvas.push_clip({plot.x - 6, ruler.y, plot.w + 12, ruler.h + plot.h});
  draw_marked(ui, app, plot, ruler, axis);
  draw_over(ui, app, plot, ruler, axis, crossed);
  ui.canvas.pop_clip();
  take_input(ui, app, plot, axis, commands);
}

}  // namespace monazite::viz
