#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <viz/model/palette.hpp>
#include <viz/plot/axes.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// One line of a chart over time.
struct TimeLine {
  std::string label;           ///< in the legend
  std::string brief;           ///< the same where there is little room; may be empty
  Look look;                   ///< hue, and the shape in the legend
  std::vector<double> values;  ///< parallel to TimePlot::days; NaN: nothing there
  bool steps = false;          ///< a value holds until the next one
  bool dashed = false;
  float thickness = 1.8F;
  bool dotted = false;
};

/// A band between two lines: a share of the runs of an ensemble.
struct TimeBand {
  std::vector<double> lower, upper;  ///< parallel to TimePlot::days
  Color color;
  /// Of its dashed edges, by which two bands that lie over each other can be told apart;
  /// transparent: it has none.
  Color edge{0, 0, 0, 0};
};

/// A stretch of time that is marked behind the lines: a crisis.
struct TimeSpan {
  double from = 0, to = 0;  ///< days since 1970-01-01
  Color color;
};

/// A value that matters: a policy, a target.
struct TimeLevel {
  double value = 0;
  std::string label;
};

struct TimePlot {
  std::string id;           ///< of its controls and places: "charts/price"
  std::string title, unit;  ///< "NdPr oxide", "USD/kg"
  std::vector<base::Day> days;
  std::vector<TimeLine> lines;
  std::vector<TimeBand> bands;  ///< the widest first
  std::vector<TimeSpan> spans;
  std::vector<TimeLevel> levels;
  bool from_zero = true;
  int decimals = 0;            ///< of values in the legend
  std::string unit_of_values;  ///< written after a legend's values: " %"; may be empty
};

/// The state that all charts of a panel share.
struct TimePlotView {
  TimeAxis axis;  ///< `left` and `right` are set for each chart by its place
  double playhead = 0;
  bool future_hidden = false;
  bool dim_future = true;  ///< false: two futures are compared
  std::optional<base::Day> hovered;
  bool time_labels = true;  ///< dates under the plot (else a grid without words)
};

/// What a person did on a plot.
struct TimePlotInput {
  std::optional<base::Day> hovered, clicked;
  double zoom = 1;      ///< factor of the shown time, around `hovered`
  double pan_days = 0;  ///< to later days
  bool fit = false;     ///< all of time is wanted
  bool menu = false;    ///< right click
};

/// Title, and beside it or under it the legend, with values at the playhead (or where the mouse
/// points), plot, axes, and the future dimmed or hidden. The scale of the y axis holds all of what
/// is shown, bands included.
TimePlotInput draw_time_plot(Ui& ui, const Rect& rect, const TimePlot& plot, TimePlotView view);

/// The value of a line on a day: that of the last month ended by then; nothing before the first.
[[nodiscard]] std::optional<double> value_on_day(const TimePlot& plot,
                                                 const std::vector<double>& values, double day);

}  // namespace monazite::viz
