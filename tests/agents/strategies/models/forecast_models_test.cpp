#include <agents/strategies/models/forecast_models.hpp>
#include <tests/agents/strategies/models/model_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::ModelDesk;

namespace {

/// Offers on a single price of 101 levels that concede to the listener, linearly in time.
void concede(const ModelDesk& desk, OpponentModel& model, double until, double slope) {
  const auto rounds = static_cast<std::uint32_t>(until * 100);
  for (std::uint32_t round = 0; round < rounds; ++round) {
    model.observe(desk.turn(round), static_cast<Outcome>(100 * slope * desk.turn(round).time));
  }
}

}  // namespace

TEST_CASE("regression says what a steady opponent will offer at the end") {
  const ModelDesk desk({101}, 100);
  RegressionForecastModel model;
  model.begin(desk.place());
  CHECK_FALSE(model.outlook());
  concede(desk, model, 0.6, 0.7);
  const auto outlook = model.outlook();
  REQUIRE(outlook);
  CHECK(outlook->reservation == Approx(0.7).margin(0.02));
  CHECK(outlook->deadline == 1);
  CHECK(outlook->exponent == Approx(1).margin(0.05));
}

TEST_CASE("an opponent that reaches the own best early is given that deadline") {
  const ModelDesk desk({101}, 100);
  RegressionForecastModel model;
  model.begin(desk.place());
  concede(desk, model, 0.4, 2.0);
  const auto outlook = model.outlook();
  REQUIRE(outlook);
  CHECK(outlook->reservation == 1);
  CHECK(outlook->deadline == Approx(0.5).margin(0.03));
}

TEST_CASE("the Bayesian forecast has heard enough after three offers and stays in its ranges") {
  const ModelDesk desk({101}, 100);
  BayesianForecastModel model(1.5);
  model.begin(desk.place());
  concede(desk, model, 0.02, 0.8);
  CHECK_FALSE(model.outlook());
  model.begin(desk.place());
  concede(desk, model, 0.7, 0.8);
  const auto outlook = model.outlook();
  REQUIRE(outlook);
  CHECK(outlook->reservation > 0.5);
  CHECK(outlook->reservation <= 1);
  CHECK(outlook->deadline > 0.7);
  CHECK(outlook->deadline <= 1.5);
}

TEST_CASE("forecasts judge packages as if the game were zero-sum") {
  const ModelDesk desk({5});
  RegressionForecastModel regression;
  BayesianForecastModel bayesian;
  regression.begin(desk.place());
  bayesian.begin(desk.place());
  CHECK(regression.estimate(1) == 0.75);
  CHECK(bayesian.estimate(1) == 0.75);
}
