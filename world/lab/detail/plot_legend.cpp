// The marks of a picture, their labels, and the legend beside it.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>

#include <world/lab/detail/plot_canvas.hpp>
#include <world/lab/detail/svg.hpp>

namespace monazite::lab::detail {
namespace {

constexpr double kX = PlotSize::kRight + 34;  // of the legend's marks

/// The shapes fit into each other, so that all show when they lie in one place.
std::string shape_at(PlotShape shape, double x, double y, const std::string& colour) {
  const std::string style = "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2.2\"/>\n";
  switch (shape) {
    case PlotShape::kCircle:
      return "<circle cx=\"" + px(x) + "\" cy=\"" + px(y) + "\" r=\"13" + style;
    case PlotShape::kSquare:
      return "<path d=\"M" + px(x - 5) + " " + px(y - 5) + "h10v10h-10z" + style;
    case PlotShape::kDiamond:
      return "<path d=\"M" + px(x) + " " + px(y - 11) + "l11 11l-11 11l-11 -11z" + style;
    case PlotShape::kTriangle:
      break;
  }
  return "<path d=\"M" + px(x) + " " + px(y - 4.6) + "l4.4 7.4h-8.8z\" fill=\"" + colour +
         "\" stroke=\"#fff\" stroke-width=\"0.8\"/>\n";
}

std::string values_of(const PlotLayer& layer) {
  std::array<char, 96> text{};
  std::snprintf(text.data(), text.size(), "%.4g, %.4g", layer.points[0].x, layer.points[0].y);
  std::string detail = text.data();
  if (layer.points.size() > 1) {
    detail += " and " + std::to_string(layer.points.size() - 1) + " more";
  }
  return detail;
}

}  // namespace

void PlotCanvas::label(double x, double y, const std::vector<std::string>& lines) {
  const PlotBox box = labels_.place(x, y, lines);
  double base = box.top + 12;
  for (const std::string& line : lines) {
    out_ += text_at(box.left, base,
                    "font-size=\"13\" font-weight=\"600\" stroke=\"#fff\" stroke-width=\"3.5\" "
                    "stroke-linejoin=\"round\" paint-order=\"stroke\"",
                    line);
    base += PlotLabels::kLine;
  }
}

void PlotCanvas::marks(const std::vector<PlotLayer>& layers) {
  std::map<std::pair<int, int>, std::vector<std::string>> names;  // by place
  for (const PlotLayer& layer : layers) {
    if (layer.kind != PlotLayer::Kind::kMark) continue;
    for (const PlotPoint& point : layer.points) {
      const auto [x, y] = at(point);
      out_ += shape_at(layer.shape, x, y, layer.colour);
      labels_.take({x - 12, y - 12, x + 12, y + 12});
      std::vector<std::string>& here =
          names[{static_cast<int>(std::lround(x)), static_cast<int>(std::lround(y))}];
      if (std::find(here.begin(), here.end(), layer.name) == here.end()) here.push_back(layer.name);
    }
  }
  constexpr std::size_t kMostLabels = 12;  // more of them say nothing
  if (names.size() > kMostLabels) return;
  for (const auto& [place, lines] : names) label(place.first, place.second, lines);
}

double PlotCanvas::legend_row(double y, const std::string& text, const std::string& detail) {
  out_ += text_at(kX + 28, y + 4.5, "font-size=\"13\"", text);
  if (!detail.empty()) {
    y += 17;
    out_ +=
        text_at(kX + 28, y + 4, "font-size=\"12\" fill=\"" + std::string(kMuted) + "\"", detail);
  }
  return y + 27;
}

void PlotCanvas::legend_of_layer(const PlotLayer& layer, double y) {
  switch (layer.kind) {
    case PlotLayer::Kind::kCloud:
      dots({{kX + 1, y - 2}, {kX + 9, y + 3}, {kX + 3, y + 5}}, 2.5, kDots);
      return;
    case PlotLayer::Kind::kMark:
      out_ += shape_at(layer.shape, kX + 5, y, layer.colour);
      return;
    case PlotLayer::Kind::kLine:
    case PlotLayer::Kind::kPath:
      out_ += line_between(kX - 6, y, kX + 16, y,
                           "stroke=\"" + layer.colour + "\" stroke-width=\"1.6\"");
      dots({{kX + 5, y}}, 3, layer.colour);
      return;
    case PlotLayer::Kind::kPoints:
      dots({{kX + 5, y}}, 3, layer.colour);
      return;
  }
}

void PlotCanvas::legend(const std::vector<PlotLayer>& layers, const Reservations& reservations) {
  double y = PlotSize::kTop + 10;
  for (const PlotLayer& layer : layers) {
    if (layer.kind != PlotLayer::Kind::kCloud && layer.points.empty()) continue;
    legend_of_layer(layer, y);
    y = legend_row(y, layer.name, layer.kind == PlotLayer::Kind::kMark ? values_of(layer) : "");
  }
  for (const std::size_t axis : {std::size_t{0}, std::size_t{1}}) {
    if (!reservations[axis]) continue;
    const std::string style =
        "stroke=\"" + std::string(kMuted) + "\" stroke-width=\"1.2\" stroke-dasharray=\"5 4\"";
    out_ += axis == 0 ? line_between(kX + 5, y - 10, kX + 5, y + 10, style)
                      : line_between(kX - 6, y, kX + 16, y, style);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "no deal: %.4g", *reservations[axis]);
    y = legend_row(y, text.data(), "");
  }
}

}  // namespace monazite::lab::detail
