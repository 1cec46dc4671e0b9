#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <tests/support/catch.hpp>
#include <tests/viz/model/app/open_apps.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <tests/viz/screens/driven_viewer.hpp>
#include <viz/model/app/exports.hpp>
#include <viz/model/app/panel_commands.hpp>

namespace monazite::viz {
namespace {

namespace fs = std::filesystem;
using test_support::day;
using test_support::short_recording;
using tests::DrivenViewer;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The files of a folder whose name has these words in it.
std::vector<std::string> files_with(const fs::path& folder, const std::string& words) {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.find(words) != std::string::npos) found.push_back(name);
  }
  return found;
}

/// Opens a recording of its own for the test, all of it.
std::string open_short(DrivenViewer& viewer, const std::string& name) {
  const std::string path = short_recording(name);
  REQUIRE(viewer.app.open(path).has_value());
  viewer.app.file()->read_all();
  viewer.frame(2);
  return path;
}

TEST_CASE("The right button on a panel opens its menu, and saves a picture beside the recording") {
  DrivenViewer viewer;
  const fs::path folder = fs::path(open_short(viewer, "panel-picture")).parent_path();
  viewer.host.right_click(viewer.calls, viewer.item("flows").centre());
  REQUIRE(viewer.app.view.overlay == Overlay::kPanelMenu);
  CHECK(viewer.app.view.panel == "map");
  CHECK(viewer.has("menu/panel.csv"));
  viewer.click("menu/panel.picture");
  viewer.frame(2);
  CHECK(viewer.app.view.overlay == Overlay::kNone);
  REQUIRE(files_with(folder, "short-map-").size() == 1);
  CHECK(viewer.says(files_with(folder, "short-map-").front()));
  // A second one does not take the place of the first.
  viewer.host.right_click(viewer.calls, viewer.item("flows").centre());
  viewer.click("menu/panel.picture");
  viewer.frame(2);
  CHECK(files_with(folder, "short-map-").size() == 2);
  viewer.host.right_click(viewer.calls, viewer.item("flows").centre());
  viewer.press("Escape");
  CHECK(viewer.app.view.overlay == Overlay::kNone);
}

TEST_CASE("A panel is cut out of the picture of the window at its own place and scale") {
  Pixels pixels{8, 4, std::vector<std::uint8_t>(8 * 4 * 4)};
  for (std::size_t i = 0; i < pixels.rgba.size(); ++i) {
    pixels.rgba[i] = static_cast<std::uint8_t>(i);
  }
  const Pixels part = cut_out(pixels, {1, 0.5F, 2, 1}, 2);
  CHECK(part.width == 4);
  CHECK(part.height == 2);
  REQUIRE(part.rgba.size() == 4 * 2 * 4);
  CHECK(part.rgba[0] == static_cast<std::uint8_t>((1 * 8 + 2) * 4));
  CHECK(part.rgba[16] == static_cast<std::uint8_t>((2 * 8 + 2) * 4));
  const Pixels beyond = cut_out(pixels, {-5, -5, 100, 100}, 1);
  CHECK(beyond.width == 8);
  CHECK(beyond.rgba == pixels.rgba);
}

TEST_CASE("A chart's values are saved over the time that is shown, and no hidden future") {
  DrivenViewer viewer;
  const fs::path folder = fs::path(open_short(viewer, "chart-csv")).parent_path();
  viewer.app.view.zoom = {day("2025-03-01").number, day("2025-12-31").number + 1};
  viewer.frame(2);
  const std::string chart = viewer.first("charts/");
  REQUIRE_FALSE(chart.empty());
  viewer.host.right_click(viewer.calls, viewer.item(chart).centre());
  CHECK(viewer.app.view.chart == chart);
  viewer.click("menu/panel.csv");
  viewer.frame(2);
  const std::string name = chart.substr(chart.find('/') + 1);
  const fs::path path = folder / ("short-" + name + "-2025-03-01-to-2025-12-31.csv");
  INFO(path.string());
  REQUIRE(fs::exists(path));
  CHECK(viewer.says(path.filename().string()));
  const std::string all = text_of(path);
  CHECK(all.rfind("month,\"", 0) == 0);
  CHECK(all.find("\n2025-02-") == std::string::npos);
  CHECK(all.find("\n2025-03-31,") != std::string::npos);
  CHECK(all.find("\n2025-12-31,") != std::string::npos);
  CHECK(all.find("\n2026-") == std::string::npos);
  // By keys alone, with the future hidden: all charts of the panel until the day shown.
  viewer.app.time.seek(day("2025-08-15"));
  viewer.press("H");
  viewer.host.move(viewer.calls, {2, 2});
  for (int i = 0; i < 8 && !(viewer.app.view.panel_by_key && viewer.app.view.panel == "charts");
       ++i) {
    viewer.press("Tab");
  }
  REQUIRE(viewer.app.view.panel == "charts");
  viewer.press("K", true);
  viewer.frame(2);
  viewer.type("values csv");
  viewer.press("Enter");
  viewer.frame(2);
  const std::string until = text_of(folder / "short-market-2025-03-01-to-2025-08-15.csv");
  CHECK(until.find("\n2025-07-31,") != std::string::npos);
  CHECK(until.find("\n2025-08-31,") == std::string::npos);
  CHECK(until.size() > all.size() / 2);
}

TEST_CASE("The flows of the map and the messages of the list are saved as CSV") {
  DrivenViewer viewer;
  const fs::path folder = fs::path(open_short(viewer, "tables-csv")).parent_path();
  viewer.host.right_click(viewer.calls, viewer.item("flows").centre());
  viewer.click("menu/panel.csv");
  viewer.frame(2);
  REQUIRE(files_with(folder, "short-flows-").size() == 1);
  const std::string flows = text_of(folder / files_with(folder, "short-flows-").front());
  CHECK(flows.rfind("month,\"", 0) == 0);
  CHECK(flows.find("India to Japan") != std::string::npos);
  CHECK(flows.find("an estimate") != std::string::npos);
  CHECK(flows.find("\n2025-03-31,") != std::string::npos);

  viewer.app.view.book = BookTab::kMessages;
  viewer.app.view.messages.text = "offer";
  viewer.frame(2);
  viewer.host.right_click(viewer.calls, viewer.item("book").centre());
  viewer.click("menu/panel.csv");
  viewer.frame(2);
  REQUIRE(files_with(folder, "short-messages").size() == 1);
  const std::string messages = text_of(folder / files_with(folder, "short-messages").front());
  CHECK(messages.rfind("id,day,from,to,conversation,kind,refused,says\n", 0) == 0);
  CHECK(messages.find(",offer,no,") != std::string::npos);
  CHECK(messages.find(",observation,") == std::string::npos);

  viewer.app.view.book = BookTab::kClauses;
  viewer.frame(2);
  viewer.host.right_click(viewer.calls, viewer.item("book").centre());
  viewer.click("menu/panel.csv");
  viewer.frame(2);
  REQUIRE(files_with(folder, "short-clauses-").size() == 1);
  const std::string clauses = text_of(folder / files_with(folder, "short-clauses-").front());
  CHECK(clauses.rfind("day,clause,status,measure\n", 0) == 0);
  CHECK(std::count(clauses.begin(), clauses.end(), '\n') > 4);
}

TEST_CASE(
    "A bookmark says what its user writes, and still does when the recording is opened again") {
  std::string path;
  {
    DrivenViewer viewer;
    path = open_short(viewer, "bookmark-text");
    viewer.app.view.book = BookTab::kBookmarks;
    viewer.press("B");
    viewer.frame(2);
    REQUIRE(viewer.app.bookmarks.all().size() == 1);
    viewer.click("bookmarks/text/0");
    viewer.press("End");
    viewer.type(": look here");
    viewer.frame(2);
    const std::string& text = viewer.app.bookmarks.all()[0].text;
    INFO(text);
    CHECK(text.find(": look here") != std::string::npos);
  }
  DrivenViewer again;
  REQUIRE(again.app.open(path).has_value());
  REQUIRE(again.app.bookmarks.all().size() == 1);
  CHECK(again.app.bookmarks.all()[0].text.find(": look here") != std::string::npos);
}

TEST_CASE("A panel fills the window and goes back, by its menu and by a key") {
  DrivenViewer viewer;
  viewer.open_demo();
  const float before = viewer.item("talks").w;
  viewer.host.right_click(viewer.calls, viewer.item("talks").centre());
  viewer.click("menu/panel.maximise");
  viewer.frame(2);
  CHECK(viewer.item("talks").w > 1500);
  CHECK(viewer.has("timeline/plot"));
  CHECK_FALSE(viewer.has("parties"));
  viewer.press("M");
  viewer.frame(2);
  CHECK(viewer.item("talks").w == before);
  // Chosen by keys: a ring, the menu of the panel, and back with Escape.
  viewer.host.move(viewer.calls, {2, 2});
  viewer.press("Tab");
  viewer.press("Tab");
  CHECK(viewer.app.view.panel_by_key);
  const std::string chosen = viewer.app.view.panel;
  viewer.press("F10", false, true);
  CHECK(viewer.app.view.overlay == Overlay::kPanelMenu);
  viewer.frame();
  CHECK(viewer.has("menu/panel.maximise"));
  viewer.press("Escape");
  viewer.press("M");
  CHECK(viewer.app.view.maximised == chosen);
  viewer.press("Escape");
  CHECK(viewer.app.view.maximised.empty());
  viewer.press("Escape");
  CHECK_FALSE(viewer.app.view.panel_by_key);
}

TEST_CASE("Every panel that is shown in a layout has its menu") {
  DrivenViewer viewer;
  viewer.open_demo();
  for (const char* layout : {"1", "2", "3", "4"}) {
    viewer.press(layout);
    viewer.frame(2);
    for (const std::string& panel : panels_shown(viewer.app)) {
      INFO("layout " << layout << ", " << panel);
      viewer.frame();
      const Rect at = viewer.item(panel == "map"        ? "flows"
                                  : panel == "win-sets" ? "win_sets"
                                                        : panel);
      viewer.host.right_click(viewer.calls, {at.x + at.w / 2, at.y + 12});
      CHECK(viewer.app.view.overlay == Overlay::kPanelMenu);
      CHECK(viewer.app.view.panel == panel);
      viewer.press("Escape");
    }
  }
}

TEST_CASE("Shift and drag marks time, B bookmarks it, and a click shows it again") {
  DrivenViewer viewer;
  open_short(viewer, "range");
  const base::Day before = viewer.app.day();
  viewer.host.shift_drag(viewer.calls, viewer.point("timeline/plot", 0.3F, 0.95F),
                         viewer.point("timeline/plot", 0.5F, 0.95F));
  REQUIRE(viewer.app.view.marked.has_value());
  const auto [from, until] = *viewer.app.view.marked;
  CHECK(from < until);
  CHECK(viewer.app.day() == before);  // the playhead stays
  CHECK(viewer.has("timeline/marked"));
  CHECK_FALSE(viewer.has("timeline/bookmark/0"));
  viewer.press("B");
  viewer.frame(2);
  CHECK_FALSE(viewer.app.view.marked.has_value());
  REQUIRE(viewer.app.bookmarks.all().size() == 1);
  CHECK(viewer.app.bookmarks.all()[0].day == from);
  CHECK(viewer.app.bookmarks.all()[0].until == until);
  CHECK(viewer.has("timeline/bookmark/0"));
  // Listed with both days; a click goes there and zooms.
  viewer.app.view.book = BookTab::kBookmarks;
  viewer.frame(2);
  std::string row;
  for (int i = 0; viewer.has("bookmarks/" + std::to_string(i)); ++i) {
    row = "bookmarks/" + std::to_string(i);
  }
  REQUIRE_FALSE(row.empty());
  viewer.click("timeline/bookmark/0");
  CHECK(viewer.app.day() == from);
  REQUIRE(viewer.app.view.zoom.has_value());
  const auto [left, right] = viewer.app.shown_days();
  CHECK(left < from.number);
  CHECK(right > until.number);
  CHECK(right - left < 2 * (until - from + 40));
  // The same range once more takes it away.
  viewer.app.mark(from, until);
  viewer.press("B");
  CHECK(viewer.app.bookmarks.all().empty());
}

TEST_CASE("Time is marked by keys too, and Escape forgets it") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.app.time.seek(day("2025-06-01"));
  viewer.press("B", false, true);
  viewer.app.time.seek(day("2025-09-15"));
  viewer.press("B", false, true);
  REQUIRE(viewer.app.view.marked.has_value());
  CHECK(viewer.app.view.marked->first == day("2025-06-01"));
  CHECK(viewer.app.view.marked->second == day("2025-09-15"));
  CHECK(viewer.says("107 days"));
  viewer.press("Z");
  CHECK(viewer.app.day() == day("2025-06-01"));
  CHECK(viewer.app.view.zoom.has_value());
  viewer.press("Escape");
  CHECK_FALSE(viewer.app.view.marked.has_value());
  CHECK(viewer.app.bookmarks.all().empty());
}

/// Ids of the rows of the table of flows from the top.
std::vector<std::string> rows_from_the_top(const DrivenViewer& viewer) {
  std::vector<std::pair<float, std::string>> rows;
  for (const auto& [id, rect] : viewer.viewer.items()) {
    if (id.rfind("flows/row/", 0) == 0) rows.emplace_back(rect.y, id);
  }
  std::sort(rows.begin(), rows.end());
  std::vector<std::string> ids;
  for (const auto& [y, id] : rows) ids.push_back(id);
  return ids;
}

TEST_CASE("The table of flows is ordered by a column that is clicked, then the other way round") {
  DrivenViewer viewer(1600, 1200);
  viewer.open_demo();
  viewer.app.time.seek(day("2027-03-15"));
  viewer.app.view.flows = FlowView::kTable;
  viewer.frame(2);
  const std::vector<std::string> as_map = rows_from_the_top(viewer);
  REQUIRE(as_map.size() > 4);
  viewer.click("flows/order/this month");
  viewer.frame();
  CHECK(viewer.app.view.flow_order == FlowColumn::kMonth);
  CHECK(viewer.app.view.flows_fall);
  const std::vector<std::string> falling = rows_from_the_top(viewer);
  viewer.click("flows/order/this month");
  viewer.frame();
  const std::vector<std::string> rising = rows_from_the_top(viewer);
  CHECK(falling != rising);
  CHECK(falling.size() == as_map.size());
  // By amount, whatever has none last in both directions.
  double last = 1e300;
  const std::vector<Flow> flows = flows_view(*viewer.app.replay(), viewer.app.day());
  bool dashes = false;
  for (const std::string& id : falling) {
    const Flow& flow = flows[std::stoul(id.substr(id.rfind('/') + 1))];
    const bool amount = flow.amount || flow.reo;
    CHECK_FALSE((dashes && amount));
    dashes = dashes || !amount;
    if (!amount) continue;
    const double month = flow.amount ? flow.amount->month : flow.reo->month;
    CHECK(month <= last);
    last = month;
  }
  viewer.click("flows/order/this month");
  viewer.frame();
  CHECK(rows_from_the_top(viewer) == as_map);
  viewer.click("flows/order/name");
  viewer.frame();
  CHECK_FALSE(viewer.app.view.flows_fall);
  CHECK(rows_from_the_top(viewer) != as_map);
}

TEST_CASE(
    "Larger and smaller start from the size that the screen has, and normal goes back to it") {
  App app({}, "");
  Viewer viewer(app);
  HostOptions options;
  options.width = 2560;
  options.height = 1440;
  options.scale = 2;  // of the screen; nothing is set
  NullHost host(options);
  const HostCalls calls = viewer.calls(host);
  host.frame(calls);
  REQUIRE(app.settings.scale == 0);
  CHECK(app.shown_scale == Approx(2));
  host.press(calls, {"+", true, false, false});
  host.frame(calls);
  host.frame(calls);
  CHECK(app.settings.scale == Approx(2.2));
  CHECK(host.fonts().scale() == Approx(2.2));
  host.press(calls, {"0", true, false, false});
  host.frame(calls);
  host.frame(calls);
  CHECK(app.settings.scale == 0);
  CHECK(host.fonts().scale() == Approx(2));
  host.press(calls, {"-", true, false, false});
  CHECK(app.settings.scale == Approx(2 / 1.1));
}

}  // namespace
}  // namespace monazite::viz
