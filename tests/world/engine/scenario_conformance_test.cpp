#include <set>
#include <string>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <world/engine/history.hpp>
#include <world/lab/ensemble.hpp>

using namespace monazite;

namespace {

/// What any scenario must show, whatever it is about.
class Conformance final : public engine::Witness {
 public:
  void on_envelope(const v1::Envelope& envelope) override {
    if (envelope.id() != ++messages) gaps = true;
    if (envelope.has_refusal()) ++refusals;
    if (envelope.has_clause_status()) {
      clauses.insert(static_cast<int>(envelope.clause_status().clause()));
    }
  }
  void on_month(base::Day, const v1::WorldSnapshot& snapshot, const v1::StateHash& hash) override {
    if (snapshot.names_size() > 0) names.assign(snapshot.names().begin(), snapshot.names().end());
    if (static_cast<std::size_t>(snapshot.values_size()) != names.size()) gaps = true;
    for (int i = 0; i < snapshot.values_size(); ++i) {
      const std::string& name = names[static_cast<std::size_t>(i)];
      const double value = snapshot.values(i);
      if (!(value == value)) broken.insert(name + " is not a number");
      const bool mass = name.size() > 2 && name.substr(name.size() - 2) == "_t";
      if (mass && value < -1e-9) broken.insert(name + " is negative");
    }
    if (hash.hash() != snapshot.state_hash()) gaps = true;
    ++months;
  }
  std::uint64_t messages = 0, refusals = 0;
  std::uint32_t months = 0;
  bool gaps = false;
  std::set<int> clauses;
  std::set<std::string> broken;
  std::vector<std::string> names;
};

}  // namespace

TEST_CASE("every scenario that comes with the program plays to its end and keeps the rules") {
  for (const scenarios::Listed& listed : scenarios::list_builtin()) {
    INFO(listed.name);
    const scenarios::Scenario scenario = test_support::scenario(listed.name.c_str());
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      INFO("seed " << seed);
      engine::HistoryOptions options;
      options.seed = seed;
      Conformance conformance;
      engine::History history(scenario, options);
      history.add_witness(conformance);
      CHECK(history.run());
      CHECK_FALSE(conformance.gaps);
      CHECK(conformance.refusals == 0);
      CHECK(conformance.broken == std::set<std::string>{});
      CHECK(conformance.messages == history.messages());
      CHECK(conformance.clauses.size() >= 3);
      CHECK(static_cast<int>(conformance.months) ==
            base::months_between(scenario.first_day, scenario.last_day) + 1);
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
