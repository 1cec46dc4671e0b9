#pragma once

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/model/clause_view.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// The panel with tabs: clauses, messages, the inspector, bookmarks.
void draw_book(Ui& ui, const App& app, const Rect& rect, Commands& commands);

/// How the status of a clause is marked.
[[nodiscard]] Look status_look(const Palette& palette, StatusMark mark);

// Its parts, each filling a rectangle.
void draw_clauses(Ui& ui, const App& app, Rect rect, Commands& commands);
void draw_messages(Ui& ui, const App& app, Rect rect, Commands& commands);
/// How many of its conditions are set, apart from the text.
[[nodiscard]] int filters_set(const MessageFilter& filter);
/// Whatever is selected: a message field by field, a clause's history, an event, a party.
void draw_detail(Ui& ui, const App& app, Rect rect, Commands& commands);
void draw_bookmarks(Ui& ui, const App& app, Rect rect, Commands& commands);

}  // namespace monazite::viz
