#include <cmath>
#include <numeric>

#include <agents/preferences/frontier.hpp>
#include <protocol/base/draws.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::preferences;

namespace {

constexpr base::Purpose kValues{"test.frontier"};

using Table = std::vector<std::vector<double>>;

/// Random packages; `grid` > 0 puts the values on so many steps, which makes ties and equals.
/// `opposed` lets the last party want what the others do not.
Table random_table(std::uint64_t seed, std::uint32_t parties, std::uint32_t size, int grid,
                   bool opposed) {
  const base::Draws draws(seed);
  Table table(parties);
  for (std::uint32_t i = 0; i < size; ++i) {
    double sum = 0;
    for (std::uint32_t k = 0; k < parties; ++k) {
      double u = draws.uniform(kValues, base::Day{0}, k, i);
      if (opposed && k + 1 == parties) u = 1 - sum / parties + 0.05 * u;
      if (grid > 0) u = std::floor(u * grid);
      sum += u;
      table[k].push_back(u);
    }
  }
  return table;
}

std::vector<std::span<const double>> columns(const Table& table) {
  return {table.begin(), table.end()};
}

std::vector<std::uint32_t> everything(const Table& table) {
  std::vector<std::uint32_t> all(table[0].size());
  std::iota(all.begin(), all.end(), 0U);
  return all;
}

/// By the definition, each package against each.
std::vector<std::uint32_t> undominated(const Table& table) {
  std::vector<std::uint32_t> out;
  for (const std::uint32_t i : everything(table)) {
    bool dominated = false;
    for (const std::uint32_t j : everything(table)) {
      bool covers = true;
      bool better = false;
      for (const auto& values : table) {
        covers = covers && values[j] >= values[i];
        better = better || values[j] > values[i];
      }
      dominated = dominated || (covers && better);
    }
    if (!dominated) out.push_back(i);
  }
  return out;
}

}  // namespace

TEST_CASE("the frontier of two to five parties holds exactly what nothing dominates") {
  for (const std::uint32_t parties : {2U, 3U, 4U, 5U}) {
    for (const int grid : {0, 3, 12}) {
      for (const bool opposed : {false, true}) {
        for (std::uint64_t seed = 0; seed < 6; ++seed) {
          INFO(parties << " parties, grid " << grid << ", seed " << seed);
          const Table table = random_table(seed, parties, 300, grid, opposed);
          std::vector<std::uint32_t> found = frontier(columns(table), everything(table));
          std::sort(found.begin(), found.end());
          REQUIRE(found == undominated(table));
        }
      }
    }
  }
}

TEST_CASE("large clouds lose dominated packages only before they are searched") {
  for (const std::uint32_t parties : {2U, 3U, 4U}) {
    INFO(parties);
    const Table table = random_table(9, parties, 20000, parties == 4 ? 12 : 60, true);
    std::vector<std::uint32_t> found = frontier(columns(table), everything(table));
    std::vector<char> on(table[0].size(), 0);
    for (const std::uint32_t i : found) on[i] = 1;
    // Everything off the frontier is dominated by something on it, and nothing on it is.
    std::size_t undecided = 0;
    for (std::size_t i = 0; i < on.size(); ++i) {
      if (on[i] != 0 && i % 5 != 0) continue;  // those on it are compared with all of it: a sample
      bool dominated = false;
      for (std::size_t at = 0; at < found.size() && !dominated; ++at) {
        bool covers = true;
        bool better = false;
        for (std::size_t party = 0; party < table.size() && covers; ++party) {
          const double theirs = table[party][found[at]], own = table[party][i];
          covers = theirs >= own;
          better = better || theirs > own;
        }
        dominated = covers && better;
      }
      undecided += dominated == (on[i] != 0) ? 1 : 0;
    }
    CHECK(undecided == 0);
  }
}

TEST_CASE("a frontier ascends in the first party's value, equals in enumeration order") {
  const Table table = random_table(3, 3, 400, 4, true);
  const auto found = frontier(columns(table), everything(table));
  const Points points(columns(table), found);
  bool equals = false;
  for (std::size_t i = 1; i < found.size(); ++i) {
    const std::vector<double> before(points[i - 1].begin(), points[i - 1].end());
    const std::vector<double> mine(points[i].begin(), points[i].end());
    REQUIRE(before <= mine);
    if (before == mine) {
      equals = true;
      REQUIRE(found[i - 1] < found[i]);
    }
  }
  CHECK(equals);
}

TEST_CASE("packages a rounding error apart both stay") {
  const Table table{{0.5, 0.5 + 1e-16, 0.5000000000000002}, {0.5000000000000002, 0.5, 0.5}};
  CHECK(frontier(columns(table), {0, 1, 2}) == std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("of equal packages distinct() keeps the first") {
  const Table table{{1, 2, 1, 2, 0}, {2, 1, 2, 1, 0}};
  const auto found = frontier(columns(table), {0, 1, 2, 3, 4});
  CHECK(found == std::vector<std::uint32_t>{0, 2, 1, 3});
  CHECK(distinct(columns(table), found) == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("no candidates have no frontier") {
  const Table table{{1, 2}, {2, 1}, {0, 0}};
  CHECK(frontier(columns(table), {}).empty());
}
