#include <cmath>

#include <tests/support/catch.hpp>
#include <world/equations/prices.hpp>

using namespace monazite::equations;

TEST_CASE("At its normal cover a pool's price is the expected one") {
  CHECK(cover_price(58, 3, 3, 0.6) == Approx(58));
}

TEST_CASE("Half the cover raises the price by two to the exponent") {
  CHECK(cover_price(58, 1.5, 3, 0.6) == Approx(58 * std::pow(2.0, 0.6)));
  CHECK(cover_price(58, 6, 3, 0.6) == Approx(58 * std::pow(0.5, 0.6)));
}

TEST_CASE("An empty pool still has a finite price") {
  CHECK(cover_price(58, 0, 3, 0.6) == Approx(58 * std::pow(10.0, 0.6)));
  CHECK(std::isfinite(licence_rent_factor(0, 2.5, 0.7, 0.9)));
}

TEST_CASE("There is no licence rent until a tenth of the normal stock is gone") {
  CHECK(licence_rent_factor(3.5, 2.5, 0.7, 0.9) == 1);
  CHECK(licence_rent_factor(2.25, 2.5, 0.7, 0.9) == Approx(1));
  CHECK(licence_rent_factor(1.125, 2.5, 0.7, 0.9) == Approx(std::pow(2.0, 0.7)));
}

TEST_CASE("An expectation moves to the price and back to the anchor") {
  CHECK(next_expected_price(58, 58, 58, 12, 24) == Approx(58));
  CHECK(next_expected_price(58, 70, 58, 12, 24) == Approx(59));
  CHECK(next_expected_price(82, 82, 58, 12, 24) == Approx(81));
}

TEST_CASE("An expectation that believes each price still returns to the anchor") {
  double expected = 120;
  for (int month = 0; month < 240; ++month) {
    expected = next_expected_price(expected, expected, 58, 12, 24);
  }
  CHECK(expected == Approx(58).margin(0.01));
}

TEST_CASE("The elasticity form reproduces the climb after the cut of 2010") {
  // A quota cut by 40 % with an elasticity of 0.29 a month: 15.7 % a month for Nd metal.
  CHECK(next_spot_price(100, 1, 0.6, 0.29) == Approx(116).margin(0.5));
  CHECK(next_spot_price(100, 5, 5, 0.29) == Approx(100));
  CHECK(next_spot_price(100, 5, 0, 0.29) == Approx(100 * std::pow(2.0, 0.29)));
}

TEST_CASE("A quota that does not bind earns no rent") {
  CHECK(quota_rent_factor(10, 6, 4, 0.2, 0.24) == 1);
  CHECK(quota_rent_factor(10, 6, 8, 0.2, 0.24) == 1);
}

TEST_CASE("A binding quota earns the rent at which demand and supply meet") {
  const double factor = quota_rent_factor(10, 6, 3, 0.2, 0.24);
  CHECK(factor > 1);
  CHECK(10 * std::pow(factor, -0.2) == Approx(6 * std::pow(factor, 0.24) + 3).epsilon(1e-6));
  CHECK(quota_rent_factor(10, 6, 2, 0.2, 0.24) > factor);
}
