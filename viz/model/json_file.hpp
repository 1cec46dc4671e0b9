#pragma once

#include <optional>
#include <string>

#include <protocol/base/result.hpp>

namespace monazite::viz {

/// A small text file, whole; nothing when it is not there or larger than 4 MB.
[[nodiscard]] std::optional<std::string> read_small_file(const std::string& path);

/// Writes a file as a whole: beside it first, then in its place, so that a full disk leaves the old
/// one. kIo with path and remedy.
[[nodiscard]] base::Result<void> write_small_file(const std::string& path, const std::string& text);

}  // namespace monazite::viz
