#include <algorithm>
#include <cmath>

#include <agents/strategies/models/forecast_models.hpp>

namespace monazite::strategies {

void RegressionForecastModel::begin(const Place& place) {
  own_ = place.own;
  opposite_.begin(place);
  series_ = {};
}

void RegressionForecastModel::observe(const Turn& turn, Outcome offer) {
  series_.add({turn.time, own_->table().value(offer)});
}

std::optional<Outlook> RegressionForecastModel::outlook() const {
  const std::optional<PowerCurve> curve = fit_power_curve(series_);
  if (!curve) return std::nullopt;
  const ConcessionSeries::Point& first = series_.points().front();
  const double room = own_->highest() - first.value;
  const double at_end = curve->size * std::pow(1 - first.time, curve->exponent);
  Outlook outlook{std::min(own_->highest(), first.value + at_end), 1, curve->exponent};
  if (at_end > room && curve->size > 0) {
    outlook.deadline =
        std::min(1.0, first.time + std::pow(room / curve->size, 1 / curve->exponent));
  }
  return outlook;
}

void BayesianForecastModel::begin(const Place& place) {
  own_ = place.own;
  opposite_.begin(place);
  series_ = {};
  // A reservation value may lie outside the utilities, or be minus infinity.
  const double lowest = std::clamp(own_->reservation(), own_->lowest(), own_->highest());
  belief_ = ConcessionBelief({lowest, own_->highest(), latest_deadline_, cells_});
}

void BayesianForecastModel::observe(const Turn& turn, Outcome offer) {
  // Each offer counts once; of a long series those that are kept.
  if (series_.add({turn.time, own_->table().value(offer)})) belief_.update(series_);
}

}  // namespace monazite::strategies
