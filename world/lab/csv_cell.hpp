#pragma once

#include <string>

namespace monazite::lab {

/// A cell by RFC 4180: quoted when it holds a comma, a quote or a line end.
[[nodiscard]] inline std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace monazite::lab
