#include <agents/strategies/models/smith.hpp>
#include <tests/agents/strategies/models/model_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::ModelDesk;

TEST_CASE("Smith's model is made of the shares of the offers") {
  const ModelDesk desk({3, 2});
  SmithModel model;
  model.begin(desk.place());
  CHECK(model.estimate(desk.package({0, 0})) == 0);
  desk.tell(model, {{2, 1}, {2, 0}, {1, 0}, {2, 0}});
  // Largest shares 3/4 and 3/4.
  CHECK(model.weights()[0] == Approx(0.5));
  CHECK(model.estimate(desk.package({2, 0})) == Approx(0.75));
  CHECK(model.estimate(desk.package({1, 1})) == Approx(0.25));
  CHECK(model.estimate(desk.package({0, 1})) == Approx(0.125));
}
