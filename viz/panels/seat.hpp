#pragma once

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// The layout "Seat": choosing one, playing, and after the end the debrief. While a game is on, all
/// of it shows what the seat may know and nothing else.
void draw_seat(Ui& ui, const App& app, Rect rect, Commands& commands);

// Its panels.
void draw_seat_choice(Ui& ui, const App& app, const Rect& rect, Commands& commands);
/// Who one is, how far the talks are, and how long they can go on.
void draw_seat_bar(Ui& ui, const App& app, const Rect& rect, Commands& commands);
void draw_brief(Ui& ui, const App& app, const Rect& rect, Commands& commands);
void draw_bid(Ui& ui, const App& app, const Rect& rect, Commands& commands);
void draw_standing(Ui& ui, const App& app, const Rect& rect, Commands& commands);
void draw_their_offer(Ui& ui, const App& app, const Rect& rect, Commands& commands);
void draw_say(Ui& ui, const App& app, const Rect& rect, Commands& commands);
void draw_coach(Ui& ui, const App& app, const Rect& rect, Commands& commands);
/// A question that is no move: an invitation, or acts.
void draw_other_question(Ui& ui, const App& app, const Rect& rect, Commands& commands);
/// At a host, while nothing is asked: who is thinking, or why there is no connection.
void draw_waiting(Ui& ui, const App& app, const Rect& rect, Commands& commands);
/// What the seat knows of the world, as sentences.
void draw_facts(Ui& ui, const App& app, Rect inside);
/// What the seat has heard happen, the latest first.
void draw_news(Ui& ui, const App& app, Rect inside);
/// What became of the last decision, as a strip that is cut off at the top; nothing before the
/// first.
void draw_became(Ui& ui, const App& app, Rect& rect);
/// Beside a question or while waiting: what the seat knows and, where there is room, what it heard.
void draw_known(Ui& ui, const App& app, Rect inside);
/// "1:42"
[[nodiscard]] std::string clock_words(double seconds);
/// After the end: everything is revealed.
void draw_debrief(Ui& ui, const App& app, Rect rect, Commands& commands);

/// How oneself and the other side are shown; titles in the language of the viewer.
struct SeatLooks {
  Look mine, theirs;
  std::string my_name, their_name;
};
[[nodiscard]] SeatLooks seat_looks(const Ui& ui, const App& app);

}  // namespace monazite::viz
