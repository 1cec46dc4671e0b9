#include <cmath>
#include <limits>

#include <agents/strategies/logit.hpp>
#include <protocol/base/draws.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::strategies;

namespace {
constexpr base::Purpose kDraw{"test.logit"};
const std::vector<double> kValues{0.0, 1.5, -2.0, 1.0};

double draw(std::uint32_t i) {
  return base::Draws(11).uniform(kDraw, base::Day{0}, 0, i);
}
}  // namespace

TEST_CASE("logit probabilities are exp(V/noise) over their sum") {
  const std::vector<double> p = logit_probabilities(kValues, 1.5);
  double sum = 0;
  for (const double v : kValues) sum += std::exp(v / 1.5);
  for (std::size_t i = 0; i < p.size(); ++i)
    CHECK(p[i] == Approx(std::exp(kValues[i] / 1.5) / sum));
}

TEST_CASE("options are drawn as often as their probability says") {
  const std::vector<double> p = logit_probabilities(kValues, 1.5);
  std::vector<int> drawn(p.size(), 0);
  constexpr int kDraws = 40000;
  for (std::uint32_t i = 0; i < kDraws; ++i) {
    const Choice choice = choose_by_logit(kValues, 1.5, draw(i));
    ++drawn[choice.option];
    REQUIRE(choice.probability == p[choice.option]);
  }
  for (std::size_t i = 0; i < p.size(); ++i) {
    const double sd = std::sqrt(p[i] * (1 - p[i]) / kDraws);
    CHECK(std::abs(static_cast<double>(drawn[i]) / kDraws - p[i]) < 4 * sd);
  }
}

TEST_CASE("a constant added to all values changes no choice on common draws") {
  for (const double constant : {-1e3, 7.25, 1e6}) {
    std::vector<double> shifted = kValues;
    for (double& v : shifted) v += constant;
    for (std::uint32_t i = 0; i < 2000; ++i) {
      REQUIRE(choose_by_logit(shifted, 1.5, draw(i)).option ==
              choose_by_logit(kValues, 1.5, draw(i)).option);
    }
  }
}

TEST_CASE("without noise the best option is taken, with endless noise any") {
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(logit_probabilities(kValues, 0) == std::vector<double>{0, 1, 0, 0});
  CHECK(logit_probabilities(kValues, 1e-6) == std::vector<double>{0, 1, 0, 0});
  CHECK(logit_probabilities(kValues, infinity) == std::vector<double>(4, 0.25));
  for (std::uint32_t i = 0; i < 200; ++i) {
    CHECK(choose_by_logit(kValues, 0, draw(i)).option == 1);
    CHECK(choose_by_logit(kValues, infinity, draw(i)).option ==
          static_cast<std::size_t>(draw(i) * 4));
  }
  const std::vector<double> tied{2.0, 1.0, 2.0};
  CHECK(logit_probabilities(tied, 0) == std::vector<double>{0.5, 0, 0.5});
}

TEST_CASE("a draw next to 1 never picks an option without chance") {
  const std::vector<double> values{0.0, 0.0, -1e9};
  CHECK(choose_by_logit(values, 1, std::nextafter(1.0, 0.0)).option == 1);
}

TEST_CASE("large values do not overflow") {
  const std::vector<double> values{1e6, 1e6 - 1};
  CHECK(logit_probabilities(values, 1)[0] == Approx(1 / (1 + std::exp(-1.0))));
}

TEST_CASE("a single yes is the logistic function of its value") {
  CHECK(logit_yes(0, 2) == 0.5);
  CHECK(logit_yes(3, 2) == Approx(1 / (1 + std::exp(-1.5))));
  CHECK(logit_yes(-3, 2) + logit_yes(3, 2) == Approx(1));
}

TEST_CASE("options with errors of their own are drawn as often as their probability says") {
  const std::vector<double> p = logit_probabilities(kValues, 1.5);
  std::vector<int> drawn(p.size(), 0);
  constexpr std::uint32_t kDraws = 40000;
  for (std::uint32_t i = 0; i < kDraws; ++i) {
    std::vector<double> uniforms;
    for (std::uint32_t k = 0; k < kValues.size(); ++k) uniforms.push_back(draw(4 * i + k));
    const Choice choice = choose_by_errors(kValues, 1.5, uniforms);
    ++drawn[choice.option];
    REQUIRE(choice.probability == p[choice.option]);
  }
  for (std::size_t i = 0; i < p.size(); ++i) {
    const double sd = std::sqrt(p[i] * (1 - p[i]) / kDraws);
    CHECK(std::abs(static_cast<double>(drawn[i]) / kDraws - p[i]) < 4 * sd);
  }
}

TEST_CASE("without noise the errors do not count") {
  const std::vector<double> uniforms{0.999, 0.001, 0.999, 0.999};
  CHECK(choose_by_errors(kValues, 0, uniforms).option == 1);
}
