#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <map>
#include <utility>

#include <world/lab/plot_svg.hpp>

namespace monazite::lab {
namespace {

// Pixels.
constexpr double kWidth = 940;
constexpr double kHeight = 700;
constexpr double kLeft = 84;
constexpr double kRight = 700;  // of the frame; the legend stands to the right of it
constexpr double kTop = 78;
constexpr double kBottom = 628;
constexpr const char* kMuted = "#66727d";
constexpr const char* kGridLine = "#e6eaed";

/// A number for a coordinate: two decimals, no trailing zeros.
std::string px(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", value);
  std::string out(text.data());
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out == "-0" ? "0" : out;
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        // Control characters are not allowed in XML, not even escaped.
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

std::string text_at(double x, double y, const std::string& attributes, const std::string& text) {
  return "<text x=\"" + px(x) + "\" y=\"" + px(y) + "\" " + attributes + ">" + escaped(text) +
         "</text>\n";
}

std::string line_between(double x1, double y1, double x2, double y2, const std::string& style) {
  return "<path d=\"M" + px(x1) + " " + px(y1) + "L" + px(x2) + " " + px(y2) + "\" " + style +
         "/>\n";
}

/// One axis: values to pixels, with ticks at 1, 2 or 5 times a power of ten.
struct Axis {
  double low = 0;
  double high = 1;
  double from = 0;  ///< pixel of low
  double to = 1;
  double step = 0.2;
  int decimals = 1;

  Axis(double lowest, double highest, double from_pixel, double to_pixel)
      : from(from_pixel), to(to_pixel) {
    if (!(lowest <= highest)) {
      lowest = 0;
      highest = 1;
    }
    double range = highest - lowest;
    if (!(range > 0)) range = std::max(1e-6, std::abs(highest));
    low = lowest - 0.04 * range;
    high = highest + 0.04 * range;
    const double rough = (high - low) / 6;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    step = rough / power < 1.5 ? power : rough / power < 3.5 ? 2 * power : 5 * power;
    if (rough / power >= 7.5) step = 10 * power;
    decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
  }
  [[nodiscard]] double at(double value) const {
    return from + (value - low) / (high - low) * (to - from);
  }
  [[nodiscard]] std::vector<double> ticks() const {
    std::vector<double> out;
    for (double i = std::ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; ++i) {
      out.push_back(i * step);
    }
    return out;
  }
  [[nodiscard]] std::string label(double value) const {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*f", std::min(decimals, 9),
                  std::abs(value) < 1e-9 * step ? 0.0 : value);
    return text.data();
  }
};

/// The shapes fit into each other, so that all show when they lie in one place.
std::string shape_at(PlotSvg::Shape shape, double x, double y, const std::string& colour) {
  const std::string style = "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2.2\"/>\n";
  switch (shape) {
    case PlotSvg::Shape::kCircle:
      return "<circle cx=\"" + px(x) + "\" cy=\"" + px(y) + "\" r=\"13" + style;
    case PlotSvg::Shape::kSquare:
      return "<path d=\"M" + px(x - 5) + " " + px(y - 5) + "h10v10h-10z" + style;
    case PlotSvg::Shape::kDiamond:
      return "<path d=\"M" + px(x) + " " + px(y - 11) + "l11 11l-11 11l-11 -11z" + style;
    case PlotSvg::Shape::kTriangle:
      break;
  }
  return "<path d=\"M" + px(x) + " " + px(y - 4.6) + "l4.4 7.4h-8.8z\" fill=\"" + colour +
         "\" stroke=\"#fff\" stroke-width=\"0.8\"/>\n";
}

struct Box {
  double left, top, right, bottom;
  [[nodiscard]] bool meets(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

}  // namespace

/// Where the layers are drawn; collects the text of the file.
class PlotSvg::Canvas {
 public:
  Canvas(Axis x, Axis y) : x_(x), y_(y) {}

  void frame(const PlotSvg& plot);
  void zone(const std::array<std::optional<double>, 2>& reservations);
  void cloud(const Layer& layer);
  void line(const Layer& layer);
  void path(const Layer& layer);
  void marks(const std::vector<Layer>& layers);
  void legend(const PlotSvg& plot);
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  [[nodiscard]] std::pair<double, double> at(const Point& point) const {
    return {x_.at(point.x), y_.at(point.y)};
  }
  void dots(const std::vector<std::pair<double, double>>& places, double radius,
            const std::string& fill);
  void label(double x, double y, const std::vector<std::string>& lines);

  Axis x_, y_;
  std::vector<Box> taken_;  ///< by marks, labels and lines
  std::string out_;
};

void PlotSvg::Canvas::frame(const PlotSvg& plot) {
  out_ += "<rect width=\"" + px(kWidth) + "\" height=\"" + px(kHeight) + "\" fill=\"#fff\"/>\n";
  out_ += text_at(kLeft, 36, "font-size=\"20\" font-weight=\"600\"", plot.title_);
  out_ +=
      text_at(kLeft, 59, "font-size=\"13\" fill=\"" + std::string(kMuted) + "\"", plot.subtitle_);
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
                  plot.axis_titles_[0]);
  out_ += text_at(
      26, middle,
      "font-size=\"14\" text-anchor=\"middle\" transform=\"rotate(-90 26 " + px(middle) + ")\"",
      plot.axis_titles_[1]);
}

void PlotSvg::Canvas::zone(const std::array<std::optional<double>, 2>& reservations) {
  const auto inside = [](const Axis& axis, const std::optional<double>& value) {
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

void PlotSvg::Canvas::dots(const std::vector<std::pair<double, double>>& places, double radius,
                           const std::string& fill) {
  // One path of round-capped strokes without length is a third of as many circles.
  out_ += "<path d=\"";
  for (const auto& [x, y] : places) out_ += "M" + px(x) + " " + px(y) + "h0";
  out_ += "\" fill=\"none\" stroke=\"" + fill + "\" stroke-linecap=\"round\" stroke-width=\"" +
          px(2 * radius) + "\"/>\n";
}

void PlotSvg::Canvas::cloud(const Layer& layer) {
  // How many outcomes lie on each pixel of two by two: see add_cloud().
  std::map<std::pair<int, int>, std::uint32_t> cells;
  for (const Point& point : layer.points) {
    const auto [x, y] = at(point);
    ++cells[{static_cast<int>(std::lround(y / 2)), static_cast<int>(std::lround(x / 2))}];
  }
  constexpr std::size_t kFew = 3000;
  if (cells.size() <= kFew) {
    std::vector<std::pair<double, double>> places;
    places.reserve(cells.size());
    for (const auto& [cell, count] : cells) places.emplace_back(2 * cell.second, 2 * cell.first);
    dots(places, cells.size() < 300 ? 3 : 2, "#a9b4bd");
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

void PlotSvg::Canvas::line(const Layer& layer) {
  out_ += "<path d=\"";
  std::vector<std::pair<double, double>> places;
  for (const Point& point : layer.points) {
    places.push_back(at(point));
    out_ +=
        (places.size() == 1 ? "M" : "L") + px(places.back().first) + " " + px(places.back().second);
  }
  out_ += "\" fill=\"none\" stroke=\"" + layer.colour +
          "\" stroke-width=\"1.4\" stroke-linejoin=\"round\"/>\n";
  if (layer.dots) dots(places, places.size() > 400 ? 1.2 : 2.8, layer.colour);
  // Labels shall keep off the line.
  for (std::size_t i = 1; layer.kind == Kind::kLine && i < places.size(); ++i) {
    const auto [x, y] = places[i - 1];
    const double across = places[i].first - x;
    const double down = places[i].second - y;
    const double steps_there = std::max(1.0, std::floor(std::hypot(across, down) / 8));
    for (double step = 0; step <= steps_there; ++step) {
      const double at_x = x + across * step / steps_there;
      const double at_y = y + down * step / steps_there;
      taken_.push_back({at_x - 2, at_y - 2, at_x + 2, at_y + 2});
    }
  }
}

void PlotSvg::Canvas::path(const Layer& layer) {
  Layer thin = layer;
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

void PlotSvg::Canvas::label(double x, double y, const std::vector<std::string>& lines) {
  constexpr double kLine = 16;
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
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Box box{x + places[i][0], y + places[i][1], x + places[i][0] + width,
                  y + places[i][1] + height};
    const bool fits =
        box.left > kLeft && box.right < kRight + 8 && box.top > kTop - 14 && box.bottom < kBottom;
    const bool free = std::none_of(taken_.begin(), taken_.end(),
                                   [&](const Box& other) { return other.meets(box); });
    if ((!fits || !free) && i + 1 < places.size()) continue;
    taken_.push_back(box);
    double base = box.top + 12;
    for (const std::string& line : lines) {
      out_ += text_at(box.left, base,
                      "font-size=\"13\" font-weight=\"600\" stroke=\"#fff\" stroke-width=\"3.5\" "
                      "stroke-linejoin=\"round\" paint-order=\"stroke\"",
                      line);
      base += kLine;
    }
    return;
  }
}

void PlotSvg::Canvas::marks(const std::vector<Layer>& layers) {
  std::map<std::pair<int, int>, std::vector<std::string>> names;  // by place
  for (const Layer& layer : layers) {
    if (layer.kind != Kind::kMark) continue;
    for (const Point& point : layer.points) {
      const auto [x, y] = at(point);
      out_ += shape_at(layer.shape, x, y, layer.colour);
      taken_.push_back({x - 12, y - 12, x + 12, y + 12});
      std::vector<std::string>& here =
          names[{static_cast<int>(std::lround(x)), static_cast<int>(std::lround(y))}];
      if (std::find(here.begin(), here.end(), layer.name) == here.end()) here.push_back(layer.name);
    }
  }
  constexpr std::size_t kMostLabels = 12;  // more of them say nothing
  if (names.size() > kMostLabels) return;
  for (const auto& [place, lines] : names) label(place.first, place.second, lines);
}

void PlotSvg::Canvas::legend(const PlotSvg& plot) {
  constexpr double kX = kRight + 34;
  double y = kTop + 10;
  const auto entry = [&](const std::string& text, const std::string& detail) {
    out_ += text_at(kX + 28, y + 4.5, "font-size=\"13\"", text);
    if (!detail.empty()) {
      y += 17;
      out_ +=
          text_at(kX + 28, y + 4, "font-size=\"12\" fill=\"" + std::string(kMuted) + "\"", detail);
    }
    y += 27;
  };
  for (const Layer& layer : plot.layers_) {
    std::string detail;
    switch (layer.kind) {
      case Kind::kCloud:
        dots({{kX + 1, y - 2}, {kX + 9, y + 3}, {kX + 3, y + 5}}, 2.5, "#a9b4bd");
        break;
      case Kind::kMark: {
        if (layer.points.empty()) continue;
        out_ += shape_at(layer.shape, kX + 5, y, layer.colour);
        std::array<char, 96> text{};
        std::snprintf(text.data(), text.size(), "%.4g, %.4g", layer.points[0].x, layer.points[0].y);
        detail = text.data();
        if (layer.points.size() > 1) {
          detail += " and " + std::to_string(layer.points.size() - 1) + " more";
        }
        break;
      }
      case Kind::kLine:
      case Kind::kPoints:
      case Kind::kPath:
        if (layer.points.empty()) continue;
        if (layer.kind != Kind::kPoints)
          out_ += line_between(kX - 6, y, kX + 16, y,
                               "stroke=\"" + layer.colour + "\" stroke-width=\"1.6\"");
        dots({{kX + 5, y}}, 3, layer.colour);
        break;
    }
    entry(layer.name, detail);
  }
  for (const std::size_t axis : {std::size_t{0}, std::size_t{1}}) {
    if (!plot.reservations_[axis]) continue;
    const std::string style =
        "stroke=\"" + std::string(kMuted) + "\" stroke-width=\"1.2\" stroke-dasharray=\"5 4\"";
    out_ += axis == 0 ? line_between(kX + 5, y - 10, kX + 5, y + 10, style)
                      : line_between(kX - 6, y, kX + 16, y, style);
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "no deal: %.4g", *plot.reservations_[axis]);
    entry(text.data(), "");
  }
}

PlotSvg::PlotSvg(std::string title, std::string subtitle, std::string x_title, std::string y_title)
    : title_(std::move(title)),
      subtitle_(std::move(subtitle)),
      axis_titles_{std::move(x_title), std::move(y_title)} {
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
  Canvas canvas(Axis(low[0], high[0], kLeft, kRight), Axis(low[1], high[1], kBottom, kTop));
  canvas.frame(*this);
  canvas.zone(reservations_);
  for (const Layer& layer : layers_) {
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
  canvas.legend(*this);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + px(kWidth) + " " +
         px(kHeight) + "\" width=\"" + px(kWidth) + "\" height=\"" + px(kHeight) +
         "\" font-family=\"Inter, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif\" fill=\"" +
         kInk + "\">\n<title>" + escaped(title_) + "</title>\n" + canvas.take() + "</svg>\n";
}

}  // namespace monazite::lab
