#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include <agents/strategies/models/concession_curve.hpp>
#include <protocol/base/check.hpp>

namespace monazite::strategies {
namespace {

constexpr double kLowestExponent = 0.05;
constexpr double kHighestExponent = 20;

/// Whether there is enough to fit: three points at three times.
bool enough(const std::vector<ConcessionSeries::Point>& points) {
  return points.size() >= 3 && points[1].time > points[0].time &&
         points.back().time > points[1].time;
}

struct Fit {
  double size = 0;
  double error = 0;  ///< sum of squares
};

Fit fit_size(const std::vector<ConcessionSeries::Point>& points, double exponent) {
  double shape_shape = 0;
  double shape_value = 0;
  double value_value = 0;
  for (std::size_t k = 1; k < points.size(); ++k) {
    const double shape = std::pow(points[k].time - points[0].time, exponent);
    const double value = points[k].value - points[0].value;
    shape_shape += shape * shape;
    shape_value += shape * value;
    value_value += value * value;
  }
  if (!(shape_shape > 0)) return {0, value_value};
  const double size = std::max(0.0, shape_value / shape_shape);
  return {size, value_value - 2 * size * shape_value + size * size * shape_shape};
}

/// Pearson's correlation of the offers with (t - first)^exponent; 0 if either does not vary.
double correlation(const std::vector<ConcessionSeries::Point>& points, double exponent) {
  const auto count = static_cast<double>(points.size());
  double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  for (const ConcessionSeries::Point& point : points) {
    const double elapsed = point.time - points[0].time;
    const double shape = elapsed > 0 ? std::pow(elapsed, exponent) : 0;
    const double value = point.value - points[0].value;
    x += shape;
    y += value;
    xx += shape * shape;
    yy += value * value;
    xy += shape * value;
  }
  const double spread = (count * xx - x * x) * (count * yy - y * y);
  return spread > 0 ? (count * xy - x * y) / std::sqrt(spread) : 0;
}

}  // namespace

bool ConcessionSeries::add(Point point) {
  MONAZITE_CHECK(points_.empty() || point.time >= points_.back().time,
                 "offers come in the order of time");
  if (added_++ % stride_ != 0) return false;
  points_.push_back(point);
  if (points_.size() <= kMostPoints) return true;
  std::size_t kept = 0;
  for (std::size_t k = 0; k < points_.size(); k += 2) points_[kept++] = points_[k];
  points_.resize(kept);
  stride_ *= 2;
  return true;
}

std::optional<PowerCurve> fit_power_curve(const ConcessionSeries& series) {
  const auto& points = series.points();
  if (!enough(points)) return std::nullopt;
  constexpr int kSteps = 24;
  const double low = std::log(kLowestExponent);
  const double step = (std::log(kHighestExponent) - low) / kSteps;
  int best = 0;
  double least = 0;
  for (int i = 0; i <= kSteps; ++i) {
    const double error = fit_size(points, std::exp(low + i * step)).error;
    if (i == 0 || error < least) {
      best = i;
      least = error;
    }
  }
  // Golden section between the neighbours of the best point of the grid.
  constexpr double kGolden = 0.6180339887498949;
  double left = low + std::max(0, best - 1) * step;
  double right = low + std::min(kSteps, best + 1) * step;
  for (int i = 0; i < 40; ++i) {
    const double inner_left = right - kGolden * (right - left);
    const double inner_right = left + kGolden * (right - left);
    if (fit_size(points, std::exp(inner_left)).error <=
        fit_size(points, std::exp(inner_right)).error) {
      right = inner_right;
    } else {
      left = inner_left;
    }
  }
  const double exponent = std::exp((left + right) / 2);
  return PowerCurve{fit_size(points, exponent).size, exponent};
}

ConcessionBelief::ConcessionBelief(Range range) : range_(range) {
  MONAZITE_CHECK(range.cells > 0, "a belief has at least one cell");
  const std::size_t cells = std::size_t{range.cells} * range.cells;
  probabilities_.assign(cells, 1.0 / static_cast<double>(cells));
  exponents_.assign(cells, 1.0);
}

double ConcessionBelief::reservation_of(std::size_t cell) const {
  const double part = (static_cast<double>(cell % range_.cells) + 0.5) / range_.cells;
  return range_.lowest_reservation +
         part * (range_.highest_reservation - range_.lowest_reservation);
}

double ConcessionBelief::deadline_of(std::size_t cell) const {
  const std::size_t row = cell / range_.cells;
  return (static_cast<double>(row) + 0.5) / range_.cells * range_.latest_deadline;
}

void ConcessionBelief::update(const ConcessionSeries& series) {
  const auto& points = series.points();
  if (!enough(points)) return;
  informed_ = true;
  const double first_time = points[0].time;
  const double first_value = points[0].value;
  double highest = first_value;
  double n = 0, lt = 0, lv = 0, ltt = 0, ltv = 0;  // sums of logarithms
  for (const ConcessionSeries::Point& point : points) {
    highest = std::max(highest, point.value);
    if (!(point.value > first_value) || !(point.time > first_time)) continue;
    const double log_time = std::log(point.time - first_time);
    const double log_value = std::log(point.value - first_value);
    n += 1;
    lt += log_time;
    lv += log_value;
    ltt += log_time * log_time;
    ltv += log_time * log_value;
  }
  if (n < 2) return;  // it has not conceded: nothing to tell the cells apart by
  std::vector<double> possible(probabilities_.size(), 0.0);
  std::vector<double> posterior(probabilities_.size(), 0.0);
  for (std::size_t cell = 0; cell < probabilities_.size(); ++cell) {
    const double reservation = reservation_of(cell);
    const double deadline = deadline_of(cell);
    if (deadline <= points.back().time || reservation < highest) continue;
    const double span = std::log(deadline - first_time);
    const double size = std::log(reservation - first_value);
    const double across = ltv - size * lt - span * lv + n * span * size;
    const double along = ltt - 2 * span * lt + n * span * span;
    if (!(along > 0)) continue;
    exponents_[cell] = std::clamp(across / along, kLowestExponent, kHighestExponent);
    possible[cell] = std::max(0.0, correlation(points, exponents_[cell]));
    posterior[cell] = probabilities_[cell] * possible[cell];
  }
  double sum = std::accumulate(posterior.begin(), posterior.end(), 0.0);
  if (!(sum > 0)) {
    posterior = possible;
    sum = std::accumulate(posterior.begin(), posterior.end(), 0.0);
  }
  if (!(sum > 0)) return;
  for (std::size_t cell = 0; cell < posterior.size(); ++cell) {
    probabilities_[cell] = posterior[cell] / sum;
  }
}

std::optional<Outlook> ConcessionBelief::expected() const {
  if (!informed_) return std::nullopt;
  Outlook outlook{0, 0, 0};
  for (std::size_t cell = 0; cell < probabilities_.size(); ++cell) {
    outlook.reservation += probabilities_[cell] * reservation_of(cell);
    outlook.deadline += probabilities_[cell] * deadline_of(cell);
    outlook.exponent += probabilities_[cell] * exponents_[cell];
  }
  return outlook;
}

}  // namespace monazite::strategies
