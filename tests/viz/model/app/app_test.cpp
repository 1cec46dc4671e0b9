#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/viz/model/app/open_apps.hpp>
#include <tests/viz/model/growing_file.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/model/app/seat_table.hpp>
#include <viz/model/what_if/what_if.hpp>

namespace monazite::viz {
namespace {

using test_support::app_with_demo;
using test_support::fresh_path;
using test_support::short_recording;
using test_support::write_bytes;

TEST_CASE("Layouts have names by which the command line knows them") {
  for (int i = 0; i < kLayouts; ++i) {
    const auto layout = static_cast<Layout>(i);
    CHECK(layout_by_name(layout_name(layout)) == layout);
  }
  CHECK_FALSE(layout_by_name("kitchen").has_value());
}

TEST_CASE("An app without a recording answers everything, with nothing") {
  App app(ViewSettings{}, "");
  CHECK(app.replay() == nullptr);
  CHECK(app.event_days().empty());
  CHECK(app.offer_days().empty());
  CHECK(app.shown_negotiation() == nullptr);
  CHECK_FALSE(app.tick(1));
  CHECK(app.next_tick_in() > 60);
  const auto refused = app.start_what_if();
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().message.find("recording") != std::string::npos);
  app.set_layout(Layout::kWhatIf);
  CHECK(app.view.layout == Layout::kOverview);
  CHECK(app.view.notice_is_error);
  CHECK_FALSE(app.sit_down("nobody", 7).has_value());
  CHECK(app.seat() == nullptr);
}

TEST_CASE("A recording opens at its crisis, and is remembered") {
  const std::string path = short_recording("opens");
  App app(ViewSettings{}, "");
  REQUIRE(app.open(path).has_value());
  CHECK(app.path() == path);
  REQUIRE(app.settings.recent.size() == 1);
  CHECK(app.settings.recent.front() == path);
  CHECK(app.file()->complete());
  // The request of June 2025 is the first reported fact.
  CHECK(app.day() == test_support::day("2025-07-30"));
  CHECK(app.time.last() == app.replay()->last_day());
  app.close();
  CHECK(app.replay() == nullptr);
  CHECK(app.path().empty());
}

TEST_CASE("What cannot be opened leaves open what was, and says why in one sentence") {
  const std::string path = short_recording("stays");
  const auto folder = std::filesystem::path(path).parent_path();
  write_bytes(folder / "foreign.mcap", "this is no recording");
  write_bytes(folder / "empty.mcap", "");
  std::filesystem::create_directories(folder / "a folder without recordings");
  App app(ViewSettings{}, "");
  REQUIRE(app.open(path).has_value());
  const base::Day day = app.day();
  for (const char* other :
       {"missing.mcap", "foreign.mcap", "empty.mcap", "a folder without recordings"}) {
    INFO(other);
    const auto done = app.open((folder / other).string());
    REQUIRE_FALSE(done.has_value());
    CHECK(done.error().message.find('\n') == std::string::npos);
    CHECK(app.view.notice == done.error().message);
    CHECK(app.view.notice_is_error);
    CHECK(app.path() == path);
    CHECK(app.day() == day);
    CHECK(app.settings.recent.size() == 1);
  }
}

TEST_CASE("A damaged recording opens as far as it is whole, with a notice") {
  const auto path = fresh_path("damaged") / "cut.mcap";
  const std::string& bytes = test_support::played_replay().bytes;
  write_bytes(path, bytes.substr(0, bytes.size() * 2 / 3));
  App app(ViewSettings{}, "");
  REQUIRE(app.open(path.string()).has_value());
  for (int i = 0; i < 1000 && !app.file()->complete(); ++i) app.tick(0.1);
  REQUIRE(app.file()->complete());
  CHECK(app.file()->damage().find("breaks off") != std::string::npos);
  CHECK_FALSE(app.replay()->months().empty());
  app.time.follow();
  CHECK(app.shown_negotiation() != nullptr);
}

TEST_CASE("Damage beside the records gives a notice when all has been read") {
  const auto path = fresh_path("damaged_beside") / "odd.mcap";
  std::string bytes = test_support::played_replay().bytes;
  const std::size_t at = bytes.find("monazite.run");
  REQUIRE(at != std::string::npos);
  bytes[at + 60] ^= 1;
  write_bytes(path, bytes);
  App app(ViewSettings{}, "");
  REQUIRE(app.open(path.string()).has_value());
  CHECK_FALSE(app.view.notice_is_error);
  for (int i = 0; i < 1000 && !app.file()->checked(); ++i) app.tick(0.001);
  REQUIRE(app.file()->checked());
  CHECK(app.view.notice.find("The notes beside the records (") == 0);
  CHECK(app.view.notice_is_error);
}

TEST_CASE("A recording that is being written is followed at its end until the run has ended") {
  test_support::GrowingFile growing("app");
  App app(ViewSettings{}, "");
  REQUIRE(app.open(growing.path()).has_value());
  CHECK(app.file()->waits());
  CHECK_FALSE(app.view.notice_is_error);
  CHECK(app.time.following());
  CHECK(app.day() == app.replay()->first_day());
  CHECK(app.next_look_in() < 1);
  growing.write(2);
  CHECK_FALSE(app.tick(0.05));  // a few times a second, not in each frame
  CHECK(app.tick(0.3));
  while (!app.file()->complete()) app.tick(0.01);  // as many as the machine takes for it
  CHECK(app.file()->live());
  CHECK(app.replay()->months().size() == 2);
  CHECK(app.day() == app.replay()->months().back());
  // Touching time stops following; what comes is taken up all the same.
  app.time.seek(app.replay()->first_day() + 10);
  growing.write(3);
  CHECK(app.look_at_file());
  while (!app.file()->complete()) app.tick(0.01);
  CHECK(app.replay()->months().size() == 5);
  CHECK(app.day() == app.replay()->first_day() + 10);
  CHECK(app.time.available() == app.replay()->months().back());
  app.zoom(0.2, app.day().number);
  const auto zoomed = app.shown_days();
  app.time.follow();
  growing.write(1);
  CHECK(app.look_at_file());
  while (!app.file()->complete()) app.tick(0.01);
  app.tick(0.01);
  CHECK(app.day() == app.replay()->months().back());
  CHECK(app.shown_days().second >= app.day().number);
  CHECK(app.shown_days().second - app.shown_days().first == Approx(zoomed.second - zoomed.first));
  while (growing.left() > 0) growing.write(1);
  growing.finish();
  CHECK(app.look_at_file());
  while (!app.file()->complete()) app.tick(0.01);
  CHECK_FALSE(app.file()->may_grow());
  CHECK(app.view.notice.find("ended") != std::string::npos);
  CHECK(app.day() == app.replay()->last_day());
  CHECK(app.next_look_in() > 60);
}

TEST_CASE("A recording that is cut under the viewer is told in a sentence, once") {
  test_support::GrowingFile growing("app-cut");
  growing.write(3);
  App app(ViewSettings{}, "");
  REQUIRE(app.open(growing.path()).has_value());
  std::filesystem::resize_file(growing.path(), 15'000);
  CHECK(app.look_at_file());
  CHECK(app.view.notice_is_error);
  CHECK(app.view.notice.find("became shorter") != std::string::npos);
  CHECK(app.replay()->months().size() == 3);
  CHECK_FALSE(app.look_at_file());
}

TEST_CASE("Zooming keeps the day under the mouse and stays within the recording") {
  auto app = app_with_demo();
  app->fit();
  const double first = app->time.first().number, last = app->time.last().number + 1;
  CHECK(app->shown_days() == std::pair(first, last));
  const double around = first + 1000;
  const double share = (around - first) / (last - first);
  app->zoom(0.5, around);
  auto [from, to] = app->shown_days();
  CHECK(to - from == Approx((last - first) / 2));
  CHECK((around - from) / (to - from) == Approx(share));
  for (int i = 0; i < 30; ++i) app->zoom(0.5, around);
  CHECK(app->shown_days().second - app->shown_days().first == Approx(45));
  app->pan(-1e6);
  CHECK(app->shown_days().first == Approx(first));
  app->pan(1e6);
  CHECK(app->shown_days().second == Approx(last));
  for (int i = 0; i < 30; ++i) app->zoom(2, around);
  CHECK_FALSE(app->view.zoom.has_value());
  app->pan(10);
  CHECK_FALSE(app->view.zoom.has_value());
  app->zoom(0.5, around);
  app->fit();
  CHECK(app->shown_days() == std::pair(first, last));
}

TEST_CASE("A long recording opens with the time around its crisis, of which F shows all") {
  auto app = app_with_demo();
  const auto all = std::pair<double, double>(app->time.first().number, app->time.last().number + 1);
  const auto [from, to] = app->shown_days();
  CHECK(to - from == Approx(548));
  CHECK(app->day().number - from > 150);
  CHECK(to - app->day().number > 270);
  // The market and what if compare whole histories.
  app->set_layout(Layout::kMarket);
  CHECK(app->shown_days() == all);
  app->set_layout(Layout::kNegotiation);
  CHECK(app->shown_days() == std::pair(from, to));
  app->time.follow();
  app->tick(0);
  CHECK(app->shown_days().second == all.second);
  find_command("view.fit")->run(*app);
  CHECK(app->shown_days() == all);
  app->open_file(test_support::demo_file());
  CHECK(app->shown_days() == std::pair(from, to));
  app->zoom(0.5, app->day().number);
  CHECK(app->shown_days().second - app->shown_days().first == Approx(274));
  for (int i = 0; i < 5; ++i) app->zoom(2, app->day().number);
  CHECK(app->shown_days() == all);
}

/// A zoom to half a year in the middle of 2025, with the playhead in it.
std::pair<double, double> half_a_year(App& app) {
  app.time.seek(test_support::day("2025-07-01"));
  app.show_days(test_support::day("2025-04-01").number, test_support::day("2025-10-01").number);
  return app.shown_days();
}

void check_in_view(const App& app, double width) {
  const auto [from, to] = app.shown_days();
  CHECK(to - from == Approx(width));
  CHECK(app.day().number >= from);
  CHECK(app.day().number <= to);
}

TEST_CASE("After zooming in, wherever the playhead goes can be seen, as large as before") {
  auto app = app_with_demo();
  const auto [from, to] = half_a_year(*app);
  for (const char* command : {"time.follow", "time.start", "time.month_on", "time.event_on"}) {
    INFO(command);
    for (int i = 0; i < 12; ++i) {
      find_command(command)->run(*app);
      app->tick(0);
      check_in_view(*app, to - from);
    }
  }
  (void)half_a_year(*app);
  app->time.set_speed(30);
  app->time.play_or_pause();
  for (int i = 0; i < 200; ++i) {
    app->tick(0.1);
    check_in_view(*app, to - from);
  }
  CHECK(app->shown_days().first > to);
}

TEST_CASE("Looking elsewhere while the playhead stands still is left alone") {
  auto app = app_with_demo();
  const auto [from, to] = half_a_year(*app);
  app->pan(400);
  app->tick(1);
  CHECK(app->shown_days().first == Approx(from + 400));
  app->time.seek(app->day() + 1);
  app->tick(0);
  check_in_view(*app, to - from);
  // Within what is shown nothing moves.
  const auto shown = app->shown_days();
  app->time.seek(app->day() + 5);
  app->tick(0);
  CHECK(app->shown_days() == shown);
}

TEST_CASE("A day that is typed is gone to, and a wrong one is answered and left to be mended") {
  auto app = app_with_demo();
  app->view.day_text = "2026-03-01";
  app->go_to_entry();
  CHECK(app->day() == test_support::day("2026-03-01"));
  CHECK(app->view.day_text.empty());
  app->view.day_text = "2026-03-41";
  app->go_to_entry();
  CHECK(app->day() == test_support::day("2026-03-01"));
  CHECK(app->view.day_text == "2026-03-41");
  CHECK(app->view.notice_is_error);
  CHECK(app->view.notice.find("expected a date") != std::string::npos);
}

TEST_CASE("Bookmarks are put and taken away at the day shown, and kept beside the recording") {
  const std::string path = short_recording("bookmarks");
  App app(ViewSettings{}, "");
  REQUIRE(app.open(path).has_value());
  app.time.seek(app.time.first() + 100);
  app.toggle_bookmark();
  REQUIRE(app.bookmarks.all().size() == 1);
  CHECK(app.bookmarks.all().front().day == app.day());
  const std::vector<base::Day> days = app.event_days();
  CHECK(std::binary_search(days.begin(), days.end(), app.day()));
  REQUIRE(std::filesystem::exists(sidecar_path(path)));

  App again(ViewSettings{}, "");
  REQUIRE(again.open(path).has_value());
  REQUIRE(again.bookmarks.all().size() == 1);
  again.time.seek(app.day());
  again.toggle_bookmark();
  CHECK(again.bookmarks.all().empty());
  again.remove_bookmark(7);  // there is none
  REQUIRE(app.open(path).has_value());
  CHECK(app.bookmarks.all().empty());
}

TEST_CASE("The bookmarks of one recording do not come along to the next, nor to the start screen") {
  auto app = app_with_demo();
  app->toggle_bookmark();
  CHECK(app->view.notice.find("window") != std::string::npos);  // not in a file
  CHECK(app->bookmarks.all().size() == 1);
  app->zoom(0.5, app->day().number);
  app->close();
  CHECK(app->bookmarks.all().empty());
  CHECK_FALSE(app->view.zoom.has_value());
  app->open_file(test_support::demo_file());
  CHECK(app->bookmarks.all().empty());
  CHECK(app->view.first_zoom.has_value());
}

TEST_CASE("A damaged file of bookmarks is told and left as it is") {
  const std::string path = short_recording("sidecar");
  write_bytes(sidecar_path(path), "{ not json");
  App app(ViewSettings{}, "");
  REQUIRE(app.open(path).has_value());
  CHECK(app.view.notice_is_error);
  CHECK_FALSE(app.view.notice.empty());
  std::ifstream file(sidecar_path(path));
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  CHECK(text == "{ not json");
}

TEST_CASE("The negotiation shown is the selected one, else the latest consultation of the day") {
  auto app = app_with_demo();
  app->time.seek(app->time.last());
  const Negotiation* latest = app->replay()->latest(v1::TABLE_CONSULTATION, app->day());
  REQUIRE(latest != nullptr);
  CHECK(app->shown_negotiation() == latest);
  const Negotiation& first = app->replay()->negotiations().front();
  app->select({Entity::Kind::kNegotiation, first.conversation});
  CHECK(app->shown_negotiation() == &first);
  app->selection.clear();
  CHECK(app->shown_negotiation() == &first);  // chosen until another is
  const std::vector<base::Day> days = app->offer_days();
  CHECK(std::is_sorted(days.begin(), days.end()));
  app->view.conversation = 12345678;  // there is none
  CHECK(app->shown_negotiation() == latest);
}

TEST_CASE("Steps by event leave out the kinds that are hidden") {
  auto app = app_with_demo();
  const std::size_t all = app->event_days().size();
  app->view.hidden_kinds = {EventKind::kPolicy, EventKind::kTalks};
  CHECK(app->event_days().size() < all);
  CHECK(!app->event_days().empty());
}

TEST_CASE("A window rests unless something plays, reads on or is noticed") {
  auto app = app_with_demo();
  app->notice("");
  app->view.notice_for = 0;
  CHECK(app->next_tick_in() > 60);
  for (int i = 0; i < 100 && app->tick(0.01); ++i) {  // it checks what lies beside the records
  }
  CHECK_FALSE(app->tick(1));
  app->time.play_or_pause();
  CHECK(app->next_tick_in() == 0);
  CHECK(app->tick(1));
  app->time.pause();
  app->notice("hello");
  CHECK(app->next_tick_in() > 1);
  CHECK(app->next_tick_in() < 60);
  CHECK(app->tick(100));
  CHECK(app->view.notice.empty());
  CHECK(app->next_tick_in() > 60);
}

TEST_CASE("Summaries of messages are read in the pauses while the list is shown") {
  auto app = app_with_demo();
  CHECK(app->summaries.size() == 0);
  app->view.book = BookTab::kMessages;
  for (int i = 0; i < 2000 && app->summaries.size() < app->replay()->messages().size(); ++i) {
    CHECK(app->tick(0.01));
  }
  CHECK(app->summaries.size() == app->replay()->messages().size());
}

TEST_CASE("What if starts on the day shown, and goes with the recording") {
  auto app = app_with_demo();
  app->set_layout(Layout::kWhatIf);
  REQUIRE(app->what_if() != nullptr);
  CHECK(app->what_if()->day() == app->day());
  WhatIf* kept = app->what_if();
  REQUIRE(app->start_what_if().has_value());
  CHECK(app->what_if() == kept);
  app->open_file(test_support::demo_file());
  CHECK(app->what_if() == nullptr);
  CHECK(app->view.layout == Layout::kOverview);
}

TEST_CASE("A seat is taken and left while the recording stays open") {
  auto app = app_with_demo();
  REQUIRE(app->sit_down("japan", 7).has_value());
  CHECK(app->view.layout == Layout::kSeat);
  CHECK(app->seat() != nullptr);
  CHECK(app->replay() != nullptr);
  app->leave_seat();
  CHECK(app->seat() == nullptr);
  CHECK(app->view.layout == Layout::kOverview);
}

}  // namespace
}  // namespace monazite::viz
