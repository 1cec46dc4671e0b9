#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <protocol/bus/visibility.hpp>
#include <protocol/recording/recorder.hpp>
#include <tests/support/catch.hpp>
#include <tests/viz/model/growing_file.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <tests/viz/model/replay_text.hpp>

using namespace monazite;
using test_support::GrowingFile;
using viz::RecordingFile;

namespace {

std::unique_ptr<RecordingFile> opened(const std::string& path) {
  auto file = RecordingFile::open(path);
  REQUIRE(file.has_value());
  (*file)->read_all();
  return *std::move(file);
}

/// Whether something came; what came is read.
bool came(RecordingFile& file) {
  const auto more = file.look_again();
  REQUIRE(more.has_value());
  if (*more) file.read_all();
  return *more;
}

}  // namespace

TEST_CASE("a recording is followed month by month while it is written, and then is whole") {
  GrowingFile growing("follow");
  growing.write(3);
  const auto file = opened(growing.path());
  CHECK(file->replay().months().size() == 3);
  CHECK(file->may_grow());
  CHECK_FALSE(file->live());
  CHECK_FALSE(file->waits());
  CHECK_FALSE(came(*file));
  for (std::size_t months = 4; growing.left() > 0; ++months) {
    growing.write(1);
    CHECK(came(*file));
    CHECK(file->live());
    CHECK(file->damage().empty());
    CHECK(file->complete());
    CHECK(file->replay().months().size() == months);
    CHECK(file->last_there() == file->replay().months().back());
    CHECK_FALSE(came(*file));
  }
  growing.finish();
  CHECK(came(*file));
  CHECK_FALSE(file->may_grow());
  CHECK_FALSE(file->live());
  CHECK(file->damage().empty());
  CHECK_FALSE(came(*file));
  CHECK(file->last_there() == file->replay().last_day());

  // What was followed is what is read at once, to the last word and body.
  const auto whole = opened(growing.path());
  CHECK((test_support::text_of(file->replay()) == test_support::text_of(whole->replay())));
  const base::Day day = test_support::day("2025-09-20");
  CHECK((test_support::views_of(*file, day) == test_support::views_of(*whole, day)));
  for (std::size_t i = 0; i < file->replay().messages().size(); i += 7) {
    const auto body = file->envelope(file->replay().messages()[i].id);
    REQUIRE(body != nullptr);
    CHECK(body->id() == file->replay().messages()[i].id);
  }
}

TEST_CASE("a recording that grows by odd pieces is read chunk by whole chunk") {
  const std::string& bytes = test_support::played_replay().bytes;
  const std::string path = test_support::fresh_file("pieces");
  std::size_t written = 200'000;
  test_support::append(path, bytes.substr(0, written));
  auto opening = RecordingFile::open(path);
  REQUIRE(opening.has_value());
  RecordingFile& file = **opening;
  file.read_all();
  std::size_t times = 0;
  while (written < bytes.size()) {
    const std::size_t piece = std::min<std::size_t>(40'009, bytes.size() - written);
    test_support::append(path, bytes.substr(written, piece));
    written += piece;
    if (came(file)) ++times;
    CHECK((file.damage().empty() || file.damage().find("damaged") == std::string::npos));
  }
  CHECK(times > 5);
  CHECK_FALSE(file.may_grow());
  CHECK(file.damage().empty());
  const auto whole = test_support::open_played();
  CHECK((test_support::text_of(file.replay()) == test_support::text_of(whole->replay())));
}

TEST_CASE("a recording that has only its header opens, and waits for the first month") {
  GrowingFile growing("begun");
  const auto file = opened(growing.path());
  CHECK(file->waits());
  CHECK(file->may_grow());
  CHECK(file->complete());
  CHECK(file->replay().months().empty());
  CHECK(file->last_there() == file->replay().first_day());
  CHECK_FALSE(test_support::views_of(*file, file->replay().first_day()).empty());
  growing.write(1);
  CHECK(came(*file));
  CHECK_FALSE(file->waits());
  CHECK(file->replay().months().size() == 1);
  CHECK(file->replay().messages().front().day >= file->replay().first_day());
  while (growing.left() > 0) growing.write(1);
  growing.finish();
  CHECK(came(*file));
  CHECK((test_support::text_of(file->replay()) ==
         test_support::text_of(opened(growing.path())->replay())));
}

TEST_CASE("a file that shrinks or is replaced is told once, and what was read stays") {
  SECTION("it shrinks") {
    GrowingFile growing("shrinks");
    growing.write(4);
    const auto file = opened(growing.path());
    std::filesystem::resize_file(growing.path(), 20'000);
    const auto more = file->look_again();
    REQUIRE_FALSE(more.has_value());
    CHECK(more.error().message.find("became shorter") != std::string::npos);
    CHECK_FALSE(file->may_grow());
    CHECK(file->look_again() == false);
    CHECK(file->replay().months().size() == 4);
    CHECK(file->envelope(file->replay().messages().back().id) == nullptr);
  }
  SECTION("another takes its name") {
    GrowingFile growing("replaced");
    growing.write(4);
    const auto file = opened(growing.path());
    GrowingFile other("replaced-other");
    other.write(6);
    std::filesystem::rename(other.path(), growing.path());
    const auto more = file->look_again();
    REQUIRE_FALSE(more.has_value());
    CHECK(more.error().message.find("no longer the file") != std::string::npos);
    CHECK_FALSE(file->may_grow());
    CHECK(file->replay().months().size() == 4);
  }
  SECTION("it is written anew, and longer than before when somebody looks") {
    GrowingFile growing("anew");
    growing.write(4);
    const auto file = opened(growing.path());
    const std::size_t before = file->bytes();
    std::filesystem::resize_file(growing.path(), 0);
    test_support::append(growing.path(), std::string(before * 2, 'x'));
    CHECK_FALSE(file->look_again().has_value());
    CHECK_FALSE(file->may_grow());
  }
}

TEST_CASE("bytes in memory and finished recordings are not looked at again") {
  auto file =
      RecordingFile::from_bytes(test_support::played_replay().bytes.substr(0, 200'000), "m");
  REQUIRE(file.has_value());
  CHECK_FALSE((*file)->may_grow());
  CHECK((*file)->look_again() == false);
}

TEST_CASE("what an observer of a game saw opens with its messages and lanes, without a world") {
  std::string bytes;
  recording::Recorder recorder = recording::Recorder::to_memory(bytes);
  const auto played = test_support::open_played();
  recorder.header(played->replay().header());
  std::size_t seen = 0;
  v1::Envelope stripped;
  for (const viz::MessageRow& row : played->replay().messages()) {
    const auto body = played->envelope(row.id);
    if (!bus::may_receive(*body, base::kPublic)) continue;
    bus::strip_private(*body, base::kPublic, stripped);
    recorder.envelope(stripped);
    ++seen;
  }
  REQUIRE(seen > 20);
  REQUIRE(recorder.finish().has_value());
  auto opening = RecordingFile::from_bytes(bytes, "observer");
  REQUIRE(opening.has_value());
  RecordingFile& file = **opening;
  file.read_on(0);
  file.read_all();
  const viz::Replay& replay = file.replay();
  CHECK(file.damage().empty());
  CHECK(replay.messages().size() == seen);
  CHECK(replay.months().empty());
  CHECK_FALSE(replay.events().empty());
  CHECK(viz::charts(replay).empty());
  CHECK(viz::flows_view(replay, replay.last_day()).empty());
  CHECK(viz::crises(replay).empty());
  // The lanes of a game, and not the one of a negotiation over a domain.
  REQUIRE(viz::lanes(replay).size() >= 2);
  CHECK(viz::lanes(replay)[0].title == "Consultation");
  std::uint32_t messages = 0;
  for (const std::uint32_t count :
       viz::message_density(replay, replay.first_day(), replay.last_day(), 30)) {
    messages += count;
  }
  CHECK(messages == seen);
  CHECK_FALSE(test_support::views_of(file, test_support::day("2025-09-20")).empty());
}

TEST_CASE("the events of an observed game are there while it is still being written") {
  const auto played = test_support::open_played();
  const std::string path = test_support::fresh_file("observed");
  auto recorder = recording::Recorder::to_file(path);
  REQUIRE(recorder.has_value());
  recorder->header(played->replay().header());
  REQUIRE(recorder->end_month().has_value());
  const auto file = opened(path);
  std::size_t events = 0, grew = 0;
  base::Day month{0};
  v1::Envelope stripped;
  for (const viz::MessageRow& row : played->replay().messages()) {
    const auto body = played->envelope(row.id);
    if (!bus::may_receive(*body, base::kPublic)) continue;
    if (base::start_of_month(row.day) != month) {
      REQUIRE(recorder->end_month().has_value());
      came(*file);
      if (file->replay().events().size() > events) ++grew;
      events = file->replay().events().size();
      month = base::start_of_month(row.day);
    }
    bus::strip_private(*body, base::kPublic, stripped);
    recorder->envelope(stripped);
  }
  CHECK(grew > 3);
  REQUIRE(recorder->finish().has_value());
  CHECK(came(*file));
  CHECK_FALSE(file->may_grow());
  CHECK((test_support::text_of(file->replay()) == test_support::text_of(opened(path)->replay())));
}
