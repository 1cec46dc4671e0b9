#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <CLI/CLI.hpp>

#include <world/app/domain_choice.hpp>

namespace monazite::app {

using preferences::Semantics;

void add_semantics_option(CLI::App& command, std::string& value) {
  command
      .add_option("--semantics", value,
                  "Whose reading of the files: genius or negmas (default: as the format has it)")
      ->check(CLI::IsMember({"genius", "negmas"}));
}

std::optional<Semantics> semantics_named(const std::string& name) {
  if (name.empty()) return std::nullopt;
  return name == "genius" ? Semantics::kGenius : Semantics::kNegmas;
}

base::Result<void> write_file(const std::string& path, const std::string& text) {
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  if (out.fail()) {
    return base::fail(base::ErrorCode::kIo,
                      "cannot write " + path + "; choose another place, or free space");
  }
  return {};
}

void tell_warnings(const std::vector<std::string>& warnings) {
  for (const std::string& warning : warnings) {
    std::fprintf(stderr, "monazite: warning: %s\n", warning.c_str());
  }
}

std::vector<std::string> domain_folders(const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::error_code ignored;
    std::vector<std::string> folders;
    bool files = false;
    for (const auto& entry : std::filesystem::directory_iterator(path, ignored)) {
      if (entry.is_directory(ignored)) {
        folders.push_back(entry.path().string());
      } else {
        files = true;
      }
    }
    if (files || folders.empty()) {
      out.push_back(path);
      continue;
    }
    std::sort(folders.begin(), folders.end());
    out.insert(out.end(), folders.begin(), folders.end());
  }
  return out;
}

}  // namespace monazite::app
