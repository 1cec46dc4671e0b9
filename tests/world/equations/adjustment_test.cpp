#include <cmath>

#include <tests/support/catch.hpp>
#include <world/equations/adjustment.hpp>

using namespace monazite::equations;

TEST_CASE("Plants run at normal at their cost and never beyond full use") {
  CHECK(utilisation(58, 58, 0.24, 1.15) == Approx(1));
  CHECK(utilisation(29, 58, 0.24, 1.15) == Approx(std::pow(0.5, 0.24)));
  CHECK(utilisation(5800, 58, 0.24, 1.15) == Approx(1.15));
}

TEST_CASE("Demand falls with its short-run elasticity") {
  CHECK(demand_factor(58, 58, 0.2) == Approx(1));
  CHECK(demand_factor(116, 58, 0.2) == Approx(std::pow(2.0, -0.2)));
}

TEST_CASE("Substitution never exceeds its cap in a year") {
  double intensity = 1;
  for (int month = 0; month < 12; ++month) intensity = next_intensity(intensity, 50, 0.8, 2, 0.1);
  CHECK(intensity == Approx(std::exp(-0.1)));
}

TEST_CASE("Intensity settles where the long-run elasticity says") {
  double intensity = 1;
  for (int month = 0; month < 900; ++month) {
    intensity = next_intensity(intensity, 1.5, 0.8, 60, 0.1);
  }
  CHECK(intensity == Approx(std::pow(1.5, -0.8)).epsilon(1e-3));
}

TEST_CASE("Capacity grows above cost, shrinks below it, within its cap") {
  CHECK(next_capacity(1, 1, 48, 0.04) == Approx(1));
  CHECK(next_capacity(1, 1.1, 48, 0.04) > 1);
  CHECK(next_capacity(1, 0.9, 48, 0.04) < 1);
  CHECK(next_capacity(1, 100, 48, 0.04) == Approx(std::exp(0.04 / 12)));
}

TEST_CASE("Hoarding raises the target stock with the risk") {
  CHECK(target_stock(100, 60, 0.6, 0) == Approx(200));
  CHECK(target_stock(100, 60, 0.6, 1) == Approx(320));
  CHECK(target_stock(100, 60, 0, 1) == Approx(200));
}

TEST_CASE("An order covers use and a part of the gap, and is never negative") {
  CHECK(order(100, 200, 200, 3, 0) == Approx(100));
  CHECK(order(100, 230, 200, 3, 20) == Approx(90));
  CHECK(order(100, 200, 900, 3, 0) == 0);
}
