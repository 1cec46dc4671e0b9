#pragma once

#include <string_view>
#include <vector>

namespace monazite::viz {

/// An English text of the user interface with its translation. Strings looks them up.
struct StringEntry {
  std::string_view english, japanese;
};

/// All of them; a text stands here once.
[[nodiscard]] const std::vector<StringEntry>& string_table();

}  // namespace monazite::viz
