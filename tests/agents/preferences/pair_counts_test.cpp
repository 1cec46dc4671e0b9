#include <cmath>
#include <vector>

#include <agents/preferences/pair_counts.hpp>
#include <protocol/base/draws.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::preferences;

namespace {

constexpr base::Purpose kValues{"test.pair_counts"};

PairCounts one_by_one(const std::vector<double>& first, const std::vector<double>& second) {
  PairCounts pairs;
  for (std::size_t i = 0; i < first.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      ++pairs.all;
      const double a = first[i] - first[j];
      const double b = second[i] - second[j];
      if (a == 0 && b == 0) {
        ++pairs.tied_both;
      } else if (a == 0) {
        ++pairs.tied_first;
      } else if (b == 0) {
        ++pairs.tied_second;
      } else if ((a > 0) == (b > 0)) {
        ++pairs.concordant;
      } else {
        ++pairs.discordant;
      }
    }
  }
  return pairs;
}

}  // namespace

TEST_CASE("pairs are counted as one by one, with and without ties") {
  for (const int grid : {0, 2, 7}) {
    for (const std::uint32_t size : {2U, 3U, 17U, 128U, 333U}) {
      INFO("grid " << grid << ", size " << size);
      const base::Draws draws(size);
      std::vector<double> first, second;
      for (std::uint32_t i = 0; i < size; ++i) {
        const auto value = [&](std::uint32_t party) {
          const double u = draws.uniform(kValues, base::Day{0}, party, i);
          return grid > 0 ? std::floor(u * grid) : u;
        };
        first.push_back(value(0));
        second.push_back(value(1));
      }
      const PairCounts expected = one_by_one(first, second);
      const PairCounts found = count_pairs(first, second);
      CHECK(found.concordant == expected.concordant);
      CHECK(found.discordant == expected.discordant);
      CHECK(found.tied_first == expected.tied_first);
      CHECK(found.tied_second == expected.tied_second);
      CHECK(found.tied_both == expected.tied_both);
      CHECK(found.all == expected.all);
    }
  }
}

TEST_CASE("one thing makes no pair") {
  const std::vector<double> one{1};
  CHECK(count_pairs(one, one).all == 0);
}
