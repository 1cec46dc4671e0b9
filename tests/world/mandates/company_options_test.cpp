#include <tests/support/catch.hpp>
#include <world/equations/shapes.hpp>
#include <world/mandates/company_options.hpp>

using namespace monazite;
using mandates::flexibility_worth;
using mandates::lognormal_call;
using mandates::lognormal_put;

TEST_CASE("A call at the money is worth what Black's formula says") {
  // F (2 N(sd/2) - 1) with N(0.1) = 0.539827837277029
  CHECK(lognormal_call(100, 100, 0.2) == Approx(7.9655674554).epsilon(1e-9));
}

TEST_CASE("A call less a put is the forward less the strike") {
  for (const double strike : {1.0, 40.0, 60.0, 150.0, 900.0}) {
    const double difference = lognormal_call(60, strike, 0.35) - lognormal_put(60, strike, 0.35);
    CHECK(difference == Approx(60 - strike).margin(1e-9));
  }
}

TEST_CASE("A floor pays the price and a put") {
  for (const double floor : {0.0, 50.0, 90.0, 130.0}) {
    CHECK(equations::mean_price_with_floor(60, floor, 0.35) ==
          Approx(60 + lognormal_put(60, floor, 0.35)).margin(1e-9));
  }
}

TEST_CASE("An option is worth more when the price is less certain") {
  CHECK(lognormal_call(60, 150, 0.5) > lognormal_call(60, 150, 0.35));
  CHECK(lognormal_put(60, 50, 0.5) > lognormal_put(60, 50, 0.35));
}

TEST_CASE("Options with nothing to decide are worth the plain difference") {
  CHECK(lognormal_call(60, 0, 0.35) == 60);
  CHECK(lognormal_call(60, 50, 0) == 10);
  CHECK(lognormal_put(60, 0, 0.35) == 0);
  CHECK(lognormal_put(60, 70, 0) == 10);
  CHECK(lognormal_put(0, 70, 0.35) == 70);
  CHECK(lognormal_call(0, 70, 0.35) == 0);
}

TEST_CASE("The right to more or less is close to a call at the money") {
  CHECK(flexibility_worth(60, 0.35) == Approx(lognormal_call(60, 60, 0.35)).epsilon(0.02));
}
