#include <algorithm>
#include <cmath>

#include <agents/preferences/value_function.hpp>
#include <protocol/agenda/issues.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::preferences;

TEST_CASE("value functions follow their formulae") {
  CHECK(value_at(Constant{3}, 5) == 3);
  CHECK(value_at(Identity{}, 5) == 5);
  CHECK(value_at(Affine{2, 1}, 5) == 11);
  CHECK(value_at(Affine{2, 1, 4, 0, 2.5}, 5) == 2.5);
  CHECK(value_at(Triangular{0, 2, 6}, 1) == 0.5);
  CHECK(value_at(Triangular{0, 2, 6}, 5) == 0.25);
  CHECK(value_at(Triangular{0, 2, 6, 1, 4}, 7) == 1);
  CHECK(value_at(Triangular{0, 0, 6}, 0) == 1);
  CHECK(value_at(Trapezoidal{0, 1, 2, 4}, 1.5) == 1);
  CHECK(value_at(Trapezoidal{0, 1, 2, 4}, 3) == 0.5);
  CHECK(value_at(Power{10, 20, 2}, 15) == 0.25);
  CHECK(value_at(Power{20, 10, 0.5}, 17.5) == 0.5);
  CHECK(value_at(Quadratic{1, 2, 3}, 2) == 11);
  CHECK(value_at(Polynomial{{1, 2}, 3}, 2) == 13);
  CHECK(value_at(Exponential{1, 1, 2}, 3) == 9);
  CHECK(value_at(Logarithm{1, 1, 2, 2}, 8) == Approx(7));
  CHECK(value_at(Cosine{0, 1, 0, 2}, 9) == 3);
  CHECK(value_at(Sine{1, 0.5, 0, 2}, 0) == 0.5);
  CHECK(value_at(Gaussian{2, 1, 0, 3}, 2) == 3);
}

TEST_CASE("with its breakpoints in the grid a straight function's extremes are exact") {
  const std::vector<ValueFunction> functions = {
      Affine{0.37, -0.4, 0, 0, 1}, Affine{-0.21, 1.3, 0, 0, 1}, Triangular{0.3, 2.7, 6.1},
      Trapezoidal{1.1, 2.3, 3.7, 8}};
  for (const ValueFunction& function : functions) {
    const agenda::Issue issue = agenda::real_issue("x", 0, 7, 10, breakpoints_of(function));
    const std::vector<double> table = tabulate(function, issue).value();
    const double top = *std::max_element(table.begin(), table.end());
    const double bottom = *std::min_element(table.begin(), table.end());
    for (double x = 0; x <= 7; x += 0.01) {
      CHECK(value_at(function, x) <= top + 1e-15);
      CHECK(value_at(function, x) >= bottom - 1e-15);
    }
  }
}

TEST_CASE("a formula that is no number at a level is refused") {
  const auto table = tabulate(Logarithm{}, agenda::integer_issue("days", -1, 3));
  REQUIRE_FALSE(table.has_value());
  CHECK(table.error().message ==
        "the value function of issue \"days\" gives no finite number at \"-1\"");
}
