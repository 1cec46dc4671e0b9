#include <array>
#include <cmath>

#include <tests/support/catch.hpp>
#include <world/equations/shapes.hpp>

using namespace monazite::equations;

TEST_CASE("The logistic is a half at zero, symmetric and safe far out") {
  CHECK(logistic(0) == Approx(0.5));
  CHECK(logistic(2) + logistic(-2) == Approx(1.0));
  CHECK(logistic(800) == Approx(1.0));
  CHECK(logistic(-800) >= 0);
  CHECK(logistic(-800) < 1e-300);
}

TEST_CASE("Clip keeps a number within its bounds") {
  CHECK(clip(5, 0, 1) == 1);
  CHECK(clip(-5, 0, 1) == 0);
  CHECK(clip(0.25, 0, 1) == 0.25);
  CHECK(positive_part(-3) == 0);
  CHECK(positive_part(3) == 3);
}

TEST_CASE("The parts of a sum count by their own weights, and the sum has no jump") {
  const std::array<double, 2> steps = {10, 30};
  const std::array<double, 3> weights = {0.85, 1.1, 1.5};
  CHECK(counted_in_steps(0, steps, weights) == 0);
  CHECK(counted_in_steps(4, steps, weights) == Approx(4 * 0.85));
  CHECK(counted_in_steps(10, steps, weights) == Approx(8.5));
  CHECK(counted_in_steps(25, steps, weights) == Approx(8.5 + 15 * 1.1));
  CHECK(counted_in_steps(40, steps, weights) == Approx(8.5 + 20 * 1.1 + 10 * 1.5));
  CHECK(counted_in_steps(30 + 1e-9, steps, weights) ==
        Approx(counted_in_steps(30, steps, weights)));
}

TEST_CASE("A price floor is worth what integrating the lognormal says") {
  const double mean = 60;
  const double sd = 0.35;
  for (const double floor : {30.0, 60.0, 110.0}) {
    // Midpoint rule over the logarithm, eight standard deviations wide.
    double sum = 0;
    const int steps = 40000;
    for (int i = 0; i < steps; ++i) {
      const double z = -8 + 16.0 * (i + 0.5) / steps;
      const double price = mean * std::exp(sd * z - 0.5 * sd * sd);
      const double density = std::exp(-0.5 * z * z) / std::sqrt(2 * 3.14159265358979323846);
      sum += std::max(price, floor) * density * 16.0 / steps;
    }
    CHECK(mean_price_with_floor(mean, floor, sd) == Approx(sum).epsilon(1e-6));
  }
}

TEST_CASE("A floor of zero adds nothing and a higher floor never less") {
  CHECK(mean_price_with_floor(60, 0, 0.35) == 60);
  CHECK(mean_price_with_floor(60, 70, 0) == 70);
  double before = 60;
  for (double floor = 10; floor <= 160; floor += 10) {
    const double now = mean_price_with_floor(60, floor, 0.35);
    CHECK(now >= before);
    CHECK(now >= floor);
    before = now;
  }
}
