#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace monazite::tests {

/// One file of the project as the rules see it: its path from the top, and its text.
struct SourceFile {
  std::string path;  ///< "protocol/bus/post_office.cpp"
  std::string text;
};

/// All C++ files under the project's source folders (protocol, agents, world, viz), sorted by path.
[[nodiscard]] std::vector<SourceFile> read_sources(const std::string& project_folder);

/// What is wrong with the includes of the files, one sentence each with file and line: an include
/// against the dependency direction, an include that is not written from the top as
/// <folder/.../file.hpp>, and a file in a folder that no rule knows. Empty when all is well.
///
///   protocol <- agents <- world/{mandates,engine} <- world/lab <- world/app
///   protocol <- world/{equations,economy,treaty} <- world/{mandates,engine}
///                              protocol, world/{engine,lab} <- viz
///
/// The strictest rules carry the design: agents/ sees nothing of world/ and neither recordings nor
/// the network (a party knows only the messages it was sent), and world/mandates sees nothing of
/// world/economy (a mandate is computed from observations, never from the state).
[[nodiscard]] std::vector<std::string> check_includes(const std::vector<SourceFile>& files);

}  // namespace monazite::tests
