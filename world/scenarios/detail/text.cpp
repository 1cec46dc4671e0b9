#include <algorithm>
#include <cstdio>

#include <world/scenarios/detail/text.hpp>

namespace monazite::scenarios::detail {

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    constexpr unsigned kContinuationMask = 0xC0U;
    constexpr unsigned kContinuation = 0x80U;
    return (static_cast<unsigned char>(c) & kContinuationMask) != kContinuation;
  }));
}

std::string left(std::string_view text, std::size_t width) {
  std::string result(text);
  const std::size_t size = length(text);
  if (size < width) result.append(width - size, ' ');
  return result;
}

std::string right(std::string_view text, std::size_t width) {
  const std::size_t size = length(text);
  return std::string(size < width ? width - size : 0, ' ').append(text);
}

std::string wrapped(std::string_view text, std::size_t indent) {
  std::string result;
  std::string line(indent, ' ');
  bool empty = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    if (!empty && length(line) + 1 + length(word) > kWidth) {
      result.append(line).append("\n");
      line.assign(indent, ' ');
      empty = true;
    }
    if (!empty) line.push_back(' ');
    line.append(word);
    empty = false;
  }
  return empty ? result : result.append(line).append("\n");
}

std::string entry(std::string_view label, std::size_t label_width, std::string_view text,
                  std::size_t indent) {
  std::string result = wrapped(text, indent + label_width);
  if (result.empty()) result = std::string(indent + label_width, ' ').append("\n");
  return std::string(indent, ' ')
      .append(left(label, label_width))
      .append(result.substr(indent + label_width));
}

std::string short_number(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.10g", value);
  return text;
}

std::string with_separators(double value) {
  const std::string plain = short_number(value);
  const std::size_t digits_end = std::min(plain.find_first_of(".e"), plain.size());
  std::string text;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const bool after_digit = i > 0 && plain[i - 1] != '-';
    if (i < digits_end && after_digit && (digits_end - i) % 3 == 0) text.push_back(',');
    text.push_back(plain[i]);
  }
  return text;
}

std::string level_label(double value, const std::string& unit) {
  std::string text = unit == "share" ? short_number(value * 100) : with_separators(value);
  if (!unit.empty()) text.push_back(' ');
  return text.append(unit == "share" ? "%" : unit);
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string result;
  for (const std::string& text : texts) {
    if (!result.empty()) result.append(between);
    result.append(text);
  }
  return result;
}

}  // namespace monazite::scenarios::detail
