#include <functional>

#include <agents/strategies/models/concession_ratio.hpp>
#include <agents/strategies/models/hardheaded.hpp>
#include <agents/strategies/models/scalable_bayesian.hpp>
#include <agents/strategies/models/smith.hpp>
#include <agents/strategies/models/windowed_frequency.hpp>
#include <tests/agents/strategies/models/model_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::ModelDesk;

namespace {

std::vector<std::unique_ptr<OpponentModel>> all_models() {
  std::vector<std::unique_ptr<OpponentModel>> models;
  models.push_back(std::make_unique<HardHeadedModel>());
  models.push_back(std::make_unique<HardHeadedModel>(HardHeadedModel::Form::kGenius));
  models.push_back(std::make_unique<SmithModel>());
  models.push_back(std::make_unique<ScalableBayesianModel>());
  models.push_back(std::make_unique<WindowedFrequencyModel>());
  models.push_back(std::make_unique<ConcessionRatioModel>());
  return models;
}

void feed(const ModelDesk& desk, OpponentModel& model) {
  for (std::uint32_t round = 0; round < 100; ++round) {
    model.observe(desk.turn(round), (round * 5ULL + round / 7) % desk.agenda().size());
  }
}

}  // namespace

TEST_CASE("estimates of many packages at once are those one by one, to the last bit") {
  const ModelDesk desk({3, 1, 4, 2});
  for (const auto& model : all_models()) {
    model->begin(desk.place());
    feed(desk, *model);
    for (const Outcome first : {0UL, 1UL, 5UL, 23UL}) {
      std::vector<double> many(desk.agenda().size() - first);
      model->fill(first, many);
      for (std::size_t k = 0; k < many.size(); ++k) CHECK(many[k] == model->estimate(first + k));
    }
  }
}

TEST_CASE("a model that begins again has forgotten everything") {
  const ModelDesk desk({3, 4, 2});
  for (const auto& model : all_models()) {
    model->begin(desk.place());
    feed(desk, *model);
    std::vector<double> once(desk.agenda().size());
    model->fill(0, once);
    model->begin(desk.place());
    feed(desk, *model);
    std::vector<double> twice(desk.agenda().size());
    model->fill(0, twice);
    CHECK(once == twice);
  }
}

TEST_CASE("weights sum to 1 and no estimate leaves 0 to 1") {
  const ModelDesk desk({3, 4, 2});
  for (const auto& model : all_models()) {
    model->begin(desk.place());
    feed(desk, *model);
    double sum = 0;
    for (const double weight : model->weights()) sum += weight;
    CHECK(sum == Approx(1).margin(0.02));
    for (Outcome x = 0; x < desk.agenda().size(); ++x) {
      CHECK(model->estimate(x) >= -1e-9);
      CHECK(model->estimate(x) <= 1.02);
    }
  }
}
