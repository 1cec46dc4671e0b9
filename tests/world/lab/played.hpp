#pragma once

#include <string>

#include <tests/support/scenario.hpp>
#include <tests/support/scratch.hpp>
#include <world/lab/play.hpp>

namespace monazite::test_support {

/// june-2025 until the end of 2026.
inline const scenarios::Scenario& short_crisis() {
  static const scenarios::Scenario kept = scenario("june-2025", {"calendar.last_day=2026-12-31"});
  return kept;
}

inline lab::Played play(std::uint64_t seed, const std::string& recording = {}) {
  engine::HistoryOptions options;
  options.seed = seed;
  options.program_version = "test";
  return *lab::play(short_crisis(), options, recording);
}

}  // namespace monazite::test_support
