#pragma once

#include <string>
#include <vector>

namespace monazite::viz {

/// A seat that a person can take at home.
struct PlayableSeat {
  std::string name, title;  ///< "shin_etsu", "Shin-Etsu Chemical"
};
/// All parties of the scenario that is played at home, in its order.
[[nodiscard]] const std::vector<PlayableSeat>& playable_seats();

}  // namespace monazite::viz
