#include <agents/strategies/models/hardheaded.hpp>
#include <tests/agents/strategies/models/model_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::ModelDesk;

TEST_CASE("HardHeaded as published follows its formula") {
  const ModelDesk desk({3, 2});
  HardHeadedModel model;
  model.begin(desk.place());
  desk.tell(model, {{2, 1}, {2, 0}});
  // gamma = 0.2 / 2 = 0.1, one issue unchanged: total 1.1, cap 1 - 0.2 / 1.1.
  CHECK(model.weights()[0] == Approx(0.6 / 1.1));
  CHECK(model.weights()[1] == Approx(0.5 / 1.1));
  // Only the second offer is counted: (2, 0) has the largest count on both issues.
  CHECK(model.estimate(desk.package({2, 0})) == Approx(1.1 / 1.1));
  CHECK(model.estimate(desk.package({0, 1})) == Approx(0.5));
}

TEST_CASE("an issue that holds nearly all the weight grows no more") {
  const ModelDesk desk({3, 2});
  HardHeadedModel model(HardHeadedModel::Form::kPublished, 1.0);
  model.begin(desk.place());
  // gamma = 0.5: the cap is 1 - 1 / 1.5 = 1 / 3, under the initial weight of 1 / 2.
  desk.tell(model, {{2, 1}, {2, 0}});
  CHECK(model.weights()[0] == Approx(0.5 / 1.5));
}

TEST_CASE("Genius' levelling keeps the sum of the weights near 1") {
  const ModelDesk desk({3, 2, 4});
  HardHeadedModel published;
  HardHeadedModel genius(HardHeadedModel::Form::kGenius);
  published.begin(desk.place());
  genius.begin(desk.place());
  for (std::uint32_t round = 0; round < 50; ++round) {
    const auto offer = desk.package({2, round % 2, round % 3});
    published.observe(desk.turn(round), offer);
    genius.observe(desk.turn(round), offer);
  }
  double sum = 0;
  double apart = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    sum += genius.weights()[i];
    apart = std::max(apart, std::abs(genius.weights()[i] - published.weights()[i]));
  }
  CHECK(sum == Approx(1).margin(0.02));
  CHECK(apart > 1e-6);
}
