#pragma once

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

/// Puts a mandate and a negotiator on every seat of the stage.
void seat_everybody(Stage& stage, const Casting& casting);

}  // namespace monazite::engine
