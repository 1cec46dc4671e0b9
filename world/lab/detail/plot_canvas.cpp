#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

#include <world/lab/detail/plot_canvas.hpp>
#include <world/lab/detail/svg.hpp>

namespace monazite::lab::detail {
namespace {

constexpr double kLeft = PlotSize::kLeft;
constexpr double kRight = PlotSize::kRight;
constexpr double kTop = PlotSize::kTop;
constexpr double kBottom = PlotSize::kBottom;
constexpr const char* kGridLine = "#e6eaed";

}  // namespace

void PlotCanvas::frame(const PlotTitles& titles) {
  out_ += "<rect width=\"" + px(PlotSize::kWidth) + "\" height=\"" + px(PlotSize::kHeight) +
          "\" fill=\"#fff\"/>\n";
  out_ += text_at(kLeft, 36, "font-size=\"20\" font-weight=\"600\"", titles.title);
  out_ +=
      text_at(kLeft, 59, "font-size=\"13\" fill=\"" + std::string(kMuted) + "\"", titles.subtitle);
  const std::string grid = "stroke=\"" + std::string(kGridLine) + "\"";
  const std::string small = "font-size=\"12\" fill=\"" + std::string(kMuted) + "\" ";
  for (const double tick : x_.ticks()) {
    out_ += line_between(x_.at(tick), kTop, x_.at(tick), kBottom, grid);
    out_ += text_at(x_.at(tick), kBottom + 19, small + "text-anchor=\"middle\"", x_.label(tick));
  }
  for (const double tick : y_.ticks()) {
    out_ += line_between(kLeft, y_.at(tick), kRight, y_.at(tick), grid);
    out_ += text_at(kLeft - 9, y_.at(tick) + 4, small + "text-anchor=\"end\"", y_.label(tick));
  }
  out_ += "<path d=\"M" + px(kLeft) + " " + px(kTop) + "V" + px(kBottom) + "H" + px(kRight) +
          "\" fill=\"none\" stroke=\"#9aa5ae\"/>\n";
  const double middle = (kTop + kBottom) / 2;
  out_ += text_at((kLeft + kRight) / 2, kBottom + 48, "font-size=\"14\" text-anchor=\"middle\"",
                  titles.axes[0]);
  out_ += text_at(
      26, middle,
      "font-size=\"14\" text-anchor=\"middle\" transform=\"rotate(-90 26 " + px(middle) + ")\"",
      titles.axes[1]);
}

void PlotCanvas::zone(const std::array<std::optional<double>, 2>& reservations) {
  const auto inside = [](const PlotAxis& axis, const std::optional<double>& value) {
    return value && *value > axis.low && *value < axis.high;
  };
  const double left = inside(x_, reservations[0]) ? x_.at(*reservations[0]) : kLeft;
  const double bottom = inside(y_, reservations[1]) ? y_.at(*reservations[1]) : kBottom;
  const std::string style =
      "stroke=\"" + std::string(kMuted) + "\" stroke-width=\"1.2\" stroke-dasharray=\"5 4\"";
  if (inside(x_, reservations[0]) || inside(y_, reservations[1])) {
    out_ += "<rect x=\"" + px(left) + "\" y=\"" + px(kTop) + "\" width=\"" + px(kRight - left) +
            "\" height=\"" + px(bottom - kTop) + "\" fill=\"#009e73\" fill-opacity=\"0.06\"/>\n";
  }
  if (inside(x_, reservations[0])) out_ += line_between(left, kTop, left, kBottom, style);
  if (inside(y_, reservations[1])) out_ += line_between(kLeft, bottom, kRight, bottom, style);
}

void PlotCanvas::dots(const std::vector<std::pair<double, double>>& places, double radius,
                      const std::string& fill) {
  // One path of round-capped strokes without length is a third of as many circles.
  out_ += "<path d=\"";
  for (const auto& [x, y] : places) out_ += "M" + px(x) + " " + px(y) + "h0";
  out_ += "\" fill=\"none\" stroke=\"" + fill + "\" stroke-linecap=\"round\" stroke-width=\"" +
          px(2 * radius) + "\"/>\n";
}

void PlotCanvas::cloud(const PlotLayer& layer) {
  // How many outcomes lie on each pixel of two by two: see add_cloud().
  std::map<std::pair<int, int>, std::uint32_t> cells;
  for (const PlotPoint& point : layer.points) {
    const auto [x, y] = at(point);
    ++cells[{static_cast<int>(std::lround(y / 2)), static_cast<int>(std::lround(x / 2))}];
  }
  constexpr std::size_t kFew = 3000;
  if (cells.size() <= kFew) {
    std::vector<std::pair<double, double>> places;
    places.reserve(cells.size());
    for (const auto& [cell, count] : cells) places.emplace_back(2 * cell.second, 2 * cell.first);
    dots(places, cells.size() < 300 ? 3 : 2, kDots);
    return;
  }
  // Four shades by how many share a cell; runs of cells of one shade become one stroke.
  constexpr std::array<const char*, 4> kShades{"#ccd4da", "#b4bfc7", "#98a6b0", "#7c8b97"};
  std::array<std::string, 4> strokes;
  const auto shade = [](std::uint32_t count) {
    return count < 2 ? 0U : count < 6 ? 1U : count < 25 ? 2U : 3U;
  };
  for (auto cell = cells.begin(); cell != cells.end();) {
    const auto [row, column] = cell->first;
    const unsigned mine = shade(cell->second);
    int length = 1;
    for (++cell; cell != cells.end() && cell->first == std::pair{row, column + length} &&
                 shade(cell->second) == mine;
         ++cell) {
      ++length;
    }
    strokes[mine] += "M" + std::to_string(2 * column - 1) + " " + std::to_string(2 * row) + "h" +
                     std::to_string(2 * length);
  }
  for (std::size_t i = 0; i < kShades.size(); ++i) {
    if (strokes[i].empty()) continue;
    out_ += "<path d=\"" + strokes[i] + "\" fill=\"none\" stroke-width=\"2\" stroke=\"" +
            kShades[i] + "\"/>\n";
  }
}

void PlotCanvas::line(const PlotLayer& layer) {
  out_ += "<path d=\"";
  std::vector<std::pair<double, double>> places;
  for (const PlotPoint& point : layer.points) {
    places.push_back(at(point));
    out_ +=
        (places.size() == 1 ? "M" : "L") + px(places.back().first) + " " + px(places.back().second);
  }
  out_ += "\" fill=\"none\" stroke=\"" + layer.colour +
          "\" stroke-width=\"1.4\" stroke-linejoin=\"round\"/>\n";
  if (layer.dots) dots(places, places.size() > 400 ? 1.2 : 2.8, layer.colour);
  // Labels shall keep off the line.
  for (std::size_t i = 1; layer.kind == PlotLayer::Kind::kLine && i < places.size(); ++i) {
    const auto [x, y] = places[i - 1];
    const double across = places[i].first - x;
    const double down = places[i].second - y;
    const double steps_there = std::max(1.0, std::floor(std::hypot(across, down) / 8));
    for (double step = 0; step <= steps_there; ++step) {
      const double at_x = x + across * step / steps_there;
      const double at_y = y + down * step / steps_there;
      labels_.take({at_x - 2, at_y - 2, at_x + 2, at_y + 2});
    }
  }
}

void PlotCanvas::path(const PlotLayer& layer) {
  PlotLayer thin = layer;
  thin.dots = false;
  out_ += "<g opacity=\"0.55\">\n";
  line(thin);
  out_ += "</g>\n";
  const auto count = static_cast<double>(layer.points.size());
  for (std::size_t i = 0; i < layer.points.size(); ++i) {
    const auto [x, y] = at(layer.points[i]);
    out_ += "<circle cx=\"" + px(x) + "\" cy=\"" + px(y) + "\" r=\"" +
            px(1.8 + 3.2 * static_cast<double>(i) / count) + "\" fill=\"" + layer.colour +
            "\" fill-opacity=\"0.75\"/>\n";
  }
}

}  // namespace monazite::lab::detail
