#include <agents/strategies/models/concession_ratio.hpp>
#include <tests/agents/strategies/models/model_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::ModelDesk;

TEST_CASE("the issue that moves more weighs less, by the formula of the header") {
  const ModelDesk desk({5, 3});
  ConcessionRatioModel model;
  model.begin(desk.place());
  desk.tell(model, {{4, 2}, {3, 2}, {2, 2}, {0, 2}});
  // Movements 3 and 0: 1 / r in proportion to 1 / 4 and 1.
  CHECK(model.weights()[0] == Approx(0.2));
  CHECK(model.weights()[1] == Approx(0.8));
}

TEST_CASE("numeric distance counts the size of a step over the range of the issue") {
  const ModelDesk desk({5, 3});
  ConcessionRatioModel model(ConcessionRatioModel::Distance::kNumeric);
  model.begin(desk.place());
  desk.tell(model, {{4, 2}, {3, 2}});
  CHECK(model.weights()[0] == Approx((1 / 1.25) / (1 / 1.25 + 1)));
}

TEST_CASE("levels offered later are worth less, those never offered nothing") {
  const ModelDesk desk({3, 1}, 9);
  ConcessionRatioModel model;
  model.begin(desk.place());
  desk.tell(model, {{2, 0}, {2, 0}, {1, 0}});
  const double weight = model.weights()[0];
  const double other = model.weights()[1];
  CHECK(model.estimate(desk.package({2, 0})) == Approx(1));
  CHECK(model.estimate(desk.package({1, 0})) == Approx(weight * 0.7 + other));
  CHECK(model.estimate(desk.package({0, 0})) == Approx(other));
}
