#include <tests/support/catch.hpp>
#include <world/economy/mass.hpp>

using monazite::economy::Mass;
using monazite::economy::take_share;

TEST_CASE("What is taken and what stays add up, in one composition") {
  Mass store{100, 25, 68};
  const Mass taken = take_share(store, 0.3);
  CHECK(taken.reo_t == Approx(30));
  CHECK(taken.ndpr_t / taken.reo_t == Approx(0.25));
  CHECK(store.reo_t + taken.reo_t == Approx(100));
  CHECK(store.light_t + taken.light_t == Approx(68));
}

TEST_CASE("Taking the whole leaves exactly nothing, taking nothing leaves all") {
  Mass store{0.1, 0.025, 0.068};
  const Mass nothing = take_share(store, 0);
  CHECK(nothing.reo_t == 0);
  CHECK(store.reo_t == 0.1);
  const Mass all = take_share(store, 1);
  CHECK(all.ndpr_t == 0.025);
  CHECK(store.reo_t == 0);
  CHECK(store.ndpr_t == 0);
  CHECK(store.light_t == 0);
}
