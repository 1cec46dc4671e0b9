#pragma once

#include <string>
#include <vector>

#include <world/economy/economy.hpp>

namespace monazite::economy {

/// Everything that a snapshot holds, in one fixed order: what the economy remembers, then the flows
/// of the month. `makers` gives the names that stand in the names of the makers' values.
void describe_values(const State& state, const std::vector<MakerSetup>& makers,
                     std::vector<std::string>& names);
void collect_values(const State& state, const MonthAccount& account, std::vector<double>& values);

}  // namespace monazite::economy
