#include <algorithm>
#include <cmath>

#include <agents/preferences/solutions.hpp>
#include <protocol/base/draws.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::preferences;

namespace {

constexpr base::Purpose kValues{"test.solutions"};

template <class Value>
struct Sample {
  std::vector<Value> first;
  std::vector<Value> second;
  std::vector<std::uint8_t> allowed;
  double first_reservation = 0;
  double second_reservation = 0;

  [[nodiscard]] Cloud<Value> cloud() const {
    return {first, second, first_reservation, second_reservation, allowed};
  }
};

/// Random packages; `grid` > 0 puts the values on so many steps, which makes ties and doubles.
template <class Value>
Sample<Value> random_sample(std::uint64_t seed, std::size_t size, int grid, bool masked) {
  const base::Draws draws(seed);
  Sample<Value> sample;
  for (std::uint32_t i = 0; i < size; ++i) {
    const auto value = [&](std::uint32_t party) {
      const double u = draws.uniform(kValues, base::Day{0}, party, i) - 0.3;
      return static_cast<Value>(grid > 0 ? std::floor(u * grid) : 100 * u);
    };
    sample.first.push_back(value(1));
    sample.second.push_back(value(2));
    if (masked) sample.allowed.push_back(draws.uniform(kValues, base::Day{1}, 0, i) < 0.7 ? 1 : 0);
  }
  return sample;
}

/// The definition, without any cleverness.
template <class Value>
std::vector<std::uint32_t> frontier_by_definition(const Cloud<Value>& cloud, bool zone_only) {
  const auto counts = [&](std::size_t i) {
    return zone_only ? cloud.in_zone(i) : cloud.allowed.empty() || cloud.allowed[i] != 0;
  };
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < cloud.size(); ++i) {
    bool dominated = !counts(i);
    for (std::size_t j = 0; j < cloud.size() && !dominated; ++j) {
      dominated = counts(j) && cloud.first[j] >= cloud.first[i] &&
                  cloud.second[j] >= cloud.second[i] &&
                  (cloud.first[j] > cloud.first[i] || cloud.second[j] > cloud.second[i]);
    }
    if (!dominated) out.push_back(i);
  }
  std::stable_sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) {
    return cloud.first[a] < cloud.first[b];
  });
  return out;
}

template <class Value>
void check_against_definitions(const Sample<Value>& sample) {
  const Cloud<Value> cloud = sample.cloud();
  CHECK(pareto_frontier(cloud) == frontier_by_definition(cloud, false));
  const std::vector<std::uint32_t> zone = frontier_by_definition(cloud, true);
  const Solutions s = solve(cloud);
  REQUIRE(s.frontier == zone);
  if (zone.empty()) {
    CHECK((s.nash.empty() && s.kalai_smorodinsky.empty() && s.egalitarian.empty() &&
           s.welfare.empty()));
    return;
  }
  double product = 0, sum = 0, least = 0, m1 = 0, m2 = 0, share = 0;
  for (std::size_t i = 0; i < cloud.size(); ++i) {
    if (!cloud.in_zone(i)) continue;
    m1 = std::max(m1, cloud.first_gain(i));
    m2 = std::max(m2, cloud.second_gain(i));
  }
  const auto shares = [&](std::size_t i) {
    return std::min(m1 > 0 ? cloud.first_gain(i) / m1 : 1, m2 > 0 ? cloud.second_gain(i) / m2 : 1);
  };
  for (std::size_t i = 0; i < cloud.size(); ++i) {
    if (!cloud.in_zone(i)) continue;
    product = std::max(product, cloud.first_gain(i) * cloud.second_gain(i));
    sum = std::max(sum, cloud.first_gain(i) + cloud.second_gain(i));
    least = std::max(least, std::min(cloud.first_gain(i), cloud.second_gain(i)));
    share = std::max(share, shares(i));
  }
  for (const std::uint32_t i : s.nash) CHECK(cloud.first_gain(i) * cloud.second_gain(i) == product);
  for (const std::uint32_t i : s.welfare) CHECK(cloud.first_gain(i) + cloud.second_gain(i) == sum);
  for (const std::uint32_t i : s.egalitarian) {
    CHECK(std::min(cloud.first_gain(i), cloud.second_gain(i)) == least);
  }
  for (const std::uint32_t i : s.kalai_smorodinsky) CHECK(shares(i) == share);
  // All maximisers that are efficient, each once, in enumeration order.
  std::size_t efficient_nash = 0;
  for (const std::uint32_t i : zone) {
    efficient_nash += cloud.first_gain(i) * cloud.second_gain(i) == product ? 1U : 0U;
  }
  CHECK(s.nash.size() == efficient_nash);
  for (const auto* list : {&s.nash, &s.kalai_smorodinsky, &s.egalitarian, &s.welfare}) {
    CHECK_FALSE(list->empty());
    CHECK(std::is_sorted(list->begin(), list->end()));
  }
}

/// Packages on the line first + second = 100, in steps of one.
Sample<double> straight_line() {
  Sample<double> sample;
  for (int i = 0; i <= 100; ++i) {
    sample.first.push_back(i);
    sample.second.push_back(100 - i);
  }
  return sample;
}

}  // namespace

TEST_CASE("frontier and solutions agree with their definitions on random clouds") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const std::size_t size = 1 + 37 * (seed % 12);
    const int grid = seed % 3 == 0 ? 8 : 0;
    check_against_definitions(random_sample<float>(seed, size, grid, seed % 2 == 0));
    check_against_definitions(random_sample<double>(seed, size, grid, seed % 2 == 1));
  }
}

TEST_CASE("packages worth the same to both are all on the frontier, in enumeration order") {
  Sample<float> sample;
  sample.first = {5, 7, 5, 1, 7, 5};
  sample.second = {5, 3, 5, 1, 3, 4};
  CHECK(pareto_frontier(sample.cloud()) == std::vector<std::uint32_t>{0, 2, 1, 4});
  CHECK(solve(sample.cloud()).nash == std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("without a zone of agreement there is no solution and no distance") {
  Sample<float> sample;
  sample.first = {5, 7};
  sample.second = {5, 3};
  sample.first_reservation = 6;
  sample.second_reservation = 4;
  const Solutions s = solve(sample.cloud());
  CHECK(s.empty());
  CHECK(s.nash.empty());
  CHECK(rubinstein(sample.cloud(), 0.9, 0.9).empty());
  CHECK(distance(sample.cloud(), s.nash, 5, 5) == std::nullopt);
  CHECK(solve(Cloud<float>{}).empty());
}

TEST_CASE("a package worth exactly no deal belongs to the zone") {
  Sample<float> sample;
  sample.first = {6};
  sample.second = {4};
  sample.first_reservation = 6;
  sample.second_reservation = 4;
  CHECK(solve(sample.cloud()).nash == std::vector<std::uint32_t>{0});
}

TEST_CASE("when nobody can gain together the product picks no dominated package") {
  Sample<float> sample;
  sample.first = {0, 3, 1, 0};
  sample.second = {1, 0, 0, 2};
  CHECK(solve(sample.cloud()).nash == std::vector<std::uint32_t>{1, 3});
}

TEST_CASE("a mask takes packages out of every solution") {
  Sample<double> sample = straight_line();
  sample.allowed.assign(101, 1);
  sample.allowed[50] = 0;
  const Solutions s = solve(sample.cloud());
  CHECK(s.nash == std::vector<std::uint32_t>{49, 51});
  CHECK(s.frontier.size() == 100);
}

TEST_CASE("on a straight frontier the symmetric solutions share evenly from no deal") {
  Sample<double> sample = straight_line();
  sample.first_reservation = 20;
  const Solutions s = solve(sample.cloud());
  CHECK(s.nash == std::vector<std::uint32_t>{60});
  CHECK(s.egalitarian == std::vector<std::uint32_t>{60});
  CHECK(s.kalai_smorodinsky == std::vector<std::uint32_t>{60});
  CHECK(s.welfare.size() == 81);
}

TEST_CASE("Nash and Kalai-Smorodinsky do not depend on the units of a party, egalitarian does") {
  const Sample<double> sample = random_sample<double>(5, 400, 0, false);
  Sample<double> scaled = sample;
  for (double& value : scaled.second) value = 8 * value + 3;  // exact in binary but for the 3
  scaled.second_reservation = 3;
  const Solutions a = solve(sample.cloud());
  const Solutions b = solve(scaled.cloud());
  REQUIRE_FALSE(a.empty());
  CHECK(a.nash == b.nash);
  CHECK(a.kalai_smorodinsky == b.kalai_smorodinsky);
  CHECK(a.egalitarian != b.egalitarian);
}

TEST_CASE("Kalai-Smorodinsky keeps the ratio of the largest gains where Nash does not") {
  // The polygon (0,50) (50,50) (100,0), a textbook case: Nash takes the corner (50, 50), equal
  // shares of the ideal point (100, 50) meet the frontier at 2/3.
  Sample<double> sample;
  for (int x = 0; x <= 300; ++x) {
    sample.first.push_back(x / 3.0);
    sample.second.push_back(x <= 150 ? 50 : 100 - x / 3.0);
  }
  const Solutions s = solve(sample.cloud());
  CHECK(s.nash == std::vector<std::uint32_t>{150});
  CHECK(s.kalai_smorodinsky == std::vector<std::uint32_t>{200});
}

TEST_CASE("Rubinstein's split gives the patient party more, in proportion to -1/ln(delta)") {
  const Sample<double> sample = straight_line();
  CHECK(rubinstein(sample.cloud(), 0.9, 0.9) == solve(sample.cloud()).nash);
  const double first = 0.95;
  const double second = 0.90;
  const double ratio = (-1 / std::log(first)) / (-1 / std::log(second));
  const std::uint32_t chosen = rubinstein(sample.cloud(), first, second).front();
  CHECK(std::abs(sample.first[chosen] - 100 * ratio / (1 + ratio)) <= 0.5);
  CHECK(rubinstein(sample.cloud(), second, first).front() == 100 - chosen);
  // Somebody without end patient takes all.
  CHECK(rubinstein_weight(1, 0.9) == 1);
  CHECK(rubinstein_weight(0.9, 1) == 0);
  CHECK(rubinstein_weight(1, 1) == 0.5);
  CHECK(rubinstein(sample.cloud(), 1, 0.9) == std::vector<std::uint32_t>{100});
}

TEST_CASE("distance is to the nearest point and nothing on the point itself") {
  Sample<float> sample;
  sample.first = {0, 10};
  sample.second = {10, 0};
  const std::vector<std::uint32_t> points{0, 1};
  CHECK(*distance(sample.cloud(), points, 10, 0) == 0);
  CHECK(*distance(sample.cloud(), points, 7, -4) == Approx(5));
}

TEST_CASE("values that are all equal or next to each other do not confuse the frontier") {
  Sample<float> same;
  same.first.assign(500, 3.0F);
  same.second.assign(500, 2.0F);
  CHECK(pareto_frontier(same.cloud()).size() == 500);
  Sample<double> close;
  for (int i = 0; i < 500; ++i) {
    close.first.push_back(1 + i * 0x1p-52);
    close.second.push_back(-i * 1e-300);
  }
  CHECK(pareto_frontier(close.cloud()).size() == 500);
}
