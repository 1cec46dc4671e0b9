#include <agents/strategies/models/windowed_frequency.hpp>
#include <tests/agents/strategies/models/model_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::ModelDesk;

TEST_CASE("the tail of chi-squared has its tabulated values") {
  CHECK(chi_squared_tail(3.841458820694124, 1) == Approx(0.05));
  CHECK(chi_squared_tail(5.991464547107979, 2) == Approx(0.05));
  CHECK(chi_squared_tail(2.0, 2) == Approx(std::exp(-1.0)));
  CHECK(chi_squared_tail(0, 3) == 1);
}

TEST_CASE("the issue held firm while another was conceded gains weight, the more the earlier") {
  const ModelDesk desk({3, 3}, 40);
  WindowedFrequencyModel::Settings settings;
  settings.window = 10;
  WindowedFrequencyModel model(settings);
  model.begin(desk.place());
  for (std::uint32_t r = 0; r < 10; ++r) model.observe(desk.turn(r), desk.package({2, 2}));
  CHECK(model.weights()[0] == 0.5);
  for (std::uint32_t r = 10; r < 19; ++r) model.observe(desk.turn(r), desk.package({2, 0}));
  CHECK(model.weights()[0] == 0.5);  // the window is not full
  model.observe(desk.turn(19), desk.package({2, 0}));
  const double t = desk.turn(19).time;
  const double credit = 10 * (1 - std::pow(t, 5));
  CHECK(model.weights()[0] == Approx((0.5 + credit) / (1 + credit)));
}

TEST_CASE("values are counts flattened by the exponent") {
  const ModelDesk desk({3, 1});
  WindowedFrequencyModel model;
  model.begin(desk.place());
  desk.tell(model, {{2, 0}, {2, 0}, {2, 0}, {1, 0}});
  CHECK(model.estimate(desk.package({2, 0})) == Approx(1));
  CHECK(model.estimate(desk.package({1, 0})) == Approx(0.5 + 0.5 * std::pow(2.0 / 4.0, 0.25)));
  CHECK(model.estimate(desk.package({0, 0})) == Approx(0.5 + 0.5 * std::pow(1.0 / 4.0, 0.25)));
}

TEST_CASE("without a concession the weights stay") {
  const ModelDesk desk({3, 3}, 40);
  WindowedFrequencyModel::Settings settings;
  settings.window = 5;
  WindowedFrequencyModel model(settings);
  model.begin(desk.place());
  for (std::uint32_t r = 0; r < 40; ++r) model.observe(desk.turn(r), desk.package({2, 1}));
  CHECK(model.weights()[0] == 0.5);
}
