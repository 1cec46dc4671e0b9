#include <set>
#include <string>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <tests/world/engine/scenario_kit.hpp>
#include <world/lab/ensemble.hpp>

using namespace monazite;

TEST_CASE("more seeds of every scenario keep the rules") {
  for (const scenarios::Listed& listed : scenarios::list_builtin()) {
    INFO(listed.name);
    const scenarios::Scenario scenario = test_support::scenario(listed.name.c_str());
    for (std::uint64_t seed = 2; seed <= 4; ++seed) {
      INFO("seed " << seed);
      CHECK(test_support::faults_in_history(scenario, seed) == std::vector<std::string>{});
    }
  }
}

TEST_CASE(
    "a hundred seeds of june-2025 show more than one outcome and no broken promise of the rules") {
  lab::EnsembleOptions options;
  options.runs = 100;
  const lab::Ensemble ensemble = lab::run_ensemble(test_support::june_2025(), options);
  REQUIRE(ensemble.runs.size() == 100);
  const lab::FlowShares shares = lab::flow_shares(ensemble.runs);
  CHECK((shares.stop > 0.05) + (shares.shrink > 0.05) + (shares.go_on > 0.05) >= 2);
  for (const lab::Measures& run : ensemble.runs) {
    INFO("seed " << run.seed);
    CHECK(run.signed_below_reservation == 0);
    CHECK(run.negative_stocks == 0);
    CHECK(run.clauses_in_limbo == 0);
  }
}

TEST_CASE("an ensemble is the same for any number of threads") {
  const scenarios::Scenario scenario =
      test_support::scenario("june-2025", {"calendar.last_day=2027-12-31"});
  std::set<std::uint64_t> digests;
  for (const unsigned workers : {1U, 2U, 4U}) {
    lab::EnsembleOptions options;
    options.runs = 10;
    options.workers = workers;
    digests.insert(lab::run_ensemble(scenario, options).digest);
  }
  CHECK(digests.size() == 1);
}
