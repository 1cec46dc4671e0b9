#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <viz/model/lanes.hpp>
#include <viz/model/series_view.hpp>
#include <viz/model/view_cache.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/charts.hpp>
#include <viz/panels/words.hpp>
#include <viz/plot/time_plot.hpp>

namespace monazite::viz {
namespace {

constexpr float kLeastHeight = 104;
/// What sums that cancel leave over: a gram of a tonne, a millionth of a dollar or of a day.
constexpr double kNothing = 1e-6;

TimePlot plot_of(const Ui& ui, const App& app, const Chart& chart) {
  const Replay& replay = *app.replay();
  ViewCache& views = app.file()->views();
  TimePlot plot;
  plot.id = "charts/" + chart.key;
  plot.title = ui.tr(chart.title);
  plot.unit = ui.tr(chart.unit);
  plot.days = replay.months();
  plot.from_zero = chart.from_zero;
  if (chart.policy) plot.levels.push_back({*chart.policy, std::string(ui.tr(chart.policy_label))});
  // Not even the number of decimals tells of a future that is hidden.
  const int months =
      app.known_until() ? replay.month_at(app.day()) + 1 : static_cast<int>(replay.months().size());
  double highest = 0;
  for (const ChartLine& line : chart.lines) {
    Look look{tone_of(ui.palette, line.hue), Shape::kSquare, false};
    if (line.seat != 0) {
      look.shape = look_of(ui.palette, replay, line.seat).shape;
    } else if (line.hue == Hue::kIndia) {
      look.shape = Shape::kCircle;
    } else if (line.hue == Hue::kJapan) {
      look.shape = Shape::kTriangle;
    } else if (line.hue == Hue::kAustralia) {
      look.shape = Shape::kHexagon;
    } else if (line.hue == Hue::kMakers || line.hue == Hue::kNeutral) {
      look.shape = Shape::kDiamond;
    }
    std::vector<double> values = views.values(line);
    for (double& value : values) {
      if (std::abs(value) < kNothing) value = 0;
    }
    const auto known = std::min(values.size(), static_cast<std::size_t>(months));
    for (std::size_t i = 0; i < known; ++i) highest = std::max(highest, values[i]);
    plot.lines.push_back({std::string(ui.tr(line.label)), std::string(ui.tr(line.brief)), look,
                          std::move(values), chart.steps, line.dashed, line.dashed ? 1.2F : 1.8F});
  }
  plot.decimals = highest < 3 ? 2 : highest < 20 ? 1 : 0;
  for (const Band& crisis : views.crises(app.known_until())) {
    plot.spans.push_back({static_cast<double>(crisis.first.number),
                          static_cast<double>(crisis.last.number),
                          ui.palette.stopped().mark.faded(ui.palette.dark ? 0.14F : 0.08F)});
  }
  return plot;
}

TimePlotView view_of(const App& app) {
  TimePlotView view;
  const auto [from, to] = app.shown_days();
  view.axis.from = from;
  view.axis.to = to;
  view.playhead = app.day().number;
  view.future_hidden = app.view.future_hidden;
  view.hovered = app.selection.hovered_day;
  return view;
}

void take(const TimePlotInput& input, Commands& commands) {
  if (input.clicked) {
    const base::Day day = *input.clicked;
    commands.push([day](App& a) { a.time.seek(day); });
  }
  if (input.hovered) {
    const base::Day day = *input.hovered;
    commands.point([day](App& a) { a.selection.hovered_day = day; });
    if (input.zoom != 1) {
      const double factor = input.zoom;
      commands.push([factor, day](App& a) { a.zoom(factor, day.number); });
    }
  }
  if (input.fit) commands.run("view.fit");
}

/// One chart of each group first, then the others, until the place is used up.
std::vector<const Chart*> choose(const std::vector<Chart>& all, std::size_t room) {
  std::vector<const Chart*> chosen;
  for (const ChartGroup group : {ChartGroup::kPrices, ChartGroup::kCover, ChartGroup::kFlows,
                                 ChartGroup::kShares, ChartGroup::kStocks, ChartGroup::kPolitics}) {
    for (const Chart& chart : all) {
      if (chart.group == group && chosen.size() < room) {
        chosen.push_back(&chart);
        break;
      }
    }
  }
  return chosen;
}

}  // namespace

std::string_view no_world_words(const Ui& ui, const App& app) {
  if (app.file()->waits()) return ui.tr("The run has just begun: waiting for its first month");
  if (app.replay()->header().domain_text().empty()) {
    return ui.tr("This recording holds no accounts of the world, only what its observer saw");
  }
  return ui.tr("This recording holds no world: it is of a negotiation over a domain");
}

void draw_charts(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  Rect inside = ui.panel("charts", rect, ui.tr("Market"), ui.tr("all charts share one time axis"));
  if (app.replay() == nullptr) return;
  inside = inside.inset(10, 8);
  const std::vector<Chart>& all = app.file()->views().charts();
  if (all.empty()) {
    ui.empty(inside, no_world_words(ui, app));
    return;
  }
  const auto room = static_cast<std::size_t>(std::clamp(inside.h / kLeastHeight, 1.0F, 4.0F));
  const std::vector<const Chart*> shown = choose(all, room);
  const float dates = 18, gap = 6;
  const float height = (inside.h - dates - gap * static_cast<float>(shown.size() - 1)) /
                       static_cast<float>(shown.size());
  TimePlotView view = view_of(app);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const bool last = i + 1 == shown.size();
    view.time_labels = last;
    const Rect place = inside.cut_top(height + (last ? dates : 0), gap);
    take(draw_time_plot(ui, place, plot_of(ui, app, *shown[i]), view), commands);
  }
}

void draw_market(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  Rect inside = ui.panel("market", rect, ui.tr("Market"),
                         ui.tr("every series of the world; click for a day, wheel to zoom"));
  if (app.replay() == nullptr) return;
  inside = inside.inset(10, 8);
  const std::vector<Chart>& all = app.file()->views().charts();
  if (all.empty()) {
    ui.empty(inside, no_world_words(ui, app));
    return;
  }
  const std::size_t columns = inside.w > 1100 ? 3 : inside.w > 640 ? 2 : 1;
  const std::size_t rows = (all.size() + columns - 1) / columns;
  const float gap = 12, least = 130;
  // Whole rows are seen: one that is cut would lack its dates.
  const float seen =
      std::clamp(std::floor((inside.h + gap) / (least + gap)), 1.0F, static_cast<float>(rows));
  const float height = std::max(least, (inside.h - gap * (seen - 1)) / seen);
  Rect content =
      ui.scroll_begin("market/charts", inside, (height + gap) * static_cast<float>(rows) - gap);
  const float width =
      (content.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const TimePlotView view = view_of(app);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::size_t number = i / columns;
    const auto column = static_cast<float>(i % columns), row = static_cast<float>(number);
    const Rect place{content.x + column * (width + gap), content.y + row * (height + gap), width,
                     height};
    take(draw_time_plot(ui, place, plot_of(ui, app, all[i]), view), commands);
  }
  ui.scroll_end();
}

}  // namespace monazite::viz
