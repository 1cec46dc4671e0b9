#pragma once

#include <algorithm>
#include <vector>

/// Expected values of clauses of price formulae when the price is lognormal: Black (1976) without
/// discounting. `forward` is the expected price, `log_sd` the standard deviation of the logarithm
/// of the price over the life of the deal (not a volatility per year). USD per kg throughout. (E
/// max(P, F) itself is equations::mean_price_with_floor.)
namespace monazite::mandates {

/// E max(P - strike, 0): worth of a right to buy at `strike`. forward >= 0, log_sd >= 0; a strike
/// of 0 or less gives forward - strike.
[[nodiscard]] double lognormal_call(double forward, double strike, double log_sd);

/// E max(strike - P, 0): worth of a right to sell at `strike`; 0 for a strike of 0 or less.
[[nodiscard]] double lognormal_put(double forward, double strike, double log_sd);

/// Worth of a small right to more or less at today's price, per unit: 0.4 log_sd price (Brenner and
/// Subrahmanyam 1988, an at-the-money option).
[[nodiscard]] double flexibility_worth(double price, double log_sd);

/// lognormal_put by table, for loops over thousands of packages: linear between 1,024 strikes up to
/// eight times the forward, exact beyond. Within 2e-5 of the forward for log_sd >= 0.2.
class PutTable {
 public:
  explicit PutTable(double log_sd);
  [[nodiscard]] double put(double forward, double strike) const {
    if (strike <= 0 || forward <= 0) return std::max(strike, 0.0);
    const double ratio = strike / forward;
    if (ratio >= kLargest) return strike - forward;
    const double at = ratio * (kSteps / kLargest);
    const auto step = static_cast<std::size_t>(at);
    const double part = at - static_cast<double>(step);
    return forward * (values_[step] + part * (values_[step + 1] - values_[step]));
  }

 private:
  static constexpr double kLargest = 8;
  static constexpr double kSteps = 1024;
  std::vector<double> values_;  ///< for a forward of 1
};

}  // namespace monazite::mandates
