#include <tests/support/catch.hpp>
#include <tests/viz/model/growing_file.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <tests/viz/model/replay_text.hpp>

using namespace monazite;
using test_support::Views;
using test_support::views_of;

TEST_CASE("views that are kept are those that are derived afresh, forth and back") {
  const auto file = test_support::open_played();
  for (const char* text : {"2025-07-15", "2025-07-16", "2026-05-20", "2025-07-15", "2024-02-29",
                           "2024-01-01", "2026-06-30", "2025-07-16"}) {
    INFO(text);
    const base::Day day = test_support::day(text);
    const std::string fresh = views_of(*file, day);
    CHECK((views_of(*file, day, Views::kKept) == fresh));
    CHECK((views_of(*file, day, Views::kKept) == fresh));
  }
}

TEST_CASE("a day that is asked for again is not derived again") {
  const auto file = test_support::open_played();
  viz::ViewCache& views = file->views();
  const base::Day day = test_support::day("2025-09-20");
  const auto look = [&](base::Day at) {
    (void)views.flows(at);
    (void)views.parties(at);
    (void)views.clauses(at);
    for (const viz::Chart& chart : views.charts()) {
      for (const viz::ChartLine& line : chart.lines) (void)views.values(line);
    }
    (void)views.lanes();
    (void)views.crises();
  };
  look(day);
  const std::size_t derived = views.derived();
  CHECK(derived > 6);
  const viz::Flow* first = views.flows(day).data();
  for (int i = 0; i < 10; ++i) look(day);
  CHECK(views.derived() == derived);
  CHECK(views.flows(day).data() == first);
  look(day + 40);  // only what depends on the day
  CHECK(views.derived() == derived + 3);
}

TEST_CASE("views of a recording that grows are never older than it") {
  test_support::GrowingFile growing("views");
  growing.write(20);
  auto file = viz::RecordingFile::open(growing.path());
  REQUIRE(file.has_value());
  (*file)->read_all();
  const base::Day day = test_support::day("2026-02-10");
  while (growing.left() > 0) {
    CHECK((views_of(**file, day, Views::kKept) == views_of(**file, day)));
    growing.write(1);
    REQUIRE((*file)->look_again() == true);
    (*file)->read_all();
  }
  CHECK((views_of(**file, day, Views::kKept) == views_of(**file, day)));
}
