#include <algorithm>
#include <cmath>

#include <world/equations/prices.hpp>
#include <world/equations/shapes.hpp>

namespace monazite::equations {
namespace {

constexpr double kLowestCoverShare = 0.1;
constexpr double kLargestRent = 20;

}  // namespace

double cover_price(double expected_price, double cover_months, double normal_months,
                   double exponent) {
  const double cover = std::max(cover_months, kLowestCoverShare * normal_months);
  return expected_price * std::pow(normal_months / cover, exponent);
}

double licence_rent_factor(double cover_months, double normal_months, double exponent,
                           double begins_below) {
  const double cover = std::max(cover_months, kLowestCoverShare / 2 * normal_months);
  const double scarcity = begins_below * normal_months / cover;
  return scarcity <= 1 ? 1 : std::pow(scarcity, exponent);
}

double next_expected_price(double expected_price, double price, double anchor, double lag_months,
                           double reversion_months) {
  return expected_price + (price - expected_price) / lag_months +
         (anchor - expected_price) / reversion_months;
}

double next_spot_price(double price, double demand_t, double supply_t, double elasticity) {
  const double ratio = supply_t > 0 ? clip(demand_t / supply_t, 0.5, 2) : 2;
  return price * std::pow(ratio, elasticity);
}

double quota_rent_factor(double demand_t, double supply_t, double quota_t, double demand_elasticity,
                         double supply_elasticity) {
  if (demand_t <= supply_t + quota_t) return 1;
  const auto excess = [&](double factor) {
    return demand_t * std::pow(factor, -demand_elasticity) -
           supply_t * std::pow(factor, supply_elasticity) - quota_t;
  };
  double low = 1;
  double high = kLargestRent;
  if (excess(high) > 0) return high;
  for (int i = 0; i < 40; ++i) {
    const double middle = 0.5 * (low + high);
    (excess(middle) > 0 ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

}  // namespace monazite::equations
