#pragma once

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// What one sees without a recording: the demo crisis, opening a file, recent ones, taking a seat.
void draw_start_screen(Ui& ui, const App& app, const Rect& rect, Commands& commands);

}  // namespace monazite::viz
