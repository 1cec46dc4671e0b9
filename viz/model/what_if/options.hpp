#pragma once

#include <optional>
#include <vector>

#include <viz/model/what_if/decisions.hpp>

/// How a decision's options are read from a recording; the work behind class Decisions.
namespace monazite::viz {

/// An event of the scenario (position in its list): as it is, not at all, months earlier or later.
[[nodiscard]] Decision describe_event(const scenarios::Scenario& scenario, std::size_t at,
                                      base::SeatId seat);
/// A brief and its answers: one decision for each office with a choice, or one for a firm, an
/// invitation, a move. Empty when the bodies are damaged or nothing could be chosen.
[[nodiscard]] std::vector<Decision> describe_brief(RecordingFile& file,
                                                   const scenarios::Scenario& scenario,
                                                   std::uint64_t brief);
[[nodiscard]] Change offer_change(const Replay& replay, const Decision& decision,
                                  agenda::Outcome outcome);
/// What a brief of a table (or the last whole one before it) says that a package is worth.
[[nodiscard]] std::optional<double> value_of(RecordingFile& file, const v1::Envelope& brief,
                                             agenda::Outcome outcome);
/// What a seat sent in answer to a message, in order, requests for appraisals left out.
[[nodiscard]] std::vector<v1::Envelope> answers_to(RecordingFile& file, base::SeatId seat,
                                                   std::uint64_t message);
/// The office of an act's envelope; OFFICE_NONE for others.
[[nodiscard]] v1::Office office_of(const v1::Envelope& act);

}  // namespace monazite::viz
