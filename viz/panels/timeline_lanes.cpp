#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <viz/model/lanes.hpp>
#include <viz/model/view_cache.hpp>
#include <viz/panels/detail/timeline_parts.hpp>
#include <viz/panels/words.hpp>

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

/// All lanes, what matters first: talks, the volume, China's policies, and what is left of clauses
/// and policies. Where futures are compared, which takes twice the room, allocations come later.
std::vector<const Lane*> ordered_lanes(const std::vector<Lane>& all, bool compared) {
  const auto rank = [compared](const Lane* lane) {
    if (lane->kind == Lane::Kind::kTalks) return compared && lane->title == "Allocation" ? 3 : 0;
    if (lane->kind == Lane::Kind::kPolicy) return lane->title.rfind("China", 0) == 0 ? 2 : 4;
    const auto clause = static_cast<v1::ClauseStatus::Clause>(lane->entity.number);
    return clause == v1::ClauseStatus::CLAUSE_VOLUME ? 1
           : clause == v1::ClauseStatus::CLAUSE_NDPR ? 3
                                                     : 5;
  };
  std::vector<const Lane*> lanes;
  lanes.reserve(all.size());
  for (const Lane& lane : all) lanes.push_back(&lane);
  std::stable_sort(lanes.begin(), lanes.end(),
                   [&](const Lane* a, const Lane* b) { return rank(a) < rank(b); });
  return lanes;
}

/// A line of the panel: a lane, of both futures or of one.
struct LaneRow {
  const Lane* lane = nullptr;
  enum class Of : std::uint8_t { kBoth, kA, kB } of = Of::kBoth;
  bool titled = true;
};

bool same_bands(const Lane& a, const Lane& b) {
  return std::equal(a.bands.begin(), a.bands.end(), b.bands.begin(), b.bands.end(),
                    [](const Band& one, const Band& other) {
                      return one.first == other.first && one.last == other.last &&
                             one.kind == other.kind && one.label == other.label &&
                             one.ended == other.ended;
                    });
}

/// The lanes of A, each followed by B's of that title where it is another; then those of B alone.
std::vector<LaneRow> lane_rows(const std::vector<Lane>& of_a, const std::vector<Lane>* of_b) {
  std::vector<LaneRow> rows;
  const auto in = [](const std::vector<Lane>& lanes, const std::string& title) -> const Lane* {
    const auto found = std::find_if(lanes.begin(), lanes.end(),
                                    [&](const Lane& lane) { return lane.title == title; });
    return found == lanes.end() ? nullptr : &*found;
  };
  for (const Lane* lane : ordered_lanes(of_a, of_b != nullptr)) {
    const Lane* other = of_b != nullptr ? in(*of_b, lane->title) : lane;
    const bool same = other != nullptr && same_bands(*lane, *other);
    rows.push_back({lane, same ? LaneRow::Of::kBoth : LaneRow::Of::kA, true});
    if (!same && other != nullptr) rows.push_back({other, LaneRow::Of::kB, false});
  }
  if (of_b == nullptr) return rows;
  for (const Lane* lane : ordered_lanes(*of_b, true)) {
    if (in(of_a, lane->title) == nullptr) rows.push_back({lane, LaneRow::Of::kB, true});
  }
  return rows;
}

/// What it is, from when to when as far as one knows, and how it ended.
void draw_band_tooltip(Ui& ui, const Lane& lane, const Band& band) {
  const std::string from = short_day_words(ui.tr, band.first);
  ui.tooltip({std::string(ui.tr(lane.title)),
              band.label + (band.ended.empty() ? "" : ", " + band.ended),
              band.goes_on ? ui.tr("since {0}", {from})
                           : from + " – " + short_day_words(ui.tr, band.last)});
}

/// Whether a lane is about what is selected.
bool is_about(const Lane& lane, const Entity& entity) {
  if (!entity) return false;
  return lane.entity == entity ||
         std::any_of(lane.bands.begin(), lane.bands.end(),
                     [&](const Band& band) { return band.entity == entity; });
}

/// Once for each selection, so that one can scroll away from it.
void scroll_to_selected(Ui& ui, const App& app, const std::vector<LaneRow>& rows, float height,
                        Commands& commands) {
  const Entity selected = app.selection.selected();
  if (app.view.lane_shown == selected) return;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].of == LaneRow::Of::kB || !is_about(*rows[i].lane, selected)) continue;
    const float top = height * static_cast<float>(i);
    ui.scroll_to("timeline/lanes", top, top + height);
    break;
  }
  commands.point([selected](App& a) { a.view.lane_shown = selected; });
}

/// Returns what the band under the mouse stands for; what B's do is not in the open recording.
Entity draw_lane(Ui& ui, const App& app, const LaneRow& row, const Rect& rect,
                 const TimeAxis& axis) {
  const Lane& lane = *row.lane;
  const bool of_b = row.of == LaneRow::Of::kB;
  Entity under_mouse;
  const float now = axis.x(app.day());
  for (const Band& band : lane.bands) {
    const float from = std::max(axis.left, axis.x(band.first));
    const float to = std::min(axis.right, axis.x(band.last + 1));
    if (to - from < 0.5F) continue;
    const BandStyle style = style_of(ui.palette, band.kind);
    const Rect box{from, rect.y + 1, to - from, rect.h - 3};
    ui.place((of_b ? "timeline/band B/" : "timeline/band/") + lane.title + "/" +
                 base::to_string(band.first),
             box);
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
    if (right - left >= width && band.label != "–") {
      ui.canvas.text({left, box.centre().y}, band.label, Type::kSmall,
                     band.kind == BandKind::kQuiet ? ui.palette.text2 : ui.palette.text);
    }
    if (!of_b && band.entity && app.selection.marks(band.entity.kind, band.entity.number)) {
      ui.canvas.outline(box, ui.palette.text2, 1, 3);
    }
    if (ui.hovered(box)) {
      draw_band_tooltip(ui, lane, band);
      if (!of_b) under_mouse = band.entity;
    }
  }
  return under_mouse;
}

/// The name of a lane, which selects what it is of, and which future it is of.
void draw_lane_title(Ui& ui, const App& app, const LaneRow& row, Rect rect, Commands& commands) {
  const Lane& lane = *row.lane;
  if (row.of != LaneRow::Of::kBoth) {
    const bool a = row.of == LaneRow::Of::kA;
    ui.canvas.text_in(rect.cut_right(12, 2), a ? "A" : "B", Type::kSmallBold,
                      (a ? ui.palette.a() : ui.palette.b()).word);
  }
  if (!row.titled) return;
  const bool selected = row.of != LaneRow::Of::kB && is_about(lane, app.selection.selected());
  ui.canvas.text_in(rect, ui.tr(lane.title), selected ? Type::kSmallBold : Type::kSmall,
                    selected ? ui.palette.text : ui.palette.text2);
  ui.place("timeline/lane/" + lane.title, rect);
  if (row.of != LaneRow::Of::kB && lane.entity && ui.click("timeline/lane/" + lane.title, rect)) {
    const Entity entity = lane.entity;
    commands.push([entity](App& a) { a.select(entity); });
  }
}

}  // namespace

Entity draw_lanes(Ui& ui, const App& app, const Rect& rows, const TimeAxis& axis,
                  Commands& commands) {
  constexpr float kTallest = 24, kLaneBar = 10;
  RecordingFile* const b = second_future(app);
  const std::vector<LaneRow> lanes =
      lane_rows(app.file()->views().lanes(app.known_until()),
                b != nullptr ? &b->views().lanes(app.known_until()) : nullptr);
  if (lanes.empty() || rows.h < kLaneHeight) return {};
  const auto count = static_cast<float>(lanes.size());
  const float height = std::clamp(std::floor(rows.h / count), kLaneHeight, kTallest);
  // Whole lanes only: what is cut cannot be read.
  const float seen = std::floor(rows.h / height) * height;
  // The wheel zooms over the calendar, so it scrolls over the titles; the bar lies in the margin.
  const Rect titles{rows.x, rows.y, kLaneTitles, seen};
  scroll_to_selected(ui, app, lanes, height, commands);
  Rect content = ui.scroll_begin("timeline/lanes", {rows.x, rows.y, rows.w + kLaneBar, seen},
                                 height * count, false, &titles);
  Entity under_mouse;
  for (const LaneRow& lane : lanes) {
    const Rect line = content.cut_top(height);
    draw_lane_title(ui, app, lane, {line.x, line.y, kLaneTitles - 8, line.h}, commands);
    const Entity found = draw_lane(ui, app, lane, line, axis);
    if (found) under_mouse = found;
  }
  ui.scroll_end();
  return under_mouse;
}

}  // namespace monazite::viz
