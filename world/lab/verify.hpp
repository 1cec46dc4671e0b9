#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <protocol/base/result.hpp>
#include <protocol/recording/reading.hpp>

namespace monazite::lab {

/// How a recording is verified.
enum class Verify {
  kReplay,  ///< feed back the recorded decisions, whoever made them
  kDecide   ///< let the built-in parties decide again
};

struct Verification {
  bool matches = false;
  std::uint32_t months = 0;  ///< compared
  /// First month (0 is the first of the run) whose state differs, with both hashes.
  std::optional<std::uint32_t> first_different_month;
  std::uint64_t recorded_hash = 0;
  std::uint64_t computed_hash = 0;
};

/// Plays a recording's scenario and seed once more and compares the hash of every recorded month.
/// Fails when the scenario inside cannot be read.
[[nodiscard]] base::Result<Verification> verify(recording::Recording& recording, Verify how);

}  // namespace monazite::lab
