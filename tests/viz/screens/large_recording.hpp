#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <protocol/base/result.hpp>

namespace monazite::tests {

struct LargeRecording {
  std::string path;
  std::size_t bytes = 0;
  std::size_t months = 0;
  std::uint64_t messages = 0;
};

/// Writes a recording of at least `bytes`: eight real years of the crisis of June 2025, again and
/// again, each time with other days and ids, so that months are as full as they ever are.
[[nodiscard]] base::Result<LargeRecording> write_large_recording(const std::string& path,
                                                                 std::size_t bytes);

}  // namespace monazite::tests
