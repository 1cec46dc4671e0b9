#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <protocol/base/result.hpp>
#include <protocol/recording/reading.hpp>

namespace monazite::lab {

/// How a recording is verified.
enum class Verify {
  kReplay,  ///< feed back the recorded decisions, whoever made them
  kDecide   ///< let the built-in parties decide again, where they did
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
/// Settings that began on a later day (of a fork) are applied again. A fork with decisions replaced
/// verifies with kReplay; with kDecide the built-in parties decide as if nothing had been replaced,
/// so it differs from the first month on in which that shows. `others` are the seats, by name, that
/// people or other programs played (machine_notes.hpp): their decisions are fed back in any case.
/// Fails when the scenario inside, or a
/// later setting, cannot be read.
[[nodiscard]] base::Result<Verification> verify(recording::Recording& recording, Verify how,
                                                const std::vector<std::string>& others = {});

}  // namespace monazite::lab
