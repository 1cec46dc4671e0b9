#pragma once

#include <functional>
#include <optional>
#include <string>

#include <protocol/base/result.hpp>
#include <world/engine/history.hpp>
#include <world/lab/chronicle.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::lab {

/// A played history.
struct Played {
  Chronicle chronicle;
  std::uint64_t digest = 0;
  bool finished = true;                     ///< false: stopped before the last day
  std::optional<base::Error> not_recorded;  ///< why the recording is not whole, if it is not
};

/// Plays one history, and records it if `recording_path` is not empty. Fails only when the
/// recording cannot be begun; a disk that fills up later is told in Played::not_recorded.
/// `also` sees the same history; may be null.
[[nodiscard]] base::Result<Played> play(const scenarios::Scenario& scenario,
                                        const engine::HistoryOptions& options,
                                        const std::string& recording_path,
                                        engine::Witness* also = nullptr);

}  // namespace monazite::lab
