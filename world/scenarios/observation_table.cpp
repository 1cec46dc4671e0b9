#include <algorithm>

#include <world/scenarios/observation_table.hpp>

namespace monazite::scenarios {

void ObservationTable::set(v1::Quantity quantity, Viewpoint viewpoint, const Sight& sight) {
  const auto row = static_cast<std::size_t>(quantity);
  if (row >= rows_.size()) rows_.resize(row + 1);
  rows_[row][static_cast<std::size_t>(viewpoint)] = sight;
}

Sight ObservationTable::sight(v1::Quantity quantity, Viewpoint viewpoint) const {
  const auto row = static_cast<std::size_t>(quantity);
  return row < rows_.size() ? rows_[row][static_cast<std::size_t>(viewpoint)] : Sight{};
}

int ObservationTable::longest_delay_months() const {
  int longest = 0;
  for (const auto& row : rows_) {
    for (const Sight& sight : row) longest = std::max(longest, sight.delay_months);
  }
  return longest;
}

}  // namespace monazite::scenarios
