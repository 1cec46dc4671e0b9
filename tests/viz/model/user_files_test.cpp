#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

#include <tests/protocol/recording/scratch_folder.hpp>
#include <tests/support/catch.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <viz/model/bookmarks.hpp>
#include <viz/model/json_file.hpp>
#include <viz/model/settings.hpp>

using namespace monazite;
using recording::testing::ScratchFolder;
using test_support::day;
using viz::Bookmark;
using viz::Bookmarks;
using viz::ViewSettings;

TEST_CASE("bookmarks are kept beside the recording, in order of day") {
  const ScratchFolder folder;
  const std::string recording = folder.path("june.mcap");
  auto bookmarks = Bookmarks::load(recording, folder.path("config"));
  REQUIRE(bookmarks.has_value());
  CHECK(bookmarks->all().empty());
  bookmarks->add({day("2025-08-01"), std::nullopt, "here \"it\" turns", false});
  bookmarks->add({day("2025-06-10"), day("2025-05-01"), "the crisis 危機", false});
  bookmarks->add({day("2025-07-01"), std::nullopt, std::string(900, 'x'), false});
  bookmarks->add({day("2025-07-02"), std::nullopt, "a fact", true});
  REQUIRE(bookmarks->save(recording, folder.path("config")).has_value());
  CHECK(std::filesystem::exists(folder.path("june.view.json")));
  CHECK_FALSE(std::filesystem::exists(folder.path("june.view.json.new")));
  auto again = Bookmarks::load(recording, folder.path("config"));
  REQUIRE(again.has_value());
  REQUIRE(again->all().size() == 3);
  CHECK(again->all()[0] ==
        Bookmark{day("2025-05-01"), day("2025-06-10"), "the crisis 危機", false});
  CHECK(again->all()[1].text.size() == 500);
  CHECK(again->all()[2].text == "here \"it\" turns");
  again->change(2, "there");
  again->remove(0);
  again->remove(99);
  CHECK(again->all().size() == 2);
  CHECK(again->all()[1].text == "there");
}

TEST_CASE("where the recording's folder cannot be written bookmarks go to the settings' folder") {
  const ScratchFolder folder;
  const std::string recording = folder.path("no/such/folder/june.mcap");
  Bookmarks bookmarks;
  bookmarks.add({day("2025-08-01"), std::nullopt, "kept", false});
  REQUIRE(bookmarks.save(recording, folder.path("config")).has_value());
  const auto again = Bookmarks::load(recording, folder.path("config"));
  REQUIRE(again.has_value());
  REQUIRE(again->all().size() == 1);
  CHECK(again->all()[0].text == "kept");
  CHECK(viz::config_sidecar_path("/a/x.mcap", "/c") != viz::config_sidecar_path("/b/x.mcap", "/c"));
  const auto refused = bookmarks.save(recording, "");
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == base::ErrorCode::kIo);
}

TEST_CASE("damaged bookmarks give one sentence") {
  const ScratchFolder folder;
  for (const char* text : {"{", "[]", R"({"bookmarks": 3})", R"({"bookmarks": [{"day": "x"}]})",
                           R"({"bookmarks": [{"day": "2025-02-30", "text": "no day"}]})"}) {
    std::ofstream(folder.path("june.view.json")) << text;
    const auto loaded = Bookmarks::load(folder.path("june.mcap"), "");
    REQUIRE_FALSE(loaded.has_value());
    CHECK(loaded.error().message.find("june.view.json is damaged") != std::string::npos);
  }
}

TEST_CASE("an author's bookmarks are the reported facts") {
  const auto all = viz::author_bookmarks(test_support::played_replay().live);
  REQUIRE(all.size() >= 2);
  for (const Bookmark& bookmark : all) {
    CHECK(bookmark.by_author);
    CHECK(bookmark.text.back() == ']');
  }
}

TEST_CASE("settings come back, with the keys of other releases") {
  const ScratchFolder folder;
  const std::string config = folder.path("config");
  CHECK(viz::load_settings(config).note.empty());
  ViewSettings settings;
  settings.dark = false;
  settings.language = viz::Language::kJapanese;
  settings.scale = 1.5F;
  settings.spoilers = false;
  settings.layout = 3;
  settings.others = R"({"future": {"a": [1, 2]}, "scale": "odd"})";
  for (int i = 0; i < 12; ++i) settings.opened("/runs/" + std::to_string(i));
  settings.opened("/runs/5");
  for (int i = 0; i < 9; ++i) settings.joined("host-" + std::to_string(i) + ":7410");
  CHECK(settings.joined("host-6:7410"));
  CHECK_FALSE(settings.joined("host-6:7410"));
  REQUIRE(viz::save_settings(settings, config).has_value());
  const auto loaded = viz::load_settings(config);
  CHECK(loaded.note.empty());
  CHECK_FALSE(loaded.settings.dark);
  CHECK(loaded.settings.language == viz::Language::kJapanese);
  CHECK(loaded.settings.scale == 1.5F);
  CHECK_FALSE(loaded.settings.spoilers);
  CHECK(loaded.settings.layout == 3);
  REQUIRE(loaded.settings.recent.size() == ViewSettings::kMostRecent);
  CHECK(loaded.settings.recent[0] == "/runs/5");
  CHECK(loaded.settings.recent[1] == "/runs/11");
  const std::vector<std::string> hosts = {"host-6:7410", "host-8:7410", "host-7:7410",
                                          "host-5:7410", "host-4:7410"};
  CHECK(loaded.settings.hosts == hosts);
  CHECK(nlohmann::json::parse(loaded.settings.others)["future"]["a"][1] == 2);
}

TEST_CASE("damaged settings give defaults and a sentence, odd values give defaults") {
  const ScratchFolder folder;
  std::ofstream(folder.path("view.json")) << "{\"theme\": ";
  const auto damaged = viz::load_settings(folder.path(""));
  CHECK(damaged.settings.dark);
  CHECK(damaged.note.find("damaged") != std::string::npos);
  std::ofstream(folder.path("view.json"))
      << R"({"theme": 7, "scale": 1e9, "layout": -4, "recent": [1, "/a"], "language": "xx"})";
  const auto odd = viz::load_settings(folder.path(""));
  CHECK(odd.note.empty());
  CHECK(odd.settings.dark);
  CHECK(odd.settings.scale == ViewSettings::kLargest);
  CHECK(odd.settings.layout == 0);
  CHECK(odd.settings.recent == std::vector<std::string>{"/a"});
  CHECK(odd.settings.language == viz::Language::kEnglish);
}

TEST_CASE("without a folder settings cannot be saved, and say so") {
  CHECK_FALSE(viz::save_settings({}, "").has_value());
  CHECK_FALSE(viz::read_small_file("/nowhere/at/all").has_value());
}
