#pragma once

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// The results of a class: each game a mark in the plane of both utilities, with the frontier and
/// the Nash point of the one that is pointed at (or selected, or the first); beside it a table. The
/// mouse over either marks both; a click selects, and "Open" replays a game.
void draw_class(Ui& ui, const App& app, const Rect& rect, Commands& commands);

}  // namespace monazite::viz
