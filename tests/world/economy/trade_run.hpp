#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include <tests/support/default_parameters.hpp>
#include <world/economy/economy.hpp>

namespace monazite::fixtures {

/// A history of the economy alone: the arrangement found at the start, unless a test changes
/// `controls` before a month.
struct TradeRun {
  explicit TradeRun(const equations::Parameters& numbers = default_parameters(),
                    economy::RegimePath path = {}, std::uint64_t seed = 1)
      : parameters(numbers),
        controls(default_controls(numbers)),
        economy(numbers, default_makers(), std::move(path), kFirstDay, base::Draws(seed)) {}

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
  equations::Parameters p = default_parameters();
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
