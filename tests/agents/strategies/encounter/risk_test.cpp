#include <algorithm>
#include <cmath>

#include <agents/strategies/encounter/risk.hpp>
#include <protocol/base/draws.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using strategies::compare_products;
using strategies::compare_risk;
using strategies::Gains;

TEST_CASE("products are compared beyond what rounding leaves of them") {
  const double tiny = std::ldexp(1.0, -30);
  CHECK((1 + tiny) * (1 - tiny) == 1.0);  // rounded
  CHECK(compare_products(1 + tiny, 1 - tiny, 1, 1) < 0);
  CHECK(compare_products(1, 1, 1 - tiny, 1 + tiny) > 0);
  CHECK(compare_products(1 + tiny, 1 - tiny, 1 - tiny, 1 + tiny) == 0);
  CHECK(compare_products(2, 3, 1, 6) == 0);
  CHECK(compare_products(2, 3, 1, 5) > 0);
}

TEST_CASE("whose own proposal gains it nothing risks all of it") {
  CHECK(compare_risk({0, 0, 2, 1}) > 0);   // 1 against 1/2
  CHECK(compare_risk({0, 0, 2, 0}) == 0);  // 1 against 1
  CHECK(compare_risk({2, 1, 0, 0}) < 0);
  CHECK(compare_risk({0, 0, 0, 0}) == 0);
}

TEST_CASE("a proposal below no deal counts as no deal") {
  CHECK(compare_risk({4, -3, 4, 1}) == compare_risk({4, 0, 4, 1}));
  CHECK(compare_risk({4, 1, 4, -3}) == compare_risk({4, 1, 4, 0}));
}

TEST_CASE("risks are ordered as their fractions are, and the other way round for the other party") {
  constexpr base::Purpose kGain{"tests.risk.gain"};
  const base::Draws draws(1930);
  int seen[3] = {0, 0, 0};
  for (int trial = 0; trial < 20000; ++trial) {
    const auto draw = [&](int from, int to, std::uint32_t what) {
      return from + static_cast<int>(draws.below(static_cast<std::uint64_t>(to - from + 1), kGain,
                                                 base::Day{trial}, 0, what));
    };
    const int a = draw(0, 9, 0);
    const int lost_a = draw(-4, 9, 1);
    const int b = draw(0, 9, 2);
    const int lost_b = draw(-4, 9, 3);
    // Risks as fractions: numerator over a positive denominator.
    const auto risk = [](int gain, int other) {
      return gain == 0 ? std::pair{1, 1} : std::pair{gain - std::max(other, 0), gain};
    };
    const auto [n1, d1] = risk(a, lost_a);
    const auto [n2, d2] = risk(b, lost_b);
    const int expected = n1 * d2 < n2 * d1 ? -1 : n1 * d2 > n2 * d1 ? 1 : 0;
    const int found = compare_risk({static_cast<double>(a), static_cast<double>(lost_a),
                                    static_cast<double>(b), static_cast<double>(lost_b)});
    REQUIRE(found == expected);
    REQUIRE(compare_risk({static_cast<double>(b), static_cast<double>(lost_b),
                          static_cast<double>(a), static_cast<double>(lost_a)}) == -expected);
    ++seen[expected + 1];
  }
  CHECK(*std::min_element(seen, seen + 3) > 1000);
}
