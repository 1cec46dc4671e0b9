#include <agents/strategies/models/simple_models.hpp>
#include <tests/agents/reference_case.hpp>
#include <tests/agents/strategies/models/model_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::ModelDesk;

TEST_CASE("the uniform model makes no difference between packages") {
  const ModelDesk desk({3, 2});
  UniformModel model;
  model.begin(desk.place());
  desk.tell(model, {{2, 1}, {2, 0}});
  CHECK(model.estimate(0) == model.estimate(5));
  CHECK(model.weights() == std::vector<double>{0.5, 0.5});
}

TEST_CASE("the opposite model mirrors the own utility on 0 to 1") {
  const ModelDesk desk({3, 2});
  OppositeModel model;
  model.begin(desk.place());
  CHECK(model.estimate(desk.package({0, 0})) == 1);
  CHECK(model.estimate(desk.package({2, 1})) == 0);
  CHECK(model.estimate(desk.package({1, 0})) == Approx(0.75));
}

TEST_CASE("the perfect model repeats the truth it was given") {
  const monazite::preferences::Domain domain = monazite::tests::as_genius_reads("allocation");
  const auto truth = std::make_shared<const monazite::preferences::UtilityTable>(
      domain.agenda, domain.profiles[1]);
  const monazite::preferences::UtilityTable mine(domain.agenda, domain.profiles[0]);
  const OwnPreferences own(mine);
  Place place;
  place.own = &own;
  PerfectModel model(truth);
  model.begin(place);
  double sum = 0;
  for (const double weight : model.weights()) sum += weight;
  CHECK(sum == Approx(1));
  for (Outcome x = 0; x < domain.agenda.size(); ++x) CHECK(model.estimate(x) == truth->value(x));
}
