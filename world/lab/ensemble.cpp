#include <algorithm>
#include <cmath>

#include <protocol/base/hash.hpp>
#include <world/engine/history.hpp>
#include <world/lab/detail/parallel.hpp>
#include <world/lab/ensemble.hpp>

namespace monazite::lab {
namespace {

Measures play_one(const scenarios::Scenario& scenario, std::uint64_t seed) {
  engine::HistoryOptions options;
  options.seed = seed;
  engine::History history(scenario, options);
  Chronicle chronicle;
  ChronicleWitness witness(chronicle);
  history.add_witness(witness);
  history.run();
  Measures measures = measure(chronicle, scenario);
  measures.digest = history.digest();
  return measures;
}

}  // namespace

Ensemble run_ensemble(const scenarios::Scenario& scenario, const EnsembleOptions& options) {
  Ensemble ensemble;
  ensemble.runs.resize(options.runs);
  const std::uint32_t played = detail::for_each_index(
      options.runs, {options.workers, options.stop, options.progress},
      [&](std::uint32_t i) { ensemble.runs[i] = play_one(scenario, options.first_seed + i); });
  ensemble.runs.resize(played);
  base::Hasher hasher;
  for (const Measures& run : ensemble.runs) hasher.add(run.digest);
  ensemble.digest = hasher.value();
  return ensemble;
}

FlowShares flow_shares(const std::vector<Measures>& runs) {
  FlowShares shares;
  if (runs.empty()) return shares;
  const double each = 1.0 / static_cast<double>(runs.size());
  for (const Measures& run : runs) {
    (run.flow == Flow::kStop     ? shares.stop
     : run.flow == Flow::kShrink ? shares.shrink
                                 : shares.go_on) += each;
  }
  return shares;
}

std::optional<double> quantile(std::vector<double> values, double q) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const double at = q * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(at));
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

}  // namespace monazite::lab
