#pragma once

#include <filesystem>
#include <string>

#include <tests/support/scenario.hpp>
#include <world/lab/play.hpp>

namespace monazite::test_support {

/// june-2025 until the end of 2026.
inline const scenarios::Scenario& short_crisis() {
  static const scenarios::Scenario kept = scenario("june-2025", {"calendar.last_day=2026-12-31"});
  return kept;
}

/// A folder of its own for one test, empty.
inline std::string fresh_folder(const std::string& name) {
  const auto path = std::filesystem::temp_directory_path() / ("monazite-test-" + name);
  std::filesystem::remove_all(path);
  std::filesystem::create_directories(path);
  return path.string();
}

inline lab::Played play(std::uint64_t seed, const std::string& recording = {}) {
  engine::HistoryOptions options;
  options.seed = seed;
  options.program_version = "test";
  return *lab::play(short_crisis(), options, recording);
}

}  // namespace monazite::test_support
