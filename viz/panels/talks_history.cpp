#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <viz/panels/bars.hpp>
#include <viz/panels/detail/home_sets.hpp>
#include <viz/panels/detail/plane_labels.hpp>
#include <viz/panels/detail/talks_scene.hpp>
#include <viz/panels/talks.hpp>
#include <viz/plot/axes.hpp>

namespace monazite::viz {
void draw_win_sets(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  (void)commands;
  const auto scene = scene_of(ui, app);
  Rect inside =
      ui.panel("win_sets", rect, ui.tr("Win-sets at home"), ui.tr("packages each would clear"));
  if (!scene || scene->view.win_sets.empty()) {
    ui.empty(inside, ui.tr("No meeting has been held by this day"));
    return;
  }
  inside = inside.inset(kPadding, 8);
  const std::vector<WinSets>& sets = scene->view.win_sets;
  std::string sentence = ui.tr("Of {0} packages.", {std::to_string(sets.back().sample)});
  std::string who;
  if (!scene->view.first_obstacle.empty()) who += scene->view.first_obstacle;
  if (!scene->view.second_obstacle.empty()) {
    who += (who.empty() ? "" : ", ") + scene->view.second_obstacle;
  }
  if (!who.empty()) sentence += " " + ui.tr("Most in the way: {0}.", {who});
  const auto lines = ui.canvas.wrap(sentence, Type::kSmall, inside.w).size();
  const float room = inside.h > 190 ? 3 : 2;
  const float line = Canvas::line_height(Type::kSmall) + 2;
  const Rect words = inside.cut_bottom(line * std::min(room, static_cast<float>(lines)) + 2, 4);
  ui.canvas.paragraph(words, sentence, Type::kSmall, ui.palette.text2, line);
  std::vector<HomeSets> rows;
  rows.reserve(sets.size());
  for (const WinSets& set : sets) {
    rows.push_back({set.meeting, set.sample, set.first, set.second, set.overlap});
  }
  draw_home_sets(ui, inside, rows, scene->looks, scene->names);
}

void draw_concessions(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  (void)commands;
  const auto scene = scene_of(ui, app);
  Rect inside =
      ui.panel("concessions", rect, ui.tr("Concessions"), ui.tr("utility of one's own offers"));
  if (!scene || scene->view.cloud.empty()) {
    ui.empty(inside, ui.tr("No meeting has been held by this day"));
    return;
  }
  inside = inside.inset(kPadding, 8);
  const Rect dates = inside.cut_bottom(18);
  inside.cut_left(34);
  const PlotArea area{inside, {0, 1}, with_margin(0, 1, inside.h)};
  draw_y_axis(ui, area, 4);
  const double from = scene->view.talks->opened.number;
  const double to = std::max(from + 30, static_cast<double>(app.day().number));
  TimeAxis axis{from, to, inside.x, inside.right()};
  for (const TimeTick& tick : time_ticks(axis, 60, ui.tr)) {
    const float x = axis.x(tick.day);
    ui.canvas.line({x, inside.y}, {x, inside.bottom()}, ui.palette.hairline);
    if (!tick.label.empty() && x > inside.x + 8 && x < inside.right() - 8) {
      ui.canvas.text({x, dates.centre().y}, tick.label, Type::kSmall, ui.palette.text2,
                     Align::kCentre);
    }
  }
  ui.canvas.push_clip(inside.inset(-4));
  for (std::size_t side = 0; side < 2; ++side) {
    std::vector<Vec> points;
    for (const TalksMove& move : scene->view.moves) {
      if (move.side != static_cast<int>(side) || !move.point ||
          move.move->kind != Move::Kind::kOffer) {
        continue;
      }
      const Vec point{axis.x(move.move->day),
                      area.at(0, side == 0 ? move.point->first : move.point->second).y};
      if (!points.empty()) points.push_back({point.x, points.back().y});
      points.push_back(point);
    }
    if (points.size() > 1) ui.canvas.polyline(points, scene->looks[side].tone.mark, 1.8F);
    if (!points.empty()) ui.canvas.mark(scene->looks[side], points.back(), 10);
    const auto& reservation =
        side == 0 ? scene->view.first_reservation : scene->view.second_reservation;
    if (reservation && *reservation >= 0 && *reservation <= 1) {
      const float y = area.at(0, *reservation).y;
      ui.canvas.dashed({{inside.x, y}, {inside.right(), y}}, scene->looks[side].tone.mark, 1.2F, 2,
                       3);
    }
  }
  ui.canvas.pop_clip();
}

}  // namespace monazite::viz
