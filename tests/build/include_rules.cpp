#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include <tests/build/include_rules.hpp>

namespace monazite::tests {
namespace {

using Folders = std::set<std::string, std::less<>>;
using Rules = std::map<std::string, Folders, std::less<>>;

Folders operator+(Folders left, const Folders& right) {
  left.insert(right.begin(), right.end());
  return left;
}

/// Folder -> the folders it may include (itself is always among them).
Rules make_rules() {
  const Folders messages{"protocol/base", "protocol/messages"};
  const Folders agenda = messages + Folders{"protocol/agenda"};
  const Folders protocol = agenda + Folders{"protocol/encounter", "protocol/bus"};
  const Folders model{"world/equations", "world/economy", "world/treaty"};
  const Folders agents{"agents/preferences", "agents/strategies", "agents/session",
                       "agents/parties"};
  const Folders engine = protocol + model + agents +
                         Folders{"protocol/recording", "protocol/net", "world/mandates",
                                 "world/scenarios", "world/engine"};
  Rules rules{
      {"protocol/base", {}},
      {"protocol/messages", {"protocol/base"}},
      {"protocol/agenda", messages},
      {"protocol/encounter", agenda},
      {"protocol/bus", protocol},
      {"protocol/recording", protocol},
      {"protocol/net", protocol},
      {"agents/preferences", protocol},
      {"agents/strategies", protocol + Folders{"agents/preferences"}},
      {"agents/session", protocol + Folders{"agents/preferences", "agents/strategies"}},
      {"agents/parties", protocol + agents},
      {"world/equations", protocol},
      {"world/economy", protocol + model},
      {"world/treaty", protocol + Folders{"world/equations"}},
      {"world/mandates",
       protocol + Folders{"agents/preferences", "world/equations", "world/treaty"}},
      {"world/scenarios", protocol + model + agents + Folders{"world/mandates"}},
      {"world/engine", engine},
      {"world/lab", engine},
      {"world/app", engine + Folders{"world/lab"}},
      // A person's seat is a party (agents/parties) of a scenario.
      {"viz",
       protocol + Folders{"protocol/recording", "protocol/net", "agents/parties",
                          "agents/strategies", "world/scenarios", "world/engine", "world/lab"}},
  };
  for (auto& [folder, allowed] : rules) allowed.insert(folder);
  return rules;
}

/// "world/engine/parts/x.hpp" -> "world/engine"; viz is one folder. Empty for a file at the top.
std::string folder_of(std::string_view path) {
  const auto first = path.find('/');
  if (first == std::string_view::npos) return {};
  if (path.substr(0, first) == "viz") return "viz";
  const auto second = path.find('/', first + 1);
  return second == std::string_view::npos ? std::string{} : std::string{path.substr(0, second)};
}

bool is_ours(std::string_view path) {
  const auto top = path.substr(0, path.find('/'));
  return top == "protocol" || top == "agents" || top == "world" || top == "viz" || top == "tests";
}

struct Include {
  std::string path;
  bool angled = true;
};

std::optional<Include> parse_include(std::string_view line) {
  const auto skip_blanks = [&line] {
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  };
  skip_blanks();
  if (line.empty() || line.front() != '#') return std::nullopt;
  line.remove_prefix(1);
  skip_blanks();
  constexpr std::string_view kWord = "include";
  if (line.substr(0, kWord.size()) != kWord) return std::nullopt;
  line.remove_prefix(kWord.size());
  skip_blanks();
  if (line.empty() || (line.front() != '<' && line.front() != '"')) return std::nullopt;
  const bool angled = line.front() == '<';
  const auto end = line.find(angled ? '>' : '"', 1);
  if (end == std::string_view::npos) return std::nullopt;
  return Include{std::string{line.substr(1, end - 1)}, angled};
}

std::optional<std::string> fault_of(const Include& include, const std::string& folder,
                                    const Folders& allowed) {
  if (!include.angled) return "\"" + include.path + "\" is to be written <from/the/top.hpp>";
  if (!is_ours(include.path)) return std::nullopt;  // the standard library's and Debian's
  const std::string target = folder_of(include.path);
  if (allowed.count(target) > 0) return std::nullopt;
  return folder + " may not include " + (target.empty() ? include.path : target);
}

}  // namespace

std::vector<SourceFile> read_sources(const std::string& project_folder) {
  namespace fs = std::filesystem;
  std::vector<SourceFile> files;
  for (const char* top : {"protocol", "agents", "world", "viz"}) {
    const fs::path start = fs::path{project_folder} / top;
    if (!fs::exists(start)) continue;
    for (const auto& entry : fs::recursive_directory_iterator{start}) {
      const auto extension = entry.path().extension();
      if (!entry.is_regular_file() || (extension != ".hpp" && extension != ".cpp")) continue;
      std::ifstream stream{entry.path()};
      std::string text{std::istreambuf_iterator<char>{stream}, {}};
      files.push_back({fs::relative(entry.path(), project_folder).generic_string(), text});
    }
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& left, const SourceFile& right) { return left.path < right.path; });
  return files;
}

std::vector<std::string> check_includes(const std::vector<SourceFile>& files) {
  const Rules rules = make_rules();
  std::vector<std::string> faults;
  for (const SourceFile& file : files) {
    const std::string folder = folder_of(file.path);
    const auto rule = rules.find(folder);
    if (rule == rules.end()) {
      faults.push_back(file.path + ": no rule says what this folder may include");
      continue;
    }
    std::istringstream lines{file.text};
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
      const auto include = parse_include(line);
      if (!include) continue;
      if (const auto fault = fault_of(*include, folder, rule->second)) {
        faults.push_back(file.path + ":" + std::to_string(number) + ": " + *fault);
      }
    }
  }
  return faults;
}

}  // namespace monazite::tests
