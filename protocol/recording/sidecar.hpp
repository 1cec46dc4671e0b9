#pragma once

#include <map>
#include <string>

#include <protocol/base/result.hpp>

namespace monazite::recording {

/// What belongs to the machine and not to the history, so that it must not stand in the recording,
/// whose bytes are the same everywhere: who played each seat and from where, the host, paths, wall
/// time. One text for each key; see docs/recording.md for the keys that the program writes.
using Sidecar = std::map<std::string, std::string>;

/// "out/june-2025.machine.json" for "out/june-2025.mcap".
[[nodiscard]] std::string sidecar_path(const std::string& recording_path);

/// Writes the sidecar of a recording as one JSON object of strings, replacing an older one. kIo
/// with path and remedy when the machine refuses.
[[nodiscard]] base::Result<void> write_sidecar(const std::string& recording_path,
                                               const Sidecar& sidecar);
/// kNotFound when there is none (a recording is complete without it), kDamaged when it is not such
/// an object.
[[nodiscard]] base::Result<Sidecar> read_sidecar(const std::string& recording_path);

}  // namespace monazite::recording
