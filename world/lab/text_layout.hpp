#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// How commands lay out text for a terminal of 100 columns. Widths count what is seen: one column a
/// UTF-8 character.
namespace monazite::lab {

inline constexpr std::size_t kTextWidth = 100;

/// Blanks after, or before, up to the width; longer text stays as it is.
[[nodiscard]] std::string pad(std::string text, std::size_t width);
[[nodiscard]] std::string left_pad(const std::string& text, std::size_t width);

/// `head` and then `text`, broken at blanks so that no line is longer than kTextWidth; later lines
/// are indented. Ends with a new line.
[[nodiscard]] std::string wrap(const std::string& head, const std::string& text,
                               std::size_t indent);

/// An empty line, the text, and a line under it.
[[nodiscard]] std::string heading(const std::string& text);

/// Columns as wide as their widest cell, two blanks between them. Columns whose heading begins with
/// '>' are set to the right (the '>' is not shown): numbers.
class TextTable {
 public:
  explicit TextTable(std::vector<std::string> headings);
  /// Must have a cell for each column.
  void add(std::vector<std::string> row);
  /// Each line begins with `indent` blanks and ends without any.
  [[nodiscard]] std::string text(std::size_t indent = 0) const;

 private:
  std::vector<bool> right_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace monazite::lab
