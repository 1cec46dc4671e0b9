#pragma once

#include <string>
#include <vector>

#include <world/scenarios/load.hpp>

namespace monazite::test_support {

/// june-2025 with `body` laid over it, as the file my.toml: what is wrong with it, one line per
/// fault. The body's first line is line 4.
inline std::vector<std::string> faults_of(const std::string& body,
                                          const scenarios::Settings& settings = {}) {
  const std::string heading = "title = \"Mine\"\nsummary = \"A test\"\nextends = \"june-2025\"\n";
  const auto loaded = scenarios::load_text(heading + body, "my.toml", settings);
  std::vector<std::string> lines;
  if (loaded) return lines;
  for (const auto& fault : loaded.error()) lines.push_back(scenarios::to_string(fault));
  return lines;
}

/// The single fault of such a text; all of them in one line if there are more or fewer.
inline std::string fault_of(const std::string& body, const scenarios::Settings& settings = {}) {
  const auto faults = faults_of(body, settings);
  if (faults.empty()) return "no fault";
  std::string all;
  for (const auto& fault : faults) all += (all.empty() ? "" : " || ") + fault;
  return all;
}

}  // namespace monazite::test_support
