#pragma once

#include <viz/model/seat/debrief.hpp>
#include <viz/panels/seat.hpp>

namespace monazite::viz {

// The panels of a debrief, which reveals what both sides wanted.

/// The plane of both utilities, with what it means in sentences.
void draw_debrief_deals(Ui& ui, const game::Debrief& debrief, const SeatLooks& looks,
                        const Rect& rect);
/// Own utility of one's own offers by meeting, and of the machine in the same seat.
void draw_debrief_curves(Ui& ui, const game::Debrief& debrief, const SeatLooks& looks,
                         const Rect& rect);
/// What each home would have cleared, by meeting.
void draw_debrief_homes(Ui& ui, const game::Debrief& debrief, const SeatLooks& looks,
                        const Rect& rect);
/// Clause by clause: what was signed, what it is worth, and what the Nash point has instead.
void draw_debrief_signed(Ui& ui, const game::Debrief& debrief, const SeatLooks& looks,
                         const Rect& rect);

}  // namespace monazite::viz
