#pragma once

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <world/lab/detail/plot_axis.hpp>
#include <world/lab/detail/plot_labels.hpp>
#include <world/lab/detail/plot_layer.hpp>

namespace monazite::lab::detail {

/// Pixels of a picture.
struct PlotSize {
  static constexpr double kWidth = 940;
  static constexpr double kHeight = 700;
  // Of the frame; the legend stands to the right of it.
  static constexpr double kLeft = 84;
  static constexpr double kRight = 700;
  static constexpr double kTop = 78;
  static constexpr double kBottom = 628;
};

/// Colours of small print and of packages.
inline constexpr const char* kMuted = "#66727d";
inline constexpr const char* kDots = "#a9b4bd";

/// Draws the layers of a picture; collects the text of the file.
class PlotCanvas {
 public:
  using Reservations = std::array<std::optional<double>, 2>;

  PlotCanvas(const PlotAxis& x, const PlotAxis& y) : x_(x), y_(y) {}

  void frame(const PlotTitles& titles);
  /// Tints where neither party is worse off than without a deal.
  void zone(const Reservations& reservations);
  void cloud(const PlotLayer& layer);
  void line(const PlotLayer& layer);
  void path(const PlotLayer& layer);
  /// All of them at once, since marks in one place share a label.
  void marks(const std::vector<PlotLayer>& layers);
  void legend(const std::vector<PlotLayer>& layers, const Reservations& reservations);
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  [[nodiscard]] std::pair<double, double> at(const PlotPoint& point) const {
    return {x_.at(point.x), y_.at(point.y)};
  }
  void dots(const std::vector<std::pair<double, double>>& places, double radius,
            const std::string& fill);
  void label(double x, double y, const std::vector<std::string>& lines);
  void legend_of_layer(const PlotLayer& layer, double y);
  /// A row of the legend; gives the next row's height.
  [[nodiscard]] double legend_row(double y, const std::string& text, const std::string& detail);

  PlotAxis x_, y_;
  PlotLabels labels_{{PlotSize::kLeft, PlotSize::kTop, PlotSize::kRight, PlotSize::kBottom}};
  std::string out_;
};

}  // namespace monazite::lab::detail
