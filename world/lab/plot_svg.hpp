#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <world/lab/detail/plot_layer.hpp>

namespace monazite::lab {

/// A picture in the plane of two parties' utilities, as a stand-alone SVG file: clouds of outcomes,
/// lines, marked points with labels, reservation values, and a legend beside it. Layers are drawn
/// in the order in which they are added; axes fit what is added. The same calls give the same
/// bytes.
///
///   PlotSvg plot("Offtake", "21 outcomes", "utility of India", "utility of Japan");
///   plot.add_cloud("outcomes", points);
///   plot.add_line("frontier", frontier, PlotSvg::kInk, true);
///   plot.add_mark("Nash", nash_points, PlotSvg::Shape::kDiamond, PlotSvg::kVermilion);
///   plot.set_reservations(0.4, 0.3);
///   std::string svg = plot.render();
class PlotSvg {
 public:
  using Point = detail::PlotPoint;  ///< x, y
  using Shape = detail::PlotShape;  ///< kCircle, kSquare, kDiamond, kTriangle

  // Colours that the colour-blind can tell apart (Okabe and Ito 2008), and the ink of the frame.
  static constexpr const char* kInk = "#22303c";
  static constexpr const char* kVermilion = "#d55e00";
  static constexpr const char* kBlue = "#0072b2";
  static constexpr const char* kGreen = "#009e73";
  static constexpr const char* kPurple = "#aa4499";
  static constexpr const char* kOrange = "#e69f00";

  /// All text is plain; what XML needs is escaped here.
  PlotSvg(std::string title, std::string subtitle, std::string x_title, std::string y_title);

  /// Grey dots, however many: beyond some thousands they are put on a fine grid and become darker
  /// where they are many, so that a file stays below a megabyte.
  void add_cloud(std::string name, const std::vector<Point>& points);
  /// A line through the points in the order given, with a dot at each if `dots`.
  void add_line(std::string name, std::vector<Point> points, std::string colour, bool dots);
  /// Dots alone.
  void add_points(std::string name, std::vector<Point> points, std::string colour);
  /// Open marks with the name beside them. Names of marks in the same place share one label.
  void add_mark(std::string name, std::vector<Point> points, Shape shape, std::string colour);
  /// Offers in the order in which they were made: a thin line, and dots that grow with time.
  void add_path(std::string name, std::vector<Point> points, std::string colour);
  /// What no deal is worth; the region in which neither is worse off is tinted. Infinite values
  /// draw nothing, and those far from all else do not stretch the axes.
  void set_reservations(double x, double y);

  [[nodiscard]] std::string render() const;

 private:
  void include(const std::vector<Point>& points);

  detail::PlotTitles titles_;
  std::vector<detail::PlotLayer> layers_;
  std::array<double, 2> lowest_, highest_;  ///< of all points, per axis
  std::array<std::optional<double>, 2> reservations_;
};

}  // namespace monazite::lab
