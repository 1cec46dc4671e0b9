#include <filesystem>
#include <fstream>
#include <string>

#include <tests/support/catch.hpp>
#include <tests/viz/model/seat/game_fixture.hpp>
#include <tests/viz/screens/driven_viewer.hpp>
#include <viz/model/seat/class_table.hpp>

namespace monazite::viz {
namespace {

namespace fs = std::filesystem;
using tests::DrivenViewer;
using tests::fresh_folder;

/// A folder as a teacher has it: an agreement, talks that were left, and a file that is none.
const std::string& class_folder() {
  static const std::string kept = [] {
    const std::string folder = fresh_folder("class");
    for (const char* table : {"table-01", "table-02", "table-03"}) {
      fs::create_directories(folder + "/" + table);
    }
    REQUIRE(
        test_support::japan_and_the_coach().save(folder + "/table-01/june-2025.mcap").has_value());
    const auto walker = test_support::game_as("japan");
    game::Decision leave;
    leave.kind = game::Decision::Kind::kWalkAway;
    REQUIRE(walker->answer(leave).has_value());
    REQUIRE(walker->save(folder + "/table-02/june-2025.mcap").has_value());
    std::ofstream(folder + "/table-03/june-2025.mcap") << "no recording";
    return folder;
  }();
  return kept;
}

void open_class(DrivenViewer& viewer) {
  viewer.click("start/class");
  viewer.frame(2);
  viewer.type(class_folder());
  viewer.press("Enter");
  viewer.host.move(viewer.calls, {2, 2});
  for (int i = 0; i < 10; ++i) viewer.frame();
  REQUIRE(viewer.app.view.layout == Layout::kClass);
  REQUIRE(viewer.app.class_room()->complete());
}

TEST_CASE("A teacher opens the folder of a class and sees how each table ended") {
  DrivenViewer viewer;
  open_class(viewer);
  CHECK(viewer.says("Results of the class"));
  for (const char* table : {"table-01", "table-02", "table-03"}) CHECK(viewer.says(table));
  CHECK(viewer.says("of 2 tables"));
  const std::string& error = viewer.app.class_room()->table().rows[2].error;
  REQUIRE(error.size() > 20);
  CHECK(viewer.says(error.substr(0, 20)));
  CHECK(viewer.has("class/mark/0"));
  CHECK(viewer.has("class/mark/1"));
  CHECK_FALSE(viewer.has("class/mark/2"));
  CHECK(viewer.says("Nash point"));
  CHECK(viewer.says("frontier of table-01"));
}

TEST_CASE("Pointing at a row marks its result in the plane, and the other way round") {
  DrivenViewer viewer;
  open_class(viewer);
  viewer.host.move(viewer.calls, viewer.item("class/row/1").centre());
  viewer.frame(2);
  CHECK(viewer.app.view.class_hovered == std::size_t{1});
  CHECK(viewer.says("frontier of table-02"));
  viewer.host.move(viewer.calls, viewer.item("class/mark/0").centre());
  viewer.frame(2);
  CHECK(viewer.app.view.class_hovered == std::size_t{0});
  viewer.host.click(viewer.calls, viewer.item("class/mark/0").centre());
  CHECK(viewer.app.view.class_row == std::size_t{0});
  viewer.host.move(viewer.calls, {2, 2});
  viewer.frame(2);
  CHECK_FALSE(viewer.app.view.class_hovered.has_value());
  CHECK(viewer.says("frontier of table-01"));  // selected
}

TEST_CASE("A game of the class is opened, and one comes back to the class") {
  DrivenViewer viewer;
  open_class(viewer);
  viewer.click("class/open/0");
  viewer.frame(2);
  REQUIRE(viewer.app.replay() != nullptr);
  CHECK(viewer.app.view.layout == Layout::kNegotiation);
  CHECK(viewer.app.path() == class_folder() + "/table-01/june-2025.mcap");
  viewer.press("6");
  viewer.frame(2);
  CHECK(viewer.app.view.layout == Layout::kClass);
  viewer.click("class/csv");
  viewer.frame(2);
  CHECK(viewer.says("class"));
  bool saved = false;
  for (const auto& entry : fs::directory_iterator(class_folder())) {
    saved = saved || entry.path().extension() == ".csv";
  }
  CHECK(saved);
  viewer.click("class/leave");
  viewer.frame(2);
  CHECK(viewer.has("timeline/plot"));
}

TEST_CASE("What comes while the class plays is read when it is asked for") {
  const std::string folder = fresh_folder("class-grows");
  DrivenViewer viewer;
  REQUIRE(viewer.app.open_class(folder).has_value());
  viewer.frame(2);
  CHECK(viewer.says("There is no recording"));
  fs::create_directories(folder + "/table-07");
  fs::copy_file(class_folder() + "/table-01/june-2025.mcap", folder + "/table-07/june-2025.mcap");
  viewer.press("F5");
  viewer.frame(3);
  CHECK(viewer.says("table-07"));
  CHECK_FALSE(viewer.app.open_class("/nowhere/at/all").has_value());
  CHECK(viewer.says("no folder"));
}

}  // namespace
}  // namespace monazite::viz
