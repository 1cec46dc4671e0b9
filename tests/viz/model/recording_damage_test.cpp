#include <tests/support/catch.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <tests/viz/model/replay_text.hpp>

using namespace monazite;
using test_support::played_replay;
using viz::RecordingFile;

namespace {

/// Looks at everything; how much there was.
std::size_t look_at(RecordingFile& file) {
  file.read_all();
  const viz::Replay& replay = file.replay();
  std::size_t seen = 0;
  for (const base::Day day : {replay.first_day() - 1, replay.filled_until(), replay.last_day()}) {
    seen += test_support::views_of(file, day).size();
  }
  seen += viz::crises(replay).size();
  for (const std::uint32_t count :
       viz::message_density(replay, replay.first_day(), replay.last_day(), 10)) {
    seen += count;
  }
  return seen;
}

}  // namespace

TEST_CASE("a recording that was cut opens as far as it is whole") {
  const std::string bytes = test_support::play_and_record("2024-08-31");
  std::size_t opened = 0;
  for (std::size_t cut = 0; cut < bytes.size(); cut += 997) {
    auto file = RecordingFile::from_bytes(bytes.substr(0, cut), "cut");
    if (!file) {
      CHECK_FALSE(file.error().message.empty());
      continue;
    }
    ++opened;
    CHECK(look_at(**file) > 0);
    CHECK((*file)->complete());
    CHECK_FALSE((*file)->damage().empty());
    CHECK((*file)->replay().filled_until() <= (*file)->replay().last_day());
  }
  CHECK(opened > 30);
}

TEST_CASE("flipped bits never bring the viewer down") {
  const std::string& bytes = played_replay().bytes;
  std::size_t opened = 0;
  for (std::size_t at = 11; at < bytes.size(); at += bytes.size() / 41) {
    std::string flipped = bytes;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
    auto file = RecordingFile::from_bytes(std::move(flipped), "flipped");
    if (!file) {
      CHECK_FALSE(file.error().message.empty());
      continue;
    }
    ++opened;
    look_at(**file);
    CHECK((*file)->complete());
  }
  CHECK(opened > 20);
}

TEST_CASE("when the first month is lost the others still have their names") {
  const auto whole = test_support::open_played();
  std::string bytes = played_replay().bytes;
  // The second chunk is the first month's; its messages begin behind the header's small chunk.
  for (std::size_t at = 12'000; at < bytes.size() / 2; at += 2'000) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    auto file = RecordingFile::from_bytes(std::move(damaged), "damaged");
    if (!file) continue;
    (*file)->read_all();
    if ((*file)->replay().months().empty() ||
        (*file)->replay().months().front() == whole->replay().months().front()) {
      continue;
    }
    CHECK((*file)->replay().series_names() == whole->replay().series_names());
    return;
  }
  FAIL("no byte of the first month was hit");
}

TEST_CASE("damage beside the records is found after reading, and changes nothing that is shown") {
  const auto whole = test_support::open_played();
  std::string bytes = played_replay().bytes;
  const std::size_t at = bytes.find("monazite.run");  // the plain copy of the settings
  REQUIRE(at != std::string::npos);
  bytes[at + 60] ^= 1;
  auto file = RecordingFile::from_bytes(std::move(bytes), "damaged");
  REQUIRE(file.has_value());
  (*file)->check_on(1e6);  // nothing yet: months come first
  CHECK_FALSE((*file)->checked());
  (*file)->read_all();
  CHECK((*file)->damage().empty());
  for (int i = 0; i < 1000 && !(*file)->checked(); ++i) (*file)->check_on(0);
  CHECK((*file)->checked());
  CHECK((*file)->damage().find("The notes beside the records (") == 0);
  CHECK((*file)->replay().months() == whole->replay().months());
  CHECK((*file)->replay().series_names() == whole->replay().series_names());
}
