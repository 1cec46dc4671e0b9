#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include <viz/model/day_entry.hpp>

namespace monazite::viz {
namespace {

std::string without_spaces(std::string_view typed) {
  std::string text;
  for (const char c : typed) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isspace(byte) == 0) text += static_cast<char>(std::tolower(byte));
  }
  return text;
}

/// "day412", "2,922": days counted from 1.
std::optional<int> day_number(std::string text) {
  constexpr std::size_t kMostDigits = 7;
  if (text.rfind("day", 0) == 0) text.erase(0, 3);
  text.erase(std::remove(text.begin(), text.end(), ','), text.end());
  const bool digits = !text.empty() && text.size() <= kMostDigits &&
                      text.find_first_not_of("0123456789") == std::string::npos;
  return digits ? std::optional(std::stoi(text)) : std::nullopt;
}

}  // namespace

base::Result<base::Day> day_of_entry(std::string_view typed, base::Day first, base::Day last,
                                     const Strings& tr) {
  const std::string text = without_spaces(typed);
  std::optional<base::Day> day = base::parse_day(text);
  if (!day) day = base::parse_day(text + "-01");
  if (!day) {
    if (const auto number = day_number(text)) day = first + (*number - 1);
  }
  if (!day) {
    return base::fail(
        base::ErrorCode::kBadInput,
        tr("“{0}” is no day: expected a date such as {1}, a month, or a number such as day 412",
           {std::string(typed), base::to_string(last)}));
  }
  if (*day < first || *day > last) {
    return base::fail(
        base::ErrorCode::kBadInput,
        tr("There is no such day here: expected one from {0} (day 1) to {1} (day {2})",
           {base::to_string(first), base::to_string(last), std::to_string(last - first + 1)}));
  }
  return *day;
}

}  // namespace monazite::viz
