#include <memory>
#include <set>
#include <string>
#include <vector>

#include <imgui.h>

#include <tests/support/catch.hpp>
#include <tests/viz/model/app/open_apps.hpp>
#include <tests/viz/screens/driven_viewer.hpp>

namespace monazite::viz {
namespace {

using test_support::day;
using tests::DrivenViewer;

constexpr const char* kParted = "2026-04-15";  ///< the first day that may differ
constexpr const char* kShown = "2026-04-14";

/// Moves the first number of the scenario that makes another history of it from the day shown on.
void change_a_number(WhatIf& what_if, bool up) {
  for (std::size_t i = 0; i < what_if.sliders().size(); ++i) {
    const Slider& slider = what_if.sliders()[i];
    what_if.set_slider(i, up ? slider.high : slider.low);
    if (what_if.b() != nullptr && !what_if.divergence().rows.empty()) return;
    what_if.reset();
  }
  FAIL("no number changes this history");
}

/// The demo crisis, played on otherwise from the day kParted on.
const std::shared_ptr<RecordingFile>& other_future() {
  static const std::shared_ptr<RecordingFile> kOther = [] {
    auto app = test_support::app_with_demo();
    app->time.seek(day(kParted));
    REQUIRE(app->start_what_if().has_value());
    change_a_number(*app->what_if(), true);
    return app->what_if()->share_b();
  }();
  return kOther;
}

/// All that the last frame drew: every corner of every triangle with its place and colour.
std::string drawn() {
  std::string all;
  const ImDrawData* data = ImGui::GetDrawData();
  REQUIRE(data != nullptr);
  for (int i = 0; i < data->CmdListsCount; ++i) {
    const auto& corners = data->CmdLists[i]->VtxBuffer;
    all.append(reinterpret_cast<const char*>(corners.Data),
               static_cast<std::size_t>(corners.size_in_bytes()));
  }
  return all;
}

/// A panel alone, on the day kShown.
std::string drawn_alone(DrivenViewer& viewer, const std::string& panel, bool hidden) {
  viewer.app.view.future_hidden = hidden;
  viewer.app.time.seek(day(kShown));
  viewer.viewer.show_only(panel);
  viewer.frame(4);
  return drawn();
}

std::string panel_drawn(const std::shared_ptr<RecordingFile>& file, const std::string& panel,
                        bool hidden) {
  DrivenViewer viewer;
  viewer.app.open_file(file);
  viewer.app.fit();
  return drawn_alone(viewer, panel, hidden);
}

TEST_CASE("With the future hidden two histories that part later are drawn alike in every panel") {
  const auto& one = test_support::demo_file();
  const auto& other = other_future();
  for (const char* panel : {"timeline", "charts", "market", "parties", "map", "talks", "issues",
                            "concessions", "win-sets", "book"}) {
    INFO(panel);
    CHECK((panel_drawn(one, panel, true) == panel_drawn(other, panel, true)));
  }
  // The same test sees the difference where the future is only dimmed.
  for (const char* panel : {"timeline", "charts", "market"}) {
    INFO(panel);
    CHECK((panel_drawn(one, panel, false) != panel_drawn(other, panel, false)));
  }
}

TEST_CASE("With the future hidden the list of bookmarks has no reported facts of later days") {
  DrivenViewer viewer;
  viewer.open_demo();
  const std::vector<Bookmark> facts = author_bookmarks(*viewer.app.replay());
  REQUIRE_FALSE(facts.empty());
  viewer.app.time.seek(facts.front().day - 1);
  viewer.app.view.book = BookTab::kBookmarks;
  const auto rows = [&viewer] {
    viewer.frame(2);
    int count = 0;
    while (viewer.has("bookmarks/" + std::to_string(count))) ++count;
    return count;
  };
  CHECK(rows() == static_cast<int>(facts.size()));
  viewer.app.view.future_hidden = true;
  CHECK(rows() == 0);
}

std::string future_drawn(const std::string& panel, bool up, bool hidden) {
  DrivenViewer viewer;
  viewer.app.open_file(test_support::demo_file());
  viewer.app.time.seek(day(kParted));
  viewer.app.set_layout(Layout::kWhatIf);
  change_a_number(*viewer.app.what_if(), up);
  return drawn_alone(viewer, panel, hidden);
}

TEST_CASE("With the future hidden what if tells nothing of how two changes end") {
  for (const char* panel : {"futures", "differences", "divergence"}) {
    INFO(panel);
    CHECK((future_drawn(panel, true, true) == future_drawn(panel, false, true)));
    CHECK((future_drawn(panel, true, false) != future_drawn(panel, false, false)));
  }
}

TEST_CASE("With the future hidden the words of an event that has been are not dimmed") {
  DrivenViewer viewer;
  viewer.open_demo();
  const std::vector<Event>& events = viewer.app.replay()->events();
  viewer.app.time.seek(day("2025-08-01"));
  std::set<std::string> to_come;
  for (const Event& event : events) {
    if (event.day > viewer.app.day()) to_come.insert(event.label);
  }
  for (const bool hidden : {false, true}) {
    viewer.app.view.future_hidden = hidden;
    viewer.frame(2);
    const Color bright = dark_palette().text;
    int seen = 0;
    for (const DrawnText& text : viewer.texts()) {
      for (const Event& event : events) {
        if (to_come.count(event.label) != 0 || text.text != event.label) continue;
        if (viewer.item("timeline/plot").contains(text.box.centre())) {
          CHECK((text.color == bright));
          ++seen;
        }
      }
    }
    CHECK(seen > 1);
  }
}

TEST_CASE("With the future hidden no decision or selected event of a later day is shown") {
  DrivenViewer viewer;
  viewer.open_demo();
  const Replay& replay = *viewer.app.replay();
  viewer.app.time.seek(day(kParted));
  viewer.app.set_layout(Layout::kWhatIf);
  viewer.app.view.future_hidden = true;
  Decisions& decisions = viewer.app.what_if()->decisions();
  viewer.app.view.moment = decisions.size() - 1;
  viewer.frame(2);
  const std::size_t known = decisions.at(day(kParted) + 1);
  REQUIRE(known < decisions.size());
  CHECK(viewer.says("Decision " + std::to_string(known) + " of " + std::to_string(known)));
  CHECK_FALSE(viewer.says(" of " + std::to_string(decisions.size())));

  viewer.app.set_layout(Layout::kOverview);
  const std::size_t last = replay.events().size() - 1;
  viewer.app.select({Entity::Kind::kEvent, last});
  viewer.app.view.book = BookTab::kDetail;
  viewer.frame(2);
  CHECK(viewer.says("What is selected is hidden with the future"));
  viewer.app.view.future_hidden = false;
  CHECK_FALSE(viewer.says("What is selected is hidden with the future"));
}

}  // namespace
}  // namespace monazite::viz
