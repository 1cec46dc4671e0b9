#include <limits>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <world/lab/plot_svg.hpp>

using namespace monazite;
using lab::PlotSvg;

namespace {

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
    ++found;
  }
  return found;
}

PlotSvg plot_of(std::vector<PlotSvg::Point> cloud) {
  PlotSvg plot("title", "subtitle", "x axis", "y axis");
  plot.add_cloud("outcomes", std::move(cloud));
  return plot;
}

}  // namespace

TEST_CASE("a plot has its title, axes, layers and legend, and escapes what XML needs") {
  PlotSvg plot("Tom & \"Jerry\" <1>", "all \x01 of it", "utility of A", "utility of B");
  plot.add_cloud("outcomes", {{0, 0}, {1, 0.5}});
  plot.add_line("frontier", {{0, 1}, {1, 0}}, PlotSvg::kInk, true);
  plot.add_mark("Nash", {{0.5, 0.5}}, PlotSvg::Shape::kDiamond, PlotSvg::kVermilion);
  plot.add_path("offers of A", {{1, 0}, {0.8, 0.2}}, PlotSvg::kBlue);
  const std::string svg = plot.render();
  CHECK(count(svg, "Tom &amp; &quot;Jerry&quot; &lt;1&gt;") == 2);  // heading and <title>
  CHECK(count(svg, "Jerry\" <1>") == 0);
  CHECK(count(svg, "\x01") == 0);
  for (const char* text : {"utility of A", "utility of B", "frontier", "offers of A", "outcomes"}) {
    INFO(text);
    CHECK(count(svg, text) == 1);
  }
  CHECK(count(svg, ">Nash<") == 2);  // beside the mark and in the legend
  CHECK(count(svg, "<svg") == 1);
  CHECK(count(svg, "</svg>") == 1);
  CHECK(count(svg, "nan") == 0);
}

TEST_CASE("the same calls give the same bytes") {
  CHECK(plot_of({{0, 1}, {1, 0}}).render() == plot_of({{0, 1}, {1, 0}}).render());
}

TEST_CASE("marks in one place share a label of several lines") {
  PlotSvg plot = plot_of({{0, 0}, {1, 1}});
  plot.add_mark("Nash", {{0.5, 0.5}}, PlotSvg::Shape::kDiamond, PlotSvg::kVermilion);
  plot.add_mark("Kalai", {{0.5, 0.5}}, PlotSvg::Shape::kSquare, PlotSvg::kBlue);
  const std::string svg = plot.render();
  CHECK(count(svg, "paint-order") == 2);
  const std::size_t line = svg.find("paint-order");
  CHECK(svg.find(">Nash<", line) < svg.find(">Kalai<", line));
  plot.add_mark("Kalai", {{0.9, 0.9}}, PlotSvg::Shape::kSquare, PlotSvg::kBlue);
  CHECK(count(plot.render(), "paint-order") == 3);
}

TEST_CASE(
    "reservation values are drawn where they are near, told where they are far, and not at all "
    "when infinite") {
  const std::string plain = plot_of({{0, 0}, {1, 1}}).render();
  PlotSvg near = plot_of({{0, 0}, {1, 1}});
  near.set_reservations(0.4, -std::numeric_limits<double>::infinity());
  const std::string drawn = near.render();
  CHECK(count(drawn, "stroke-dasharray") == 2);  // the line and its entry in the legend
  CHECK(count(drawn, "no deal: 0.4<") == 1);
  PlotSvg far = plot_of({{0, 0}, {1, 1}});
  far.set_reservations(-50, 0);
  const std::string told = far.render();
  CHECK(count(told, "no deal: -50<") == 1);
  CHECK(count(told, ">0.8<") == 2);  // the axes still fit the outcomes
  CHECK(count(plain, "no deal") == 0);
}

TEST_CASE("a large cloud stays a small file and loses no place") {
  std::vector<PlotSvg::Point> cloud;
  for (int i = 0; i < 400; ++i) {
    for (int j = 0; j < 400; ++j) cloud.push_back({i / 400.0, j / 400.0});
  }
  const std::string svg = plot_of(cloud).render();
  CHECK(svg.size() < 1000000);
  CHECK(svg.size() > 1000);
}

TEST_CASE("plots of nothing, of one point and of equal points are sound") {
  for (const std::vector<PlotSvg::Point>& cloud :
       {std::vector<PlotSvg::Point>{}, {{3, 4}}, {{0, 0}, {0, 0}}}) {
    const std::string svg = plot_of(cloud).render();
    CHECK(count(svg, "nan") == 0);
    CHECK(count(svg, "inf") == 0);
    CHECK(count(svg, "</svg>") == 1);
  }
}
