#pragma once

#include <string>
#include <vector>

#include <protocol/base/result.hpp>
#include <world/lab/tournament.hpp>

namespace monazite::lab {

/// Writes a tournament into one SQLite file for pandas and R, replacing one of the same name:
///
///   tournament  rounds, seed, repetitions, self_play, budget (null: none), digest, program_version
///   domains     domain, name, outcomes, first_profile, second_profile
///   strategies  strategy, name
///   bouts       one row a negotiation: bout, domain, first_mover, repetition, ended, round,
///   offers,
///               agreement (index into the domain; null: none), to_frontier, to_nash
///   places      one row a party of a bout: bout, party (0 or 1: whose profile), strategy, utility
///               (null: minus infinity), score, forfeit (why; null: none)
///   standings   one row a strategy, best first: place, strategy, bouts, score, score_error,
///               partner_score, agreements, rounds, to_frontier, to_nash, forfeits
///
/// Columns are described at lab::Bout and lab::Standing. Equal tournaments give equal tables.
/// Errors name the path and the remedy, and leave no file.
[[nodiscard]] base::Result<void> write_tournament(const std::string& path,
                                                  const std::vector<preferences::Domain>& domains,
                                                  const std::vector<Contestant>& contestants,
                                                  const TournamentOptions& options,
                                                  const Tournament& tournament,
                                                  const std::string& program_version);

/// "agreement", "deadline", "walk_away" or "conflict".
[[nodiscard]] const char* to_string(encounter::Ending ending);

}  // namespace monazite::lab
