#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <viz/panels/detail/timeline_parts.hpp>
#include <viz/panels/overlays.hpp>
#include <viz/panels/timeline.hpp>
#include <viz/panels/words.hpp>

namespace monazite::viz {
namespace {

constexpr float kMarkRow = 11;  ///< of events whose labels find no room
constexpr std::array<const char*, kEventKinds> kKindNames = {
    "Policy", "Crisis", "Talks", "Agreement", "Breach", "Market", "Press"};

std::string_view kind_name(const Ui& ui, EventKind kind) {
  return ui.tr(kKindNames[static_cast<std::size_t>(kind)]);
}

Look kind_look(const Palette& palette, EventKind kind) {
  switch (kind) {
    case EventKind::kPolicy:
      return {palette.china, Shape::kSquare, false};
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

void show_or_hide(Commands& commands, EventKind kind) {
  commands.push([kind](App& a) {
    if (a.view.hidden_kinds.erase(kind) == 0) a.view.hidden_kinds.insert(kind);
  });
}

/// The mark of a kind; an empty shell while its events are left out.
void draw_kind_mark(Ui& ui, EventKind kind, bool shown, Vec at) {
  const Look look = kind_look(ui.palette, kind);
  if (shown) {
    ui.canvas.mark(look, at, 9);
  } else {
    ui.canvas.mark(look.shape, at, 8, ui.palette.text3.faded(0.6F), true);
    ui.canvas.line(at + Vec{-5, 5}, at + Vec{5, -5}, ui.palette.text3, 1);
  }
}

}  // namespace

float event_rows_height(int rows) {
  return kEventRow * static_cast<float>(rows) + kMarkRow;
}

std::vector<std::pair<float, float>> draw_events(Ui& ui, const App& app, const Rect& rect, int rows,
                                                 const TimeAxis& axis, Commands& commands) {
  std::vector<std::pair<float, float>> crossed;
  const float now = axis.x(app.day());
  const std::vector<Event>& events = app.replay()->events();
  std::vector<float> free_from(static_cast<std::size_t>(rows), rect.x - 20);
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
                             : rect.bottom() - kMarkRow / 2};
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
    if (app.selection.marks(Entity::Kind::kEvent, i)) ui.canvas.ring(at, 8, ui.palette.text, 1.5F);
    if (ui.hovered(box)) {
      commands.point(Entity{Entity::Kind::kEvent, i});
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

void draw_event_title(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  const Rect title{rect.x, rect.y, rect.w, kEventRow};
  const float wide = ui.canvas.text_in(title, ui.tr("Events"), Type::kSmall, ui.palette.text2);
  const Rect opener{title.x, title.y, wide + 20, title.h};
  if (ui.click("timeline/kinds", opener)) commands.run("view.event_kinds");
  const Vec arrow{title.x + wide + 10, title.centre().y};
  const Color color = ui.hovered(opener) ? ui.palette.text : ui.palette.text3;
  ui.canvas.polyline({arrow + Vec{-3, -2}, arrow + Vec{0, 2}, arrow + Vec{3, -2}}, color, 1.4F);
  const float step = rect.w / kEventKinds;
  for (int i = 0; i < kEventKinds; ++i) {
    const auto kind = static_cast<EventKind>(i);
    const bool shown = app.view.hidden_kinds.count(kind) == 0;
    const Rect place{rect.x + step * static_cast<float>(i), title.bottom(), step, kEventRow};
    draw_kind_mark(ui, kind, shown, {place.x + 6, place.centre().y});
    if (ui.hovered(place)) {
      const std::string name(kind_name(ui, kind));
      ui.tooltip({shown ? ui.tr("{0}: click to hide", {name})
                        : ui.tr("{0}: hidden, click to show", {name})});
    }
    if (ui.click("timeline/kind/" + std::to_string(i), place)) show_or_hide(commands, kind);
  }
  const std::size_t hidden = app.view.hidden_kinds.size();
  if (hidden == 0) return;
  const Rect note{rect.x, title.bottom() + kEventRow, rect.w, kMarkRow + 4};
  ui.canvas.text_in(note,
                    hidden == 1 ? std::string(ui.tr("1 kind hidden, show"))
                                : ui.tr("{0} kinds hidden, show", {std::to_string(hidden)}),
                    Type::kSmall, ui.palette.text);
  if (ui.click("timeline/kinds/show", note))
    commands.push([](App& a) { a.view.hidden_kinds.clear(); });
}

void draw_event_kinds(Ui& ui, const App& app, const Rect& window, Commands& commands) {
  constexpr float kRow = 28, kWide = 230;
  const std::vector<Event>& events = app.replay()->events();
  Rect inside = begin_dialog(ui, window, {kWide, 62 + kRow * (kEventKinds + 1) + 8},
                             ui.tr("Kinds of events"));
  for (int i = 0; i < kEventKinds; ++i) {
    const auto kind = static_cast<EventKind>(i);
    const bool shown = app.view.hidden_kinds.count(kind) == 0;
    Rect row = inside.cut_top(kRow);
    const auto count = std::count_if(events.begin(), events.end(), [&](const Event& event) {
      return event.kind == kind && (!app.known_until() || event.day <= *app.known_until());
    });
    ui.canvas.text({row.right(), row.centre().y}, std::to_string(count), Type::kBody,
                   ui.palette.text2, Align::kRight);
    row.cut_right(40);
    draw_kind_mark(ui, kind, shown, {row.x + 6, row.centre().y});
    row.cut_left(20);
    if (ui.checkbox("kinds/" + std::to_string(i), row, kind_name(ui, kind), shown)) {
      show_or_hide(commands, kind);
    }
  }
  inside.cut_top(8);
  if (ui.button("kinds/all", inside.cut_top(kRow), ui.tr("Show events of all kinds"),
                ButtonStyle::kPlain, !app.view.hidden_kinds.empty())) {
    commands.push([](App& a) { a.view.hidden_kinds.clear(); });
  }
}

Look event_look(const Palette& palette, const Replay& replay, const Event& event) {
  if (event.kind == EventKind::kPolicy && event.who != 0) {
    return look_of(palette, replay, event.who);
  }
  return kind_look(palette, event.kind);
}

}  // namespace monazite::viz
