#pragma once

/// Expected values of clauses of price formulae when the price is lognormal: Black (1976) without
/// discounting. `forward` is the expected price, `log_sd` the standard deviation of the logarithm
/// of the price over the life of the deal (not a volatility per year). USD per kg throughout.
/// (E max(P, F) itself is equations::mean_price_with_floor.)
namespace monazite::mandates {

/// E max(P - strike, 0): worth of a right to buy at `strike`. forward >= 0, log_sd >= 0; a strike
/// of 0 or less gives forward - strike.
[[nodiscard]] double lognormal_call(double forward, double strike, double log_sd);

/// E max(strike - P, 0): worth of a right to sell at `strike`; 0 for a strike of 0 or less.
[[nodiscard]] double lognormal_put(double forward, double strike, double log_sd);

/// Worth of a small right to more or less at today's price, per unit: 0.4 log_sd price (Brenner and
/// Subrahmanyam 1988, an at-the-money option).
[[nodiscard]] double flexibility_worth(double price, double log_sd);

}  // namespace monazite::mandates
