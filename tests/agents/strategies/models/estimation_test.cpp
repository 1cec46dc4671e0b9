#include <agents/strategies/models/bid_list.hpp>
#include <agents/strategies/models/estimation.hpp>
#include <agents/strategies/models/hardheaded.hpp>
#include <agents/strategies/models/simple_models.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::strategies;

namespace {

/// A reference case with its offers, of party 1 to party 0.
struct Case {
  explicit Case(const std::string& name)
      : domain(tests::as_genius_reads(name)),
        tables(preferences::tables_of(domain)),
        own(*tables[0]),
        bids(read_bid_file(tests::reference_path(name, "opponent_bids.tsv"), domain.agenda)) {
    REQUIRE(bids);
  }
  Estimation estimate(OpponentModel& model, const std::vector<Outcome>& probes = {}) const {
    return estimate_from(model, own, *tables[1], *bids, probes,
                         static_cast<std::uint32_t>(bids->size()));
  }

  preferences::Domain domain;
  std::vector<std::unique_ptr<preferences::UtilityTable>> tables;
  OwnPreferences own;
  base::Result<std::vector<Outcome>> bids;
};

}  // namespace

TEST_CASE("an estimation notes weights and probes after each offer") {
  const Case there("allocation");
  HardHeadedModel model;
  const Estimation estimation = there.estimate(model, {0, 3});
  REQUIRE(estimation.steps.size() == there.bids->size());
  CHECK(estimation.steps.front().bid == there.bids->front());
  CHECK(estimation.steps.front().weights[0] == Approx(1.0 / 3));
  CHECK(estimation.steps.back().weights == model.weights());
  CHECK(estimation.steps.back().estimates ==
        std::vector<double>{model.estimate(0), model.estimate(3)});
  CHECK_FALSE(estimation.steps.back().outlook);
}

TEST_CASE("the perfect model has no error and the uniform one no correlation") {
  const Case there("narrow_zone");
  const std::shared_ptr<const preferences::UtilityTable> truth(std::shared_ptr<const void>(),
                                                               there.tables[1].get());
  PerfectModel perfect(truth);
  const auto best = there.estimate(perfect).accuracy;
  CHECK(best.rmse == Approx(0).margin(1e-12));
  CHECK(best.kendall.value() == Approx(1));
  UniformModel uniform;
  const auto none = there.estimate(uniform).accuracy;
  CHECK(none.rmse > 0.1);
  CHECK_FALSE(none.kendall);
}
