#include <atomic>

#include <tests/support/catch.hpp>
#include <tests/world/lab/played.hpp>
#include <world/lab/ensemble.hpp>

// What lab::run_ensemble does with its threads: a program of its own, for ThreadSanitizer.
using namespace monazite;

namespace {

lab::EnsembleOptions three_seeds(unsigned workers) {
  lab::EnsembleOptions options;
  options.first_seed = 4;
  options.runs = 3;
  options.workers = workers;
  return options;
}

}  // namespace

TEST_CASE("runs come in the order of their seeds, each as if it were alone") {
  const lab::Ensemble ensemble =
      lab::run_ensemble(test_support::short_crisis(), three_seeds(/*workers=*/2));
  REQUIRE(ensemble.runs.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) CHECK(ensemble.runs[i].seed == 4 + i);
  CHECK(ensemble.runs[1].digest == test_support::play(5).digest);
}

TEST_CASE("an ensemble is the same for any number of workers") {
  const lab::Ensemble alone = lab::run_ensemble(test_support::short_crisis(), three_seeds(1));
  const lab::Ensemble crowd = lab::run_ensemble(test_support::short_crisis(), three_seeds(5));
  CHECK(alone.digest != 0);
  CHECK(alone.digest == crowd.digest);
  REQUIRE(alone.runs.size() == crowd.runs.size());
  for (std::size_t i = 0; i < alone.runs.size(); ++i) {
    CHECK(alone.runs[i].digest == crowd.runs[i].digest);
    CHECK(alone.runs[i].price_mean_usd_per_kg == crowd.runs[i].price_mean_usd_per_kg);
  }
}

TEST_CASE("workers tell of their progress one at a time") {
  std::vector<std::uint32_t> told;  // unguarded on purpose: whoever calls at the same time, races
  lab::EnsembleOptions options = three_seeds(3);
  options.progress = [&told](std::uint32_t done, std::uint32_t all) {
    told.push_back(10 * all + done);
  };
  (void)lab::run_ensemble(test_support::short_crisis(), options);
  CHECK(told == std::vector<std::uint32_t>{31, 32, 33});
}

TEST_CASE("a stopped ensemble keeps the seeds before the first that was not played") {
  std::atomic<bool> stop{false};
  lab::EnsembleOptions options = three_seeds(2);
  options.runs = 200;
  options.stop = &stop;
  options.progress = [&stop](std::uint32_t, std::uint32_t) { stop.store(true); };
  const lab::Ensemble ensemble = lab::run_ensemble(test_support::short_crisis(), options);
  CHECK(ensemble.runs.size() >= 1);  // a run that has begun is ended,
  CHECK(ensemble.runs.size() <= 3);  // and hardly another is begun
  for (std::size_t i = 0; i < ensemble.runs.size(); ++i) CHECK(ensemble.runs[i].seed == 4 + i);
}
