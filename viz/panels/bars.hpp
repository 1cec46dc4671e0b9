#pragma once

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

inline constexpr float kTopBar = 40, kKeyStrip = 24, kGap = 8, kPadding = 12;

/// The bar at the top: menus, layouts, what is open and whether it is whole.
void draw_top_bar(Ui& ui, const App& app, const Rect& bar, Commands& commands);
/// The strip at the bottom: keys of the layout on the left (whole hints only), state on the right,
/// or a notice.
void draw_key_strip(Ui& ui, const App& app, const Rect& rect);
/// The open menu of the bar, over everything.
void draw_menu(Ui& ui, const App& app, const Rect& window, Commands& commands);
/// The menu of a panel, where the right button was pressed: those of its commands that can be had.
void draw_panel_menu(Ui& ui, const App& app, const Rect& window, Commands& commands);

}  // namespace monazite::viz
