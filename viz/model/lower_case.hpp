#pragma once

#include <cctype>
#include <string>
#include <string_view>

namespace monazite::viz {

/// The text with its ASCII letters in lower case, all other bytes as they are: for finding words
/// however they are written. Japanese has no case.
inline std::string lower_case(std::string_view text) {
  std::string small(text);
  for (char& letter : small) {
    letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  }
  return small;
}

}  // namespace monazite::viz
