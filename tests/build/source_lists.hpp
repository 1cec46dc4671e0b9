#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace monazite::tests {

/// Whether a CMakeLists.txt names the file (relative to it) as a word of its own, outside comments.
[[nodiscard]] bool lists_file(std::string_view cmake_text, std::string_view file);

/// The files that no CMakeLists.txt in their folder or above names, so that nothing builds, checks
/// or runs them: headers and sources of protocol, agents, world and viz, and the sources of tests.
/// Paths from the top, sorted.
[[nodiscard]] std::vector<std::string> unlisted_files(const std::string& project_folder);

}  // namespace monazite::tests
