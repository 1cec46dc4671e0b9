#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <agents/preferences/analysis.hpp>
#include <agents/preferences/files/load.hpp>
#include <agents/preferences/moves.hpp>
#include <agents/session/negotiation.hpp>

namespace monazite::lab {

/// A negotiation that was held, and what is to be told of it. All references outlive it.
struct NegotiationReport {
  const preferences::LoadedDomain& loaded;
  const std::vector<std::unique_ptr<preferences::UtilityTable>>& tables;
  const session::Negotiated& negotiated;
  const preferences::Analysis& analysis;
  std::vector<std::string> strategies;  ///< one per party
  std::string rule;
  std::uint32_t rounds = 0;
  std::uint64_t seed = 0;
};

/// One object:
///
///   offers      [round, who, index, u0, u1, ...] each, undiscounted; rounds and parties from 0,
///               a mediator's texts by the number of parties
///   agreement   index or null
///   utilities   of how it ended to each party, discounted; null: minus infinity
///   ended       "agreement", "deadline", "walk_away" or "conflict"
///   round       rounds played, the last one counted: NegMAS' final_step
///   forfeit     {who, why}, if a party broke down
///   sampled     whether there are too many outcomes to value them all
///   domain, parties, strategies, rule, semantics, rounds, seed, distances, moves, warnings
[[nodiscard]] nlohmann::json negotiation_json(const NegotiationReport& report);

/// The same for people: who met whom, the offers (in the middle left out if they are many), the
/// agreement issue by issue, what each made of it and how far it is from what was possible.
[[nodiscard]] std::string negotiation_text(const NegotiationReport& report);

/// The negotiation dance: outcomes, frontier and solution points, and the offers of both in the
/// plane of their utilities. Two parties.
[[nodiscard]] std::string negotiation_svg(const NegotiationReport& report);

}  // namespace monazite::lab
