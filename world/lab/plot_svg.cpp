#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <world/lab/detail/plot_canvas.hpp>
#include <world/lab/detail/svg.hpp>
#include <world/lab/plot_svg.hpp>

namespace monazite::lab {

using detail::PlotAxis;
using detail::PlotCanvas;
using detail::PlotLayer;
using detail::PlotSize;
using detail::px;

using Kind = PlotLayer::Kind;

PlotSvg::PlotSvg(std::string title, std::string subtitle, std::string x_title, std::string y_title)
    : titles_{std::move(title), std::move(subtitle), {std::move(x_title), std::move(y_title)}} {
  lowest_.fill(std::numeric_limits<double>::infinity());
  highest_.fill(-std::numeric_limits<double>::infinity());
}

void PlotSvg::include(const std::vector<Point>& points) {
  for (const Point& point : points) {
    lowest_ = {std::min(lowest_[0], point.x), std::min(lowest_[1], point.y)};
    highest_ = {std::max(highest_[0], point.x), std::max(highest_[1], point.y)};
  }
}

void PlotSvg::add_cloud(std::string name, const std::vector<Point>& points) {
  include(points);
  layers_.push_back({Kind::kCloud, std::move(name), points, {}, Shape::kCircle, false});
}

void PlotSvg::add_line(std::string name, std::vector<Point> points, std::string colour, bool dots) {
  include(points);
  layers_.push_back(
      {Kind::kLine, std::move(name), std::move(points), std::move(colour), Shape::kCircle, dots});
}

void PlotSvg::add_points(std::string name, std::vector<Point> points, std::string colour) {
  include(points);
  layers_.push_back(
      {Kind::kPoints, std::move(name), std::move(points), std::move(colour), Shape::kCircle, true});
}

void PlotSvg::add_mark(std::string name, std::vector<Point> points, Shape shape,
                       std::string colour) {
  include(points);
  layers_.push_back(
      {Kind::kMark, std::move(name), std::move(points), std::move(colour), shape, false});
}

void PlotSvg::add_path(std::string name, std::vector<Point> points, std::string colour) {
  include(points);
  layers_.push_back(
      {Kind::kPath, std::move(name), std::move(points), std::move(colour), Shape::kCircle, false});
}

void PlotSvg::set_reservations(double x, double y) {
  reservations_ = {};
  if (std::isfinite(x)) reservations_[0] = x;
  if (std::isfinite(y)) reservations_[1] = y;
}

std::string PlotSvg::render() const {
  std::array<double, 2> low = lowest_;
  std::array<double, 2> high = highest_;
  for (const std::size_t axis : {std::size_t{0}, std::size_t{1}}) {
    if (!reservations_[axis]) continue;
    const double near = 0.35 * (high[axis] - low[axis]);
    if (*reservations_[axis] >= low[axis] - near && *reservations_[axis] <= high[axis] + near) {
      low[axis] = std::min(low[axis], *reservations_[axis]);
      high[axis] = std::max(high[axis], *reservations_[axis]);
    }
  }
  PlotCanvas canvas(PlotAxis(low[0], high[0], PlotSize::kLeft, PlotSize::kRight),
                    PlotAxis(low[1], high[1], PlotSize::kBottom, PlotSize::kTop));
  canvas.frame(titles_);
  canvas.zone(reservations_);
  for (const PlotLayer& layer : layers_) {
    switch (layer.kind) {
      case Kind::kCloud:
        canvas.cloud(layer);
        break;
      case Kind::kLine:
      case Kind::kPoints:
        canvas.line(layer);
        break;
      case Kind::kPath:
        canvas.path(layer);
        break;
      case Kind::kMark:
        break;  // above all lines
    }
  }
  canvas.marks(layers_);
  canvas.legend(layers_, reservations_);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + px(PlotSize::kWidth) + " " +
         px(PlotSize::kHeight) + "\" width=\"" + px(PlotSize::kWidth) + "\" height=\"" +
         px(PlotSize::kHeight) +
         "\" font-family=\"Inter, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif\" fill=\"" +
         kInk + "\">\n<title>" + detail::escaped(titles_.title) + "</title>\n" + canvas.take() +
         "</svg>\n";
}

}  // namespace monazite::lab
