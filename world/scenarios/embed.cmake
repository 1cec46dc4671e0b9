# Writes OUT, a C++ file that holds the text of every scenario in FILES (a list of paths).
# Run by the build: cmake -DOUT=... -DFILES=... -P embed.cmake
list(SORT FILES)
set(entries "")
set(count 0)
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME_WLE)
  file(READ "${file}" text)
  string(APPEND entries "    Entry{\"${name}\", R\"~toml~(${text})~toml~\"},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE "${OUT}" "// Made by world/scenarios/embed.cmake from the TOML files there. Do not edit.
#include <array>

#include <world/scenarios/builtin.hpp>

namespace monazite::scenarios {
namespace {

struct Entry {
  std::string_view name;
  std::string_view text;
};

constexpr std::array<Entry, ${count}> kEntries = {{
${entries}}};

}  // namespace

std::vector<std::string> builtin_names() {
  std::vector<std::string> names;
  names.reserve(std::size(kEntries));
  for (const Entry& entry : kEntries) names.emplace_back(entry.name);
  return names;
}

std::optional<std::string_view> builtin_text(std::string_view name) {
  for (const Entry& entry : kEntries) {
    if (entry.name == name) return entry.text;
  }
  return std::nullopt;
}

}  // namespace monazite::scenarios
")
