#include <tests/support/catch.hpp>
#include <tests/world/lab/played.hpp>
#include <world/lab/ensemble.hpp>

using namespace monazite;

TEST_CASE("quantiles interpolate between order statistics") {
  CHECK_FALSE(lab::quantile({}, 0.5).has_value());
  CHECK(*lab::quantile({3, 1, 2}, 0.5) == 2);
  CHECK(*lab::quantile({1, 2, 3, 4}, 0.5) == 2.5);
  CHECK(*lab::quantile({1, 2}, 0.25) == 1.25);
  CHECK(*lab::quantile({5}, 0.95) == 5);
}

TEST_CASE("runs come in the order of their seeds, each as if it were alone") {
  lab::EnsembleOptions options;
  options.first_seed = 4;
  options.runs = 3;
  options.workers = 2;
  const lab::Ensemble ensemble = lab::run_ensemble(test_support::short_crisis(), options);
  REQUIRE(ensemble.runs.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) CHECK(ensemble.runs[i].seed == 4 + i);
  CHECK(ensemble.runs[1].digest == test_support::play(5).digest);
}

TEST_CASE("shares sum to one") {
  std::vector<lab::Measures> runs(4);
  runs[0].flow = lab::Flow::kStop;
  runs[1].flow = lab::Flow::kShrink;
  const lab::FlowShares shares = lab::flow_shares(runs);
  CHECK(shares.stop == 0.25);
  CHECK(shares.shrink == 0.25);
  CHECK(shares.go_on == 0.5);
}
