#pragma once

#include <utility>
#include <vector>

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/plot/axes.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

inline constexpr float kLaneTitles = 126;  ///< left of the calendar
inline constexpr float kLaneHeight = 15, kEventRow = 15;

/// Height of the rows of events with `rows` of labels.
[[nodiscard]] float event_rows_height(int rows);

/// Marks of the events with labels in the first of the rows that is free; else marks alone in a row
/// of their own. Returns the rows (top, bottom) whose label the playhead would cross.
std::vector<std::pair<float, float>> draw_events(Ui& ui, const App& app, const Rect& rect, int rows,
                                                 const TimeAxis& axis, Commands& commands);

/// Left of them: their title, and which kinds of events are shown.
void draw_event_title(Ui& ui, const App& app, const Rect& rect, Commands& commands);

/// Talks, clauses and policies under each other, with their titles on the left, over which the
/// wheel scrolls where there are more. A lane that is another in the second future has a row of its
/// own for that. Returns what the band under the mouse stands for.
Entity draw_lanes(Ui& ui, const App& app, const Rect& rows, const TimeAxis& axis,
                  Commands& commands);

/// The future B that the layout "what if" compares with the one that is open; else nothing.
[[nodiscard]] RecordingFile* second_future(const App& app);
/// How much differs between the two, month by month, with its title on the left.
void draw_difference_row(Ui& ui, const App& app, const Rect& row, const TimeAxis& axis);
/// Where they part, from under the ruler over `rows`.
void draw_parting(Ui& ui, const App& app, const Rect& ruler, const Rect& rows,
                  const TimeAxis& axis);

}  // namespace monazite::viz
