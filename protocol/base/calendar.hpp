#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace monazite::base {

/// A day of the model's calendar: days since 1970-01-01 in the proleptic Gregorian calendar. There
/// is no time of day and no time zone. Ordered; differences are in days.
struct Day {
  std::int32_t number = 0;

  friend constexpr bool operator==(Day a, Day b) { return a.number == b.number; }
  friend constexpr bool operator!=(Day a, Day b) { return a.number != b.number; }
  friend constexpr bool operator<(Day a, Day b) { return a.number < b.number; }
  friend constexpr bool operator<=(Day a, Day b) { return a.number <= b.number; }
  friend constexpr bool operator>(Day a, Day b) { return a.number > b.number; }
  friend constexpr bool operator>=(Day a, Day b) { return a.number >= b.number; }
  friend constexpr Day operator+(Day a, int days) { return Day{a.number + days}; }
  friend constexpr Day operator-(Day a, int days) { return Day{a.number - days}; }
  friend constexpr int operator-(Day a, Day b) { return a.number - b.number; }
};

struct Date {
  int year = 1970;
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to 31
};

[[nodiscard]] Date to_date(Day day);
/// The date must exist (see parse_day for input from outside).
[[nodiscard]] Day to_day(const Date& date);

/// Reads "2025-06-13" and nothing else; nothing when it is not a day of the calendar.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);
/// "2025-06-13"
[[nodiscard]] std::string to_string(Day day);
/// "13 June 2025", for stories
[[nodiscard]] std::string to_long_string(Day day);
/// "Jun 2025", for table heads
[[nodiscard]] std::string to_month_string(Day day);

/// The last day of the month that `day` lies in.
[[nodiscard]] Day end_of_month(Day day);
[[nodiscard]] Day start_of_month(Day day);
[[nodiscard]] bool is_end_of_month(Day day);
/// Whole months from the month of `first` to the month of `day`; 0 in the same month.
[[nodiscard]] int months_between(Day first, Day day);
/// Same day of the month `months` later, or the last day of that month if it is shorter.
[[nodiscard]] Day add_months(Day day, int months);

}  // namespace monazite::base
