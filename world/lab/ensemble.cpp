#include <algorithm>
#include <cmath>
#include <mutex>
#include <thread>

#include <protocol/base/hash.hpp>
#include <world/engine/history.hpp>
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
  std::vector<char> done(options.runs, 0);
  std::atomic<std::uint32_t> next{0};
  std::mutex progress_lock;
  std::uint32_t finished = 0;
  const auto work = [&] {
    for (;;) {
      const std::uint32_t i = next.fetch_add(1);
      if (i >= options.runs || (options.stop != nullptr && options.stop->load())) return;
      ensemble.runs[i] = play_one(scenario, options.first_seed + i);
      done[i] = 1;
      if (!options.progress) continue;
      const std::lock_guard<std::mutex> guard(progress_lock);
      options.progress(++finished, options.runs);
    }
  };
  const unsigned workers =
      options.workers > 0 ? options.workers : std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < workers; ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();

  // Keep the seeds up to the first that was not played, so that a stopped ensemble has no holes.
  const auto hole = std::find(done.begin(), done.end(), 0);
  ensemble.runs.resize(static_cast<std::size_t>(hole - done.begin()));
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
