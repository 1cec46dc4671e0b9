#pragma once

#include <world/engine/history.hpp>
#include <world/engine/stage.hpp>

namespace monazite::engine {

/// The mandate that stands behind a seat of the scenario (position in its list), fresh.
/// `hindsight`: to value what came true, see mandates::GovernmentSetup.
[[nodiscard]] std::unique_ptr<mandates::Mandate> make_mandate(const Stage& stage, std::size_t index,
                                                              bool hindsight);

/// Puts a mandate and a negotiator on every seat of the stage.
void seat_everybody(Stage& stage, const Casting& casting);

}  // namespace monazite::engine
