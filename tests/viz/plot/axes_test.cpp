#include <algorithm>
#include <cmath>
#include <limits>

#include <tests/support/catch.hpp>
#include <viz/plot/axes.hpp>

namespace monazite::viz {
namespace {

/// Whether a number is 1, 2 or 5 times a power of ten.
bool is_nice(double step) {
  const double mantissa = step / std::pow(10.0, std::floor(std::log10(step) + 1e-9));
  return std::abs(mantissa - 1) < 1e-6 || std::abs(mantissa - 2) < 1e-6 ||
         std::abs(mantissa - 5) < 1e-6;
}

/// Pairs of numbers of every size, the first one below the second.
std::vector<Interval> many_intervals() {
  std::vector<Interval> all;
  for (const double lowest : {-1234.5, -1.0, -0.003, 0.0, 0.07, 12.0, 98765.0}) {
    for (const double range : {0.0004, 0.03, 0.9, 1.0, 7.7, 120.0, 4321.0, 1e6}) {
      all.push_back({lowest, lowest + range});
    }
  }
  return all;
}

TEST_CASE("Ticks are multiples of one nice step, ascending, inside, about as many as wanted") {
  for (const Interval& range : many_intervals()) {
    for (const int wanted : {2, 4, 5, 8}) {
      CAPTURE(range.lowest, range.highest, wanted);
      const auto ticks = nice_ticks(range.lowest, range.highest, wanted);
      CHECK(ticks.size() <= static_cast<std::size_t>(2 * wanted + 1));
      CHECK(ticks.size() + 1 >= static_cast<std::size_t>(wanted) / 2);
      for (std::size_t i = 0; i < ticks.size(); ++i) {
        CHECK(ticks[i] >= range.lowest);
        CHECK(ticks[i] <= range.highest);
        if (i == 0) continue;
        const double step = ticks[i] - ticks[i - 1];
        // The values themselves are rounded to 53 bits.
        const double slack = 1e-10 * std::max(std::abs(range.lowest), std::abs(range.highest));
        if (slack < step * 1e-7) CHECK(is_nice(step));
      }
    }
  }
}

TEST_CASE("There are no ticks on an axis that has no length") {
  CHECK(nice_ticks(3, 3, 4).empty());
  CHECK(nice_ticks(4, 3, 4).empty());
  CHECK(nice_ticks(0, std::numeric_limits<double>::infinity(), 4).empty());
  CHECK(nice_ticks(std::nan(""), 1, 4).empty());
}

TEST_CASE("Ticks leave each other room, and are none where not even two have it") {
  for (const Interval& range : many_intervals()) {
    for (const float length : {5.0F, 30.0F, 90.0F, 400.0F}) {
      CAPTURE(range.lowest, range.highest, length);
      const auto ticks = ticks_with_room(range.lowest, range.highest, 6, length, 14);
      for (std::size_t i = 1; i < ticks.size(); ++i) {
        const double share = (ticks[i] - ticks[i - 1]) / (range.highest - range.lowest);
        CHECK(share * length >= 13.9);
      }
      if (length < 14) CHECK(ticks.size() < 2);
    }
  }
  CHECK(ticks_with_room(0, 1, 6, 400, 14).size() == nice_ticks(0, 1, 6).size());
}

TEST_CASE("A nice interval holds what it was asked to hold, and its ends are ticks") {
  for (const Interval& range : many_intervals()) {
    CAPTURE(range.lowest, range.highest);
    const Interval nice = nice_interval(range.lowest, range.highest, 4);
    const double slack = 1e-6 * (range.highest - range.lowest);
    CHECK(nice.lowest <= range.lowest + slack);
    CHECK(nice.highest >= range.highest - slack);
    CHECK(nice.highest - nice.lowest < 3 * (range.highest - range.lowest));
  }
}

TEST_CASE("A nice interval is never empty") {
  for (const double value : {-5.0, 0.0, 3.0}) {
    const Interval nice = nice_interval(value, value, 4);
    CHECK(nice.lowest <= value);
    CHECK(nice.highest > nice.lowest);
  }
  const Interval none = nice_interval(std::nan(""), 2, 4);
  CHECK(none.highest > none.lowest);
}

TEST_CASE("Numbers on an axis have the decimals of their step, commas and a true minus") {
  CHECK(tick_words(0.2, 0.2) == "0.2");
  CHECK(tick_words(1, 0.25) == "1.0");
  CHECK(tick_words(60, 20) == "60");
  CHECK(tick_words(1200, 200) == "1,200");
  CHECK(tick_words(1234567, 1) == "1,234,567");
  CHECK(tick_words(-0.05, 0.05) == "−0.05");
  CHECK(tick_words(-1500, 500) == "−1,500");
  CHECK(tick_words(-1e-17, 0.1) == "0.0");
}

TEST_CASE("A place on the axis of time gives back its day") {
  const TimeAxis axis{20089, 20635, 100, 1500};
  for (int day = 20089; day <= 20635; day += 13) {
    CHECK(axis.day_at(axis.x(base::Day{day})).number == day);
  }
}

TEST_CASE("Marks of the calendar are firsts of months, and their labels keep their distance") {
  const Strings tr;
  for (const int days : {60, 200, 546, 1500, 2922, 20000}) {
    for (const float width : {120.0F, 400.0F, 1300.0F}) {
      CAPTURE(days, width);
      const int first = base::to_day({2024, 1, 1}).number;
      const TimeAxis axis{static_cast<double>(first), static_cast<double>(first + days), 0, width};
      const auto ticks = time_ticks(axis, 50, tr);
      for (std::size_t i = 0; i < ticks.size(); ++i) {
        const base::Date date = base::to_date(ticks[i].day);
        CHECK(date.day == 1);
        CHECK(ticks[i].of_a_year == (date.month == 1));
        CHECK(axis.x(ticks[i].day) >= axis.left);
        CHECK(axis.x(ticks[i].day) <= axis.right);
        if (i > 0) CHECK(axis.x(ticks[i].day) - axis.x(ticks[i - 1].day) >= 49.9F);
      }
    }
  }
}

TEST_CASE("Labels that have room stay where they are wanted") {
  const std::vector<float> wanted{80, 10, 40};
  CHECK(push_apart(wanted, 20, 0, 100) == wanted);
}

TEST_CASE("Labels that would overlap move apart, in order, and stay inside") {
  for (const float gap : {10.0F, 18.0F}) {
    for (const auto& wanted : std::vector<std::vector<float>>{
             {50, 50}, {0, 0, 0}, {99, 98, 97, 20}, {10, 12, 60, 61}, {30}, {}}) {
      const auto places = push_apart(wanted, gap, 0, 100);
      REQUIRE(places.size() == wanted.size());
      for (std::size_t i = 0; i < places.size(); ++i) {
        CHECK(places[i] >= -0.01F);
        CHECK(places[i] <= 100.01F);
        for (std::size_t j = 0; j < places.size(); ++j) {
          if (i == j) continue;
          CHECK(std::abs(places[i] - places[j]) >= gap - 0.01F);
          if (wanted[i] < wanted[j]) CHECK(places[i] < places[j]);
        }
      }
    }
  }
  // Two that want the same place share the move.
  const auto pair = push_apart({50, 50}, 10, 0, 100);
  CHECK(pair[0] == Approx(45));
  CHECK(pair[1] == Approx(55));
}

TEST_CASE("More labels than fit share the room there is") {
  const auto places = push_apart({1, 2, 3, 4, 5}, 50, 0, 100);
  CHECK(*std::min_element(places.begin(), places.end()) == Approx(0));
  CHECK(*std::max_element(places.begin(), places.end()) == Approx(100));
}

}  // namespace
}  // namespace monazite::viz
