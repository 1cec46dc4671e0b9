#pragma once

#include <cstdio>
#include <cstdlib>

#include <world/scenarios/load.hpp>

namespace monazite::test_support {

/// A built-in scenario; ends the program with its faults if it has any.
inline scenarios::Scenario scenario(const char* name, const scenarios::Settings& settings = {}) {
  auto loaded = scenarios::load_builtin(name, settings);
  if (!loaded) {
    std::fputs(scenarios::to_string(loaded.error()).c_str(), stderr);
    std::abort();
  }
  return *std::move(loaded);
}

/// june-2025 as it is, read once per test program. Link monazite::scenarios.
inline const scenarios::Scenario& june_2025() {
  static const scenarios::Scenario kept = scenario("june-2025");
  return kept;
}

}  // namespace monazite::test_support
