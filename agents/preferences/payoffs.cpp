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

}  // namespace monazite::preferences
