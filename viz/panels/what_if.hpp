#pragma once

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// The layout "What if" above the timeline: what is changed, both futures, and what that does.
void draw_what_if(Ui& ui, const App& app, Rect rect, Commands& commands);

// Its panels.
/// A and B in words, and what can be done with B.
void draw_fork_bar(Ui& ui, const App& app, const Rect& rect, Commands& commands);
/// The decisions of the recording one by one with what else could have been done, and sliders.
void draw_changes(Ui& ui, const App& app, const Rect& rect, Commands& commands);
/// Price, cover and flow of A (solid) and B (dashed), with the spread of many seeds.
void draw_futures(Ui& ui, const App& app, const Rect& rect, Commands& commands);
void draw_differences(Ui& ui, const App& app, const Rect& rect, Commands& commands);
/// Where the two part: the first days on which somebody did otherwise.
void draw_divergence(Ui& ui, const App& app, const Rect& rect, Commands& commands);

}  // namespace monazite::viz
