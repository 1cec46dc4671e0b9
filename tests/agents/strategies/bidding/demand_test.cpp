#include <limits>

#include <agents/strategies/bidding/demand.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::PartDesk;

namespace {

struct Fixed final : Demand {
  explicit Fixed(double level) : level_(level) {}
  void begin(const Place&) override {}
  [[nodiscard]] double demand(const Turn&, const OpponentModel*) override { return level_; }
  double level_;
};

Outcome offered(const PartDesk& desk, double level, DemandBidding::Pick pick,
                const OpponentModel* model = nullptr) {
  DemandBidding bidding(std::make_unique<Fixed>(level), pick);
  bidding.begin(desk.place());
  return *bidding.propose(desk.turn(0), {}, model);
}

}  // namespace

TEST_CASE("a scale runs from the lowest to the highest utility") {
  const PartDesk desk({-5, 5, 15}, 0);
  Scale scale;
  scale.begin(desk.own());
  CHECK(scale.level(5) == 0.5);
  CHECK(scale.value(0.75) == 10);
  CHECK(scale.floor() == 0.25);
  CHECK(scale.clamp(0.1) == 0.25);
  CHECK(scale.clamp(2) == 1);
  const PartDesk content({3, 3}, -std::numeric_limits<double>::infinity());
  scale.begin(content.own());
  CHECK(scale.level(3) == 1);
  CHECK(scale.floor() == 0);
}

TEST_CASE("a demand becomes a package in one of three ways") {
  using Pick = DemandBidding::Pick;
  const PartDesk desk(monazite::tests::tenths(), 0.35);
  CHECK(offered(desk, 0.52, Pick::kNearest) == 5);
  CHECK(offered(desk, 0.52, Pick::kAtLeast) == 6);
  CHECK(offered(desk, 0.12, Pick::kNearestOfAll) == 1);
  CHECK(offered(desk, 0.12, Pick::kNearest) == 4);
  CHECK(offered(desk, 0.12, Pick::kAtLeast) == 4);
  CHECK(offered(desk, 7, Pick::kAtLeast) == 10);
  const PartDesk hopeless({0.1, 0.3, 0.2}, 0.5);
  CHECK(offered(hopeless, 0.5, Pick::kNearest) == 1);
}

TEST_CASE("with a model a demand becomes what the other side likes best among like packages") {
  const PartDesk desk({0, 0.5, 0.51, 0.52, 0.6, 1});
  const monazite::tests::Insight insight({0, 0.1, 0.3, 0.2, 0.9, 0});
  CHECK(offered(desk, 0.5, DemandBidding::Pick::kAtLeast) == 1);
  CHECK(offered(desk, 0.5, DemandBidding::Pick::kAtLeast, &insight) == 2);
}

TEST_CASE("a mixture weighs its demands") {
  const PartDesk desk(monazite::tests::tenths(), 0.2);
  std::vector<Mixture::Part> parts;
  parts.push_back({std::make_unique<Fixed>(1.0), 3});
  parts.push_back({std::make_unique<Fixed>(-4.0), 1});  // clamped to 0.2
  Mixture mixture(std::move(parts));
  mixture.begin(desk.place());
  CHECK(mixture.demand(desk.turn(0), nullptr) == Approx(0.8));
}
