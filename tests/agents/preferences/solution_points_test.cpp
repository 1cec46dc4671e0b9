#include <agents/preferences/solution_points.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::preferences;

namespace {

using Packages = std::vector<std::uint32_t>;

/// One row per package.
Points points_of(const std::vector<std::vector<double>>& rows) {
  Packages packages;
  for (std::uint32_t i = 0; i < rows.size(); ++i) packages.push_back(i);
  return {rows[0].size(), packages,
          [&](std::size_t party, std::uint32_t i) { return rows[i][party]; }};
}

const std::vector<double> kZero2{0, 0};

}  // namespace

TEST_CASE("the definitions part ways where their papers say") {
  //                            prod  min   sum  |diff|
  const Points points = points_of({{9, 1},    //  9    1    10   8
                                   {7, 2.5},  // 17.5  2.5  9.5  4.5
                                   {6, 3},    // 18    3    9    3
                                   {4, 4},    // 16    4    8    0
                                   {1, 5}});  //  5    1    6    4
  CHECK(nash(points, kZero2) == Packages{2});
  CHECK(egalitarian(points, kZero2) == Packages{3});
  CHECK(egalitarian_leximin(points, kZero2) == Packages{3});
  CHECK(welfare(points, kZero2) == Packages{0});
  CHECK(most_even_utilities(points) == Packages{3});
  // Shares of the largest gains 9 and 5: 2/3 and 3/5 of the third, 4/9 and 4/5 of the fourth.
  CHECK(kalai_smorodinsky_leximin(points, kZero2) == Packages{2});
  CHECK(most_even_shares(points, kZero2, std::vector<double>{9, 5}) == Packages{2});
}

TEST_CASE("gains count from the disagreement point") {
  const Points points = points_of({{9, 1}, {6, 3}, {4, 4}});
  const std::vector<double> d{3, 0};
  CHECK(nash(points, d) == Packages{1});         // 6, 9, 4
  CHECK(egalitarian(points, d) == Packages{1});  // 1, 3, 1
  CHECK(nash(points, std::vector<double>{0, 0.9}) == Packages{1});
}

TEST_CASE("all within the tolerance are maximisers, in enumeration order") {
  const Points points = points_of({{2, 1 + 1e-13}, {0, 0}, {1, 2}, {2 - 1e-9, 1}});
  CHECK(nash(points, kZero2) == Packages{0, 2});
  CHECK(nash(points, kZero2, 0) == Packages{0});
  CHECK(welfare(points, kZero2) == Packages{0, 2});
}

TEST_CASE("leximin tells packages with the same smallest gain apart, for any number of parties") {
  const Points points = points_of({{1, 5, 2}, {5, 1, 3}, {3, 5, 1}, {3, 1, 5}});
  const std::vector<double> zero{0, 0, 0};
  CHECK(egalitarian(points, zero) == Packages{0, 1, 2, 3});
  CHECK(egalitarian_leximin(points, zero) == Packages{1, 2, 3});
}

TEST_CASE("a party that can gain nothing does not count in Kalai-Smorodinsky") {
  const Points points = points_of({{1, 2, 8}, {1, 6, 5}, {1, 9, 1}});
  CHECK(kalai_smorodinsky_leximin(points, std::vector<double>{1, 0, 0}) == Packages{1});
}

TEST_CASE("relative welfare weighs utilities by what is to be had") {
  const Points points = points_of({{100, 0.2}, {80, 0.9}, {10, 1}});
  const std::vector<double> lowest{0, 0};
  CHECK(welfare(points, kZero2) == Packages{0});
  CHECK(relative_welfare(points, lowest, std::vector<double>{100, 1}) == Packages{1});
}

TEST_CASE("three parties' utilities are even when all pairs are") {
  const Points points = points_of({{3, 3, 9}, {4, 5, 6}, {2, 8, 8}});
  CHECK(most_even_utilities(points) == Packages{1});  // 12, 4, 12
}

TEST_CASE("no points have no solutions") {
  const Points none(2, {}, [](std::size_t, std::uint32_t) { return 0.0; });
  CHECK(nash(none, kZero2).empty());
  CHECK(egalitarian_leximin(none, kZero2).empty());
  CHECK(kalai_smorodinsky_leximin(none, kZero2).empty());
  CHECK(most_even_utilities(none).empty());
}
