#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace monazite::tests {

/// The words of a CMakeLists.txt, comments aside, as paths from the top when the file lies in
/// `folder`:
/// "../a.cpp" in tests/agents/parties is tests/agents/a.cpp. Most of them name no file at all.
[[nodiscard]] std::set<std::string> listed_paths(const std::string& folder,
                                                 std::string_view cmake_text);

/// The files that no CMakeLists.txt names, so that nothing builds, checks or runs them: sources of
/// all folders, and the public headers of the libraries (what is in detail/ or belongs to the
/// executable is private). Paths from the top, sorted.
[[nodiscard]] std::vector<std::string> unlisted_files(const std::string& project_folder);

/// Test cases whose names have a semicolon, as "PATH: NAME": CMake takes them for two, and ctest
/// then asks the program for cases that it does not have, which passes.
[[nodiscard]] std::vector<std::string> split_test_names(const std::string& project_folder);
/// The names of the test cases in a source.
[[nodiscard]] std::vector<std::string> test_names(const std::string& source);

}  // namespace monazite::tests
