#include <map>

#include <agents/strategies/competition/standpoint.hpp>
#include <agents/strategies/models/simple_models.hpp>
#include <tests/agents/strategies/models/model_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::strategies;
using tests::ModelDesk;

TEST_CASE("packages are chosen by level among those no worse than no deal") {
  const ModelDesk desk({11}, 100, 0.35);
  Standpoint view;
  view.begin(desk.place());
  CHECK(view.floor() == Approx(0.35));
  CHECK(view.lowest_from(0.0) == 4);
  CHECK(view.lowest_from(0.71) == 8);
  CHECK(view.lowest_from(1.5) == 10);
}

TEST_CASE("a random package comes from all above the level, and the same in the same round") {
  const ModelDesk desk({11}, 100);
  Standpoint view;
  view.begin(desk.place());
  constexpr base::Purpose kTest{"tests.standpoint"};
  std::map<Outcome, int> drawn;
  for (std::uint32_t round = 0; round < 100; ++round) {
    const Outcome outcome = view.random_from(0.75, desk.turn(round), kTest);
    CHECK(outcome == view.random_from(0.75, desk.turn(round), kTest));
    drawn[outcome] += 1;
  }
  CHECK(drawn.size() == 3);
  CHECK(drawn.begin()->first == 8);
}

TEST_CASE(
    "of packages alike the one best for the other side is chosen, without a model the lowest") {
  const ModelDesk desk({11}, 100);
  Standpoint view;
  view.begin(desk.place());
  OppositeModel model;
  model.begin(desk.place());
  CHECK(view.best_for_other(0.55, 0.85, &model) == 6);
  UniformModel uniform;
  uniform.begin(desk.place());
  CHECK(view.best_for_other(0.55, 0.8, &uniform) == 8);
  CHECK(view.best_for_other(0.55, 0.85, nullptr) == 6);
  CHECK(view.best_for_other(0.61, 0.62, &model) == 7);
}

TEST_CASE("an offer told twice is heard once") {
  class Counting final : public Standpoint {
   public:
    int heard = 0;

   private:
    void learn(const Bid&) override { ++heard; }
  };
  const ModelDesk desk({11}, 100);
  Counting view;
  view.begin(desk.place());
  for (std::uint32_t round = 0; round < 3; ++round) {
    const Bid bid{desk.turn(round), round, desk.own().value(round), 0};
    view.hear(bid);
    view.hear(bid);
  }
  CHECK(view.heard == 3);
  CHECK(view.best_received()->outcome == 2);
}

TEST_CASE("a discount is told over the whole negotiation") {
  using preferences::Discount;
  Standpoint view;
  const ModelDesk none({11}, 10);
  view.begin(none.place());
  CHECK(view.discount() == 1);
  const ModelDesk by_time({11}, 10, 0, {Discount::Kind::kPerTime, 0.5, true});
  view.begin(by_time.place());
  CHECK(view.discount() == 0.5);
  const ModelDesk by_round({11}, 10, 0, {Discount::Kind::kPerRound, 0.9, true});
  view.begin(by_round.place());
  CHECK(view.discount() == Approx(std::pow(0.9, 10)));
}
