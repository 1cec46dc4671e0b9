#include <tests/support/catch.hpp>
#include <tests/viz/plot/small_screen.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {
namespace {

using tests::SmallScreen;

TEST_CASE("A button is clicked once, and a disabled one never") {
  int clicks = 0;
  int disabled = 0;
  SmallScreen screen([&](Ui& ui) {
    if (ui.button("a", {10, 10, 80, 28}, "Accept")) ++clicks;
    if (ui.button("b", {100, 10, 80, 28}, "Counter", ButtonStyle::kPrimary, false)) ++disabled;
  });
  screen.click("a");
  CHECK(clicks == 1);
  screen.click("b");
  CHECK(clicks == 1);
  CHECK(disabled == 0);
  screen.host().click(screen.calls(), {300, 200});
  CHECK(clicks == 1);
}

TEST_CASE("Of controls that lie over each other the first one is clicked") {
  int upper = 0;
  int lower = 0;
  SmallScreen screen([&](Ui& ui) {
    if (ui.click("mark", {40, 40, 10, 10})) ++upper;
    if (ui.click("plot", {10, 10, 100, 100})) ++lower;
  });
  screen.click("mark");
  CHECK(upper == 1);
  CHECK(lower == 0);
  screen.host().click(screen.calls(), {20, 20});
  CHECK(lower == 1);
}

TEST_CASE("A layer takes the mouse from what lies under it") {
  int below = 0;
  int above = 0;
  bool open = true;
  bool hovered = false;
  SmallScreen screen([&](Ui& ui) {
    hovered = ui.hovered({10, 10, 100, 30});
    if (ui.button("below", {10, 10, 100, 30}, "Below")) ++below;
    if (!open) return;
    begin_layer(ui.canvas, "menu", {0, 0, 200, 100});
    if (ui.button("above", {10, 10, 100, 30}, "Above")) ++above;
    end_layer(ui.canvas);
  });
  screen.frame();
  screen.click("above");
  CHECK(above == 1);
  CHECK(below == 0);
  CHECK_FALSE(hovered);
  open = false;
  screen.frame();
  screen.click("below");
  CHECK(below == 1);
  CHECK(hovered);
}

TEST_CASE("A segmented control gives the choice that was clicked") {
  int selected = 0;
  float end = 0;
  SmallScreen screen([&](Ui& ui) {
    const auto chosen =
        ui.segmented("step", {10, 10}, 24, {"Day", "Month", "Event"}, selected, false, &end);
    if (chosen) selected = *chosen;
  });
  screen.click("step/2");
  CHECK(selected == 2);
  screen.click("step/0");
  CHECK(selected == 0);
  CHECK(end == Approx(screen.item("step").right()));
}

TEST_CASE("A segmented control from the right ends where it was told") {
  SmallScreen screen([&](Ui& ui) {
    ui.segmented("view", {300, 10}, 24, {"Map", "Table"}, 0, true);
  });
  CHECK(screen.item("view").right() == Approx(300));
}

TEST_CASE("Tabs, switches, boxes and choices tell of a click") {
  int tab = 0;
  bool on = false;
  bool checked = true;
  int choice = 0;
  SmallScreen screen([&](Ui& ui) {
    if (const auto chosen = ui.tabs("tabs", {10, 10, 300, 30}, {"Clauses", "Messages"}, tab)) {
      tab = *chosen;
    }
    if (ui.toggle("on", {10, 50, 40, 20}, on)) on = !on;
    if (ui.checkbox("check", {10, 80, 200, 20}, "Facts", checked)) checked = !checked;
    for (int i = 0; i < 2; ++i) {
      const Rect row{10, 110 + 30 * static_cast<float>(i), 200, 26};
      if (ui.radio("radio/" + std::to_string(i), row, "Choice", choice == i)) choice = i;
    }
  });
  screen.click("tabs/1");
  CHECK(tab == 1);
  screen.click("on");
  CHECK(on);
  screen.click("check");
  CHECK_FALSE(checked);
  screen.click("radio/1");
  CHECK(choice == 1);
}

TEST_CASE("A slider snaps to its steps and stops at its ends") {
  double value = 0;
  SmallScreen screen([&](Ui& ui) {
    if (const auto v = ui.slider("volume", {50, 50, 214, 20}, value, 0, 1000, 50)) value = *v;
  });
  screen.drag({57, 60}, {157, 60});  // half of the way between the ends, 7 px inside the rectangle
  CHECK(value == 500);
  screen.drag({157, 60}, {159, 60});
  CHECK(value == 500);
  screen.drag({157, 60}, {399, 60});
  CHECK(value == 1000);
  screen.drag({250, 60}, {1, 60});
  CHECK(value == 0);
}

TEST_CASE("A drag follows the mouse out of its rectangle and tells when it ends") {
  std::vector<Vec> seen;
  int released = 0;
  SmallScreen screen([&](Ui& ui) {
    bool now = false;
    if (const auto at = ui.drag("area", {10, 10, 50, 50}, &now)) seen.push_back(*at);
    if (now) ++released;
  });
  screen.drag({20, 20}, {200, 150});
  REQUIRE_FALSE(seen.empty());
  CHECK(seen.front() == Vec{20, 20});
  CHECK(seen.back() == Vec{200, 150});
  CHECK(released == 1);
}

TEST_CASE("A second click soon after the first one is a double click") {
  int doubles = 0;
  const Rect card{10, 10, 100, 50};
  SmallScreen screen([&](Ui& ui) {
    ui.click("card", card);
    if (ui.double_clicked(card)) ++doubles;
  });
  screen.click("card");
  screen.click("card");
  CHECK(doubles == 0);
  screen.host().double_click(screen.calls(), card.centre());
  CHECK(doubles == 1);
}

TEST_CASE("Text is typed into the field that has the keyboard") {
  std::string first = "a";
  std::string second;
  int submitted = 0;
  bool typing = false;
  SmallScreen screen([&](Ui& ui) {
    bool now = false;
    ui.text_field("first", {10, 10, 150, 28}, first, "");
    ui.text_field("second", {10, 50, 150, 28}, second, "Search", &now);
    if (now) ++submitted;
    typing = Ui::typing();
  });
  screen.type("lost");
  CHECK(first == "a");
  CHECK_FALSE(typing);
  screen.click("second");
  screen.type("NdPr 磁石");
  CHECK(second == "NdPr 磁石");
  CHECK(typing);
  screen.press({"Backspace"});
  CHECK(second == "NdPr 磁");
  CHECK(submitted == 0);
  screen.press({"Enter"});
  CHECK(submitted == 1);
  screen.frame();
  CHECK_FALSE(typing);
  screen.type("x");
  CHECK(second == "NdPr 磁");
}

TEST_CASE("A field can be given the keyboard without a click") {
  std::string text;
  bool focus = true;
  SmallScreen screen([&](Ui& ui) {
    ui.text_field("search", {10, 10, 150, 28}, text, "Search", nullptr, focus);
    focus = false;
  });
  screen.frame();
  screen.type("abc");
  CHECK(text == "abc");
}

TEST_CASE("Ctrl+A and Ctrl+C copy a field's text, Ctrl+V inserts it") {
  std::string from = "june-2025";
  std::string to;
  SmallScreen screen([&](Ui& ui) {
    ui.text_field("from", {10, 10, 150, 28}, from, "");
    ui.text_field("to", {10, 50, 150, 28}, to, "");
  });
  screen.click("from");
  screen.press({"A", true});
  screen.press({"C", true});
  CHECK(screen.host().clipboard() == "june-2025");
  screen.click("to");
  screen.press({"V", true});
  CHECK(to == "june-2025");
}

TEST_CASE("A text area breaks its lines while one types, and keeps them out of the text") {
  std::string text;
  SmallScreen screen([&](Ui& ui) { ui.text_area("note", {10, 10, 150, 90}, text, "Note", 60); });
  screen.click("note");
  const std::string sentence = "Give on magnets, hold on volume, below 60 days stop.";
  for (const char c : sentence) screen.type(std::string(1, c));
  CHECK(text == sentence);
  screen.press({"Backspace"});
  CHECK(text == sentence.substr(0, sentence.size() - 1));
  screen.press({"Home", true});
  screen.type("So: ");
  CHECK(text == "So: " + sentence.substr(0, sentence.size() - 1));
}

TEST_CASE("A text area takes no more than its limit, in whole characters") {
  std::string text;
  SmallScreen screen([&](Ui& ui) { ui.text_area("note", {10, 10, 150, 90}, text, "Note", 10); });
  screen.click("note");
  screen.type("磁石磁石磁石");
  CHECK(text == "磁石磁");
}

TEST_CASE(
    "A region scrolls by the wheel, by its bar and on demand, and no further than its content") {
  Rect content;
  std::string clicked;
  SmallScreen screen([&](Ui& ui) {
    content = ui.scroll_begin("list", {10, 10, 200, 100}, 500);
    for (int i = 0; i < 25; ++i) {
      const std::string id = "row/" + std::to_string(i);
      if (ui.click(id, {content.x, content.y + 20 * static_cast<float>(i), content.w, 20})) {
        clicked = id;
      }
    }
    ui.scroll_end();
  });
  CHECK(content.y == 10);
  screen.wheel("list", -1);
  const float after_one = content.y;
  CHECK(after_one < 10);
  screen.wheel("list", -100);
  CHECK(content.y == 10 - 400);
  screen.click("row/24");
  CHECK(clicked == "row/24");
  screen.wheel("list", 100);
  CHECK(content.y == 10);

  screen.ui().scroll_to("list", 240, 260);
  screen.frame();
  CHECK(content.y == 10 - 160);
  CHECK(screen.ui().scrolled("list") == 160);
  // What is out of sight is in nobody's way.
  CHECK(screen.item("row/0").empty());

  screen.drag({206, 50}, {206, 250});
  CHECK(content.y == 10 - 400);
}

TEST_CASE("Content that fits does not scroll") {
  Rect content;
  SmallScreen screen([&](Ui& ui) {
    content = ui.scroll_begin("list", {10, 10, 200, 100}, 80);
    ui.scroll_end();
  });
  screen.wheel("list", -3);
  CHECK(content.y == 10);
  CHECK(content.w == 200);
}

TEST_CASE("A panel leaves what is under its title, a tooltip stays on the screen") {
  Rect inside;
  std::vector<DrawnText> texts;
  SmallScreen screen([&](Ui& ui) {
    texts.clear();
    ui.canvas.keep_texts(&texts);
    inside = ui.panel("p", {8, 8, 200, 100}, "Parties", "当事者");
    ui.tooltip({"A rather long first line", "", "second"});
  });
  CHECK(inside.y == 44);
  CHECK(inside.bottom() <= 108);
  screen.host().move(screen.calls(), {395, 295});
  for (const DrawnText& text : texts) {
    CHECK(text.box.right() <= 400);
    CHECK(text.box.bottom() <= 300);
  }
  CHECK(texts.back().on_top);
}

}  // namespace
}  // namespace monazite::viz
