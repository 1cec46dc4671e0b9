#pragma once

#include <string>
#include <vector>

namespace monazite::lab::detail {

/// A rectangle in pixels; y grows downwards.
struct PlotBox {
  double left, top, right, bottom;
  [[nodiscard]] bool meets(const PlotBox& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

/// Finds places for labels beside marks, where they cover neither marks nor lines nor one another.
class PlotLabels {
 public:
  /// Labels stay inside `frame`, as far as there is room.
  explicit PlotLabels(const PlotBox& frame) : frame_(frame) {}

  /// Something that labels shall not cover.
  void take(const PlotBox& box) { taken_.push_back(box); }
  /// Where the `lines` of the label of a mark at (x, y) go; taken afterwards. The last resort is
  /// below the mark, whatever is there.
  [[nodiscard]] PlotBox place(double x, double y, const std::vector<std::string>& lines);

  static constexpr double kLine = 16;  ///< height of a line, pixels

 private:
  PlotBox frame_;
  std::vector<PlotBox> taken_;
};

}  // namespace monazite::lab::detail
