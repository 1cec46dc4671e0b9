#pragma once

/// How producers and users respond to prices. Rates a month unless "per year" is said. Keys E4 to
/// E6 are those of docs/model.md, "Equations".
namespace monazite::equations {

/// Of a month in which stocks are reckoned in days of cover.
inline constexpr double kDaysPerMonth = 30;

/// E4: use of capacity against normal, (P/c)^eta, at most `full_use`: GLOMBO's calculate_cu (Ryter
/// et al. 2024; median eta of its database 0.24, n = 200) on the price over cost instead of the
/// margin, so that it is defined at a loss as well.
[[nodiscard]] double utilisation(double price, double cost, double elasticity, double full_use);

/// Short run: demand over demand at the anchor, (P/c)^-eps.
[[nodiscard]] double demand_factor(double price, double anchor, double elasticity);

/// E6: intensity of use moves to (Pbar/c)^-eps with a lag, in logarithms, at most `cap_per_year` a
/// year either way. The cap of 10 % a year is the largest substitution measured after 2010
/// (Sprecher et al. 2017). `ratio` = Pbar/c, the six-month price over the anchor.
[[nodiscard]] double next_intensity(double intensity, double ratio, double elasticity,
                                    double lag_months, double cap_per_year);

/// E5 in short: capacity beyond its trend grows by (Pbar/c - 1)/lag a month, at most `cap_per_year`
/// a year either way (Sprecher et al. 2017: non-Chinese supply won 4 % of the market a year). A
/// stock of projects that come on stream one by one, not one mine after its seven years.
[[nodiscard]] double next_capacity(double capacity, double ratio, double lag_months,
                                   double cap_per_year);

/// E9: target stock, t: (cover/30) use (1 + hoarding risk). `risk` 0 to 1.
[[nodiscard]] double target_stock(double use_t_per_month, double cover_days, double hoarding,
                                  double risk);

/// E9: order of a month, t, never negative: use + (target - stock)/adjustment - what comes anyway.
[[nodiscard]] double order(double use_t, double target_t, double stock_t, double adjustment_months,
                           double coming_t);

}  // namespace monazite::equations
