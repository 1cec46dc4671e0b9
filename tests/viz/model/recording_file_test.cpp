#include <tests/support/catch.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <tests/viz/model/replay_text.hpp>

using namespace monazite;
using test_support::played_replay;
using viz::RecordingFile;

TEST_CASE("a recording is read a few months at a time") {
  auto file = RecordingFile::from_bytes(played_replay().bytes, "played");
  REQUIRE(file.has_value());
  CHECK((*file)->replay().months().empty());
  CHECK_FALSE((*file)->complete());
  std::size_t months = 0;
  double progress = (*file)->progress();
  while ((*file)->read_on(0)) {
    CHECK((*file)->replay().months().size() <= months + 1);
    months = (*file)->replay().months().size();
    CHECK((*file)->progress() >= progress);
    progress = (*file)->progress();
  }
  CHECK((*file)->complete());
  CHECK((*file)->progress() == 1);
  CHECK((*file)->replay().months().size() == 30);
  CHECK((*file)->bytes() == played_replay().bytes.size());
}

TEST_CASE("what has been read of a recording does not change when more is read") {
  auto file = RecordingFile::from_bytes(played_replay().bytes, "played");
  REQUIRE(file.has_value());
  for (int i = 0; i < 20; ++i) (*file)->read_on(0);
  const viz::Replay& replay = (*file)->replay();
  const std::size_t messages = replay.messages().size();
  std::vector<viz::Event> before = replay.events();
  (*file)->read_all();
  REQUIRE(replay.messages().size() > messages);
  REQUIRE(replay.events().size() > before.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    CHECK(replay.events()[i].text == before[i].text);
    CHECK(replay.events()[i].why == before[i].why);
  }
}

TEST_CASE("bodies of messages are read when asked for, and few months are kept") {
  const auto file = test_support::open_played();
  const viz::Replay& replay = file->replay();
  for (std::size_t i = 0; i < replay.messages().size(); i += 13) {
    const viz::MessageRow& row = replay.messages()[i];
    const auto body = file->envelope(row.id);
    REQUIRE(body != nullptr);
    CHECK(body->id() == row.id);
    CHECK(body->body_case() == row.kind);
    CHECK(file->cached_months() <= RecordingFile::kCachedMonths);
  }
  CHECK(file->cached_months() == RecordingFile::kCachedMonths);
  CHECK(file->envelope(0) == nullptr);
  CHECK(file->envelope(1'000'000'000) == nullptr);
}

TEST_CASE("an analysis is found with the values of its packages") {
  const auto file = test_support::open_played();
  std::size_t seen = 0;
  for (const viz::Negotiation& talks : file->replay().negotiations()) {
    for (const viz::AnalysisRow& row : talks.analyses) {
      const auto body = file->analysis(row);
      REQUIRE(body != nullptr);
      CHECK(body->conversation() == talks.conversation);
      CHECK(body->meeting() == row.meeting);
      CHECK(body->sample_size() == row.sample_size);
      ++seen;
    }
  }
  CHECK(seen > 0);
}

TEST_CASE("a snapshot can be had before the recording has been read so far") {
  auto file = RecordingFile::from_bytes(played_replay().bytes, "played");
  REQUIRE(file.has_value());
  const auto snapshot = (*file)->snapshot(test_support::day("2025-09-15"));
  REQUIRE(snapshot != nullptr);
  CHECK(snapshot->month() == 19);  // August 2025, the last whole month
  CHECK((*file)->snapshot(test_support::day("2024-01-15")) == nullptr);
  CHECK((*file)->snapshot(test_support::day("2020-01-15")) == nullptr);
}

TEST_CASE("what is no recording is refused with one sentence") {
  for (const std::string& bytes : {std::string{}, std::string("hello"), std::string(5000, '\0')}) {
    const auto file = RecordingFile::from_bytes(bytes, "nonsense");
    REQUIRE_FALSE(file.has_value());
    CHECK_FALSE(file.error().message.empty());
  }
  CHECK_FALSE(RecordingFile::open("/nowhere/at/all.mcap").has_value());
}

TEST_CASE("all views are functions of the day: going back leaves nothing behind") {
  const auto file = test_support::open_played();
  const base::Day early = test_support::day("2025-07-15");
  const base::Day late = test_support::day("2026-05-20");
  const std::string before = test_support::views_of(*file, early);
  const std::string after = test_support::views_of(*file, late);
  CHECK(before != after);
  CHECK((test_support::views_of(*file, early) == before));
  CHECK((test_support::views_of(*file, late) == after));
}
