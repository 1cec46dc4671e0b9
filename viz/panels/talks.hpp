#pragma once

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// A negotiation in the plane of both utilities: outcomes, frontier, solution points, reservation
/// bands, and the offers made so far.
void draw_talks(Ui& ui, const App& app, const Rect& rect, Commands& commands);
/// Its issues: where each side stands, and what changed with the last offers.
void draw_issues(Ui& ui, const App& app, const Rect& rect, Commands& commands);
/// Its win-sets at home over the meetings, and each side's utility of its own offers.
void draw_win_sets(Ui& ui, const App& app, const Rect& rect, Commands& commands);
void draw_concessions(Ui& ui, const App& app, const Rect& rect, Commands& commands);

}  // namespace monazite::viz
