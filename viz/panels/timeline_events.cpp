#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <viz/panels/detail/timeline_parts.hpp>
#include <viz/panels/timeline.hpp>
#include <viz/panels/words.hpp>

namespace monazite::viz {
namespace {

constexpr float kMarkRow = 11;  ///< of events whose labels find no room

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

}  // namespace monazite::viz
