#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

#include <world/lab/measures.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::lab {

struct EnsembleOptions {
  std::uint64_t first_seed = 1;
  std::uint32_t runs = 100;  ///< seeds first_seed, first_seed + 1, ...
  unsigned workers = 0;      ///< threads; 0: as many as the machine has
  const std::atomic<bool>* stop = nullptr;
  /// Called with (runs done, runs in all) from any worker, one at a time. May be empty.
  std::function<void(std::uint32_t, std::uint32_t)> progress;
};

struct Ensemble {
  std::vector<Measures> runs;  ///< in order of seed; shorter if it was stopped
  std::uint64_t digest = 0;    ///< the same for any number of workers
};

/// Many histories of one scenario, each with its own seed. The result does not depend on the number
/// of workers: histories share nothing and are put in order of seed.
[[nodiscard]] Ensemble run_ensemble(const scenarios::Scenario& scenario,
                                    const EnsembleOptions& options);

/// Shares of stop, shrink and go on, in this order; they sum to 1 (all 0 when there is no run).
struct FlowShares {
  double stop = 0, shrink = 0, go_on = 0;
};
[[nodiscard]] FlowShares flow_shares(const std::vector<Measures>& runs);

/// Linear interpolation between order statistics (type 7 of Hyndman and Fan 1996); q in [0, 1].
/// Nothing for an empty list.
[[nodiscard]] std::optional<double> quantile(std::vector<double> values, double q);

}  // namespace monazite::lab
