#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <agents/preferences/domain.hpp>
#include <agents/session/negotiation.hpp>
#include <agents/strategies/negotiator.hpp>

namespace monazite::lab {

/// A strategy in a tournament: made anew for each negotiation, from several threads at once.
struct Contestant {
  std::string name;  ///< its description, "boulware:exponent=0.2"
  std::function<std::unique_ptr<strategies::Negotiator>()> make;
};

/// Every strategy meets every other, and itself, on every bilateral domain: each in the place of
/// either profile, with either profile moving first. So S strategies on D domains hold 2 * S * S *
/// D negotiations a repetition.
struct TournamentOptions {
  std::uint32_t rounds = 100;
  std::uint64_t seed = 1;
  std::uint32_t repetitions = 1;  ///< more than one pays only with strategies that draw lots
  bool self_play = true;
  /// Evaluations of its own preferences that a strategy may make in one negotiation.
  std::uint64_t budget = strategies::OwnPreferences::kNoLimit;
  unsigned workers = 0;  ///< threads; 0: as many as the machine has
  const std::atomic<bool>* stop = nullptr;
  /// Called with (negotiations done, in all) now and then from any worker, one at a time.
  std::function<void(std::uint32_t, std::uint32_t)> progress;
};

/// One negotiation. Arrays hold the party with the first profile, then the one with the second.
struct Bout {
  std::uint32_t domain = 0;
  std::uint32_t strategy[2] = {0, 0};
  std::uint32_t first_mover = 0;  ///< which profile moved first
  std::uint32_t repetition = 0;
  encounter::Ending ending = encounter::Ending::kOpen;
  std::uint32_t round = 0;  ///< in which it ended
  std::uint64_t offers = 0;
  std::optional<agenda::Outcome> agreement;
  double utility[2] = {0, 0};  ///< as session::Negotiated has it
  double score[2] = {0, 0};    ///< utility on the profile's own scale: 0 its lowest, 1 its highest
  /// Euclidean distance in scores of where it ended to the frontier and to the Nash point of what
  /// is no worse than no deal for both; nothing where no package is.
  std::optional<double> to_frontier, to_nash;
  std::optional<std::uint32_t> forfeit;  ///< which of the two
  std::string why;                       ///< of the forfeit
};

/// How a strategy did over all its places.
struct Standing {
  std::uint32_t strategy = 0;
  std::uint32_t bouts = 0;  ///< places it took: self-play counts two
  double score = 0;         ///< mean
  double score_error = 0;   ///< standard error of that mean, as if places were independent draws
  double partner_score = 0;
  double agreements = 0;                       ///< share of its places
  double rounds = 0;                           ///< mean round of its agreements; 0 without any
  std::optional<double> to_frontier, to_nash;  ///< means over its agreements
  std::uint32_t forfeits = 0;
};

struct Tournament {
  std::vector<Bout> bouts;          ///< in a fixed order; shorter if it was stopped
  std::vector<Standing> standings;  ///< best mean score first, ties in the order of entry
  /// mean_score[a][b]: what a got when it met b.
  std::vector<std::vector<double>> mean_score;
  std::uint64_t digest = 0;  ///< the same for any number of workers
};

/// Plays it. The result does not depend on the number of workers. Domains must have two parties.
[[nodiscard]] Tournament play_tournament(const std::vector<preferences::Domain>& domains,
                                         const std::vector<Contestant>& contestants,
                                         const TournamentOptions& options);

}  // namespace monazite::lab
