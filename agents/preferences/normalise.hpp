#pragma once

#include <agents/preferences/domain.hpp>
#include <agents/preferences/utility_table.hpp>

namespace monazite::preferences {

/// The profile of `table` on the scale on which its worst package is worth 0 and its best one 1:
/// u' = (u - lowest) / (highest - lowest), and so the reservation value, which may leave [0, 1]
/// (NegMAS' Scenario.normalize with independent ranges). A party to whom all packages are worth the
/// same gets 0 for all of them, and its reservation value is shifted only.
///
/// A linear additive utility stays one: each issue's values run from 0 to 1 and weights sum to 1,
/// so that its sums are as exact as such sums are. Any other utility is computed and then scaled;
/// the table's utility is shared and lives on. The discount is kept, though only one that
/// multiplies means the same on another scale with zero elsewhere.
[[nodiscard]] Profile unit_profile(const UtilityTable& table);

/// `domain` with all its profiles so. `tables` are those of its profiles.
[[nodiscard]] Domain unit_domain(const Domain& domain,
                                 const std::vector<std::unique_ptr<UtilityTable>>& tables);

}  // namespace monazite::preferences
