#include <algorithm>
#include <array>

#include <world/lab/detail/plot_labels.hpp>

namespace monazite::lab::detail {

PlotBox PlotLabels::place(double x, double y, const std::vector<std::string>& lines) {
  std::size_t longest = 0;
  for (const std::string& line : lines) longest = std::max(longest, line.size());
  const double width = 7.6 * static_cast<double>(longest);
  const double height = kLine * static_cast<double>(lines.size());
  // To the right and above first, where the frontier is not; then further and further away. Where
  // the first line's top left corner lies, seen from the mark.
  const std::array<std::array<double, 2>, 9> places{{{17, -height - 4},
                                                     {19, -height / 2},
                                                     {-width / 2, -height - 16},
                                                     {16 - width, -height - 16},
                                                     {17, -height - 28},
                                                     {-17 - width, -height - 4},
                                                     {-17 - width, 8},
                                                     {17, 8},
                                                     {-17 - width, 30}}};
  for (std::size_t i = 0;; ++i) {
    const PlotBox box{x + places[i][0], y + places[i][1], x + places[i][0] + width,
                      y + places[i][1] + height};
    const bool fits = box.left > frame_.left && box.right < frame_.right + 8 &&
                      box.top > frame_.top - 14 && box.bottom < frame_.bottom;
    const bool free = std::none_of(taken_.begin(), taken_.end(),
                                   [&](const PlotBox& other) { return other.meets(box); });
    if ((!fits || !free) && i + 1 < places.size()) continue;
    taken_.push_back(box);
    return box;
  }
}

}  // namespace monazite::lab::detail
