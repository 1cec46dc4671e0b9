#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace monazite::scenarios {

/// One thing that is wrong in a scenario file or a setting. A scenario is read to its end before
/// its faults are given, so that each is named once and at its place.
struct Fault {
  std::string file;  ///< "june-2025.toml"; "--set" for a setting (its line is the setting's number)
  int line = 0;      ///< from 1; 0 when the fault has no place (a file that is not there)
  int column = 0;    ///< from 1
  std::string found;     ///< e.g. `unknown key "mined_reo"`
  std::string expected;  ///< e.g. "a key of [ore]"
  std::string nearest;   ///< nearest valid name; may be empty
};

/// "june-2025.toml:12:1: found X, expected Y; did you mean Z?" in one line.
[[nodiscard]] std::string to_string(const Fault& fault);
/// One line per fault, each with a line end.
[[nodiscard]] std::string to_string(const std::vector<Fault>& faults);

/// The name nearest to `found` by edit distance (Levenshtein 1966), or an empty string when none
/// comes close: within a third of the longer name's length, at least two. The first in order wins a
/// tie.
[[nodiscard]] std::string nearest_name(std::string_view found,
                                       const std::vector<std::string>& names);

}  // namespace monazite::scenarios
