#pragma once

#include <map>
#include <string>
#include <vector>

#include <world/scenarios/load.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::scenarios {

/// A scenario as plain text of at most 100 columns (a longer word of its own may stand out): title
/// and summary, calendar, what its numbers rest on, seats, offices with weights and vetoes, agendas
/// with levels and status quo (in square brackets), who sees what, China's imposed regimes, events,
/// later facts, every number with range, unit, confidence, source and meaning, and the sources that
/// are used.
[[nodiscard]] std::string describe(const Scenario& scenario);

/// One line per scenario: name and title in two columns.
[[nodiscard]] std::string list(const std::vector<Listed>& scenarios);

/// How many numbers there are of each confidence, and how many rest on a source printed after
/// known_until (calibration; no party is told them as news). Numbers of a list count one by one.
struct Footing {
  std::map<std::string, int> by_confidence;
  int numbers = 0;
  int later_sources = 0;
};
[[nodiscard]] Footing footing(const Scenario& scenario);

}  // namespace monazite::scenarios
