#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <tests/support/catch.hpp>
#include <tests/support/scratch.hpp>
#include <tests/viz/model/what_if/crisis.hpp>
#include <viz/model/what_if/what_if.hpp>

using namespace monazite;
using viz::WhatIf;

namespace {

struct Case {
  std::unique_ptr<viz::RecordingFile> file = test_support::crisis_file();
  std::unique_ptr<WhatIf> what_if = *WhatIf::make(*file, WhatIf::Mode::kInLine);

  viz::Decision invitation() {
    viz::Decisions& decisions = what_if->decisions();
    for (std::size_t i = 0; i < decisions.size(); ++i) {
      for (viz::Decision& d : decisions.describe(i)) {
        if (d.kind == viz::Decision::Kind::kInvitation) return std::move(d);
      }
    }
    FAIL("no invitation");
    return {};
  }
};

}  // namespace

TEST_CASE("at first B is A") {
  const Case c;
  CHECK_FALSE(c.what_if->changed());
  CHECK_FALSE(c.what_if->busy());
  CHECK(c.what_if->b() == nullptr);
  CHECK(c.what_if->title() == "as recorded");
  CHECK(c.what_if->differences().empty());
  CHECK_FALSE(c.what_if->save_as("/nowhere/b.mcap").has_value());
}

TEST_CASE("an option makes B, the recorded option takes it back") {
  Case c;
  const viz::Decision invited = c.invitation();
  c.what_if->choose(invited, invited.options[1]);
  REQUIRE(c.what_if->b() != nullptr);
  CHECK(c.what_if->title() == "Japan: refuses to consult");
  CHECK(c.what_if->differences().size() == viz::kFigures);
  CHECK(c.what_if->divergence().first == invited.day);
  CHECK(c.what_if->milliseconds() > 0);
  CHECK(c.what_if->b()->complete());
  c.what_if->choose(invited, invited.options[0]);
  CHECK_FALSE(c.what_if->changed());
  CHECK(c.what_if->b() == nullptr);
}

TEST_CASE("edits can be undone and done again, a drag is one edit") {
  Case c;
  const viz::Decision invited = c.invitation();
  c.what_if->choose(invited, invited.options[1]);
  c.what_if->begin_drag();
  for (const double value : {20.0, 25.0, 30.0}) c.what_if->set_slider(0, value);
  c.what_if->end_drag();
  CHECK(c.what_if->fork().changes.size() == 2);
  CHECK(c.what_if->slider_value(0) == 30);
  c.what_if->undo();
  CHECK(c.what_if->fork().changes.size() == 1);
  CHECK(c.what_if->slider_value(0) == c.what_if->sliders()[0].value);
  c.what_if->redo();
  CHECK(c.what_if->slider_value(0) == 30);
  CHECK_FALSE(c.what_if->can_redo());
  c.what_if->reset();
  CHECK(c.what_if->b() == nullptr);
  CHECK(c.what_if->can_undo());
  c.what_if->undo();
  CHECK(c.what_if->fork().changes.size() == 2);
}

TEST_CASE("a slider at the scenario's value is no change, and keeps its range") {
  Case c;
  c.what_if->set_slider(0, 1e9);
  CHECK(c.what_if->slider_value(0) == c.what_if->sliders()[0].high);
  c.what_if->set_slider(0, c.what_if->sliders()[0].value);
  CHECK_FALSE(c.what_if->changed());
}

TEST_CASE("moving the day moves the sliders that are changed") {
  Case c;
  c.what_if->set_slider(0, 40);
  c.what_if->set_day(base::to_day({2026, 2, 1}));
  REQUIRE(c.what_if->fork().day().has_value());
  CHECK(*c.what_if->fork().day() == base::to_day({2026, 2, 1}));
  CHECK(c.what_if->slider_value(0) == 40);
}

TEST_CASE("what cannot be played is told, and the last B stays") {
  Case c;
  c.what_if->set_slider(0, 40);
  viz::Change bad;
  bad.day = base::to_day({2025, 7, 1});
  bad.settings = {"ore.nonsense=1"};
  c.what_if->put(bad);
  CHECK_FALSE(c.what_if->failure().empty());
  CHECK(c.what_if->b() != nullptr);
  c.what_if->undo();
  CHECK(c.what_if->failure().empty());
}

TEST_CASE("B is saved as a recording like any other, and its differences as CSV") {
  Case c;
  const viz::Decision invited = c.invitation();
  c.what_if->choose(invited, invited.options[1]);
  const auto path = test_support::scratch() / "what-if.mcap";
  REQUIRE(c.what_if->save_as(path.string()).has_value());
  auto opened = viz::RecordingFile::open(path.string());
  REQUIRE(opened.has_value());
  (*opened)->read_all();
  CHECK((*opened)->replay().header().parent() == "crisis.mcap");
  CHECK((*opened)->replay().messages().size() == c.what_if->b()->replay().messages().size());
  CHECK((*opened)->replay().header().replaced_size() == 1);
  std::filesystem::remove(path);
  CHECK_FALSE(c.what_if->save_as("/no/such/folder/b.mcap").has_value());
  const std::string csv = c.what_if->csv();
  CHECK(std::count(csv.begin(), csv.end(), '\n') == 1 + viz::kFigures);
  CHECK(csv.find("Agreement,,2026-08-26,") != std::string::npos);
}

TEST_CASE("A stays as it was") {
  Case c;
  const std::size_t messages = c.file->replay().messages().size();
  c.what_if->set_slider(1, 4000);
  CHECK(c.file->replay().messages().size() == messages);
  CHECK(c.what_if->a().replay().header().parent().empty());
}
