#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/viz/model/app/open_apps.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <tests/viz/screens/driven_viewer.hpp>

namespace monazite::viz {
namespace {

using test_support::day;
using test_support::short_recording;
using tests::DrivenViewer;

/// A place low in the timeline, where no event lies.
Vec on_timeline(const DrivenViewer& viewer, float share) {
  return viewer.point("timeline/plot", share, 0.97F);
}

TEST_CASE("The demo opens from the start screen with a click") {
  DrivenViewer viewer;
  CHECK(viewer.says("Monazite"));
  CHECK_FALSE(viewer.has("timeline/plot"));
  viewer.click("start/demo");
  REQUIRE(viewer.app.replay() != nullptr);
  for (int i = 0; i < 600 && !viewer.app.file()->complete(); ++i) viewer.frame();
  CHECK(viewer.has("timeline/plot"));
  CHECK(viewer.says("96 months, whole"));
  CHECK(viewer.app.day() > viewer.app.time.first());
}

TEST_CASE("Play runs and pauses, by the button and by the key") {
  DrivenViewer viewer;
  viewer.open_demo();
  const base::Day before = viewer.app.day();
  viewer.click("transport/play");
  CHECK(viewer.app.time.playing());
  viewer.frame(30);
  CHECK(viewer.app.day() >= before + 15);
  viewer.press("Space");
  CHECK_FALSE(viewer.app.time.playing());
  const base::Day paused = viewer.app.day();
  viewer.frame(30);
  CHECK(viewer.app.day() == paused);
  const double speed = viewer.app.time.speed();
  viewer.click("transport/faster");
  CHECK(viewer.app.time.speed() > speed);
}

TEST_CASE("G asks for a date, which is typed beside the one shown") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.press("G");
  viewer.frame(3);
  viewer.type("2026-03-01");
  CHECK(viewer.app.day() != day("2026-03-01"));
  viewer.press("Enter");
  viewer.frame(2);
  CHECK(viewer.app.day() == day("2026-03-01"));
  CHECK(viewer.says("1 Mar 2026"));
  viewer.click("transport/day");
  viewer.type("day 0");
  viewer.press("Enter");
  viewer.frame(2);
  CHECK(viewer.app.day() == day("2026-03-01"));
  CHECK(viewer.says("expected one from 2024-01-01 (day 1)"));
}

TEST_CASE("The speed is a number that one drags between its limits") {
  DrivenViewer viewer;
  viewer.open_demo();
  const Vec at = viewer.item("transport/speed").centre();
  viewer.host.drag(viewer.calls, at, at + Vec{-30, 0});
  CHECK(viewer.app.time.speed() == Approx(15));
  CHECK(viewer.says("15 days/s"));
  viewer.host.drag(viewer.calls, at, at + Vec{-400, 0});
  CHECK(viewer.app.time.speed() == Approx(0.25));
  viewer.host.drag(viewer.calls, at, at + Vec{600, 0});
  CHECK(viewer.app.time.speed() == Approx(64));
}

TEST_CASE("A loop can be seen under the calendar, of all of time as of a part") {
  DrivenViewer viewer;
  viewer.open_demo();
  CHECK_FALSE(viewer.has("timeline/loop"));
  viewer.click("transport/loop");
  REQUIRE(viewer.app.time.loop() == Loop::kAll);
  CHECK(viewer.item("timeline/loop").w == Approx(viewer.item("timeline/plot").w).margin(2));
  viewer.click("transport/loop");
  REQUIRE(viewer.app.time.loop() == Loop::kRange);
  CHECK(viewer.has("timeline/loop"));
  viewer.click("transport/loop");
  viewer.frame();
  CHECK_FALSE(viewer.has("timeline/loop"));
}

TEST_CASE("Kinds of events are left out by their marks, and the timeline says so") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.press("F");
  const auto policy = std::to_string(static_cast<int>(EventKind::kPolicy));
  const auto events_shown = [&viewer] {
    viewer.frame();
    std::size_t count = 0;
    for (const auto& [id, rect] : viewer.viewer.items()) {
      if (id.rfind("timeline/event/", 0) == 0) ++count;
    }
    return count;
  };
  const std::size_t all = events_shown();
  viewer.click("timeline/kind/" + policy);
  CHECK(viewer.app.view.hidden_kinds == std::set<EventKind>{EventKind::kPolicy});
  CHECK(events_shown() < all);
  CHECK(viewer.says("1 kind hidden, show"));
  // By name, in the list of kinds.
  viewer.click("timeline/kinds");
  CHECK(viewer.says("Kinds of events"));
  viewer.click("kinds/" + std::to_string(static_cast<int>(EventKind::kPress)));
  CHECK(viewer.app.view.hidden_kinds.size() == 2);
  viewer.press("Escape");
  CHECK(viewer.says("2 kinds hidden, show"));
  viewer.click("timeline/kinds/show");
  CHECK(viewer.app.view.hidden_kinds.empty());
  CHECK(events_shown() == all);
}

TEST_CASE("Clicking and dragging in the timeline moves the day shown") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.press("F");
  const auto [from, to] = viewer.app.shown_days();
  viewer.host.click(viewer.calls, on_timeline(viewer, 0.25F));
  CHECK(viewer.app.day().number == Approx(from + 0.25 * (to - from)).margin(3));
  viewer.host.drag(viewer.calls, on_timeline(viewer, 0.25F), on_timeline(viewer, 0.6F));
  CHECK(viewer.app.day().number == Approx(from + 0.6 * (to - from)).margin(3));
  viewer.host.drag(viewer.calls, on_timeline(viewer, 0.6F), {5, 5});  // beyond its left end
  CHECK(viewer.app.day() == viewer.app.time.first());
}

TEST_CASE("The wheel zooms into the timeline around the mouse, and F shows all again") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.press("F");
  const auto all = viewer.app.shown_days();
  CHECK(all.first == viewer.app.time.first().number);
  viewer.host.wheel(viewer.calls, on_timeline(viewer, 0.5F), 1);
  const auto zoomed = viewer.app.shown_days();
  CHECK(zoomed.first > all.first);
  CHECK(zoomed.second < all.second);
  viewer.press("F");
  CHECK(viewer.app.shown_days() == all);
}

TEST_CASE("Keys step from event to event, from offer to offer, and by days") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.app.time.seek(day("2026-06-01"));
  const std::vector<base::Day> events = viewer.app.event_days();
  const auto next = std::upper_bound(events.begin(), events.end(), viewer.app.day());
  REQUIRE(next != events.end());
  viewer.press("N");
  CHECK(viewer.app.day() == *next);
  viewer.press("P");
  CHECK(viewer.app.day() < day("2026-06-01") + 1);
  viewer.app.time.seek(day("2026-06-01"));
  const std::vector<base::Day> offers = viewer.app.offer_days();
  viewer.press("]");
  const base::Day offer = viewer.app.day();
  CHECK(std::binary_search(offers.begin(), offers.end(), offer));
  CHECK(offer > day("2026-06-01"));
  viewer.press("[");
  CHECK(viewer.app.day() < offer);
  viewer.press("Right");
  viewer.press("Right");
  viewer.press("Left");
  viewer.press("Home");
  CHECK(viewer.app.day() == viewer.app.time.first());
  viewer.press("Right");
  CHECK(viewer.app.day() == viewer.app.time.first() + 1);
  viewer.press("End");
  CHECK(viewer.app.day() == viewer.app.time.last());
}

TEST_CASE("A day reads the same before and after other days were visited, in every layout") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.press("F");
  for (const char* layout : {"1", "2", "3"}) {
    viewer.press(layout);
    viewer.app.time.seek(day("2026-04-15"));
    viewer.frame(3);
    const std::vector<std::string> before = viewer.lines();
    CHECK(before.size() > 60);
    std::vector<std::string> elsewhere;
    for (const char* other : {"2031-12-31", "2024-01-01", "2029-09-30", "2025-08-01"}) {
      viewer.app.time.seek(day(other));
      viewer.frame(3);
      elsewhere = viewer.lines();
      CHECK(elsewhere != before);
    }
    viewer.app.time.seek(day("2026-04-15"));
    viewer.frame(3);
    CHECK(viewer.lines() == before);
  }
}

TEST_CASE("Messages are filtered by what is typed, and one opens in the inspector") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.app.time.seek(day("2026-04-15"));
  viewer.click("book/1");
  REQUIRE(viewer.app.view.book == BookTab::kMessages);
  for (int i = 0; i < 2000 && viewer.app.summaries.size() < viewer.app.replay()->messages().size();
       ++i) {
    viewer.frame();
  }
  const base::Day before = viewer.app.day();
  viewer.click("messages/filter");
  viewer.type("walk");
  viewer.frame(2);
  CHECK(viewer.app.view.messages.text == "walk");
  CHECK(viewer.app.day() == before);
  const auto rows =
      filter_messages(*viewer.app.replay(), viewer.app.view.messages, &viewer.app.summaries);
  CHECK(rows.size() < viewer.app.replay()->messages().size());
  CHECK(viewer.says(std::to_string(rows.size()) + " of " +
                    std::to_string(viewer.app.replay()->messages().size())));
  viewer.app.view.messages.text.clear();
  viewer.frame(3);
  std::string row;
  for (const auto& [id, rect] : viewer.viewer.items()) {
    const std::string number = id.substr(id.find('/') + 1);
    const bool all_digits =
        !number.empty() && number.find_first_not_of("0123456789") == std::string::npos;
    if (id.rfind("messages/", 0) == 0 && all_digits && !rect.empty()) row = id;
  }
  REQUIRE_FALSE(row.empty());
  viewer.click(row);
  CHECK(viewer.app.selection.selected().kind == Entity::Kind::kMessage);
  CHECK(viewer.app.view.book == BookTab::kDetail);
  viewer.click("detail/json");
  viewer.frame(2);
  CHECK(viewer.host.clipboard().rfind("{", 0) == 0);
  CHECK(viewer.host.clipboard().find("\"day\"") != std::string::npos);
}

TEST_CASE("A click on a clause shows its history") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.app.time.seek(day("2031-12-31"));
  viewer.frame(2);
  viewer.click("clauses/2");
  CHECK(viewer.app.selection.is(Entity::Kind::kClause, v1::ClauseStatus::CLAUSE_NDPR));
  CHECK(viewer.app.view.book == BookTab::kDetail);
  CHECK(viewer.has("detail/lines"));
  viewer.press("Escape");
  CHECK_FALSE(viewer.app.selection.selected());
}

TEST_CASE("A click on an event goes to its day, a click on a party selects it") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.app.time.seek(viewer.app.time.last());
  viewer.frame();
  const std::string event = viewer.first("timeline/event/");
  REQUIRE_FALSE(event.empty());
  const Rect box = viewer.item(event);
  viewer.host.click(viewer.calls, {box.x + 6, box.centre().y});
  CHECK(viewer.app.selection.selected().kind == Entity::Kind::kEvent);
  const auto number = viewer.app.selection.selected().number;
  CHECK(viewer.app.day() == viewer.app.replay()->events()[number].day);
  viewer.click("parties/india");
  CHECK(viewer.app.selection.is(Entity::Kind::kSeat, viewer.app.replay()->seat_by_name("india")));
}

TEST_CASE("A bookmark is put with B, listed, kept beside the recording, and taken away") {
  const std::string path = short_recording("bookmark");
  DrivenViewer viewer;
  viewer.calls.file_dropped(path);
  viewer.frame(3);
  REQUIRE(viewer.app.path() == path);
  viewer.press("B");
  REQUIRE(viewer.app.bookmarks.all().size() == 1);
  CHECK(std::filesystem::exists(sidecar_path(path)));
  viewer.click("book/3");
  CHECK(viewer.has("bookmarks/remove/0"));
  viewer.click("bookmarks/remove/0");
  CHECK(viewer.app.bookmarks.all().empty());
  CHECK_FALSE(viewer.has("bookmarks/remove/0"));
  viewer.click("bookmarks/add");
  CHECK(viewer.app.bookmarks.all().size() == 1);
}

TEST_CASE("A window rests wherever the mouse lies, and shows the day it points at") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.app.time.seek(day("2026-04-15"));
  for (const char* layout : {"1", "2", "3"}) {
    viewer.press(layout);
    for (float x = 40; x < 1600; x += 190) {
      for (float y = 20; y < 900; y += 110) {
        viewer.host.move(viewer.calls, {x, y});
        viewer.frame(3);
        INFO("layout " << layout << ", mouse at " << x << ", " << y);
        CHECK(viewer.calls.next_frame_in() > 1);
      }
    }
  }
  viewer.press("1");
  viewer.host.move(viewer.calls, {-1, -1});
  viewer.frame(2);
  CHECK_FALSE(viewer.app.selection.hovered_day.has_value());
  const std::vector<std::string> before = viewer.lines();
  viewer.host.move(viewer.calls, on_timeline(viewer, 0.3F));
  viewer.frame(2);
  REQUIRE(viewer.app.selection.hovered_day.has_value());
  CHECK(viewer.lines() != before);  // the charts tell the values of that day
}

}  // namespace
}  // namespace monazite::viz
