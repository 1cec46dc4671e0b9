#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include <tests/support/scenario.hpp>
#include <world/economy/economy.hpp>

namespace monazite::fixtures {

[[nodiscard]] inline const equations::Parameters& june_parameters() {
  return test_support::june_2025().parameters;
}

/// China's regimes as they were, to the end of June 2025.
[[nodiscard]] inline const economy::RegimePath& path_of_2025() {
  return test_support::june_2025().regime_path;
}

inline const base::Day kFirstDay = base::to_day({2024, 1, 1});

[[nodiscard]] inline base::Day month_end(int index) {
  return base::end_of_month(base::add_months(kFirstDay, index));
}

/// The memorandum as it is at the start: 1,000 t a year to Japan, of the basket.
[[nodiscard]] inline economy::Controls baseline_controls(const equations::Parameters& p) {
  economy::Controls c;
  c.committed_reo_t = p.refinery.baseline_t_per_year / 12;
  c.committed_ndpr_t = c.committed_reo_t * p.ore.ndpr_share;
  c.contract_reo_t = c.committed_reo_t / (p.refinery.japan_share * p.refinery.recovery);
  c.contract_ndpr_share = p.ore.ndpr_share;
  c.feed_price_usd_per_kg_ndpr = p.appraisal.feed_price_share * p.market.marginal_cost_usd_per_kg;
  return c;
}

/// A history of the economy alone: the arrangement found at the start, unless a test changes
/// `controls` before a month.
struct TradeRun {
  explicit TradeRun(const equations::Parameters& numbers = june_parameters(),
                    economy::RegimePath path = {}, std::uint64_t seed = 1)
      : parameters(numbers),
        controls(baseline_controls(numbers)),
        economy(numbers, test_support::june_2025().makers, std::move(path), kFirstDay,
                base::Draws(seed)) {}

  const economy::MonthAccount& month() {
    return economy.settle(month_end(static_cast<int>(economy.state().month)), controls);
  }
  void months(int count) {
    for (int i = 0; i < count; ++i) month();
  }
  [[nodiscard]] const economy::State& state() const { return economy.state(); }

  equations::Parameters parameters;
  economy::Controls controls;
  economy::Economy economy;
};

/// No shocks, and a China that stays as it is.
[[nodiscard]] inline equations::Parameters quiet_parameters() {
  equations::Parameters p = june_parameters();
  p.switches.noise = false;
  equations::Regime& c = p.regime;
  c.light_01 = c.light_10 = c.light_12 = c.light_21 = 0;
  c.magnet_01 = c.magnet_10 = c.magnet_12 = c.magnet_21 = 0;
  return p;
}

/// China keeps to these regimes for the whole run.
[[nodiscard]] inline economy::RegimePath lasting(int light, int magnet, int months = 96) {
  economy::RegimePath path;
  path.light.assign(static_cast<std::size_t>(months), light);
  path.magnet.assign(static_cast<std::size_t>(months), magnet);
  return path;
}

[[nodiscard]] inline double total(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum;
}

[[nodiscard]] inline double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace monazite::fixtures
