#include <cmath>

#include <agents/strategies/models/scalable_bayesian.hpp>
#include <tests/agents/strategies/models/model_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::ModelDesk;

TEST_CASE("the Bayesian model spans 0 to 1 over all packages") {
  const ModelDesk desk({5, 4});
  ScalableBayesianModel model;
  model.begin(desk.place());
  desk.tell(model, {{0, 0}, {0, 1}, {1, 1}});
  double lowest = 2;
  double highest = -1;
  for (Outcome x = 0; x < desk.agenda().size(); ++x) {
    lowest = std::min(lowest, model.estimate(x));
    highest = std::max(highest, model.estimate(x));
  }
  CHECK(lowest == Approx(0).margin(1e-12));
  CHECK(highest == Approx(1));
  CHECK(model.estimate(desk.package({0, 0})) > model.estimate(desk.package({4, 3})));
}

TEST_CASE("an offer heard before teaches the Bayesian model nothing") {
  const ModelDesk desk({5, 4});
  ScalableBayesianModel model;
  model.begin(desk.place());
  desk.tell(model, {{0, 0}, {1, 2}});
  const double before = model.estimate(desk.package({2, 3}));
  desk.tell(model, {{0, 0}, {1, 2}, {0, 0}});
  CHECK(model.estimate(desk.package({2, 3})) == before);
}

TEST_CASE("the Bayesian model stays sound after thousands of distinct offers") {
  const ModelDesk desk({20, 20, 20}, 8000);
  ScalableBayesianModel model;
  model.begin(desk.place());
  for (std::uint32_t round = 0; round < 8000; ++round) {
    model.observe(desk.turn(round), (round * 7919ULL) % 8000);
  }
  for (Outcome x = 0; x < 8000; x += 37) {
    CHECK(model.estimate(x) >= -1e-12);
    CHECK(model.estimate(x) <= 1 + 1e-12);
  }
}

TEST_CASE("an issue of many levels and one of a single level do not trouble the Bayesian model") {
  const ModelDesk desk({5000, 1, 2});
  ScalableBayesianModel model;
  model.begin(desk.place());
  desk.tell(model, {{4999, 0, 0}, {4990, 0, 0}});
  CHECK(model.estimate(desk.package({4999, 0, 0})) > model.estimate(desk.package({0, 0, 0})));
}
