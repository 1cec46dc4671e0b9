#include <numeric>

#include <agents/preferences/frontier.hpp>
#include <agents/preferences/lottery.hpp>
#include <protocol/base/draws.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::preferences;

namespace {

constexpr base::Purpose kValues{"test.lottery"};

struct Case {
  std::vector<double> first, second;
  [[nodiscard]] Payoffs payoffs() const { return {{first, second}, {0, 0}}; }
  [[nodiscard]] std::vector<std::uint32_t> frontier() const {
    std::vector<std::uint32_t> all(first.size());
    std::iota(all.begin(), all.end(), 0U);
    const Payoffs view = payoffs();
    return preferences::frontier(view.columns(), all);
  }
};

const std::vector<double> kZero{0, 0};

}  // namespace

TEST_CASE("two packages that suit one party each are best drawn by lot") {
  const Case split{{1, 0}, {0, 1}};
  const auto solutions = lottery_solutions(split.payoffs(), split.frontier(), kZero);
  REQUIRE(solutions.has_value());
  for (const Lottery& lottery : {solutions->nash, solutions->kalai, solutions->kalai_smorodinsky}) {
    CHECK(lottery.probability == Approx(0.5));
    CHECK(lottery.values[0] == Approx(0.5));
    CHECK(lottery.values[1] == Approx(0.5));
    CHECK(lottery.first == 1);
    CHECK(lottery.second == 0);
  }
  CHECK(solutions->max_welfare.probability == 1);
}

TEST_CASE("the closed forms hold on one segment") {
  // From (0, 6) to (4, 0): u2 = 6 - 1.5 u1. Nash at (2, 3); equal gains at (2.4, 2.4); equal shares
  // of 4 and 6 at (2, 3).
  const Case line{{0, 4}, {6, 0}};
  const auto solutions = lottery_solutions(line.payoffs(), line.frontier(), kZero);
  REQUIRE(solutions.has_value());
  CHECK(solutions->nash.values[0] == Approx(2));
  CHECK(solutions->nash.values[1] == Approx(3));
  CHECK(solutions->kalai.values[0] == Approx(2.4));
  CHECK(solutions->kalai.values[1] == Approx(2.4));
  CHECK(solutions->kalai_smorodinsky.values[0] == Approx(2));
  CHECK(solutions->max_welfare.values[1] == 6);
}

TEST_CASE("the hull leaves out what a lottery beats, what lies on a line and equals") {
  const Case c{{0, 1, 2, 3, 4, 4, 2}, {4, 3.5, 2.5, 2, 0, 0, 3}};
  // (2, 2.5) is dominated by (2, 3), and (1, 3.5) lies on the line from (0, 4) to there.
  CHECK(hull(c.payoffs(), c.frontier()) == std::vector<std::uint32_t>{0, 6, 3, 4});
  const Case bay{{0, 1, 4}, {4, 1, 0}};
  CHECK(hull(bay.payoffs(), bay.frontier()) == std::vector<std::uint32_t>{0, 2});
}

TEST_CASE("a kink takes the solutions where the gains cannot be made equal on a slope") {
  const Case kink{{0, 3, 3.5}, {3.2, 3, 0}};
  const auto solutions = lottery_solutions(kink.payoffs(), kink.frontier(), kZero);
  REQUIRE(solutions.has_value());
  CHECK(solutions->nash.first == 1);
  CHECK(solutions->nash.probability == 1);
  CHECK(solutions->kalai.values[0] == Approx(solutions->kalai.values[1]));
}

TEST_CASE("no lottery of two packages does better than the solutions") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    INFO(seed);
    const base::Draws draws(seed);
    Case c;
    for (std::uint32_t i = 0; i < 40; ++i) {
      c.first.push_back(draws.uniform(kValues, base::Day{0}, 0, i));
      c.second.push_back(draws.uniform(kValues, base::Day{0}, 1, i));
    }
    const std::vector<double> d{0.1, 0.05};
    const auto solutions = lottery_solutions(c.payoffs(), c.frontier(), d);
    REQUIRE(solutions.has_value());
    const auto product = [&](double a, double b) { return (a - d[0]) * (b - d[1]); };
    const double best = product(solutions->nash.values[0], solutions->nash.values[1]);
    const double even =
        std::min(solutions->kalai.values[0] - d[0], solutions->kalai.values[1] - d[1]);
    const double sum = solutions->max_welfare.values[0] + solutions->max_welfare.values[1];
    for (std::size_t i = 0; i < 40; ++i) {
      for (std::size_t j = 0; j <= i; ++j) {
        for (int step = 0; step <= 20; ++step) {
          const double p = step / 20.0;
          const double a = p * c.first[i] + (1 - p) * c.first[j];
          const double b = p * c.second[i] + (1 - p) * c.second[j];
          if (a < d[0] || b < d[1]) continue;
          REQUIRE(product(a, b) <= best + 1e-12);
          REQUIRE(std::min(a - d[0], b - d[1]) <= even + 1e-12);
          REQUIRE(a + b <= sum + 1e-12);
        }
      }
    }
  }
}

TEST_CASE("an empty frontier has no lotteries, one package only itself") {
  const Case one{{2}, {3}};
  CHECK_FALSE(lottery_solutions(one.payoffs(), {}, kZero).has_value());
  const auto solutions = lottery_solutions(one.payoffs(), one.frontier(), kZero);
  REQUIRE(solutions.has_value());
  CHECK(solutions->nash.values[0] == 2);
  CHECK(solutions->kalai.values[1] == 3);
  CHECK(solutions->kalai_smorodinsky.probability == 1);
}
