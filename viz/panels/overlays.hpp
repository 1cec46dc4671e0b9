#pragma once

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// What lies over the panels: the sheet of keys, search, commands, the dialog for opening. A click
/// beside it closes it. The menus are the bar's (bars.hpp).
void draw_overlay(Ui& ui, const App& app, const Rect& window, Commands& commands);

}  // namespace monazite::viz
