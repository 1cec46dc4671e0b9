#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/viz/model/app/open_apps.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <tests/viz/screens/driven_viewer.hpp>
#include <viz/model/app/commands.hpp>

namespace monazite::viz {
namespace {

using test_support::day;
using test_support::short_recording;
using tests::DrivenViewer;
using tests::fresh_folder;

TEST_CASE("Search opens with a key, finds what is typed, and Enter selects it") {
  DrivenViewer viewer;
  viewer.open_demo();
  const bool dark = viewer.app.settings.dark;
  viewer.press("F", true);
  CHECK(viewer.app.view.overlay == Overlay::kSearch);
  viewer.frame(2);
  viewer.type("toyotsu");
  viewer.frame();
  CHECK(viewer.app.view.query == "toyotsu");
  CHECK(viewer.app.settings.dark == dark);  // a T was typed, not pressed
  CHECK(viewer.has("chooser/0"));
  viewer.press("Enter");
  viewer.frame();
  CHECK(viewer.app.view.overlay == Overlay::kNone);
  CHECK(viewer.app.selection.selected());
}

TEST_CASE("What was found is chosen with the mouse too") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.click("parties/search");
  viewer.frame(2);
  viewer.type("summit");
  viewer.frame(2);
  REQUIRE(viewer.has("chooser/1"));
  viewer.click("chooser/1");
  CHECK(viewer.app.view.overlay == Overlay::kNone);
  CHECK(viewer.app.selection.selected());
}

TEST_CASE("A command is found by its name and run with Enter") {
  DrivenViewer viewer;
  viewer.press("K", true);
  viewer.frame(2);
  viewer.type("light");
  viewer.frame();
  viewer.press("Enter");
  viewer.frame();
  CHECK_FALSE(viewer.app.settings.dark);
  CHECK(viewer.app.view.overlay == Overlay::kNone);
}

TEST_CASE("Escape and a click beside close what lies over the panels") {
  DrivenViewer viewer;
  viewer.open_demo();
  for (const char* key : {"F", "K", "O"}) {
    viewer.press(key, true);
    viewer.frame(2);
    CHECK(viewer.app.view.overlay != Overlay::kNone);
    viewer.press("Escape");
    CHECK(viewer.app.view.overlay == Overlay::kNone);
    viewer.press(key, true);
    viewer.frame(2);
    const base::Day before = viewer.app.day();
    const Rect dialog = viewer.item("dialog");
    viewer.host.click(viewer.calls, {dialog.x + 4, dialog.y + 4});
    CHECK(viewer.app.view.overlay != Overlay::kNone);  // its own ground is not beside it
    viewer.host.click(viewer.calls, {20, 700});
    CHECK(viewer.app.view.overlay == Overlay::kNone);
    CHECK(viewer.app.day() == before);  // the click went no further
  }
}

TEST_CASE("Theme, language and scale change with keys") {
  DrivenViewer viewer;
  viewer.open_demo();
  CHECK(viewer.app.settings.dark);
  viewer.press("T");
  CHECK_FALSE(viewer.app.settings.dark);
  viewer.frame();
  const std::string clauses(Strings(Language::kJapanese)("Clauses"));
  REQUIRE(clauses != "Clauses");
  CHECK_FALSE(viewer.says(clauses));
  viewer.press("J");
  CHECK(viewer.says(clauses));
  viewer.press("J");
  const float right = viewer.item("timeline/plot").right();
  viewer.press("+", true);
  viewer.frame(3);
  CHECK(viewer.app.settings.scale == Approx(1.1));
  CHECK(viewer.item("timeline/plot").right() < right);  // logical pixels are larger now
  viewer.press("0", true);
  viewer.frame(3);
  CHECK(viewer.item("timeline/plot").right() == Approx(right));
}

TEST_CASE("A menu opens, goes over to its neighbour, runs a command, and closes") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.click("menu/File");
  REQUIRE(viewer.app.view.overlay == Overlay::kMenu);
  CHECK(viewer.has("menu/file.close"));
  const Rect view = viewer.item("menu/View");
  viewer.host.move(viewer.calls, view.centre());
  viewer.frame(2);
  CHECK(viewer.has("menu/view.theme"));
  viewer.click("menu/view.theme");
  CHECK_FALSE(viewer.app.settings.dark);
  CHECK(viewer.app.view.overlay == Overlay::kNone);
  viewer.click("menu/Run");
  REQUIRE(viewer.app.view.overlay == Overlay::kMenu);
  viewer.host.click(viewer.calls, {800, 450});
  CHECK(viewer.app.view.overlay == Overlay::kNone);
  viewer.click("menu/File");
  viewer.click("menu/file.close");
  CHECK(viewer.app.replay() == nullptr);
  CHECK(viewer.has("start/demo"));
}

TEST_CASE("The sheet of keys names every command that has one") {
  DrivenViewer viewer;
  viewer.press("?");
  REQUIRE(viewer.app.view.overlay == Overlay::kKeys);
  const std::vector<DrawnText> texts = viewer.texts();
  for (const NamedCommand& command : command_table()) {
    if (command.keys.empty()) continue;
    INFO(command.label);
    CHECK(std::any_of(texts.begin(), texts.end(), [&](const DrawnText& text) {
      return text.on_top && text.text == command.label;
    }));
  }
  viewer.press("Escape");
  CHECK(viewer.app.view.overlay == Overlay::kNone);
}

/// The characters of a text that are neither Latin-1 nor in `known`.
std::string unknown_characters(const std::string& text, const std::string& known) {
  std::string unknown;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    const std::string character = text.substr(i, length);
    const bool latin = lead < 0xC4;
    if (!latin && known.find(character) == std::string::npos) unknown += character;
    i += length;
  }
  return unknown;
}

TEST_CASE("The fonts have every character that is drawn, in both languages") {
  DrivenViewer viewer;
  viewer.open_demo();
  viewer.app.time.seek(day("2026-04-15"));
  REQUIRE(viewer.app.sit_down("japan", 7).has_value());
  for (int i = 0;
       i < 50 && viewer.app.seat()->game().question()->kind != game::Question::Kind::kMove; ++i) {
    if (viewer.app.seat()->game().question()->kind == game::Question::Kind::kInvitation) {
      viewer.app.seat()->answer_invitation(true);
    } else {
      viewer.app.seat()->leave_to_staff(parties::PersonDecision::Kind::kStaff);
    }
  }
  const std::string known = viewer.viewer.characters();
  for (const Language language : {Language::kEnglish, Language::kJapanese}) {
    viewer.app.settings.language = language;
    for (const char* layout : {"5", "4", "3", "2", "1"}) {
      viewer.press(layout);
      viewer.frame();
      for (const DrawnText& text : viewer.texts()) {
        INFO("layout " << layout << ": " << text.text);
        CHECK(unknown_characters(text.text, known).empty());
      }
    }
  }
}

TEST_CASE("Keys 1 to 5 and the bar go through the layouts") {
  DrivenViewer viewer;
  viewer.open_demo();
  for (int i = 0; i < kLayouts; ++i) {
    viewer.press(std::to_string(i + 1));
    CHECK(static_cast<int>(viewer.app.view.layout) == i);
    CHECK(viewer.texts().size() > 15);
  }
  viewer.click("layout/1");
  CHECK(viewer.app.view.layout == Layout::kNegotiation);
  CHECK_FALSE(viewer.has("talks/plane"));  // nobody has asked for talks yet
  viewer.app.time.seek(*base::parse_day("2026-01-20"));
  viewer.frame(2);
  CHECK(viewer.has("talks/plane"));
}

TEST_CASE("A damaged recording opens as far as it is whole, and says so") {
  const std::string path = short_recording("damaged");
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  DrivenViewer viewer;
  viewer.calls.file_dropped(path);
  for (int i = 0; i < 600 && !viewer.app.file()->complete(); ++i) viewer.frame();
  REQUIRE(viewer.app.replay() != nullptr);
  CHECK(viewer.says("damaged, open as far as it is whole"));
  for (const char* key : {"End", "2", "3", "1", "Home", "N", "W", "2", "Escape"}) viewer.press(key);
  CHECK(viewer.texts().size() > 15);
}

TEST_CASE("A foreign file that is dropped is refused with a sentence, and the rest stays") {
  const std::string path = fresh_folder("foreign") + "/picture.mcap";
  test_support::write_bytes(path, "\x89PNG and so on");
  DrivenViewer viewer;
  viewer.calls.file_dropped(path);
  CHECK(viewer.says("picture.mcap"));
  CHECK(viewer.has("start/demo"));
  viewer.open_demo();
  viewer.calls.file_dropped(path);
  CHECK(viewer.says("picture.mcap"));
  CHECK(viewer.has("timeline/plot"));
}

TEST_CASE("A recording opens by its path, typed into the dialog") {
  const std::string path = short_recording("typed");
  DrivenViewer viewer;
  viewer.press("O", true);
  viewer.frame(2);
  viewer.type(path + "x");
  viewer.press("Enter");
  viewer.frame(2);
  CHECK(viewer.app.replay() == nullptr);
  CHECK(viewer.app.view.overlay == Overlay::kOpen);
  CHECK(viewer.app.view.notice_is_error);
  viewer.press("Escape");
  viewer.press("O", true);
  viewer.frame(2);
  viewer.type(path);
  viewer.press("Enter");
  viewer.frame(2);
  CHECK(viewer.app.path() == path);
  CHECK(viewer.app.view.overlay == Overlay::kNone);
}

}  // namespace
}  // namespace monazite::viz
