#include <algorithm>
#include <cmath>

#include <world/equations/shapes.hpp>
#include <world/mandates/company_options.hpp>

namespace monazite::mandates {
double lognormal_call(double forward, double strike, double log_sd) {
  if (strike <= 0) return forward - strike;
  if (forward <= 0) return 0;
  if (log_sd <= 0) return std::max(forward - strike, 0.0);
  const double d1 = std::log(forward / strike) / log_sd + 0.5 * log_sd;
  const double call = forward * equations::normal_distribution(d1) -
                      strike * equations::normal_distribution(d1 - log_sd);
  return std::max(call, 0.0);
}

double lognormal_put(double forward, double strike, double log_sd) {
  if (strike <= 0) return 0;
  if (forward <= 0) return strike;
  if (log_sd <= 0) return std::max(strike - forward, 0.0);
  const double d1 = std::log(forward / strike) / log_sd + 0.5 * log_sd;
  const double put = strike * equations::normal_distribution(log_sd - d1) -
                     forward * equations::normal_distribution(-d1);
  return std::max(put, 0.0);
}

double flexibility_worth(double price, double log_sd) {
  return 0.4 * log_sd * price;
}

PutTable::PutTable(double log_sd) {
  const auto steps = static_cast<std::size_t>(kSteps);
  values_.reserve(steps + 1);
  for (std::size_t step = 0; step <= steps; ++step) {
    values_.push_back(lognormal_put(1, static_cast<double>(step) * kLargest / kSteps, log_sd));
  }
}

}  // namespace monazite::mandates
