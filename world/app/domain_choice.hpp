#pragma once

#include <optional>
#include <string>
#include <vector>

#include <agents/preferences/semantics.hpp>
#include <protocol/base/result.hpp>

namespace CLI {  // NOLINT(readability-identifier-naming): the name is the library's
class App;
}

/// What the commands that read domains share.
namespace monazite::app {

/// Adds --semantics genius|negmas; empty when it is not given.
void add_semantics_option(CLI::App& command, std::string& value);
/// Of that option's value; nothing for an empty one: as the format has it.
[[nodiscard]] std::optional<preferences::Semantics> semantics_named(const std::string& name);

/// A whole file, or why it cannot be written.
[[nodiscard]] base::Result<void> write_file(const std::string& path, const std::string& text);

/// Each warning on a line of stderr.
void tell_warnings(const std::vector<std::string>& warnings);

/// Paths with each folder that holds only folders replaced by them, in alphabetical order.
[[nodiscard]] std::vector<std::string> domain_folders(const std::vector<std::string>& paths);

}  // namespace monazite::app
