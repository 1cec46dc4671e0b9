#include <fstream>
#include <iterator>

#include <protocol/recording/reading.hpp>
#include <protocol/recording/recorder.hpp>
#include <tests/protocol/recording/sample_run.hpp>
#include <tests/protocol/recording/scratch_folder.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::recording;
using namespace monazite::recording::testing;

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("The same run gives the same bytes, in memory and in a file") {
  const ScratchFolder folder;
  const SampleSize size;
  const std::string bytes = sample_bytes(size);
  CHECK(bytes == sample_bytes(size));
  auto recorder = Recorder::to_file(folder.path("run.mcap"));
  REQUIRE(recorder.has_value());
  record_sample(*recorder, size);
  REQUIRE(recorder->finish().has_value());
  CHECK(bytes_of(folder.path("run.mcap")) == bytes);
}

TEST_CASE("A recording that is never finished opens up to its last month") {
  const ScratchFolder folder;
  const SampleSize size;
  const std::string path = folder.path("killed.mcap");
  auto recorder = Recorder::to_file(path);
  REQUIRE(recorder.has_value());
  record_sample(*recorder, size);
  recorder->envelope(sample_envelope(sample_month_end(6), 6, 0));  // not saved yet
  auto recording = Recording::open(path);
  REQUIRE(recording.has_value());
  CHECK(recording->counts() == sample_counts(size));
  CHECK(recording->damage().unfinished);
  CHECK(recording->damage().sentence() ==
        "The recording breaks off after 30 June 2024, where the run or the file was cut short.");
  CHECK(recording->snapshot(5).has_value());
  const auto later = recording->snapshot(6);
  REQUIRE_FALSE(later.has_value());
  CHECK(later.error().message ==
        path + " has no snapshot of Jul 2024: it breaks off after 30 June 2024");
}

TEST_CASE("A header is readable before the first month is over") {
  std::string bytes;
  Recorder recorder = Recorder::to_memory(bytes);
  recorder.header(sample_header({}));
  auto recording = Recording::from_bytes(bytes, "young");
  REQUIRE(recording.has_value());
  CHECK(recording->header().scenario() == "sample");
}

TEST_CASE("A disk that is full from the start is said when the recording is made") {
  const auto recorder = Recorder::to_file("/dev/full");
  REQUIRE_FALSE(recorder.has_value());
  CHECK(recorder.error().code == base::ErrorCode::kIo);
}

TEST_CASE("A finished recording holds its settings as metadata for any MCAP tool") {
  const SampleSize size;
  auto reader = McapReader::open(open_memory_source(sample_bytes(size)), "sample");
  REQUIRE(reader.has_value());
  CHECK(reader->profile() == "monazite");
  const auto run = reader->metadata("monazite.run");
  REQUIRE(run.has_value());
  CHECK(run->at("scenario_text") == sample_header(size).scenario_text());
  CHECK(run->at("seed") == "18446744073709551615");
  CHECK(run->at("program_version") == "0.1.0");
  CHECK(run->at("parent") == "parent.mcap");
  CHECK(run->at("fork_day") == "2024-02-10");
  CHECK(run->at("seats") == "registrar\npublic\nrecorder\nindia\njapan");
}
