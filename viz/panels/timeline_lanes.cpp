#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <viz/model/lanes.hpp>
#include <viz/model/view_cache.hpp>
#include <viz/panels/detail/timeline_parts.hpp>

namespace monazite::viz {
namespace {

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
  const std::vector<Lane>& all = app.file()->views().lanes(app.known_until());
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

void draw_lane(Ui& ui, const App& app, const Lane& lane, const Rect& rect, const TimeAxis& axis) {
  const float now = axis.x(app.day());
  for (const Band& band : lane.bands) {
    const float from = std::max(rect.x, axis.x(band.first));
    const float to = std::min(rect.right(), axis.x(band.last + 1));
    if (to - from < 0.5F) continue;
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

}  // namespace

void draw_lanes(Ui& ui, const App& app, Rect rows, const TimeAxis& axis, Commands& commands) {
  const auto room = static_cast<std::size_t>(std::max(0.0F, rows.h / kLaneHeight));
  for (const Lane* chosen : chosen_lanes(app, room)) {
    const Lane& lane = *chosen;
    const Rect line = rows.cut_top(kLaneHeight);
    const Rect title{line.x, line.y, kLaneTitles - 8, line.h};
    const bool selected = lane.entity && lane.entity == app.selection.selected();
    ui.canvas.text_in(title, ui.tr(lane.title), selected ? Type::kSmallBold : Type::kSmall,
                      selected ? ui.palette.text : ui.palette.text2);
    if (lane.entity && ui.click("timeline/lane/" + lane.title, title)) {
      const Entity entity = lane.entity;
      commands.push([entity](App& a) { a.select(entity); });
    }
    draw_lane(ui, app, lane, {axis.left, line.y, axis.right - axis.left, line.h}, axis);
  }
}

}  // namespace monazite::viz
