#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <viz/panels/free_places.hpp>
#include <viz/plot/axes.hpp>

namespace monazite::viz {

/// Limits of an axis of `pixels` that shows [lowest, highest] with a margin, so that marks at both
/// ends are whole.
[[nodiscard]] Interval with_margin(double lowest, double highest, float pixels);

/// Labels in a plane of two utilities: on plates where nothing decisive lies, or nowhere. First all
/// marks are told, then labels, the most important first, and at last all are drawn. For tests,
/// marks and plates are placed as "NAME/mark/0" and "NAME/plate/0".
class PlaneLabels {
 public:
  PlaneLabels(Ui& ui, std::string name, const Rect& bounds);

  /// A mark of this size (its diameter), over which no plate may lie.
  void mark(Vec at, float size);
  /// A line, over which plates rather do not lie.
  void line(const std::vector<Vec>& points);
  /// The edge of a shaded band, which is a line too; the label stands beside it: for a band left of
  /// x, or under y, as near to its outer corner as is free.
  void left_band(float x, std::string_view text, Color color);
  void lower_band(float y, std::string_view text, Color color);
  /// A label of a point, a little way off and joined to it. The point has been told as a mark.
  void point(Vec at, std::string_view text, Color color, std::string_view second_line = {});
  /// The number of an offer beside its mark (of that size), if there is room and no other offer at
  /// the same point has one.
  void number(Vec at, std::size_t number, Color color, float mark = 10);

  /// Draws the plates, and under them what joins them to their points.
  void draw();

 private:
  struct Plate {
    Rect rect;
    std::string text, second_line;
    Type type;
    Color color;
    std::optional<Vec> joined;
  };
  void plate(std::vector<LabelPlace> places, std::string_view text, Type type, Color color,
             std::string_view second_line, std::optional<Vec> joined);

  Ui& ui_;
  std::string name_;
  Rect bounds_;
  FreePlaces free_;
  std::vector<Vec> numbered_;
  std::vector<Plate> plates_;
  std::size_t marks_ = 0;
};

}  // namespace monazite::viz
