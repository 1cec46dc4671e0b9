#include <agents/strategies/acceptance.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;

TEST_CASE("nobody accepts less than no deal, not even at the last chance") {
  CHECK_FALSE(acceptable(9.9, {10, 5, 5, true}));
  CHECK(acceptable(10, {10, 50, 50, true}));
}

TEST_CASE("before the last chance the offer has to reach the aspiration or the own next offer") {
  CHECK_FALSE(acceptable(19, {10, 20, 25, false}));
  CHECK(acceptable(20, {10, 20, 25, false}));
  CHECK(acceptable(19, {10, 20, 18, false}));  // AC_next: one would ask for less oneself
  CHECK_FALSE(acceptable(17, {10, 20, 18, false}));
}

TEST_CASE("AC_next takes a scale and a shift") {
  CHECK(accept_next(10, 10));
  CHECK_FALSE(accept_next(10, 10.5));
  CHECK(accept_next(10, 11, 1.1));
  CHECK(accept_next(10, 11, 1, 1));
}
