#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <agents/preferences/files/detail/findings.hpp>

namespace monazite::preferences::detail {

/// The text of a file as UTF-8 without byte order mark. UTF-16 is known by its mark or by the zeros
/// of its first characters; what is not valid UTF-8 counts as Latin-1 (Windows' 1252), with a
/// warning unless an XML declaration says so. Halves of UTF-16 pairs by themselves become U+FFFD.
[[nodiscard]] std::string to_utf8(const std::string& file, std::string_view bytes,
                                  Findings& findings);

/// Finds lines and columns, counted in bytes, of offsets into a text.
class Lines {
 public:
  Lines() = default;
  explicit Lines(std::string_view text);
  [[nodiscard]] Place at(const std::string& file, std::size_t offset) const;

 private:
  std::vector<std::size_t> starts_{0};  ///< offset of each line
};

}  // namespace monazite::preferences::detail
