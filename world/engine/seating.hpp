#pragma once

#include <agents/parties/setup.hpp>
#include <world/engine/history.hpp>
#include <world/engine/session.hpp>
#include <world/engine/stage.hpp>

namespace monazite::engine {

/// The mandate that stands behind a seat of the scenario (position in its list), fresh.
[[nodiscard]] std::unique_ptr<mandates::Mandate> make_mandate(const Stage& stage,
                                                              std::size_t index);
/// The same to value what came true of a session's deal (see hindsight in mandates::GovernmentSetup
/// and CompanySetup): it starts from what was in force when the session opened.
[[nodiscard]] std::unique_ptr<mandates::Mandate> make_mandate_in_hindsight(const Stage& stage,
                                                                           std::size_t index,
                                                                           const Session& session);

/// How the built-in negotiator of a seat is set up by the scenario. `seat` must be one of its
/// seats.
[[nodiscard]] parties::PartySetup builtin_setup(const scenarios::Scenario& scenario,
                                                base::SeatId seat);

/// Puts a mandate and a negotiator on every seat of the stage.
void seat_everybody(Stage& stage, const Casting& casting, const Wrapping& wrapping = {});
/// Hands the scenario's numbers, which are others from today on, to all that keep a copy.
void adopt_numbers(Stage& stage);

}  // namespace monazite::engine
