#pragma once

#include <viz/model/seat/debrief.hpp>

/// The steps of debrief(), each of which fills in its part.
namespace monazite::viz::game::detail {

/// Points, frontier and solutions of an analysis; the deal, and what was left on the table.
void tell_points(const TableRecord& record, int my_side, Debrief& debrief);
/// Offers, concession curves and largest steps, win-sets by meeting.
void tell_course(const TableRecord& record, int my_side, Debrief& debrief);
/// Own utility of the offers of one side, the last of each meeting.
[[nodiscard]] std::vector<ConcessionPoint> curve_of(const TableRecord& record, int side);
/// The table of what was signed, asked of both mandates.
void tell_clauses(const Game& game, const TableRecord& record, int my_side, Debrief& debrief);
/// How the same table went with the machine in the seat.
void tell_machine(const std::vector<TableRecord>& machine, const TableRecord& mine,
                  Debrief& debrief);
void tell_sentences(Debrief& debrief);

}  // namespace monazite::viz::game::detail
