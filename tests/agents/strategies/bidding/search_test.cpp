#include <algorithm>
#include <limits>

#include <agents/strategies/bidding/search.hpp>
#include <protocol/base/draws.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using strategies::RankSearch;

namespace {

constexpr base::Purpose kValue{"tests.search.value"};
constexpr double kAll = -std::numeric_limits<double>::infinity();

std::vector<double> drawn(std::uint32_t count, std::uint64_t steps) {
  const base::Draws draws(3);
  std::vector<double> values;
  for (std::uint32_t i = 0; i < count; ++i) {
    values.push_back(static_cast<double>(draws.below(steps, kValue, base::Day{0}, 0, i)) /
                     static_cast<double>(steps));
  }
  return values;
}

}  // namespace

TEST_CASE("a search from any place finds what a search from the start finds") {
  for (const std::uint32_t size : {1U, 2U, 3U, 17U, 1000U}) {
    for (const std::uint64_t steps : {1U, 3U, 1000000U}) {
      const std::vector<double> values = drawn(size, steps);
      const preferences::Ranking ranking(values, kAll);
      RankSearch search(ranking);
      const base::Draws draws(4);
      bool equal = true;
      for (std::uint32_t i = 0; i < 2000; ++i) {
        const double wanted = 1.2 * draws.uniform(kValue, base::Day{1}, 0, i) - 0.1;
        equal = equal && search.first_at_least(wanted) == ranking.first_at_least(wanted);
      }
      CHECK(equal);
    }
  }
}

TEST_CASE("the nearest from below counts only within a millionth") {
  const preferences::Ranking ranking(std::vector<double>{0.5, 0.5, 0.6, 0.8}, kAll);
  RankSearch search(ranking);
  CHECK(search.nearest_from(0.55, 1) == 2);
  CHECK(search.nearest_from(0.5 + 5e-7, 1) == 0);  // nearer than 0.6, and the first of equals
  CHECK(search.nearest_from(0.5 + 2e-6, 1) == 2);
  CHECK(search.nearest_from(0.5 + 5e-7, 0.4) == 2);  // 0.5 lies above the upper end
  CHECK(search.nearest_from(0.9, 1) == 3);           // nothing is as good
  CHECK(search.nearest_from(0.1, 1) == 0);
}

TEST_CASE("the nearest of all is the better one of two and the first of equals") {
  const preferences::Ranking ranking(std::vector<double>{0.25, 0.25, 0.5, 0.75, 0.75}, kAll);
  RankSearch search(ranking);
  CHECK(search.nearest(0.3) == 0);
  CHECK(search.nearest(0.375) == 2);  // as far from 0.25 as from 0.5
  CHECK(search.nearest(0.7) == 3);
  CHECK(search.nearest(9) == 3);
  CHECK(search.nearest(-9) == 0);
}
