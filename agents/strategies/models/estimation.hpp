#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <agents/preferences/model_accuracy.hpp>
#include <agents/strategies/parts.hpp>

namespace monazite::strategies {

/// What a model makes of a list of offers, and how right it is.
struct Estimation {
  struct Step {
    Outcome bid = 0;
    std::vector<double> weights;    ///< empty: the model has none
    std::vector<double> estimates;  ///< of the probes, in their order
    std::optional<Outlook> outlook;
  };
  std::vector<Step> steps;  ///< after each offer
  /// Of all packages in the truth's table, both put on [0, 1] by their own lowest and highest,
  /// since a model's scale is its own (one that makes no difference between packages keeps its
  /// values).
  preferences::ModelAccuracy accuracy;
};

/// Feeds `bids`, the offers of one party in order, to a model in the seat of another. The k-th of
/// them (from 0) is made in round k of `rounds`, which is at least their number. `truth` holds the
/// utilities of the party whose offers they are, `own` those of the one who models it; both on the
/// same agenda. `probes` are packages whose estimates are noted after each offer.
[[nodiscard]] Estimation estimate_from(OpponentModel& model, const OwnPreferences& own,
                                       const preferences::UtilityTable& truth,
                                       std::span<const Outcome> bids,
                                       std::span<const Outcome> probes, std::uint32_t rounds);

}  // namespace monazite::strategies
