#include <string>

#include <tests/support/catch.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <tests/viz/screens/driven_viewer.hpp>
#include <viz/model/lanes.hpp>
#include <viz/model/view_cache.hpp>
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

TEST_CASE("A lane that is another in the second future has a row of its own in the timeline") {
  DrivenViewer viewer;
  ask_what_if(viewer);
  CHECK_FALSE(viewer.has("timeline/difference"));
  CHECK(viewer.says("Messages"));
  viewer.drag("changes/slider/" + viewer.app.what_if()->sliders()[1].key, 0.3F, 0.95F);
  viewer.frame(2);
  RecordingFile* const b = viewer.app.what_if()->b();
  REQUIRE(b != nullptr);
  REQUIRE(viewer.app.what_if()->divergence().first.has_value());
  CHECK(viewer.says("Difference B − A"));
  CHECK(viewer.has("timeline/parting"));
  std::size_t of_b = 0;
  for (const Lane& lane : b->views().lanes()) {
    for (const Band& band : lane.bands) {
      of_b += viewer.has("timeline/band B/" + lane.title + "/" + base::to_string(band.first));
    }
  }
  CHECK(of_b > 0);

  // Elsewhere, and while the future is hidden, the timeline is that of A.
  viewer.app.set_layout(Layout::kOverview);
  viewer.frame(2);
  CHECK_FALSE(viewer.has("timeline/difference"));
  viewer.app.set_layout(Layout::kWhatIf);
  viewer.app.view.future_hidden = true;
  viewer.app.time.seek(*viewer.app.what_if()->divergence().first - 1);
  viewer.frame(2);
  CHECK(viewer.has("timeline/difference"));
  CHECK_FALSE(viewer.has("timeline/parting"));
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
  CHECK(viewer.says("6 seeds: medians"));
  viewer.click("futures/seeds");
  CHECK(what_if.fan_job()->seeds() == 200);
  viewer.frame(2);
  viewer.click("futures/stop");
  CHECK(what_if.fan_job()->finished());
}

TEST_CASE("The button for many seeds plays them on threads to the end, and the table is of them") {
  DrivenViewer viewer;
  viewer.app.work_in_line = false;
  ask_what_if(viewer);
  viewer.app.what_if()->seeds_of_button = 5;
  choose_another_option(viewer);
  WhatIf& what_if = *viewer.app.what_if();
  what_if.wait();
  viewer.frame(2);
  REQUIRE(viewer.says("5 seeds"));
  viewer.click("futures/seeds");
  REQUIRE(what_if.fan_job() != nullptr);
  what_if.fan_job()->wait();
  for (int i = 0; i < 3; ++i) viewer.frame();
  CHECK(what_if.fan_job()->finished());
  CHECK_FALSE(what_if.fan_job()->stopped());
  REQUIRE(what_if.fan() != nullptr);
  CHECK(what_if.fan()->done == 5);
  CHECK(what_if.fan()->failure.empty());
  CHECK(viewer.says("5 of 5"));
  CHECK(viewer.says("5 seeds: medians"));
  CHECK(viewer.has("futures/seeds"));  // and may be played again
  CHECK_FALSE(viewer.has("futures/stop"));
}

TEST_CASE("B becomes what is looked at and A what it is compared with, and back again") {
  DrivenViewer viewer;
  ask_what_if(viewer);
  choose_another_option(viewer);
  const RecordingFile* a = viewer.app.file();
  const WhatIf* first = viewer.app.what_if();
  const std::string title = first->title();
  const auto differences = viewer.app.what_if()->differences();
  const auto parted = viewer.app.what_if()->divergence().first;
  const RecordingFile* b = viewer.app.what_if()->b();
  viewer.click("fork/swap");
  viewer.frame(2);
  CHECK(viewer.app.view.layout == Layout::kWhatIf);
  CHECK(viewer.app.file() == b);
  REQUIRE(viewer.app.what_if() != nullptr);
  CHECK(viewer.app.what_if()->b() == a);
  CHECK(viewer.app.what_if()->compares());
  CHECK(viewer.app.what_if()->title_of_a() == title);
  CHECK(viewer.app.what_if()->divergence().first == parted);
  REQUIRE(viewer.app.what_if()->differences().size() == differences.size());
  for (std::size_t i = 0; i < differences.size(); ++i) {
    const DifferenceRow& row = viewer.app.what_if()->differences()[i];
    INFO(row.label);
    CHECK(row.a == differences[i].b);
    CHECK(row.b == differences[i].a);
    CHECK(row.sign == -differences[i].sign);
  }
  viewer.press("X");
  viewer.frame(2);
  CHECK(viewer.app.file() == a);
  CHECK(viewer.app.what_if() == first);
  CHECK(viewer.app.what_if()->changed());
  CHECK(viewer.app.what_if()->title() == title);
}

TEST_CASE("After a swap another change forks from what is looked at now") {
  DrivenViewer viewer;
  ask_what_if(viewer);
  choose_another_option(viewer);
  viewer.press("X");
  viewer.frame(2);
  WhatIf& what_if = *viewer.app.what_if();
  const RecordingFile* before = what_if.b();
  viewer.drag("changes/slider/" + what_if.sliders()[1].key, 0.3F, 0.9F);
  CHECK(what_if.changed());
  CHECK(what_if.failure().empty());
  REQUIRE(what_if.b() != nullptr);
  CHECK(what_if.b() != before);
  viewer.press("Z", true);
  CHECK(what_if.b() == before);  // nothing changed: B is what was A
}

TEST_CASE("B is kept as C while it is changed further, and C goes when it is unpinned") {
  DrivenViewer viewer;
  ask_what_if(viewer);
  choose_another_option(viewer);
  const std::string title = viewer.app.what_if()->title();
  const auto differences = viewer.app.what_if()->differences();
  CHECK_FALSE(viewer.has("fork/unpin"));
  viewer.click("fork/pin");
  viewer.frame();
  WhatIf& what_if = *viewer.app.what_if();
  REQUIRE(what_if.pinned() != nullptr);
  CHECK(what_if.pinned()->title == title);
  CHECK(viewer.says("C dotted"));
  viewer.drag("changes/slider/" + what_if.sliders()[1].key, 0.3F, 0.95F);
  viewer.frame();
  CHECK(what_if.title() != title);
  REQUIRE(what_if.pinned() != nullptr);
  CHECK(what_if.pinned()->title == title);
  REQUIRE(what_if.pinned_differences().size() == differences.size());
  for (std::size_t i = 0; i < differences.size(); ++i) {
    INFO(differences[i].label);
    CHECK(what_if.pinned_differences()[i].a == what_if.differences()[i].a);
    CHECK(what_if.pinned_differences()[i].b == differences[i].b);
  }
  viewer.press("X");
  viewer.frame(2);
  REQUIRE(viewer.app.what_if()->pinned() != nullptr);  // C stays when the others are swapped
  CHECK(viewer.app.what_if()->pinned()->title == title);
  viewer.click("fork/unpin");
  viewer.frame();
  CHECK(viewer.app.what_if()->pinned() == nullptr);
  CHECK_FALSE(viewer.says("C dotted"));
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
