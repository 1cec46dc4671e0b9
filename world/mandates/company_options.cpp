#include <algorithm>
#include <cmath>

#include <world/mandates/company_options.hpp>

namespace monazite::mandates {
namespace {

double normal_distribution(double x) {
  return 0.5 * std::erfc(-x * 0.70710678118654752440);
}

}  // namespace

double lognormal_call(double forward, double strike, double log_sd) {
  if (strike <= 0) return forward - strike;
  if (forward <= 0) return 0;
  if (log_sd <= 0) return std::max(forward - strike, 0.0);
  const double d1 = std::log(forward / strike) / log_sd + 0.5 * log_sd;
  const double call = forward * normal_distribution(d1) - strike * normal_distribution(d1 - log_sd);
  return std::max(call, 0.0);
}

double lognormal_put(double forward, double strike, double log_sd) {
  if (strike <= 0) return 0;
  if (forward <= 0) return strike;
  if (log_sd <= 0) return std::max(strike - forward, 0.0);
  const double d1 = std::log(forward / strike) / log_sd + 0.5 * log_sd;
  const double put = strike * normal_distribution(log_sd - d1) - forward * normal_distribution(-d1);
  return std::max(put, 0.0);
}

double lognormal_floor(double forward, double floor, double log_sd) {
  return forward + lognormal_put(forward, floor, log_sd);
}

double flexibility_worth(double price, double log_sd) {
  return 0.4 * log_sd * price;
}

double logistic(double x) {
  return 1.0 / (1.0 + std::exp(-x));
}

}  // namespace monazite::mandates
