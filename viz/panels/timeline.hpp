#pragma once

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// The bottom panel: play, step, speed, the date; then the calendar with its lanes: events, talks,
/// clauses, policies, messages. Clicking or dragging in it moves the playhead.
void draw_timeline(Ui& ui, const App& app, const Rect& rect, Commands& commands);
/// Its upper strip.
void draw_transport(Ui& ui, const App& app, const Rect& rect, Commands& commands);

/// Over the panels: all kinds of events by name, to be shown or not.
void draw_event_kinds(Ui& ui, const App& app, const Rect& window, Commands& commands);

/// How an event of a kind is marked.
[[nodiscard]] Look event_look(const Palette& palette, const Replay& replay, const Event& event);

}  // namespace monazite::viz
