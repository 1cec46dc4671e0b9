#include <algorithm>

#include <agents/preferences/payoffs.hpp>
#include <protocol/base/check.hpp>

namespace monazite::preferences {

Payoffs payoffs_of(const std::vector<std::unique_ptr<UtilityTable>>& tables) {
  Payoffs payoffs;
  for (const auto& table : tables) {
    payoffs.values.push_back(table->values());
    payoffs.reservations.push_back(table->reservation());
  }
  return payoffs;
}

Ranges ranges_of(const Payoffs& payoffs) {
  MONAZITE_CHECK(payoffs.size() > 0, "there is at least one package");
  Ranges ranges;
  for (const auto& values : payoffs.values) {
    double lowest = values[0];
    double highest = values[0];
    for (const double value : values) {
      lowest = std::min(lowest, value);
      highest = std::max(highest, value);
    }
    ranges.lowest.push_back(lowest);
    ranges.highest.push_back(highest);
  }
  return ranges;
}

UnitPayoffs::UnitPayoffs(const Payoffs& payoffs) {
  const Ranges ranges = ranges_of(payoffs);
  for (std::size_t k = 0; k < payoffs.parties(); ++k) {
    const double lowest = ranges.lowest[k];
    const double range = ranges.highest[k] > lowest ? ranges.highest[k] - lowest : 1;
    std::vector<double> scaled;
    scaled.reserve(payoffs.size());
    for (const double value : payoffs.values[k]) scaled.push_back((value - lowest) / range);
    values_.push_back(std::move(scaled));
    payoffs_.reservations.push_back((payoffs.reservations[k] - lowest) / range);
  }
  for (const auto& scaled : values_) payoffs_.values.emplace_back(scaled);
}

}  // namespace monazite::preferences
