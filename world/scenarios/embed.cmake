# Writes OUT, a C++ file that holds the text of every scenario in FILES (a list of paths).
# Run by the build: cmake -DOUT=... -DFILES=... -P embed.cmake
list(SORT FILES)
set(entries "")
set(count 0)
set(piece 32768) # bytes: compilers need not take a literal of more than 65,536
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME_WLE)
  file(READ "${file}" text)
  string(LENGTH "${text}" length)
  set(pieces "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} ${piece} part)
    string(APPEND pieces "R\"~toml~(${part})~toml~\",\n")
    math(EXPR at "${at} + ${piece}")
  endwhile()
  string(APPEND entries "      Entry{\"${name}\", joined({${pieces}})},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE "${OUT}" "// Made by world/scenarios/embed.cmake from the TOML files there. Do not edit.
#include <array>
#include <initializer_list>

#include <world/scenarios/builtin.hpp>

namespace monazite::scenarios {
namespace {

struct Entry {
  std::string_view name;
  std::string text;
};

std::string joined(std::initializer_list<std::string_view> pieces) {
  std::string text;
  for (const std::string_view piece : pieces) text += piece;
  return text;
}

const std::array<Entry, ${count}>& entries() {
  static const std::array<Entry, ${count}> kEntries = {{
${entries}}};
  return kEntries;
}

}  // namespace

std::vector<std::string> builtin_names() {
  std::vector<std::string> names;
  names.reserve(entries().size());
  for (const Entry& entry : entries()) names.emplace_back(entry.name);
  return names;
}

std::optional<std::string_view> builtin_text(std::string_view name) {
  for (const Entry& entry : entries()) {
    if (entry.name == name) return entry.text;
  }
  return std::nullopt;
}

}  // namespace monazite::scenarios
")
