#pragma once

#include <functional>
#include <string>
#include <vector>

#include <protocol/base/calendar.hpp>
#include <viz/model/geometry.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// Round numbers within [lowest, highest], about `wanted` of them, ascending: multiples of 1, 2 or
/// 5 times a power of ten.
[[nodiscard]] std::vector<double> nice_ticks(double lowest, double highest, int wanted);
/// The same, so few that each is at least `gap` from the next where [lowest, highest] is `length`
/// long (both in logical pixels); none when not even two have room.
[[nodiscard]] std::vector<double> ticks_with_room(double lowest, double highest, int wanted,
                                                  float length, float gap);
/// The smallest interval with nice ends that holds [lowest, highest]; never empty.
struct Interval {
  double lowest = 0, highest = 1;
};
[[nodiscard]] Interval nice_interval(double lowest, double highest, int wanted);
/// A tick's number: as many decimals as its step needs, thousands with commas, a true minus.
[[nodiscard]] std::string tick_words(double value, double step);

/// A part of the calendar laid over a width.
struct TimeAxis {
  double from = 0, to = 1;  ///< days since 1970-01-01
  float left = 0, right = 1;

  [[nodiscard]] float x(double day) const {
    return left + static_cast<float>((day - from) / (to - from)) * (right - left);
  }
  [[nodiscard]] float x(base::Day day) const { return x(static_cast<double>(day.number)); }
  [[nodiscard]] base::Day day_at(float x) const;
};

/// A mark of the calendar: the first of a year, quarter or month, as close as leaves room.
struct TimeTick {
  base::Day day{};
  std::string label;  ///< "2025", "Apr"; empty: a line without a label
  bool of_a_year = false;
};
/// `room`: least distance of labels in logical pixels.
[[nodiscard]] std::vector<TimeTick> time_ticks(const TimeAxis& axis, float room, const Strings& tr);

/// A plot's frame with numbers on both axes: where it is and how values become places.
struct PlotArea {
  Rect rect;  ///< inside the axes
  Interval x, y;

  [[nodiscard]] Vec at(double vx, double vy) const {
    return {rect.x + static_cast<float>((vx - x.lowest) / (x.highest - x.lowest)) * rect.w,
            rect.bottom() - static_cast<float>((vy - y.lowest) / (y.highest - y.lowest)) * rect.h};
  }
};
/// Draws inset ground, grid and the numbers of the y axis left of `area.rect` (at least 34 px).
void draw_y_axis(Ui& ui, const PlotArea& area, int ticks = 4);
/// The numbers of the x axis under it (16 px).
void draw_x_axis(Ui& ui, const PlotArea& area, int ticks = 5);

/// How large draw_plate() draws one.
[[nodiscard]] Vec plate_size(Ui& ui, std::string_view text, Type type,
                             std::string_view second_line = {});
/// A label on a plate that stays readable over lines. Returns its rectangle.
Rect draw_plate(Ui& ui, Vec at, std::string_view text, Type type, Color color,
                Align align = Align::kLeft, std::string_view second_line = {});

/// Puts labels beside each other without overlap: moves the wanted centres apart by the least so
/// that neighbours are `gap` apart within [lowest, highest]; the order stays.
[[nodiscard]] std::vector<float> push_apart(std::vector<float> wanted, float gap, float lowest,
                                            float highest);

}  // namespace monazite::viz
