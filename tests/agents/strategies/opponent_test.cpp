#include <agents/strategies/opponent.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;

namespace {

/// Two issues with 3 and 2 levels: outcome = 2 * first + second.
LevelTable all_packages() {
  LevelTable table({3, 2});
  for (std::uint64_t outcome = 0; outcome < 6; ++outcome) table.add(outcome);
  return table;
}

float estimate(const FrequencyModel& model, std::size_t package, double spread) {
  const FrequencyModel::Line line = model.line(spread);
  return line.factor * model.scores()[package] + line.constant;
}

}  // namespace

TEST_CASE("levels are read from the mixed-radix number, the last issue fastest") {
  const LevelTable table = all_packages();
  CHECK(table.packages() == 6);
  CHECK(table.level(0, 5) == 2);
  CHECK(table.level(1, 5) == 1);
  CHECK(table.level(0, 2) == 1);
  CHECK(table.level(1, 2) == 0);
}

TEST_CASE("without offers of the other side the belief stays as it is") {
  const LevelTable table = all_packages();
  const FrequencyModel model(table);
  for (std::size_t i = 0; i < 6; ++i) CHECK(estimate(model, i, 100) == 0);
}

TEST_CASE("the count moves the estimate by the formula of its header") {
  const LevelTable table = all_packages();
  FrequencyModel model(table, {0.4, 3});
  model.observe(table, 5);  // levels 2, 1
  model.observe(table, 4);  // levels 2, 0
  const double chance = (1.0 / 3 + 1.0 / 2) / 2;
  const auto expected = [&](double agreement) {
    return 0.4 * 50 * 2 / (2 + 3.0) * (agreement - chance);
  };
  CHECK(estimate(model, 5, 50) == Approx(expected((1 + 0.5) / 2)).epsilon(1e-5));
  CHECK(estimate(model, 4, 50) == Approx(expected((1 + 0.5) / 2)).epsilon(1e-5));
  CHECK(estimate(model, 0, 50) == Approx(expected((0 + 0.5) / 2)).epsilon(1e-5));
}

TEST_CASE("what is asked for every time rises above what never is, the more the longer") {
  const LevelTable table = all_packages();
  FrequencyModel model(table);
  float before = 0;
  for (int n = 0; n < 10; ++n) {
    model.observe(table, 5);
    const float gap = estimate(model, 5, 10) - estimate(model, 0, 10);
    CHECK(gap > before);
    before = gap;
  }
}

TEST_CASE("packages added or replaced later are counted as if they had been there") {
  LevelTable table({3, 2});
  for (std::uint64_t outcome = 0; outcome < 4; ++outcome) table.add(outcome);
  FrequencyModel model(table);
  model.observe(table, 5);
  model.observe(table, 3);
  table.add(4);
  model.extend(table);
  CHECK(model.scores()[4] == 1);  // agrees with 5 on the first issue, with 3 on none
  table.shrink(3);
  table.add(5);
  table.add(1);
  model.replace(table, 3);
  model.observe(table, 1);
  const LevelTable whole = all_packages();
  FrequencyModel all(whole);
  for (const std::uint64_t outcome : {5UL, 3UL, 1UL}) all.observe(whole, outcome);
  const std::vector<std::uint64_t> now{0, 1, 2, 5, 1};
  for (std::size_t i = 0; i < now.size(); ++i) CHECK(model.scores()[i] == all.scores()[now[i]]);
}
