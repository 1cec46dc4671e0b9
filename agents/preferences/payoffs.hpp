#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <agents/preferences/points.hpp>
#include <agents/preferences/utility_table.hpp>

namespace monazite::preferences {

/// What two or more parties make of the same packages, and of no deal. A view of the values.
struct Payoffs {
  std::vector<std::span<const double>> values;  ///< [party][package], finite
  std::vector<double> reservations;  ///< of each party; minus infinity: any deal beats none

  [[nodiscard]] std::size_t parties() const { return values.size(); }
  /// Number of packages.
  [[nodiscard]] std::size_t size() const { return values.empty() ? 0 : values.front().size(); }
  [[nodiscard]] Columns columns() const { return {values.data(), values.size()}; }
  /// Nobody is worse off than without a deal.
  [[nodiscard]] bool rational(std::size_t package) const {
    bool all = true;
    for (std::size_t k = 0; k < parties(); ++k) all = all & (values[k][package] >= reservations[k]);
    return all;
  }
};

/// Of the tables of a domain, which must outlive it.
[[nodiscard]] Payoffs payoffs_of(const std::vector<std::unique_ptr<UtilityTable>>& tables);

/// Lowest and highest value of each party.
struct Ranges {
  std::vector<double> lowest;
  std::vector<double> highest;
};
[[nodiscard]] Ranges ranges_of(const Payoffs& payoffs);

}  // namespace monazite::preferences
