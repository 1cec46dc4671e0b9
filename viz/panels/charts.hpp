#pragma once

#include <string_view>

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// The charts that fit, one over the other on one axis of time: prices, cover, flows, shares. A
/// click goes to that day, the wheel zooms, a double click shows all of time.
void draw_charts(Ui& ui, const App& app, const Rect& rect, Commands& commands);
/// All charts of the recording in two columns.
void draw_market(Ui& ui, const App& app, const Rect& rect, Commands& commands);

/// Why a recording has nothing to be drawn of the world.
[[nodiscard]] std::string_view no_world_words(const Ui& ui, const App& app);

}  // namespace monazite::viz
