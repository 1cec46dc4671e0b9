#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

#include <protocol/base/calendar.hpp>

namespace monazite::base {
namespace {

namespace chr = std::chrono;

constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};

chr::year_month_day ymd(const Date& date) {
  return chr::year{date.year} / chr::month{static_cast<unsigned>(date.month)} /
         chr::day{static_cast<unsigned>(date.day)};
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

Date to_date(Day day) {
  const chr::year_month_day date{chr::sys_days{chr::days{day.number}}};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

Day to_day(const Date& date) {
  return Day{static_cast<std::int32_t>(chr::sys_days{ymd(date)}.time_since_epoch().count())};
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date{*year, *month, *day};
  if (!ymd(date).ok()) return std::nullopt;
  return to_day(date);
}

std::string to_string(Day day) {
  const Date date = to_date(day);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return text.data();
}

std::string to_long_string(Day day) {
  const Date date = to_date(day);
  return std::to_string(date.day) + " " + kMonths[static_cast<std::size_t>(date.month - 1)] + " " +
         std::to_string(date.year);
}

std::string to_month_string(Day day) {
  const Date date = to_date(day);
  return std::string(kMonths[static_cast<std::size_t>(date.month - 1)]).substr(0, 3) + " " +
         std::to_string(date.year);
}

Day start_of_month(Day day) {
  const Date date = to_date(day);
  return to_day({date.year, date.month, 1});
}

Day end_of_month(Day day) {
  return add_months(start_of_month(day), 1) - 1;
}

bool is_end_of_month(Day day) {
  return to_date(day + 1).day == 1;
}

int months_between(Day first, Day day) {
  const Date a = to_date(first);
  const Date b = to_date(day);
  return (b.year - a.year) * 12 + b.month - a.month;
}

Day add_months(Day day, int months) {
  const chr::year_month_day from = ymd(to_date(day));
  chr::year_month_day to = from + chr::months{months};
  if (!to.ok()) to = to.year() / to.month() / chr::last;
  return Day{static_cast<std::int32_t>(chr::sys_days{to}.time_since_epoch().count())};
}

}  // namespace monazite::base
