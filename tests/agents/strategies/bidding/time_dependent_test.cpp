#include <agents/strategies/bidding/time_dependent.hpp>
#include <tests/agents/strategies/part_desk.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;
using monazite::tests::PartDesk;

namespace {

std::shared_ptr<AspirationBand> linear_band() {
  return std::make_shared<AspirationBand>(std::make_unique<TimeDependent>(1.0));
}

}  // namespace

TEST_CASE("the band of NegMAS lies a thousandth below the curve and inside the zone") {
  const PartDesk desk(monazite::tests::tenths(), 0.2);
  const auto band = linear_band();
  band->begin(desk.place());
  CHECK(band->lowest(0.5) == Approx(0.6 - 1e-3).epsilon(1e-12));
  CHECK(band->highest() == 1);
  CHECK(band->lowest(1.0) == 0.2);
  CHECK(band->lowest(0.0) == Approx(1 - 1e-3).epsilon(1e-12));
}

TEST_CASE("NegMAS' bidding offers the lowest package in its band, the best when none is rational") {
  const PartDesk desk(monazite::tests::tenths(), 0.2);
  AspirationBidding bidding(linear_band());
  bidding.begin(desk.place());
  CHECK(bidding.propose(desk.at(0.5), {}, nullptr) == Outcome{6});
  CHECK(bidding.propose(desk.at(0.55), {}, nullptr) == Outcome{6});
  CHECK(bidding.propose(desk.at(1), {}, nullptr) == Outcome{2});
  CHECK(bidding.propose(desk.at(0), {}, nullptr) == Outcome{10});
  const PartDesk hopeless({0.1, 0.3, 0.2}, 0.5);
  bidding.begin(hopeless.place());
  CHECK(bidding.propose(hopeless.at(1), {}, nullptr) == Outcome{1});
}

TEST_CASE("a curve is a demand between the reservation value and the best, or over all") {
  const PartDesk desk({0, 5, 10}, 2);
  CurveDemand rational(std::make_unique<Polynomial>(1.0));
  CurveDemand all(std::make_unique<Polynomial>(1.0), CurveDemand::Range::kAll);
  rational.begin(desk.place());
  all.begin(desk.place());
  CHECK(rational.demand(desk.at(0.5), nullptr) == Approx(0.6));
  CHECK(all.demand(desk.at(0.5), nullptr) == Approx(0.5));
}
