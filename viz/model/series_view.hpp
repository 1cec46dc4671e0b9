#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <viz/model/flows_view.hpp>
#include <viz/model/hue.hpp>
#include <viz/model/replay.hpp>

namespace monazite::viz {

enum class ChartGroup { kPrices, kCover, kStocks, kFlows, kShares, kPolitics };

/// One line of a chart: a quantity of the snapshots, or a flow that is derived from several.
struct ChartLine {
  std::string name;  ///< of the series; empty: the flow
  FlowId flow{};
  std::string label;  ///< "outside China"
  Hue hue = Hue::kNeutral;
  base::SeatId seat = 0;  ///< whose, for its shape; 0: nobody's
  bool dashed = false;    ///< a promise or an expectation, not a fact
  std::string brief;      ///< the label where there is little room; may be empty
};

struct Chart {
  ChartGroup group{};
  std::string key;    ///< unique, for settings: "ndpr_price"
  std::string title;  ///< "NdPr oxide"
  std::string unit;   ///< "USD/kg"
  std::vector<ChartLine> lines;
  std::optional<double> policy;  ///< a level to compare with
  std::string policy_label;
  bool steps = false;     ///< flows and switches are drawn as steps
  bool from_zero = true;  ///< the axis includes 0
};

/// All charts that the recording has series for, in the order of the groups.
[[nodiscard]] std::vector<Chart> charts(const Replay& replay);
[[nodiscard]] const char* group_words(ChartGroup group);

/// A line's values, one for each of Replay::months().
[[nodiscard]] std::vector<double> values_of(const Replay& replay, const ChartLine& line);
/// Lowest and highest of all lines and the policy level; nothing when there is no finite value.
[[nodiscard]] std::optional<std::pair<double, double>> range_of(const Replay& replay,
                                                                const Chart& chart);
/// A line's value as known on a day.
[[nodiscard]] std::optional<double> value_of(const Replay& replay, const ChartLine& line,
                                             base::Day day);

}  // namespace monazite::viz
