#include <cmath>
#include <limits>

#include <agents/preferences/opposition.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::preferences;

namespace {

const std::vector<std::uint32_t> kAll{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

struct Division {
  std::vector<double> first, second;
  Division() {
    for (int i = 0; i < 10; ++i) {
      first.push_back(i);
      second.push_back(9 - i);
    }
  }
};

}  // namespace

TEST_CASE("opposition is 0 for the same interests and 0.7115 for a division into ten") {
  const Division division;
  const std::vector<double> highest{9, 9};
  CHECK(opposition({{division.first, division.first}, {0, 0}}, kAll, highest) == 0);
  // The example of NegMAS' documentation: nine to share, at best 5 and 4.
  CHECK(opposition({{division.first, division.second}, {0, 0}}, kAll, highest) ==
        Approx(0.7114582486036499).epsilon(1e-14));
}

TEST_CASE(
    "without packages opposition is infinite, without a best value utilities stand as they are") {
  const Division division;
  const Payoffs payoffs{{division.first, division.second}, {0, 0}};
  const std::vector<double> highest{9, 9};
  CHECK(std::isinf(opposition(payoffs, {}, highest)));
  const std::vector<double> nothing{0, 0};
  const std::vector<double> zero{0, 0};
  const std::vector<std::uint32_t> two{0, 1};
  CHECK(opposition({{nothing, zero}, {0, 0}}, two, zero) == Approx(std::sqrt(2.0)));
}

TEST_CASE("the distance to (1, 1) takes utilities as they stand") {
  const std::vector<double> first{0.2, 0.7};
  const std::vector<double> second{0.9, 0.6};
  const std::vector<std::uint32_t> both{0, 1};
  CHECK(distance_to_ones({{first, second}, {0, 0}}, both) == Approx(0.5));
}

TEST_CASE("the rational fraction counts what all strictly want") {
  const std::vector<double> first{0.5, 0.6, 0.4, 0.9};
  const std::vector<double> second{0.9, 0.9, 0.9, 0.1};
  CHECK(rational_fraction({{first, second}, {0.5, 0.1}}) == 0.25);
  const double none = -std::numeric_limits<double>::infinity();
  CHECK(rational_fraction({{first, second}, {none, none}}) == 1);
}

TEST_CASE("conflict is the share of pairs that are judged in opposite ways") {
  const Division division;
  CHECK(conflict(division.first, division.second) == 1);
  CHECK(conflict(division.first, division.first) == 0);
  const std::vector<double> a{1, 2, 2, 3};
  const std::vector<double> b{2, 1, 1, 3};
  // Of six pairs one is equal to both; two are opposed.
  CHECK(conflict(a, b) == Approx(2.0 / 5.0));
  const std::vector<double> same{4, 4};
  CHECK(conflict(same, same) == 1);
}
