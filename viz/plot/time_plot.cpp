#include <algorithm>
#include <cmath>
#include <limits>

#include <viz/plot/thin_line.hpp>
#include <viz/plot/time_plot.hpp>

namespace monazite::viz {
namespace {

constexpr float kTitle = 22, kLegendRow = 15;
constexpr float kUnderHead = 6;  ///< half the height of the number at the top of the axis
constexpr float kLeftAxis = 38, kBottomAxis = 18, kRightMargin = 10;
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

/// How much of a legend's words there is room for. Values go first: a colour without a name says
/// nothing.
enum class Words { kAll, kBriefWithValues, kBrief };
struct LegendStyle {
  bool own_row = false;
  Words words = Words::kAll;
};
constexpr float kLegendMark = 12, kBetween = 9;

std::string value_words(const TimePlot& plot, double value) {
  return tick_words(value, std::pow(10.0, -plot.decimals)) + plot.unit_of_values;
}

std::string name_of(const TimeLine& line, Words words) {
  return words == Words::kAll || line.brief.empty() ? line.label : line.brief;
}

/// One entry of a legend: its words with the value on the day.
std::string legend_words(const TimePlot& plot, const TimeLine& line, double day, Words words) {
  std::string text = name_of(line, words);
  const auto value = value_on_day(plot, line.values, day);
  if (value && words != Words::kBrief) text += " " + value_words(plot, *value);
  return text;
}

float title_width(const Ui& ui, const TimePlot& plot) {
  return ui.canvas.width(plot.title, Type::kBodyBold) + 8 +
         ui.canvas.width(plot.unit, Type::kSmall) + 12;
}

/// Chosen by the names and by values of a usual length, so that it stays the same from day to day.
LegendStyle legend_style(const Ui& ui, const TimePlot& plot, const Rect& rect) {
  const float usual = ui.canvas.width(plot.decimals > 0 ? " 00.00" : " 000", Type::kSmallBold);
  const auto width = [&](Words words) {
    float used = -kBetween;
    for (const TimeLine& line : plot.lines) {
      used += kLegendMark + kBetween + ui.canvas.width(name_of(line, words), Type::kSmallBold) +
              (words == Words::kBrief ? 0 : usual);
    }
    return used;
  };
  if (title_width(ui, plot) + width(Words::kAll) <= rect.w - kRightMargin) return {};
  for (const Words words : {Words::kAll, Words::kBriefWithValues}) {
    if (width(words) <= rect.w - kRightMargin) return {true, words};
  }
  return {true, Words::kBrief};
}

/// All names and values, for the tooltip.
std::vector<std::string> all_words(const TimePlot& plot, double day) {
  std::vector<std::string> lines{plot.title + ", " + plot.unit};
  for (const TimeLine& line : plot.lines) {
    lines.push_back(legend_words(plot, line, day, Words::kAll));
  }
  return lines;
}

/// Title and unit on the left, the legend on the right or under them: as many entries as fit, the
/// first lines first, and how many more there are.
void draw_head(Ui& ui, Rect rect, const TimePlot& plot, const LegendStyle& style, double day) {
  if (ui.hovered(rect)) ui.tooltip(all_words(plot, day));
  Rect row = rect.cut_top(kTitle);
  const float middle = row.centre().y;
  const float unit =
      row.x + ui.canvas.text({row.x, middle}, plot.title, Type::kBodyBold, ui.palette.text) + 8;
  ui.canvas.text({unit, middle}, plot.unit, Type::kSmall, ui.palette.text2);
  if (style.own_row) row = {rect.x, rect.y - 2, rect.w, kLegendRow};
  row.cut_right(kRightMargin);
  if (!style.own_row) row.cut_left(title_width(ui, plot));
  std::vector<std::string> words;
  float used = -kBetween;
  for (const TimeLine& line : plot.lines) {
    words.push_back(legend_words(plot, line, day, style.words));
    const bool last = words.size() == plot.lines.size();
    used += kLegendMark + kBetween + ui.canvas.width(words.back(), Type::kSmallBold);
    if (used + (last ? 0 : ui.canvas.width(" +9", Type::kSmallBold)) <= row.w) continue;
    words.pop_back();
    used -= kLegendMark + kBetween +
            ui.canvas.width(legend_words(plot, line, day, style.words), Type::kSmallBold);
    break;
  }
  float x = style.own_row ? row.x : row.right() - std::max(0.0F, used);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const TimeLine& line = plot.lines[i];
    ui.canvas.mark(line.look, {x + 4, row.centre().y}, 8);
    x += kLegendMark;
    x += ui.canvas.text({x, row.centre().y}, words[i], Type::kSmallBold, line.look.tone.word) +
         kBetween;
  }
  const std::size_t more = plot.lines.size() - words.size();
  if (more > 0 && style.own_row) {
    ui.canvas.text({x - kBetween + 5, row.centre().y}, "+" + std::to_string(more), Type::kSmallBold,
                   ui.palette.text2);
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
  const LegendStyle legend = legend_style(ui, plot, rect);
  const Rect head = inside.cut_top(legend.own_row ? kTitle + kLegendRow : kTitle, kUnderHead);
  const Rect dates = view.time_labels ? inside.cut_bottom(kBottomAxis) : Rect{};
  inside.cut_left(kLeftAxis);
  inside.cut_right(kRightMargin);
  view.axis.left = inside.x;
  view.axis.right = inside.right();
  PlotArea area{inside, {view.axis.from, view.axis.to}, value_range(plot, view)};

  draw_y_axis(ui, area, inside.h < 70 ? 2 : 4);
  for (const TimeTick& tick : time_ticks(view.axis, 37, ui.tr)) {
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
  draw_head(ui, head, plot, legend, day);
  return take_input(ui, plot, area, view.axis);
}

}  // namespace monazite::viz
