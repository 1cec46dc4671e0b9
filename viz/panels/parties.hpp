#pragma once

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// Cards of all seats: what each did last and why, and the number it lives by.
void draw_parties(Ui& ui, const App& app, const Rect& rect, Commands& commands);

}  // namespace monazite::viz
