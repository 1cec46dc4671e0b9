#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <protocol/base/result.hpp>
#include <viz/model/recording_file.hpp>

namespace monazite::viz {

/// Plays a scenario that comes with the program, in memory: some 0.1 s. The name it is given says
/// that it lies in no file: "june-2025 (played here)".
[[nodiscard]] base::Result<std::unique_ptr<RecordingFile>> play_scenario(const std::string& name,
                                                                         std::uint64_t seed);
/// The crisis of June 2025 with the seed that the tutorials use.
[[nodiscard]] base::Result<std::unique_ptr<RecordingFile>> play_demo();

}  // namespace monazite::viz
