#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/viz/model/app/open_apps.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/model/app/seat_table.hpp>
#include <viz/model/what_if/what_if.hpp>

namespace monazite::viz {
namespace {

using test_support::app_with_demo;

bool is_enabled(const NamedCommand& command, const App& app) {
  return !command.enabled || command.enabled(app);
}

/// Apps in the states that decide which commands there are.
std::vector<std::pair<std::string, std::unique_ptr<App>>> all_states() {
  std::vector<std::pair<std::string, std::unique_ptr<App>>> states;
  states.emplace_back("start screen", std::make_unique<App>(ViewSettings{}, ""));
  states.emplace_back("open recording", app_with_demo());
  states.emplace_back("selection", app_with_demo());
  App& selected = *states.back().second;
  selected.select({Entity::Kind::kEvent, 1});
  selected.select({Entity::Kind::kEvent, 2});
  selected.selection.back();
  states.emplace_back("what if", app_with_demo());
  states.back().second->set_layout(Layout::kWhatIf);
  REQUIRE(states.back().second->what_if() != nullptr);
  states.emplace_back("seat", app_with_demo());
  REQUIRE(states.back().second->sit_down("japan", 7).has_value());
  return states;
}

TEST_CASE("Every command has an id of its own, a label that is translated, and something to do") {
  static const std::set<std::string> kMenus = {"File", "Run", "View", "Compare", "Play as", "Help"};
  std::set<std::string> ids, labels;
  CHECK(command_table().size() > 40);
  for (const NamedCommand& command : command_table()) {
    INFO(command.id);
    CHECK(ids.insert(command.id).second);
    CHECK(labels.insert(command.label).second);
    CHECK(Strings::knows(command.label));
    CHECK(kMenus.count(command.menu) == 1);
    CHECK(Strings::knows(command.menu));
    CHECK(command.run);
    CHECK(find_command(command.id) == &command);
  }
  CHECK(find_command("time.fly") == nullptr);
}

TEST_CASE("No two commands that can be had at once share a key, and the key finds its command") {
  for (const auto& [state, app] : all_states()) {
    INFO(state);
    std::map<std::string, std::string> taken;
    for (const NamedCommand& command : command_table()) {
      if (!is_enabled(command, *app)) continue;
      for (const KeyPress& key : command.keys) {
        INFO(command.id << " on " << key_words(key));
        CHECK(taken.emplace(key_words(key), command.id).second);
        CHECK(command_of(key, *app) == &command);
      }
    }
    CHECK(taken.size() >= 15);
  }
  const App start(ViewSettings{}, "");
  CHECK(command_of({"Space"}, start) == nullptr);  // nothing to play
  CHECK(command_of({"F12", true, true, true}, start) == nullptr);
}

TEST_CASE("Every command that can be had works, in every state") {
  for (const NamedCommand& command : command_table()) {
    for (const bool open : {false, true}) {
      INFO(command.id << (open ? " with a recording" : " at the start screen"));
      std::unique_ptr<App> app = open ? app_with_demo() : std::make_unique<App>(ViewSettings{}, "");
      if (!is_enabled(command, *app)) continue;
      command.run(*app);
      app->tick(1.0 / 60);
      CHECK(app->day() >= app->time.first());
      CHECK(app->day() <= app->time.last());
      CHECK((app->replay() != nullptr) ==
            ((open && command.id != "file.close") || command.id == "file.demo"));
      // Once more, where it can still be had.
      if (is_enabled(command, *app)) command.run(*app);
      app->tick(1.0 / 60);
    }
  }
}

TEST_CASE("All commands one after the other leave a viewer that works") {
  for (const auto& [state, app] : all_states()) {
    INFO(state);
    for (const NamedCommand& command : command_table()) {
      INFO(command.id);
      if (is_enabled(command, *app)) command.run(*app);
      app->tick(0.1);
    }
    CHECK(app->wants_to_quit);
    CHECK(app->wanted_picture.rfind(".png") != std::string::npos);
    REQUIRE(app->open_demo().has_value());
    CHECK(app->replay() != nullptr);
  }
}

TEST_CASE("Commands are found by words of their labels in both languages, the best first") {
  const Strings english(Language::kEnglish), japanese(Language::kJapanese);
  CHECK(search_commands("", english).size() == command_table().size());
  const auto found = search_commands("PLAY", english);
  REQUIRE(!found.empty());
  CHECK(found.front()->id == "time.play");
  REQUIRE(search_commands("japan play", english).size() == 1);
  CHECK(search_commands("japan play", english).front()->id == "seat.japan");
  CHECK(search_commands("zzzz", english).empty());
  const std::string label(japanese("Market"));
  CHECK(label != "Market");
  const auto in_japanese = search_commands(label, japanese);
  CHECK(std::any_of(in_japanese.begin(), in_japanese.end(),
                    [](const NamedCommand* command) { return command->id == "view.market"; }));
}

TEST_CASE("Keys are told in words") {
  CHECK(key_words({"K", true, false, false}) == "Ctrl K");
  CHECK(key_words({"Left", false, true, false}) == "Shift ←");
  CHECK(key_words({"Right", false, false, true}) == "Alt →");
  CHECK(key_words({"Escape"}) == "Esc");
}

TEST_CASE("What panels ask for is done after the frame, in order, and what it asks for later") {
  App app(ViewSettings{}, "");
  Commands commands;
  CHECK(commands.empty());
  std::string order;
  commands.push([&](App&) {
    order += "a";
    commands.push([&](App&) { order += "c"; });
  });
  commands.push([&](App&) { order += "b"; });
  commands.run("help.keys");
  CHECK_FALSE(commands.empty());
  CHECK(app.view.overlay == Overlay::kNone);
  commands.apply(app);
  CHECK(order == "ab");
  CHECK(app.view.overlay == Overlay::kKeys);
  commands.apply(app);
  CHECK(order == "abc");
  CHECK(commands.empty());
}

TEST_CASE("The scale of text and controls stays within bounds however often it is asked for") {
  App app(ViewSettings{}, "");
  for (int i = 0; i < 40; ++i) find_command("view.larger")->run(app);
  CHECK(app.settings.scale == Approx(4));
  for (int i = 0; i < 60; ++i) find_command("view.smaller")->run(app);
  CHECK(app.settings.scale == Approx(0.7));
  find_command("view.normal")->run(app);
  CHECK(app.settings.scale == 0);  // that of the screen
  app.shown_scale = 2;
  find_command("view.larger")->run(app);
  CHECK(app.settings.scale == Approx(2.2));
}

TEST_CASE("Loop goes from off to all, to the shown range, and off again") {
  auto app = app_with_demo();
  const NamedCommand& loop = *find_command("time.loop");
  app->zoom(0.25, app->day().number);
  loop.run(*app);
  CHECK(app->time.loop() == Loop::kAll);
  loop.run(*app);
  REQUIRE(app->time.loop() == Loop::kRange);
  CHECK(app->time.loop_from()->number == static_cast<int>(app->shown_days().first));
  loop.run(*app);
  CHECK(app->time.loop() == Loop::kOff);
}

}  // namespace
}  // namespace monazite::viz
