#pragma once

#include <string_view>

namespace monazite::viz {

/// Whether a program's version "1.4.2" is later than another. False when either is no such version:
/// of what cannot be compared nothing is said.
[[nodiscard]] bool is_later_version(std::string_view version, std::string_view than);

}  // namespace monazite::viz
