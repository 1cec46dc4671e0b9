#pragma once

#include <vector>

#include <viz/model/flows_view.hpp>
#include <viz/model/geometry.hpp>

namespace monazite::viz {

/// A stage of the trade: what flows in and out of it.
struct SankeyNode {
  const char* name = "";  ///< English; empty: a run passes here without stopping
  int column = 0;         ///< 0 mines, 1 separation, 2 use
  Hue hue = Hue::kNeutral;
  double in = 0, out = 0;  ///< t of NdPr a month
  Rect rect;               ///< the bar; runs touch its sides
  float head = 0;          ///< room for the name over it
};

/// A flow between two nodes of neighbouring columns; one that passes a column has two of them.
struct SankeyRun {
  const Flow* flow = nullptr;
  std::size_t from = 0, to = 0;  ///< nodes
  float width = 0;               ///< logical pixels
  float from_y = 0, to_y = 0;    ///< upper edge at both ends
  bool first = true;             ///< the one with the flow's label
  double share = 1;              ///< of all that reaches the flow's destination
};

struct SankeyLayout {
  std::vector<SankeyNode> nodes;
  std::vector<SankeyRun> runs;
  double pixels_per_tonne = 0;
};

/// Height that a label beside a node takes: a node is at least so high for each of its runs.
inline constexpr float kSankeyLabel = 20;

/// The flows of NdPr in three columns within a rectangle, in an order in which no two cross: widths
/// by amount, bars as high as their widths, at one scale. Flows that do not exist yet are left out.
/// `flows` must outlive the layout.
[[nodiscard]] SankeyLayout lay_out_sankey(const std::vector<Flow>& flows, const Rect& rect,
                                          float bar_width);
/// The height of a run's upper edge at a share of the way between its columns.
[[nodiscard]] float run_y(const SankeyRun& run, float share);
/// Least height of a rectangle in which all has room.
[[nodiscard]] float least_sankey_height(const std::vector<Flow>& flows);

}  // namespace monazite::viz
