#pragma once

#include <agents/strategies/negotiator.hpp>
#include <agents/strategies/registry.hpp>

namespace monazite::strategies {

/// Strategies that come from a rule of encounter: informed_zeuthen (monotonic concession),
/// subgame_perfect (alternating offers), hill_climber and annealer (a single text), fixed_share
/// (Nash's demand game). The first two must be informed of the others' preferences (see Informed),
/// which the sessions of this project do.
void register_encounter_strategies(Registry<Negotiator>& strategies);

}  // namespace monazite::strategies
