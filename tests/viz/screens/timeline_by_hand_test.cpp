#include <algorithm>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/viz/model/app/open_apps.hpp>
#include <tests/viz/screens/driven_viewer.hpp>
#include <viz/model/lanes.hpp>
#include <viz/model/view_cache.hpp>

namespace monazite::viz {
namespace {

using test_support::day;
using tests::DrivenViewer;

/// Titles of the lanes that can be seen.
std::vector<std::string> lanes_seen(const DrivenViewer& viewer) {
  const std::string beginning = "timeline/lane/";
  std::vector<std::string> seen;
  for (const auto& [id, rect] : viewer.viewer.items()) {
    if (id.rfind(beginning, 0) == 0 && rect.h > 10) seen.push_back(id.substr(beginning.size()));
  }
  return seen;
}

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

TEST_CASE("Lanes of talks, clauses and policies are seen, and the wheel over titles brings more") {
  DrivenViewer viewer;
  viewer.open_demo();
  const std::vector<std::string> before = lanes_seen(viewer);
  for (const char* lane : {"Consultation", "Supply contract", "Allocation", "1 Volume"}) {
    INFO(lane);
    CHECK(has(before, lane));
  }
  CHECK(std::any_of(before.begin(), before.end(),
                    [](const std::string& lane) { return lane.rfind("China", 0) == 0; }));
  const auto days = viewer.app.shown_days();
  viewer.host.wheel(viewer.calls, viewer.item("timeline/lane/Supply contract").centre(), -20);
  const std::vector<std::string> after = lanes_seen(viewer);
  CHECK_FALSE(has(after, "Consultation"));
  CHECK(after != before);
  CHECK(viewer.app.shown_days() == days);
  // Over the calendar it zooms, and nothing scrolls.
  viewer.host.wheel(viewer.calls, viewer.point("timeline/lanes", 0.6F), 1);
  CHECK(viewer.app.shown_days() != days);
  CHECK(lanes_seen(viewer) == after);
  // What is selected comes into view.
  const std::vector<Lane>& lanes = viewer.app.file()->views().lanes();
  viewer.app.select({Entity::Kind::kNegotiation, lanes[0].bands.back().entity.number});
  viewer.frame(3);
  CHECK(has(lanes_seen(viewer), "Consultation"));
}

TEST_CASE("A band says what it is, since when and how it ended, and a click selects it") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.press("F");
  viewer.app.time.seek(viewer.app.time.last());
  viewer.frame(2);
  const Lane& lane = viewer.app.file()->views().lanes()[0];
  REQUIRE(lane.title == "Consultation");
  const auto talks = std::find_if(lane.bands.begin(), lane.bands.end(), [](const Band& band) {
    return band.kind == BandKind::kTalks && !band.ended.empty();
  });
  REQUIRE(talks != lane.bands.end());
  const std::string id = "timeline/band/Consultation/" + base::to_string(talks->first);
  const Vec middle = viewer.item(id).centre();
  viewer.host.move(viewer.calls, middle);
  viewer.frame(2);
  CHECK(viewer.says(talks->label + ", " + talks->ended));
  CHECK(viewer.says(" – "));
  viewer.host.click(viewer.calls, middle);
  CHECK(viewer.app.selection.selected() == talks->entity);
  const base::Day clicked = viewer.app.day();
  CHECK(clicked > talks->first);
  CHECK(clicked < talks->last);
  // Hidden, the same talks are still under way, and have had fewer meetings.
  viewer.app.view.future_hidden = true;
  viewer.frame(2);
  const float now = viewer.item(id).right();
  CHECK(now < viewer.item("timeline/plot").right() - 100);
  viewer.host.move(viewer.calls, {now - 4, middle.y});
  viewer.frame(2);
  CHECK(viewer.says("since "));
  CHECK_FALSE(viewer.says(talks->label + ", " + talks->ended));
  // Dragging across bands scrubs and selects nothing else.
  viewer.app.selection.clear();
  viewer.host.drag(viewer.calls, middle, middle + Vec{-60, 0});
  CHECK_FALSE(viewer.app.selection.selected());
  CHECK(viewer.app.day() < clicked);
}

TEST_CASE("The timeline fills the window with M, with all its lanes, and goes back") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.host.move(viewer.calls, viewer.point("timeline/plot", 0.5F, 0.97F));
  viewer.frame(2);
  viewer.press("M");
  viewer.frame(2);
  CHECK(viewer.app.view.maximised == "timeline");
  CHECK_FALSE(viewer.has("charts"));
  CHECK(viewer.item("timeline").h > 700);
  CHECK(lanes_seen(viewer).size() == viewer.app.file()->views().lanes().size());
  viewer.press("M");
  viewer.frame(2);
  CHECK(viewer.has("charts"));
}

TEST_CASE("The charts beside the map name every colour, and none plots what rounding left over") {
  for (const auto& [width, height] : {std::pair{1280, 720}, std::pair{1600, 900}}) {
    INFO(width);
    DrivenViewer viewer(width, height);
    viewer.open_demo();
    bool china = false, outside = false;
    for (const DrawnText& text : viewer.texts()) {
      if (!viewer.item("charts").contains(text.box.centre())) continue;
      china = china || text.text.rfind("China", 0) == 0;
      outside = outside || text.text.rfind("outside", 0) == 0;
    }
    CHECK(china);
    CHECK(outside);
    viewer.press("3");
    viewer.frame(2);
    viewer.host.wheel(viewer.calls, viewer.item("market/charts").centre(), 0);
    CHECK_FALSE(viewer.says("0.0000"));
  }
}

TEST_CASE("A map without room for its legend shows it at a word") {
  DrivenViewer viewer(1280, 720);
  viewer.open_demo();
  CHECK_FALSE(viewer.has("flows/legend"));
  viewer.host.move(viewer.calls, viewer.item("flows/legend-chip").centre());
  viewer.frame(2);
  CHECK(viewer.has("flows/legend"));
  CHECK(viewer.says("Arrow width"));
}

}  // namespace
}  // namespace monazite::viz
