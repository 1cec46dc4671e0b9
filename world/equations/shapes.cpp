#include <world/equations/shapes.hpp>

namespace monazite::equations {

double normal_distribution(double x) {
  return 0.5 * (1 + std::erf(x / std::sqrt(2.0)));
}

double mean_price_with_floor(double mean_price, double floor, double log_sd) {
  if (floor <= 0 || log_sd <= 0) return std::max(mean_price, floor);
  const double d1 = std::log(mean_price / floor) / log_sd + 0.5 * log_sd;
  return mean_price * normal_distribution(d1) + floor * normal_distribution(log_sd - d1);
}

}  // namespace monazite::equations
