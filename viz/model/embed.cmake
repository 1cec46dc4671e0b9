# Writes OUT, a C++ file that holds the text of FILE.
# Run by the build: cmake -DOUT=... -DFILE=... -P embed.cmake
file(READ "${FILE}" text)
file(WRITE "${OUT}" "// Made by viz/model/embed.cmake from coastlines.txt. Do not edit.
#include <viz/model/coastlines.hpp>

namespace monazite::viz {

std::string_view coastlines_text() {
  static constexpr std::string_view kText = R\"~land~(${text})~land~\";
  return kText;
}

}  // namespace monazite::viz
")
