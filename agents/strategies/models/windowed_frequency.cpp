#include <algorithm>
#include <cmath>
#include <numeric>

#include <boost/math/special_functions/gamma.hpp>

#include <agents/strategies/models/windowed_frequency.hpp>

namespace monazite::strategies {

double chi_squared_tail(double statistic, double degrees) {
  if (!(statistic > 0)) return 1;
  // In double throughout, whatever the machine's long double is.
  using Plain = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
  return boost::math::gamma_q(degrees / 2, statistic / 2, Plain());
}

WindowedFrequencyModel::Counts WindowedFrequencyModel::zeros() const {
  Counts counts;
  for (const agenda::Issue& issue : agenda().issues()) counts.emplace_back(issue.levels(), 0.0);
  return counts;
}

void WindowedFrequencyModel::start() {
  in_window_ = 0;
  has_before_ = false;
  all_ = now_ = before_ = zeros();
  largest_.assign(issues(), 0.0);
}

void WindowedFrequencyModel::observe(const Turn& turn, Outcome offer) {
  const std::span<const std::uint32_t> levels = levels_of(offer);
  for (std::size_t i = 0; i < issues(); ++i) {
    now_[i][levels[i]] += 1;
    const double count = ++all_[i][levels[i]];
    if (count > largest_[i]) {  // all values of the issue are relative to it
      largest_[i] = count;
      const double top = std::pow(1 + count, settings_.gamma);
      for (std::size_t l = 0; l < values_[i].size(); ++l) {
        values_[i][l] = std::pow(1 + all_[i][l], settings_.gamma) / top;
      }
    } else {
      values_[i][levels[i]] = std::pow((1 + count) / (1 + largest_[i]), settings_.gamma);
    }
  }
  if (++in_window_ < settings_.window) return;
  if (has_before_) compare(turn.time);
  has_before_ = true;
  before_ = std::move(now_);
  values_before_ = values_;
  now_ = zeros();
  in_window_ = 0;
}

void WindowedFrequencyModel::compare(double time) {
  std::vector<bool> unchanged(issues(), false);
  bool conceded = false;
  for (std::size_t i = 0; i < issues(); ++i) {
    const double levels = static_cast<double>(values_[i].size());
    const double total = static_cast<double>(settings_.window) + levels;
    double statistic = 0;
    double value_before = 0;
    double value_now = 0;
    for (std::size_t l = 0; l < values_[i].size(); ++l) {
      const double then = before_[i][l] + 1;
      const double now = now_[i][l] + 1;
      statistic += (now - then) * (now - then) / then;
      value_before += values_before_[i][l] * then / total;
      value_now += values_before_[i][l] * now / total;
    }
    // With one level nothing can change.
    unchanged[i] = levels < 2 || chi_squared_tail(statistic, levels - 1) > settings_.significance;
    if (!unchanged[i] && value_now < value_before) conceded = true;
  }
  if (!conceded) return;
  const double credit =
      settings_.alpha * (1 - std::pow(std::clamp(time, 0.0, 1.0), settings_.beta));
  for (std::size_t i = 0; i < issues(); ++i) {
    if (unchanged[i]) weights_[i] += credit;
  }
  const double sum = std::accumulate(weights_.begin(), weights_.end(), 0.0);
  for (double& weight : weights_) weight /= sum;
  factors_ = weights_;
}

}  // namespace monazite::strategies
