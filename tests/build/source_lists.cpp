#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <tests/build/source_lists.hpp>

namespace monazite::tests {
namespace {

namespace fs = std::filesystem;

bool is_listed(const fs::path& top, const fs::path& file) {
  for (fs::path folder = file.parent_path(); folder != top; folder = folder.parent_path()) {
    std::ifstream stream{folder / "CMakeLists.txt"};
    const std::string text{std::istreambuf_iterator<char>{stream}, {}};
    if (lists_file(text, fs::relative(file, folder).generic_string())) return true;
  }
  return false;
}

}  // namespace

bool lists_file(std::string_view cmake_text, std::string_view file) {
  std::istringstream lines{std::string{cmake_text}};
  std::string line;
  while (std::getline(lines, line)) {
    line.resize(std::min(line.size(), line.find('#')));
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '(' || c == ')' || c == '"'; }, ' ');
    std::istringstream words{line};
    std::string word;
    while (words >> word) {
      if (word == file) return true;
    }
  }
  return false;
}

std::vector<std::string> unlisted_files(const std::string& project_folder) {
  const fs::path top{project_folder};
  std::vector<std::string> unlisted;
  for (const char* name : {"protocol", "agents", "world", "viz", "tests"}) {
    if (!fs::exists(top / name)) continue;
    const bool with_headers = name != std::string_view{"tests"};
    for (auto entry = fs::recursive_directory_iterator{top / name};
         entry != fs::recursive_directory_iterator{}; ++entry) {
      if (entry->path().filename() == "node_modules") entry.disable_recursion_pending();
      const auto extension = entry->path().extension();
      if (extension != ".cpp" && !(with_headers && extension == ".hpp")) continue;
      if (!is_listed(top, entry->path())) {
        unlisted.push_back(fs::relative(entry->path(), top).generic_string());
      }
    }
  }
  std::sort(unlisted.begin(), unlisted.end());
  return unlisted;
}

}  // namespace monazite::tests
