#pragma once

#include <string>

namespace monazite::viz {

/// "june-2025-japan-seed-7.mcap" in the current folder, with a number when there is one.
[[nodiscard]] std::string free_recording(const std::string& name);

}  // namespace monazite::viz
