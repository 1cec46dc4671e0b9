#include <algorithm>
#include <utility>

#include <protocol/base/check.hpp>
#include <world/lab/text_layout.hpp>

namespace monazite::lab {
namespace {

std::size_t seen_width(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

}  // namespace

std::string pad(std::string text, std::size_t width) {
  const std::size_t seen = seen_width(text);
  if (seen < width) text.append(width - seen, ' ');
  return text;
}

std::string left_pad(const std::string& text, std::size_t width) {
  const std::size_t seen = seen_width(text);
  return seen < width ? std::string(width - seen, ' ') + text : text;
}

std::string wrap(const std::string& head, const std::string& text, std::size_t indent) {
  std::string out = head;
  std::size_t column = seen_width(head);
  std::size_t at = 0;
  bool first = true;
  while (at < text.size()) {
    std::size_t end = text.find(' ', at);
    if (end == std::string::npos) end = text.size();
    const std::string word = text.substr(at, end - at);
    const std::size_t seen = seen_width(word);
    if (!first && column + 1 + seen > kTextWidth) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
      first = true;
    }
    if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += seen;
    first = false;
    at = end + 1;
  }
  return out + "\n";
}

std::string heading(const std::string& text) {
  return "\n" + text + "\n" + std::string(seen_width(text), '-') + "\n";
}

TextTable::TextTable(std::vector<std::string> headings) {
  for (std::string& cell : headings) {
    right_.push_back(!cell.empty() && cell.front() == '>');
    if (right_.back()) cell.erase(0, 1);
  }
  rows_.push_back(std::move(headings));
}

void TextTable::add(std::vector<std::string> row) {
  MONAZITE_CHECK_EQ(row.size(), right_.size(), "a row of a table has a cell for each column");
  rows_.push_back(std::move(row));
}

std::string TextTable::text(std::size_t indent) const {
  std::vector<std::size_t> widths(right_.size(), 0);
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], seen_width(row[i]));
  }
  std::string out;
  for (const auto& row : rows_) {
    std::string line(indent, ' ');
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += "  ";
      line += right_[i] ? left_pad(row[i], widths[i]) : pad(row[i], widths[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

}  // namespace monazite::lab
