#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <viz/model/seat/game.hpp>

namespace monazite::viz::game {

/// What became of the person's last decision, as at most two sentences, from what the seat has
/// heard since: all of `knowledge.heard` from `since` on. What matters most is kept: how talks
/// ended, then which home refused a deal, then who answered what. Never empty once the seat is
/// asked again.
[[nodiscard]] std::vector<std::string> what_became(const Knowledge& knowledge, std::size_t since,
                                                   const scenarios::Scenario& scenario,
                                                   const Decision& decision);

}  // namespace monazite::viz::game
