// Finding and pointing at things: what is pointed at, searched or filtered in one panel.
#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include <tests/viz/screens/driven_viewer.hpp>
#include <viz/model/message_list.hpp>
#include <viz/model/search.hpp>
#include <viz/model/settings.hpp>

using namespace monazite;
using namespace monazite::viz;
using tests::DrivenViewer;

namespace {

void read_summaries(DrivenViewer& viewer) {
  for (int i = 0; i < 2000 && viewer.app.summaries.size() < viewer.app.replay()->messages().size();
       ++i) {
    viewer.frame();
  }
}

}  // namespace

TEST_CASE("What the mouse points at is known to all panels, for as long as it does") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.app.time.seek(*base::parse_day("2026-04-15"));
  viewer.frame(2);
  viewer.host.move(viewer.calls, viewer.item("parties/india").centre());
  viewer.frame();
  CHECK(viewer.app.selection.hovered.kind == Entity::Kind::kSeat);
  CHECK(viewer.app.selection.marks(Entity::Kind::kSeat, viewer.app.selection.hovered.number));
  viewer.host.move(viewer.calls, viewer.item("clauses/2").centre());
  viewer.frame();
  CHECK(viewer.app.selection.hovered ==
        Entity{Entity::Kind::kClause, v1::ClauseStatus::CLAUSE_NDPR});
  CHECK_FALSE(viewer.app.selection.selected());
  viewer.host.move(viewer.calls, viewer.item(viewer.first("timeline/event/")).centre());
  viewer.frame();
  CHECK(viewer.app.selection.hovered.kind == Entity::Kind::kEvent);
  viewer.host.move(viewer.calls, {2, 2});
  viewer.frame();
  CHECK_FALSE(viewer.app.selection.hovered);
}

TEST_CASE("Messages are found by what they say, the latest first, and none of a hidden future") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.press("F", true);  // what they say is read when it is asked for
  read_summaries(viewer);
  const Replay& replay = *viewer.app.replay();
  const SummaryBook& book = viewer.app.summaries;
  const auto hits = search(replay, "cleared at home", 20, nullptr, &book);
  const auto of_messages = std::count_if(hits.begin(), hits.end(), [](const Hit& hit) {
    return hit.entity.kind == Entity::Kind::kMessage;
  });
  REQUIRE(of_messages > 1);
  for (std::size_t i = 1; i < hits.size(); ++i) {
    if (hits[i].rank == hits[i - 1].rank) CHECK(hits[i].day <= hits[i - 1].day);
  }
  const base::Day early = *base::parse_day("2024-06-01");
  for (const Hit& hit : search(replay, "offers", 20, &early, &book)) CHECK(hit.day <= early);
}

TEST_CASE("The arrows go through what was found, and Enter takes the chosen row") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.press("F", true);
  viewer.frame(2);
  viewer.type("talks");
  viewer.frame(2);
  REQUIRE(viewer.has("chooser/1"));
  const auto hits = search(*viewer.app.replay(), "talks", 10, nullptr, &viewer.app.summaries);
  viewer.press("Down");
  CHECK(viewer.app.view.choice == 1);
  viewer.press("Up");
  viewer.press("Up");
  CHECK(viewer.app.view.choice == 0);
  viewer.press("Down");
  viewer.press("Enter");
  viewer.frame();
  CHECK(viewer.app.selection.selected() == hits[1].entity);
}

TEST_CASE(
    "The list of messages is narrowed to a sender, a kind and the time shown, and widened again") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.app.time.seek(*base::parse_day("2026-04-15"));
  viewer.click("book/1");
  viewer.frame(2);
  viewer.click("messages/more");
  viewer.frame(2);
  REQUIRE(viewer.app.view.overlay == Overlay::kMessageFilter);
  viewer.click("message-filter/from/2");
  viewer.click("message-filter/kind/3");
  viewer.app.zoom(0.25, viewer.app.day().number);
  viewer.click("message-filter/time/1");
  viewer.frame(2);
  const MessageFilter filter = viewer.app.view.messages;
  REQUIRE(filter.from.has_value());
  REQUIRE(filter.kind.has_value());
  REQUIRE(filter.first.has_value());
  const Replay& replay = *viewer.app.replay();
  for (const std::uint32_t at : filter_messages(replay, filter)) {
    CHECK(replay.messages()[at].from == *filter.from);
    CHECK(replay.messages()[at].kind == *filter.kind);
  }
  CHECK(viewer.says("More (3)"));
  viewer.click("message-filter/all");
  viewer.click("message-filter/done");
  viewer.frame(2);
  CHECK(viewer.app.view.overlay == Overlay::kNone);
  CHECK(filter_messages(replay, viewer.app.view.messages).size() == replay.messages().size());
}

TEST_CASE("In a low window the sheet of keys and the menus scroll to their last line") {
  DrivenViewer viewer(1280, 480);
  viewer.open_demo();
  viewer.press("?");
  viewer.frame(2);
  viewer.host.wheel(viewer.calls, viewer.item("dialog").centre(), -60);
  viewer.frame(2);
  std::string last;
  for (const NamedCommand& command : command_table()) {
    if (!command.keys.empty()) last = command.label;
  }
  CHECK(viewer.says(last));
  viewer.press("Escape");
  viewer.click("menu/View");
  viewer.frame(2);
  for (const auto& [id, rect] : viewer.viewer.items()) {
    if (id.rfind("menu/view.", 0) == 0 && !rect.empty()) CHECK(rect.bottom() <= 480);
  }
}

TEST_CASE("Settings are on disk as soon as they are changed") {
  const std::string folder = tests::fresh_folder("settings-at-once");
  DrivenViewer viewer(1600, 900, folder);
  const bool dark = viewer.app.settings.dark;
  viewer.press("T");
  viewer.frame();
  CHECK(load_settings(folder).settings.dark != dark);
}
