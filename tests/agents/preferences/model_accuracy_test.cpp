#include <cmath>

#include <agents/preferences/model_accuracy.hpp>
#include <protocol/base/draws.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::preferences;

namespace {

constexpr base::Purpose kValues{"test.model_accuracy"};

const std::vector<double> kX{1, 2, 3, 4, 5};
const std::vector<double> kY{2, 1, 4, 3, 5};

}  // namespace

TEST_CASE("a perfect model has no error and all correlations 1") {
  const ModelAccuracy perfect = accuracy(kX, kX);
  CHECK(perfect.rmse == 0);
  CHECK(perfect.ranking_distance == 0);
  REQUIRE(perfect.pearson.has_value());
  CHECK(*perfect.pearson == Approx(1).epsilon(1e-15));
  CHECK(*perfect.spearman == Approx(1).epsilon(1e-15));
  CHECK(*perfect.kendall == Approx(1).epsilon(1e-15));
}

TEST_CASE("five packages with two neighbours exchanged twice, by hand") {
  const ModelAccuracy a = accuracy(kX, kY);
  CHECK(a.rmse == Approx(std::sqrt(4.0 / 5)));
  CHECK(*a.pearson == Approx(0.8));
  CHECK(*a.spearman == Approx(0.8));  // 1 - 6 * 4 / (5 * 24)
  CHECK(*a.kendall == Approx(0.6));   // (8 - 2) / 10
  CHECK(a.ranking_distance == Approx(4.0 / 25));
}

TEST_CASE("equals share their mean rank and count half in tau-b") {
  const std::vector<double> x{12, 2, 1, 12, 2};
  const std::vector<double> y{1, 4, 7, 1, 0};
  CHECK(mean_ranks(x) == std::vector<double>{4.5, 2.5, 1, 4.5, 2.5});
  // Two concordant pairs, six discordant; two are equal in x, of which one in y as well.
  CHECK(*kendall(x, y) == Approx(-4 / std::sqrt(8.0 * 9.0)));
  CHECK(ranking_distance(x, y) == Approx(2 * 7.0 / 25));
}

TEST_CASE("correlations with a model that values all alike do not exist") {
  const std::vector<double> flat{0.1, 0.1, 0.1, 0.1, 0.1};
  CHECK_FALSE(pearson(flat, kX).has_value());
  CHECK_FALSE(spearman(kX, flat).has_value());
  CHECK_FALSE(kendall(flat, kX).has_value());
  CHECK(ranking_distance(flat, kX) == Approx(20.0 / 25));
  const std::vector<double> one{1};
  CHECK_FALSE(pearson(one, one).has_value());
}

TEST_CASE("rank measures ignore the scale, Pearson a linear one") {
  std::vector<double> x, line, bent;
  const base::Draws draws(5);
  for (std::uint32_t i = 0; i < 500; ++i) {
    x.push_back(draws.uniform(kValues, base::Day{0}, 0, i));
    line.push_back(3 - 2 * x.back());
    bent.push_back(std::exp(5 * x.back()));
  }
  CHECK(*pearson(line, x) == Approx(-1));
  CHECK(*pearson(bent, x) < 0.99);
  CHECK(*spearman(bent, x) == Approx(1));
  CHECK(*kendall(bent, x) == Approx(1));
  CHECK(*kendall(line, x) == Approx(-1));
  CHECK(ranking_distance(bent, x) == 0);
}
