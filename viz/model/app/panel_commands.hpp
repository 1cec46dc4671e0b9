#pragma once

#include <string>
#include <vector>

#include <viz/model/app/commands.hpp>

namespace monazite::viz {

/// The panels of the layout that is shown, by their ids, in the order in which a key goes through
/// them.
[[nodiscard]] std::vector<std::string> panels_shown(const App& app);

/// The part of the table of commands about one panel: pictures, values, size. Also behind the menu
/// that the right button opens.
void add_panel_commands(std::vector<NamedCommand>& all);

/// Ids of the commands in the menu of a panel.
[[nodiscard]] const std::vector<std::string>& panel_menu();

}  // namespace monazite::viz
