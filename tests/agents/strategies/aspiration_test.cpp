#include <agents/strategies/aspiration.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;

TEST_CASE("a time-dependent demand falls from all to nothing along 1 - t^e") {
  for (const double e : {0.25, 0.6, 1.0, 2.5, 4.0}) {
    const TimeDependent tactic(e);
    CHECK(tactic.demand(0) == 1);
    CHECK(tactic.demand(1) == 0);
    CHECK(tactic.demand(0.5) == Approx(1 - std::pow(0.5, e)));
    for (int i = 0; i < 20; ++i) CHECK(tactic.demand(i / 20.0) > tactic.demand((i + 1) / 20.0));
  }
}

TEST_CASE("a larger exponent holds firmer at any time in between") {
  for (int i = 1; i < 10; ++i) {
    CHECK(TimeDependent(4).demand(i / 10.0) > TimeDependent(1).demand(i / 10.0));
    CHECK(TimeDependent(1).demand(i / 10.0) > TimeDependent(0.25).demand(i / 10.0));
  }
}

TEST_CASE("time outside its range counts as its ends") {
  CHECK(TimeDependent(2).demand(-1) == 1);
  CHECK(TimeDependent(2).demand(7) == 0);
}

TEST_CASE("a hardliner never concedes") {
  CHECK(Hardliner().demand(1) == 1);
}

TEST_CASE("an aspiration stays between no deal and the best package whatever the rounding") {
  // 0.1 + (0.7 - 0.1) is not 0.7 in binary.
  for (const double best : {0.7, 1e9 + 0.1, 0.30000000000000004}) {
    CHECK(aspiration_value(1, 0.1, best) <= best);
    CHECK(aspiration_value(1, 0.1, best) == Approx(best));
    CHECK(aspiration_value(0, 0.1, best) == 0.1);
  }
  CHECK(aspiration_value(0.25, -10, 30) == 0);
}

TEST_CASE("Faratin's polynomial has the inverse exponent and an opening concession") {
  CHECK(Polynomial(0.5).demand(0.5) == Approx(TimeDependent(2).demand(0.5)));
  CHECK(Polynomial(1, 0.2).demand(0) == Approx(0.8));
  CHECK(Polynomial(1, 0.2).demand(1) == Approx(0));
  CHECK(Polynomial(0, 0.2).demand(0.99) == Approx(0.8));  // Genius' e = 0
}

TEST_CASE("Faratin's exponential opens with kappa and ends with nothing left to concede") {
  const Exponential curve(2, 0.1);
  CHECK(curve.demand(0) == Approx(0.9));
  CHECK(curve.demand(0.5) == Approx(1 - std::pow(0.1, 0.25)));
  CHECK(curve.demand(1) == Approx(0).margin(1e-15));
}

TEST_CASE("NegMAS' exponential aspiration runs from one to nothing") {
  const ExponentialAspiration curve(0.725);
  CHECK(curve.demand(0) == Approx(1));
  CHECK(curve.demand(0.5) == Approx((std::exp(std::pow(0.5, 0.725)) - 1) / (std::exp(1) - 1)));
  CHECK(curve.demand(1) == 0);
}
