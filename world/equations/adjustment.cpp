#include <algorithm>
#include <cmath>

#include <world/equations/adjustment.hpp>
#include <world/equations/shapes.hpp>

namespace monazite::equations {

double utilisation(double price, double cost, double elasticity, double full_use) {
  return std::min(full_use, std::pow(price / cost, elasticity));
}

double demand_factor(double price, double anchor, double elasticity) {
  return std::pow(price / anchor, -elasticity);
}

double next_intensity(double intensity, double ratio, double elasticity, double lag_months,
                      double cap_per_year) {
  const double gap = -elasticity * std::log(ratio) - std::log(intensity);
  const double cap = cap_per_year / 12;
  return intensity * std::exp(clip(gap / lag_months, -cap, cap));
}

double next_capacity(double capacity, double ratio, double lag_months, double cap_per_year) {
  const double cap = cap_per_year / 12;
  return capacity * std::exp(clip((ratio - 1) / lag_months, -cap, cap));
}

double target_stock(double use_t_per_month, double cover_days, double hoarding, double risk) {
  return cover_days / kDaysPerMonth * use_t_per_month * (1 + hoarding * risk);
}

double order(double use_t, double target_t, double stock_t, double adjustment_months,
             double coming_t) {
  return positive_part(use_t + (target_t - stock_t) / adjustment_months - coming_t);
}

}  // namespace monazite::equations
