#pragma once

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// The trade flow panel: title with the month and unit, a segmented control Map | Sankey | Table,
/// and the chosen view. Shows the month that ended last on or before the playhead. From 380 x 320
/// up; the smaller, the less is written. Clicks select flows (Entity::kFlow, FlowId). Controls:
/// "flows/view/…", "flows/map", "flows/sankey", "flows/row/N"; places: "flows/plate/N" (N: FlowId).
void draw_flows(Ui& ui, const App& app, const Rect& rect, Commands& commands);

}  // namespace monazite::viz
