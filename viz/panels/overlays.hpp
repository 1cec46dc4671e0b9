#pragma once

#include <string_view>

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// What lies over the panels: the sheet of keys, search, commands, the dialog for opening. A click
/// beside it closes it. The menus are the bar's (bars.hpp).
void draw_overlay(Ui& ui, const App& app, const Rect& window, Commands& commands);

/// The frame of a dialog in the middle of the window, over a veil. Returns its inside.
[[nodiscard]] Rect begin_dialog(Ui& ui, const Rect& window, Vec size, std::string_view title);
/// "Which messages": sender, receiver, kind, time and negotiation of the list of messages.
void draw_message_filter(Ui& ui, const App& app, const Rect& window, Commands& commands);
/// "Join a host": its address, its tables and their free seats.
void draw_host_dialog(Ui& ui, const App& app, const Rect& window, Commands& commands);
/// Whether a game at a seat that would be lost is to be saved.
void draw_keep_game(Ui& ui, const App& app, const Rect& window, Commands& commands);
/// That a table is waited for which one wants to look on at; nothing once it is open. 62 high.
void draw_watch_state(Ui& ui, const App& app, Rect rect, Commands& commands);

}  // namespace monazite::viz
