#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include <protocol/recording/sidecar.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::lab {

/// How a run was made, as far as its recording must not know it.
struct MachineFacts {
  std::string program;  ///< with its version: "monazite 0.1.0"
  std::string command;  ///< that plays the same run again: "monazite run june-2025 --seed 4"
  std::chrono::system_clock::time_point started;
  double seconds = 0;  ///< wall time from the first day to the last
};

/// The sidecar of a run (keys: docs/recording.md): those facts, the host's name, and for each seat
/// who played it: "built-in", with the tactic that the scenario gives it.
[[nodiscard]] recording::Sidecar machine_notes(const MachineFacts& facts,
                                               const scenarios::Scenario& scenario);

/// The seats that somebody else than the built-in party played, by name, with what they call
/// themselves (may be empty): people in the viewer, and whoever joined a host.
[[nodiscard]] std::map<std::string, std::string> players_in(const recording::Sidecar& notes);

/// One sentence for a reader: when, where, by which program and how fast it was played, and who sat
/// where. Notes that lack a key leave its part out; none at all give an empty text.
[[nodiscard]] std::string machine_sentence(const recording::Sidecar& notes);

/// "monazite run june-2025 --seed 4 --set a=1", quoted for a shell where needed.
[[nodiscard]] std::string command_words(const std::vector<std::string>& arguments);

}  // namespace monazite::lab
