#include <string>

#include <tests/support/catch.hpp>
#include <viz/model/day_entry.hpp>

using namespace monazite;

namespace {

const base::Day kFirst = base::parse_day("2024-01-01").value();
const base::Day kLast = base::parse_day("2031-12-31").value();

std::string read(const char* typed) {
  const auto day = viz::day_of_entry(typed, kFirst, kLast, viz::Strings{});
  return day ? base::to_string(*day) : day.error().message;
}

}  // namespace

TEST_CASE("a day is typed as a date, as a month, or by its number") {
  CHECK(read("2026-03-01") == "2026-03-01");
  CHECK(read(" 2026-03 ") == "2026-03-01");
  CHECK(read("day 412") == "2025-02-15");
  CHECK(read("412") == "2025-02-15");
  CHECK(read("Day 1") == "2024-01-01");
  CHECK(read("2,922") == "2031-12-31");
}

TEST_CASE("what is no day here is answered with what is expected") {
  for (const char* typed :
       {"", "tomorrow", "2026-02-30", "2026-13", "412 days", "-3", "12345678"}) {
    INFO(typed);
    CHECK(read(typed).find("expected a date such as 2031-12-31") != std::string::npos);
  }
  for (const char* typed : {"2023-12-31", "2032-01-01", "day 0", "2923", "9999999"}) {
    INFO(typed);
    CHECK(
        read(typed) ==
        "There is no such day here: expected one from 2024-01-01 (day 1) to 2031-12-31 (day 2922)");
  }
  const viz::Strings japanese{viz::Language::kJapanese};
  const auto wrong = viz::day_of_entry("?", kFirst, kLast, japanese);
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error().message.find("日付ではありません") != std::string::npos);
}
