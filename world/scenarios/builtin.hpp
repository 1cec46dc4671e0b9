#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace monazite::scenarios {

/// Names of the scenario files compiled into the program (world/scenarios/*.toml), in alphabetical
/// order, fragments that others extend included.
[[nodiscard]] std::vector<std::string> builtin_names();

/// The text of such a file; nothing when there is none of that name.
[[nodiscard]] std::optional<std::string_view> builtin_text(std::string_view name);

}  // namespace monazite::scenarios
