#include <agents/preferences/discount.hpp>
#include <tests/support/catch.hpp>

using monazite::preferences::Discount;

TEST_CASE("without a discount waiting costs nothing") {
  CHECK(Discount{}.discounted(0.7, 0.9, 90) == 0.7);
}

TEST_CASE("a discount over relative time is the factor at the end and nothing at the start") {
  const Discount discount{Discount::Kind::kPerTime, 0.5};
  CHECK(discount.discounted(0.8, 0, 7) == 0.8);
  CHECK(discount.discounted(0.8, 1, 7) == 0.4);
  CHECK(discount.discounted(0.8, 0.5, 7) == Approx(0.8 * std::sqrt(0.5)));
}

TEST_CASE("a discount per round counts rounds, whatever the deadline") {
  const Discount discount{Discount::Kind::kPerRound, 0.5};
  CHECK(discount.discounted(0.8, 0.1, 0) == 0.8);
  CHECK(discount.discounted(0.8, 0.1, 3) == 0.1);
}

TEST_CASE("a linear cost is taken off in proportion to time") {
  const Discount discount{Discount::Kind::kLinear, 0.2};
  CHECK(discount.discounted(0.8, 0.5, 3) == Approx(0.7));
}
