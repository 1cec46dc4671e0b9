#pragma once

#include <world/engine/history.hpp>
#include <world/engine/stage.hpp>

namespace monazite::engine {

/// Puts a mandate and a negotiator on every seat of the stage.
void seat_everybody(Stage& stage, const Casting& casting);

}  // namespace monazite::engine
