#include <algorithm>
#include <string>
#include <vector>

#include <viz/model/seat/seat_words.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/debrief.hpp>
#include <viz/panels/detail/home_sets.hpp>
#include <viz/panels/detail/plane_labels.hpp>
#include <viz/plot/axes.hpp>

namespace monazite::viz {

using game::ConcessionPoint;
using game::Debrief;
using game::two;

namespace {

/// Steps: what one asked for stands until the next offer.
std::vector<Vec> steps_of(const std::vector<ConcessionPoint>& points, const PlotArea& area) {
  std::vector<Vec> line;
  for (const ConcessionPoint& p : points) {
    const Vec point = area.at(p.meeting, p.utility);
    if (!line.empty()) line.push_back({point.x, line.back().y});
    line.push_back(point);
  }
  return line;
}

PlotArea curves_area(const Debrief& debrief, const Rect& rect) {
  std::uint32_t last = 1;
  double lowest = std::min({0.0, debrief.my_reservation, debrief.their_reservation}), highest = 1;
  for (const auto* curve : {&debrief.my_curve, &debrief.their_curve, &debrief.machine.curve}) {
    for (const ConcessionPoint& p : *curve) {
      last = std::max(last, p.meeting);
      lowest = std::min(lowest, p.utility);
      highest = std::max(highest, p.utility);
    }
  }
  return {rect, {0.5, last + 0.5}, with_margin(lowest, highest, rect.h)};
}

void draw_curves_legend(Ui& ui, const SeatLooks& looks, const Rect& rect) {
  float x = rect.x;
  const float y = rect.centre().y;
  const auto entry = [&](const std::string& words, float sign, auto&& draw) {
    const float width = sign + 5 + ui.canvas.width(words, Type::kSmall);
    if (x + width > rect.right()) return;
    draw(x);
    ui.canvas.text({x + sign + 5, y}, words, Type::kSmall, ui.palette.text2);
    x += width + 12;
  };
  entry(std::string(ui.tr("you")), 10, [&](float at) {
    ui.canvas.mark(looks.mine, {at + 5, y}, 9);
  });
  entry(looks.their_name, 10, [&](float at) { ui.canvas.mark(looks.theirs, {at + 5, y}, 9); });
  entry(std::string(ui.tr("machine in your seat")), 20, [&](float at) {
    ui.canvas.dashed({{at, y}, {at + 20, y}}, looks.mine.tone.mark, 1.4F);
  });
  entry(std::string(ui.tr("no deal")), 20, [&](float at) {
    ui.canvas.dashed({{at, y}, {at + 20, y}}, ui.palette.text2, 1.2F, 2, 3);
  });
}

/// How much one gave at one's largest step, beside it.
void label_step(Ui& ui, const Debrief& debrief, const SeatLooks& looks, const PlotArea& area) {
  if (!debrief.my_largest_step) return;
  PlaneLabels labels(ui, "curves", area.rect);
  for (const auto* curve : {&debrief.my_curve, &debrief.their_curve}) {
    const std::vector<Vec> line = steps_of(*curve, area);
    labels.line(line);
    for (const Vec& p : line) labels.mark(p, 8);
  }
  labels.line(steps_of(debrief.machine.curve, area));
  for (const ConcessionPoint& p : debrief.my_curve) {
    if (p.meeting != debrief.my_largest_step->meeting) continue;
    labels.point(area.at(p.meeting, p.utility + debrief.my_largest_step->utility / 2),
                 ui.tr("you gave {0} at once", {two(debrief.my_largest_step->utility)}),
                 looks.mine.tone.word);
  }
  labels.draw();
}

void draw_curve(Ui& ui, const std::vector<ConcessionPoint>& points, const Look& look,
                const PlotArea& area) {
  const std::vector<Vec> line = steps_of(points, area);
  if (line.size() > 1) ui.canvas.polyline(line, look.tone.mark, 2);
  for (const ConcessionPoint& p : points) ui.canvas.mark(look, area.at(p.meeting, p.utility), 8);
}

}  // namespace

void draw_debrief_curves(Ui& ui, const Debrief& debrief, const SeatLooks& looks, const Rect& rect) {
  Rect inside = ui.panel("debrief_curves", rect, ui.tr("Concession curves"),
                         ui.tr("utility of one's own offers"));
  inside = inside.inset(kPadding, 8);
  std::string sentence;
  if (debrief.my_largest_step) {
    sentence = ui.tr(
        "Your largest step, {0}, came by meeting {1}.",
        {two(debrief.my_largest_step->utility), std::to_string(debrief.my_largest_step->meeting)});
    ui.canvas.text_in(inside.cut_bottom(18), sentence, Type::kSmall, ui.palette.text2);
  }
  draw_curves_legend(ui, looks, inside.cut_top(18, 4));
  const Rect numbers = inside.cut_bottom(16, 6);
  inside.cut_left(32);
  const PlotArea area = curves_area(debrief, inside);
  draw_y_axis(ui, area, 4);
  const auto last = static_cast<std::uint32_t>(area.x.highest);
  const std::uint32_t every = std::max(1U, last / 10);
  for (std::uint32_t meeting = 1; meeting <= last; meeting += every) {
    ui.canvas.text({area.at(meeting, 0).x, numbers.centre().y}, std::to_string(meeting),
                   Type::kSmall, ui.palette.text2, Align::kCentre);
  }
  ui.canvas.push_clip(inside);
  const auto reservation = [&](double utility, const Look& look) {
    const float y = area.at(0, utility).y;
    ui.canvas.dashed({{inside.x, y}, {inside.right(), y}}, look.tone.mark, 1.2F, 2, 3);
  };
  reservation(debrief.my_reservation, looks.mine);
  reservation(debrief.their_reservation, looks.theirs);
  const std::vector<Vec> machine = steps_of(debrief.machine.curve, area);
  if (machine.size() > 1) ui.canvas.dashed(machine, looks.mine.tone.mark, 1.4F);
  draw_curve(ui, debrief.their_curve, looks.theirs, area);
  draw_curve(ui, debrief.my_curve, looks.mine, area);
  ui.canvas.pop_clip();
  label_step(ui, debrief, looks, area);
}

void draw_debrief_homes(Ui& ui, const Debrief& debrief, const SeatLooks& looks, const Rect& rect) {
  Rect inside = ui.panel("debrief_homes", rect, ui.tr("Win-sets at home"),
                         ui.tr("packages each would clear"));
  if (debrief.win_sets.empty()) {
    ui.empty(inside, ui.tr("Companies have no home to ask"));
    return;
  }
  inside = inside.inset(kPadding, 8);
  const auto& last = debrief.win_sets.back();
  ui.canvas.paragraph(inside.cut_bottom(34),
                      ui.tr("At the end {0} of {1} packages would have passed in both capitals.",
                            {std::to_string(last.both), std::to_string(last.sample)}),
                      Type::kSmall, ui.palette.text2);
  std::vector<HomeSets> rows;
  rows.reserve(debrief.win_sets.size());
  for (const auto& set : debrief.win_sets) {
    rows.push_back({set.meeting, set.sample, set.mine, set.theirs, set.both});
  }
  draw_home_sets(ui, inside, rows, {looks.mine, looks.theirs}, {looks.my_name, looks.their_name});
}

}  // namespace monazite::viz
