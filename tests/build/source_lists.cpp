#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include <tests/build/source_lists.hpp>

namespace monazite::tests {
namespace {

namespace fs = std::filesystem;

/// Calls `visit` with the path of every file in a folder.
template <class Visit>
void for_each_file(const fs::path& folder, const Visit& visit) {
  if (!fs::exists(folder)) return;
  for (auto entry = fs::recursive_directory_iterator{folder};
       entry != fs::recursive_directory_iterator{}; ++entry) {
    if (entry->path().filename() == "node_modules") entry.disable_recursion_pending();
    if (entry->is_regular_file()) visit(entry->path());
  }
}

bool must_be_listed(const std::string& path) {
  const fs::path file{path};
  if (file.extension() == ".cpp") return true;
  const bool is_private = path.find("/detail/") != std::string::npos ||
                          path.rfind("world/app/", 0) == 0 || path.rfind("tests/", 0) == 0;
  return file.extension() == ".hpp" && !is_private;
}

}  // namespace

std::set<std::string> listed_paths(const std::string& folder, std::string_view cmake_text) {
  std::set<std::string> paths;
  std::istringstream lines{std::string{cmake_text}};
  std::string line;
  while (std::getline(lines, line)) {
    line.resize(std::min(line.size(), line.find('#')));
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '(' || c == ')' || c == '"'; }, ' ');
    std::istringstream words{line};
    std::string word;
    while (words >> word) paths.insert((fs::path{folder} / word).lexically_normal().string());
  }
  return paths;
}

std::vector<std::string> unlisted_files(const std::string& project_folder) {
  const fs::path top{project_folder};
  std::set<std::string> listed;
  std::set<std::string> unlisted;
  const auto look_at = [&](const fs::path& file) {
    const std::string path = fs::relative(file, top).generic_string();
    if (file.filename() == "CMakeLists.txt") {
      std::ifstream stream{file};
      const std::string text{std::istreambuf_iterator<char>{stream}, {}};
      listed.merge(listed_paths(fs::path{path}.parent_path().string(), text));
    } else if (must_be_listed(path)) {
      unlisted.insert(path);
    }
  };
  for (const char* name : {"protocol", "agents", "world", "viz", "tests"}) {
    for_each_file(top / name, look_at);
  }
  for (const std::string& path : listed) unlisted.erase(path);
  return {unlisted.begin(), unlisted.end()};
}

std::vector<std::string> test_names(const std::string& source) {
  static const std::regex kCase(R"re(TEST_CASE\(((?:\s*"(?:[^"\\]|\\.)*")+))re");
  static const std::regex kJoint(R"re("\s+")re");
  std::vector<std::string> names;
  for (auto found = std::sregex_iterator(source.begin(), source.end(), kCase);
       found != std::sregex_iterator(); ++found) {
    const std::string literals = std::regex_replace((*found)[1].str(), kJoint, "");
    const std::size_t from = literals.find('"') + 1;
    names.push_back(literals.substr(from, literals.rfind('"') - from));
  }
  return names;
}

std::vector<std::string> split_test_names(const std::string& project_folder) {
  const fs::path top{project_folder};
  std::set<std::string> split;
  for_each_file(top / "tests", [&](const fs::path& file) {
    if (file.extension() != ".cpp") return;
    std::ifstream stream{file};
    const std::string text{std::istreambuf_iterator<char>{stream}, {}};
    for (const std::string& name : test_names(text)) {
      if (name.find(';') == std::string::npos) continue;
      split.insert(fs::relative(file, top).generic_string() + ": " + name);
    }
  });
  return {split.begin(), split.end()};
}

}  // namespace monazite::tests
