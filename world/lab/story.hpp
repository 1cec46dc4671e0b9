#pragma once

#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <world/lab/chronicle.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::lab {

/// One dated line of a story: what happened, who did it, why.
struct StoryLine {
  base::Day day{};
  std::string text;    ///< "Commerce (India) asks atomic energy and IREL to hold neodymium back"
  std::string why;     ///< "it expects 2.3 M from it"; may be empty
  std::string source;  ///< key of the source where the line is a reported fact; else empty
};

/// Tells what a chronicle holds, in order of day. What repeats is told once and counted (requests
/// that are renewed, quarters that are allocated), so that eight years read in a minute or two;
/// everything stays in the recording. Says what happened and never whose fault it was.
[[nodiscard]] std::vector<StoryLine> tell(const Chronicle& chronicle,
                                          const scenarios::Scenario& scenario);

}  // namespace monazite::lab
