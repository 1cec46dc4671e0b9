#include <cmath>
#include <numeric>

#include <agents/strategies/models/concession_curve.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::strategies;

namespace {

/// 0.1 + (reservation - 0.1) * (t / deadline)^exponent, up to the given time.
ConcessionSeries offers(double reservation, double deadline, double exponent, double until) {
  ConcessionSeries series;
  for (int k = 0; k <= 40; ++k) {
    const double t = until * k / 40;
    series.add({t, 0.1 + (reservation - 0.1) * std::pow(t / deadline, exponent)});
  }
  return series;
}

}  // namespace

TEST_CASE("a long series keeps an even selection with the first offer") {
  ConcessionSeries series;
  for (int k = 0; k < 10'000; ++k) series.add({k / 10'000.0, 0.5});
  const auto& points = series.points();
  CHECK(points.size() <= ConcessionSeries::kMostPoints);
  CHECK(points.size() > ConcessionSeries::kMostPoints / 2 - 1);
  CHECK(points.front().time == 0);
  for (std::size_t k = 2; k < points.size(); ++k) {
    CHECK(points[k].time - points[k - 1].time == Approx(points[1].time - points[0].time));
  }
}

TEST_CASE("the power curve of a concession is found again") {
  for (const double exponent : {0.2, 1.0, 3.0, 8.0}) {
    const auto curve = fit_power_curve(offers(0.9, 1.0, exponent, 0.7));
    REQUIRE(curve);
    CHECK(curve->exponent == Approx(exponent).epsilon(1e-4));
    CHECK(curve->size == Approx(0.8).epsilon(1e-4));
  }
}

TEST_CASE("two offers are too few for a curve, and offers that do not concede have size 0") {
  ConcessionSeries series;
  series.add({0.1, 0.3});
  series.add({0.2, 0.4});
  CHECK_FALSE(fit_power_curve(series));
  ConcessionSeries hardening;
  for (int k = 0; k < 5; ++k) hardening.add({0.1 * k, 0.5 - 0.05 * k});
  REQUIRE(fit_power_curve(hardening));
  CHECK(fit_power_curve(hardening)->size == 0);
}

TEST_CASE("the belief over reservation and deadline sums to 1 and excludes what has been refuted") {
  ConcessionSeries series;
  ConcessionBelief belief({0, 1, 1, 10});
  CHECK_FALSE(belief.expected());
  const ConcessionSeries whole = offers(0.75, 0.9, 2.0, 0.8);
  for (const auto& point : whole.points()) {
    series.add(point);
    belief.update(series);
  }
  const auto& p = belief.probabilities();
  CHECK(std::accumulate(p.begin(), p.end(), 0.0) == Approx(1));
  const auto outlook = belief.expected();
  REQUIRE(outlook);
  // 0.61 was offered by time 0.8: lower reservations and earlier deadlines are out.
  CHECK(outlook->reservation > series.points().back().value);
  CHECK(outlook->deadline > 0.8);
  for (std::size_t cell = 0; cell < 80; ++cell) CHECK(p[cell] == 0);
}

TEST_CASE("a belief is drawn to the truth rather than to the middle of its prior") {
  ConcessionSeries series;
  ConcessionBelief belief({0, 1, 1, 10});
  const ConcessionSeries whole = offers(0.95, 1.0, 1.0, 0.9);
  for (const auto& point : whole.points()) {
    series.add(point);
    belief.update(series);
  }
  REQUIRE(belief.expected());
  CHECK(std::abs(belief.expected()->reservation - 0.95) < std::abs(0.5 - 0.95));
  CHECK(std::abs(belief.expected()->deadline - 1.0) < std::abs(0.5 - 1.0));
}
