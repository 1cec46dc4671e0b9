#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <viz/panels/bars.hpp>
#include <viz/panels/detail/talks_scene.hpp>
#include <viz/panels/talks.hpp>
#include <viz/plot/axes.hpp>

namespace monazite::viz {
namespace {

/// x of a meeting or offer, counted from 0, of `count`.
float slot(const Rect& rect, std::size_t i, std::size_t count) {
  return rect.x + (static_cast<float>(i) + 0.5F) * rect.w /
                      static_cast<float>(std::max<std::size_t>(count, 1));
}

}  // namespace

void draw_win_sets(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  (void)commands;
  const auto scene = scene_of(ui, app);
  Rect inside = ui.panel("win_sets", rect, ui.tr("Win-sets at home"),
                         ui.tr("packages that each home would clear, by meeting"));
  if (!scene || scene->view.win_sets.empty()) {
    ui.empty(inside, ui.tr("No meeting has been held by this day"));
    return;
  }
  inside = inside.inset(kPadding, 8);
  const std::vector<WinSets>& sets = scene->view.win_sets;
  Rect words = inside.cut_bottom(34);
  inside.cut_bottom(18);
  inside.cut_left(40);
  const PlotArea area{inside, {0, 1}, {0, static_cast<double>(sets.back().sample)}};
  draw_y_axis(ui, area, 4);
  std::array<std::vector<Vec>, 3> lines;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const float x = slot(inside, i, sets.size());
    lines[0].push_back({x, area.at(0, sets[i].first).y});
    lines[1].push_back({x, area.at(0, sets[i].second).y});
    lines[2].push_back({x, area.at(0, sets[i].overlap).y});
    const bool room = sets.size() <= 14 || i % (sets.size() / 8) == 0;
    if (room) {
      ui.canvas.text({x, inside.bottom() + 10}, std::to_string(sets[i].meeting), Type::kSmall,
                     ui.palette.text2, Align::kCentre);
    }
  }
  if (lines[2].size() > 1) {
    std::vector<Vec> ground;
    for (const Vec& p : lines[2]) ground.push_back({p.x, inside.bottom()});
    ui.canvas.band(lines[2], ground, ui.palette.in_force().mark.faded(0.35F));
  }
  for (std::size_t side = 0; side < 2; ++side) {
    if (lines[side].size() > 1) {
      ui.canvas.polyline(lines[side], scene->looks[side].tone.mark, 1.6F);
    }
    for (const Vec& p : lines[side]) ui.canvas.mark(scene->looks[side], p, 8);
  }
  for (const Vec& p : lines[2]) {
    ui.canvas.mark(Shape::kCircle, p, 6, ui.palette.in_force().mark);
  }
  const WinSets& last = sets.back();
  std::string sentence = ui.tr(
      "At the last meeting {0} of {1} packages would pass at home in {2}, {3} in {4}, and {5} in "
      "both.",
      {std::to_string(last.first), std::to_string(last.sample), scene->names[0],
       std::to_string(last.second), scene->names[1], std::to_string(last.overlap)});
  std::string who;
  if (!scene->view.first_obstacle.empty()) who += scene->view.first_obstacle;
  if (!scene->view.second_obstacle.empty()) {
    who += (who.empty() ? "" : ", ") + scene->view.second_obstacle;
  }
  if (!who.empty()) sentence += " " + ui.tr("Most in the way: {0}.", {who});
  ui.canvas.paragraph(words, sentence, Type::kSmall, ui.palette.text2);
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
  PlotArea area{inside, {0, 1}, {0, 1}};
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
