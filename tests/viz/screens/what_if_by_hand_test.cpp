#include <string>

#include <tests/support/catch.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <tests/viz/screens/driven_viewer.hpp>
#include <viz/panels/words.hpp>

namespace monazite::viz {
namespace {

using test_support::day;
using tests::DrivenViewer;

/// The demo on a day in the layout "What if".
void ask_what_if(DrivenViewer& viewer) {
  viewer.open_demo();
  viewer.app.time.seek(day("2025-08-01"));
  viewer.press("W");
  viewer.frame(2);
  REQUIRE(viewer.app.view.layout == Layout::kWhatIf);
  REQUIRE(viewer.app.what_if() != nullptr);
  CHECK(viewer.app.what_if()->day() == day("2025-08-01"));
}

/// Clicks options, decision by decision, until one changes something.
void choose_another_option(DrivenViewer& viewer) {
  WhatIf& what_if = *viewer.app.what_if();
  for (int decisions = 0; decisions < 40; ++decisions) {
    for (int option = 0; option < 6; ++option) {
      const std::string id = "changes/0/" + std::to_string(option);
      if (!viewer.has(id) || viewer.item(id).h < 10) break;
      viewer.click(id);
      if (what_if.changed()) return;
    }
    viewer.click("changes/next");
  }
  FAIL("no option changes anything");
}

TEST_CASE("An option that is clicked makes a second future, with what it changes and where") {
  DrivenViewer viewer;
  ask_what_if(viewer);
  CHECK(viewer.says("nothing changed yet"));
  choose_another_option(viewer);
  WhatIf& what_if = *viewer.app.what_if();
  INFO(what_if.title());
  REQUIRE(what_if.b() != nullptr);
  CHECK(what_if.failure().empty());
  REQUIRE(what_if.divergence().first.has_value());
  CHECK(viewer.says(day_words(Strings(), *what_if.divergence().first)));
  CHECK(viewer.says("In words"));
  REQUIRE_FALSE(what_if.differences().empty());
  CHECK(viewer.says("1 changed, last re-run"));
  viewer.click("changes/undo");
  CHECK_FALSE(what_if.changed());
  CHECK(viewer.says("nothing changed yet"));
  viewer.press("Z", true, true);
  CHECK(what_if.changed());
  viewer.click("changes/reset");
  CHECK_FALSE(what_if.changed());
}

TEST_CASE("A slider that is dragged plays another future, and one undo takes the drag back") {
  DrivenViewer viewer;
  ask_what_if(viewer);
  WhatIf& what_if = *viewer.app.what_if();
  const std::string slider = "changes/slider/" + what_if.sliders()[1].key;
  const double before = what_if.slider_value(1);
  viewer.drag(slider, 0.3F, 0.9F);
  CHECK(what_if.slider_value(1) > before);
  REQUIRE(what_if.b() != nullptr);
  CHECK(what_if.fork().changes.size() == 1);
  viewer.press("Z", true);
  CHECK(what_if.slider_value(1) == before);
  CHECK_FALSE(what_if.changed());
}

TEST_CASE("A package is put together level by level at a move") {
  DrivenViewer viewer(1600, 1400);
  ask_what_if(viewer);
  WhatIf& what_if = *viewer.app.what_if();
  for (int i = 0; i < 400 && !viewer.has("changes/plus/0"); ++i) viewer.click("changes/next");
  const std::string button =
      viewer.item("changes/plus/0").h > 10 ? "changes/plus/0" : "changes/minus/0";
  viewer.click(button);
  if (!what_if.changed()) viewer.click("changes/minus/0");
  CHECK(what_if.changed());
  CHECK(what_if.b() != nullptr);
}

TEST_CASE("Many seeds are played in both futures and shown while they come in") {
  DrivenViewer viewer;
  ask_what_if(viewer);
  choose_another_option(viewer);
  WhatIf& what_if = *viewer.app.what_if();
  constexpr std::uint32_t kSeeds = 6;
  what_if.start_fan(kSeeds);
  while (what_if.fan_job()->step()) viewer.frame();
  viewer.frame(2);
  REQUIRE(what_if.fan() != nullptr);
  CHECK(what_if.fan()->done == kSeeds);
  CHECK(viewer.says("6 of 6"));
  CHECK(viewer.says("median of 6 seeds"));
  viewer.click("futures/seeds");
  CHECK(what_if.fan_job()->seeds() == 200);
  viewer.frame(2);
  viewer.click("futures/stop");
  CHECK(what_if.fan_job()->finished());
}

TEST_CASE("What if goes on when the day, the layout and the recording change") {
  DrivenViewer viewer;
  ask_what_if(viewer);
  choose_another_option(viewer);
  viewer.press("1");
  viewer.press("End");
  viewer.press("4");
  CHECK(viewer.app.what_if()->b() != nullptr);
  viewer.open_demo();
  CHECK(viewer.app.what_if() == nullptr);
  viewer.press("4");
  viewer.frame(2);
  CHECK(viewer.app.what_if() != nullptr);
}

}  // namespace
}  // namespace monazite::viz
