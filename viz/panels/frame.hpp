#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/model/geometry.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// Draws the whole window: bar, the panels of the layout, timeline, strip of keys, and what lies
/// over them. A function of the app and of the input alone; what a person asks for goes into
/// `commands`.
void draw_frame(Ui& ui, const App& app, Vec size, Commands& commands);

/// The panel with that id ("map", "charts", "talks", ...) alone, filling the picture; false when
/// there is none of that name.
bool draw_one_panel(Ui& ui, const App& app, std::string_view panel, Vec size, Commands& commands);
/// The place (Ui::items()) of a panel in the window; empty when there is none of that name.
[[nodiscard]] std::string_view panel_item(std::string_view panel);
/// Their ids, for messages.
[[nodiscard]] std::vector<std::string> panel_names();

}  // namespace monazite::viz
