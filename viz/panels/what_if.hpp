#pragma once

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// The layout "What if" above the timeline: what is changed, both futures, and what that does.
void draw_what_if(Ui& ui, const App& app, Rect rect, Commands& commands);

/// A recording, its fork, and a fork that is kept: each has a hue, a shape and a kind of line.
enum class FutureLine { kA, kB, kC };
[[nodiscard]] Look future_look(const Palette& palette, FutureLine line);

// Its panels.
/// A and B in words, and what can be done with B.
void draw_fork_bar(Ui& ui, const App& app, const Rect& rect, Commands& commands);
/// The decisions of the recording one by one with what else could have been done, and sliders.
void draw_changes(Ui& ui, const App& app, const Rect& rect, Commands& commands);
/// Price, cover and flow of A (solid), B (dashed) and C (dotted), with the spread of many seeds.
void draw_futures(Ui& ui, const App& app, const Rect& rect, Commands& commands);
void draw_differences(Ui& ui, const App& app, const Rect& rect, Commands& commands);
/// Where the two part: the first days on which somebody did otherwise.
void draw_divergence(Ui& ui, const App& app, const Rect& rect, Commands& commands);

}  // namespace monazite::viz
