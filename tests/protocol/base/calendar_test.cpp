#include <protocol/base/calendar.hpp>
#include <tests/support/catch.hpp>

using namespace monazite::base;

TEST_CASE("a day survives the way to a date and back") {
  for (int number = -1000; number < 40000; number += 7) {
    const Day day{number};
    CHECK(to_day(to_date(day)) == day);
    CHECK(parse_day(to_string(day)) == day);
  }
}

TEST_CASE("a date that does not exist is not read") {
  CHECK(parse_day("2025-02-29") == std::nullopt);
  CHECK(parse_day("2025-13-01") == std::nullopt);
  CHECK(parse_day("13 June 2025") == std::nullopt);
  CHECK(parse_day("2025-6-13") == std::nullopt);
}

TEST_CASE("months are counted and added by the calendar") {
  const Day day = *parse_day("2024-01-31");
  CHECK(to_string(add_months(day, 1)) == "2024-02-29");
  CHECK(to_string(end_of_month(*parse_day("2025-02-03"))) == "2025-02-28");
  CHECK(is_end_of_month(day));
  CHECK(months_between(day, *parse_day("2031-12-01")) == 95);
  CHECK(to_long_string(*parse_day("2025-06-13")) == "13 June 2025");
}
