#include <algorithm>
#include <cmath>
#include <limits>

#include <viz/plot/thin_line.hpp>
#include <viz/plot/time_plot.hpp>

namespace monazite::viz {
namespace {

constexpr float kTitle = 22, kLeftAxis = 38, kBottomAxis = 18, kRightMargin = 10;
constexpr float kVeil = 0.55F;  ///< of the recorded future

/// Positions in TimePlot::days within the shown time, with one more on each side for the lines'
/// ends. What is hidden is not among them: neither lines nor scale may tell of it.
std::pair<std::size_t, std::size_t> shown(const TimePlot& plot, const TimePlotView& view) {
  const TimeAxis& axis = view.axis;
  std::size_t first = 0, end = plot.days.size();
  while (view.future_hidden && end > 0 && plot.days[end - 1].number > view.playhead) --end;
  while (first + 1 < end && plot.days[first + 1].number < axis.from) ++first;
  while (end > first + 1 && plot.days[end - 2].number > axis.to) --end;
  return {first, end};
}

Interval value_range(const TimePlot& plot, const TimePlotView& view) {
  double lowest = std::numeric_limits<double>::infinity(), highest = -lowest;
  const auto [first, end] = shown(plot, view);
  const auto hold = [&, from = first, to = end](const std::vector<double>& values) {
    for (std::size_t i = from; i < std::min(to, values.size()); ++i) {
      if (std::isnan(values[i])) continue;
      lowest = std::min(lowest, values[i]);
      highest = std::max(highest, values[i]);
    }
  };
  for (const TimeLine& line : plot.lines) hold(line.values);
  for (const TimeBand& band : plot.bands) {
    hold(band.lower);
    hold(band.upper);
  }
  for (const TimeLevel& level : plot.levels) highest = std::max(highest, level.value * 1.05);
  if (!(lowest <= highest)) return {0, 1};
  if (plot.from_zero) lowest = std::min(0.0, lowest);
  return nice_interval(lowest, highest, 4);
}

std::vector<Vec> points_of(const TimePlot& plot, const TimeLine& line, const PlotArea& area,
                           const TimeAxis& axis, std::size_t first, std::size_t end) {
  std::vector<Vec> points;
  for (std::size_t i = first; i < std::min(end, line.values.size()); ++i) {
    if (std::isnan(line.values[i])) continue;
    const Vec point{axis.x(plot.days[i]), area.at(0, line.values[i]).y};
    if (line.steps && !points.empty()) points.push_back({point.x, points.back().y});
    points.push_back(point);
  }
  return thin_line(std::move(points));
}

void draw_lines(Ui& ui, const TimePlot& plot, const PlotArea& area, const TimePlotView& view) {
  const TimeAxis& axis = view.axis;
  const auto [first, end] = shown(plot, view);
  for (const TimeBand& band : plot.bands) {
    std::vector<Vec> upper, lower;
    for (std::size_t i = first; i < std::min(end, band.upper.size()); ++i) {
      if (std::isnan(band.upper[i]) || std::isnan(band.lower[i])) continue;
      upper.push_back({axis.x(plot.days[i]), area.at(0, band.upper[i]).y});
      lower.push_back({axis.x(plot.days[i]), area.at(0, band.lower[i]).y});
    }
    if (upper.size() < 2) continue;
    ui.canvas.band(upper, lower, band.color);
    if (band.edge.a == 0) continue;
    ui.canvas.dashed(upper, band.edge, 1, 3, 3);
    ui.canvas.dashed(lower, band.edge, 1, 3, 3);
  }
  for (const TimeLine& line : plot.lines) {
    const std::vector<Vec> points = points_of(plot, line, area, axis, first, end);
    if (points.size() < 2) continue;
    if (line.dotted) {
      ui.canvas.dashed(points, line.look.tone.mark, line.thickness, line.thickness, 4);
    } else if (line.dashed) {
      ui.canvas.dashed(points, line.look.tone.mark, line.thickness, 6, 4);
    } else {
      ui.canvas.polyline(points, line.look.tone.mark, line.thickness);
    }
  }
}

/// One entry of a legend: its words with the value on the day.
std::string legend_words(const TimePlot& plot, const TimeLine& line, double day, bool labels) {
  const auto value = value_on_day(plot, line.values, day);
  std::string words = labels ? line.label : "";
  if (value) {
    words += (words.empty() ? "" : " ") + tick_words(*value, std::pow(10.0, -plot.decimals)) +
             plot.unit_of_values;
  }
  return words;
}

/// Title and unit on the left, the legend with values on the right: as many entries as fit, the
/// first lines first; values alone where labels would leave out the second line.
void draw_head(Ui& ui, const Rect& rect, const TimePlot& plot, double day) {
  const float middle = rect.centre().y;
  float left = rect.x;
  left += ui.canvas.text({left, middle}, plot.title, Type::kBodyBold, ui.palette.text) + 8;
  left += ui.canvas.text({left, middle}, plot.unit, Type::kSmall, ui.palette.text2) + 12;
  constexpr float kMark = 14, kBetween = 10;
  const float room = rect.right() - kRightMargin - left;
  const auto fitting = [&](bool labels) {
    float used = 0;
    std::size_t count = 0;
    for (const TimeLine& line : plot.lines) {
      used += kMark + ui.canvas.width(legend_words(plot, line, day, labels), Type::kSmallBold) +
              (count == 0 ? 0 : kBetween);
      if (used > room) break;
      ++count;
    }
    return count;
  };
  bool labels = true;
  std::size_t count = fitting(true);
  if (count < std::min<std::size_t>(2, plot.lines.size())) {
    labels = false;
    count = fitting(false);
  }
  float right = rect.right() - kRightMargin;
  for (std::size_t i = count; i-- > 0;) {
    const TimeLine& line = plot.lines[i];
    const std::string words = legend_words(plot, line, day, labels);
    ui.canvas.text({right, middle}, words, Type::kSmallBold, line.look.tone.word, Align::kRight);
    right -= ui.canvas.width(words, Type::kSmallBold) + 8;
    ui.canvas.mark(line.look, {right, middle}, 8);
    right -= kMark - 8 + kBetween;
  }
}

void draw_levels(Ui& ui, const TimePlot& plot, const PlotArea& area) {
  for (const TimeLevel& level : plot.levels) {
    const float y = area.at(0, level.value).y;
    ui.canvas.dashed({{area.rect.x, y}, {area.rect.right(), y}}, ui.palette.text3, 1, 3, 3);
    draw_plate(ui, {area.rect.x + 5, y}, level.label, Type::kPlot, ui.palette.text2);
  }
}

TimePlotInput take_input(Ui& ui, const TimePlot& plot, const PlotArea& area, const TimeAxis& axis) {
  TimePlotInput input;
  ui.place(plot.id, area.rect);
  bool released = false;
  const auto dragged = ui.drag(plot.id, area.rect, &released);
  if (dragged) input.clicked = axis.day_at(std::clamp(dragged->x, area.rect.x, area.rect.right()));
  if (!ui.hovered(area.rect)) return input;
  input.hovered = axis.day_at(ui.mouse().x);
  if (const float notches = ui.wheel(area.rect); notches != 0) {
    input.zoom = std::pow(0.8, static_cast<double>(notches));
  }
  input.fit = ui.double_clicked(area.rect);
  input.menu = ui.right_clicked(area.rect);
  return input;
}

}  // namespace

std::optional<double> value_on_day(const TimePlot& plot, const std::vector<double>& values,
                                   double day) {
  const auto after = std::upper_bound(plot.days.begin(), plot.days.end(), day,
                                      [](double d, base::Day end) { return d < end.number; });
  if (after == plot.days.begin()) return std::nullopt;
  const auto at = static_cast<std::size_t>(after - plot.days.begin()) - 1;
  if (at >= values.size() || std::isnan(values[at])) return std::nullopt;
  return values[at];
}

TimePlotInput draw_time_plot(Ui& ui, const Rect& rect, const TimePlot& plot, TimePlotView view) {
  Rect inside = rect;
  const Rect head = inside.cut_top(kTitle);
  const Rect dates = view.time_labels ? inside.cut_bottom(kBottomAxis) : Rect{};
  inside.cut_left(kLeftAxis);
  inside.cut_right(kRightMargin);
  view.axis.left = inside.x;
  view.axis.right = inside.right();
  PlotArea area{inside, {view.axis.from, view.axis.to}, value_range(plot, view)};

  draw_y_axis(ui, area, inside.h < 70 ? 2 : 4);
  for (const TimeTick& tick : time_ticks(view.axis, 46, ui.tr)) {
    const float x = view.axis.x(tick.day);
    ui.canvas.line({x, inside.y}, {x, inside.bottom()}, ui.palette.hairline);
    if (view.time_labels && !tick.label.empty() && x < inside.right() - 8) {
      ui.canvas.text({x, dates.centre().y + 2}, tick.label,
                     tick.of_a_year ? Type::kSmallBold : Type::kSmall,
                     tick.of_a_year ? ui.palette.text : ui.palette.text2, Align::kCentre);
    }
  }
  ui.canvas.push_clip(inside.inset(0, -1));
  for (const TimeSpan& span : plot.spans) {
    const float from = std::max(inside.x, view.axis.x(span.from));
    double until = span.to;
    if (view.future_hidden) until = std::min(until, view.playhead);
    const float to = std::min(inside.right(), view.axis.x(until));
    if (to > from) ui.canvas.fill({from, inside.y, to - from, inside.h}, span.color);
  }
  draw_lines(ui, plot, area, view);
  draw_levels(ui, plot, area);
  const float now = view.axis.x(view.playhead);
  if (now < inside.right() && (view.dim_future || view.future_hidden)) {
    const float from = std::max(inside.x, now);
    ui.canvas.fill({from, inside.y, inside.right() - from, inside.h},
                   ui.palette.inset.faded(view.future_hidden ? 1 : kVeil));
  }
  ui.canvas.line({now, inside.y}, {now, inside.bottom()}, ui.palette.playhead, 2);
  if (view.hovered) {
    const float x = view.axis.x(*view.hovered);
    ui.canvas.line({x, inside.y}, {x, inside.bottom()}, ui.palette.text3, 1);
  }
  ui.canvas.pop_clip();

  double day = view.playhead;
  if (view.hovered && (!view.future_hidden || view.hovered->number <= view.playhead)) {
    day = view.hovered->number;
  }
  draw_head(ui, head, plot, day);
  return take_input(ui, plot, area, view.axis);
}

}  // namespace monazite::viz
