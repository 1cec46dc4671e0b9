#pragma once

#include <string>
#include <string_view>

#include <viz/model/app/app.hpp>
#include <viz/model/series_view.hpp>

namespace monazite::viz {

/// A path for something that is saved of what is shown: beside the recording (or in the current
/// folder when it lies in memory), named after it and after `what`; with a number when there is
/// such a file already. `ending`: ".png".
///   runs/june-2025-4/june-2025-map-2025-08-01.png
[[nodiscard]] std::string free_path(const App& app, std::string_view what, std::string_view ending);

/// Values of charts as CSV: a row a month that ended in [from, to], a column a line. Numbers in
/// full, nothing where there is no value.
[[nodiscard]] std::string charts_csv(const Replay& replay, const std::vector<Chart>& of,
                                     base::Day from, base::Day to);

/// Asks for a picture of a panel as it is on the screen (App::wanted_picture).
void save_panel_picture(App& app);
/// Whether the chosen panel has something to be saved as CSV.
[[nodiscard]] bool has_panel_csv(const App& app);
/// Asks for the CSV (App::wanted_file) of the chosen chart, of all charts of the chosen panel, or
/// of the chosen table, over the time that is shown; of a hidden future nothing.
void save_panel_csv(App& app);

}  // namespace monazite::viz
