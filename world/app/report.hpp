#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <protocol/recording/sidecar.hpp>
#include <world/lab/chronicle.hpp>
#include <world/lab/measures.hpp>
#include <world/lab/story.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::app {

/// What a run or a replay tells its user.
struct Report {
  const scenarios::Scenario& scenario;
  const lab::Chronicle& chronicle;
  const lab::Measures& measures;
  std::vector<lab::StoryLine> story;
  std::string recording_path, results_path;  ///< empty: none was written
  recording::Sidecar machine;                ///< of a replayed recording; empty: not known
};

/// Title, story, agreement beside the status quo, outcomes of the parties, charts, paths. At most
/// 100 columns; ends with a line feed.
[[nodiscard]] std::string report_text(const Report& report);

/// The same content as one JSON object; keys and units in docs/results.md. Keys are sorted.
[[nodiscard]] nlohmann::json report_json(const Report& report);

}  // namespace monazite::app
