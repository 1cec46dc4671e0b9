#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <protocol/recording/reading.hpp>
#include <tests/protocol/recording/sample_run.hpp>
#include <tests/protocol/recording/scratch_folder.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::recording;
using namespace monazite::recording::testing;

namespace {

void append(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::app) << bytes;
}

std::string text_of(const Record& record) {
  return std::visit(
      [&record](const auto* message) {
        return base::to_string(record.day) + message->GetTypeName() + message->SerializeAsString();
      },
      record.content);
}

/// Whether it is more than the header, which is there from the beginning.
bool counts(const Record& record) {
  return !std::holds_alternative<const v1::RunHeader*>(record.content);
}

std::vector<std::string> all_records(const std::string& bytes) {
  auto recording = Recording::from_bytes(bytes, "whole");
  REQUIRE(recording.has_value());
  std::vector<std::string> all;
  recording->visit({}, [&](const Record& record) {
    if (counts(record)) all.push_back(text_of(record));
  });
  return all;
}

/// The shortest beginning of a recording that opens.
std::size_t first_that_opens(const std::string& bytes) {
  std::size_t size = 1;
  while (size < bytes.size() && !Recording::from_bytes(bytes.substr(0, size), "part")) size += 16;
  return size;
}

/// The first half of a recording in a file that may grow.
Recording open_half(const std::string& path) {
  const std::string bytes = sample_bytes({});
  append(path, bytes.substr(0, bytes.size() / 2));
  auto recording = Recording::open(path);
  REQUIRE(recording.has_value());
  return *std::move(recording);
}

}  // namespace

TEST_CASE("A recording that grows gives each record once, wherever its file was cut meanwhile") {
  const std::string bytes = sample_bytes({});
  const std::vector<std::string> whole = all_records(bytes);
  for (const std::size_t step : {std::size_t{97}, std::size_t{1'000}, std::size_t{7'001}}) {
    const ScratchFolder folder;
    const std::string path = folder.path("run.mcap");
    std::size_t there = first_that_opens(bytes);
    append(path, bytes.substr(0, there));
    auto recording = Recording::open(path);
    REQUIRE(recording.has_value());
    std::vector<std::string> read;
    std::optional<Position> after;
    const auto read_on = [&] {
      Window window;
      window.after = after;
      recording->visit(window, [&](const Record& record) {
        if (counts(record)) read.push_back(text_of(record));
      });
      after = recording->end();
    };
    read_on();
    while (there < bytes.size()) {
      CHECK_FALSE(recording->finished());
      append(path, bytes.substr(there, step));
      there += step;
      const auto grown = recording->grow();
      REQUIRE(grown.has_value());
      if (*grown) read_on();
    }
    INFO("cut every " << step << " bytes");
    CHECK(recording->finished());
    CHECK(read.size() == whole.size());
    CHECK((read == whole));
    CHECK(recording->counts() == sample_counts({}));
    const auto nothing_more = recording->grow();
    REQUIRE(nothing_more.has_value());
    CHECK_FALSE(*nothing_more);
  }
}

TEST_CASE("A recording whose file became shorter says so once, and keeps what it has read") {
  const ScratchFolder folder;
  const std::string path = folder.path("run.mcap");
  Recording recording = open_half(path);
  std::size_t before = 0;
  recording.visit({}, [&](const Record&) { ++before; });
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  const auto grown = recording.grow();
  REQUIRE_FALSE(grown.has_value());
  CHECK(grown.error().message.find("became shorter") != std::string::npos);
  const auto again = recording.grow();
  REQUIRE(again.has_value());
  CHECK_FALSE(*again);
  CHECK(before > 0);
}

TEST_CASE("A recording whose file is another one now says so") {
  const ScratchFolder folder;
  const std::string path = folder.path("run.mcap");
  Recording recording = open_half(path);
  const std::string other = folder.path("other.mcap");
  append(other, sample_bytes({}));
  std::filesystem::rename(other, path);
  const auto grown = recording.grow();
  REQUIRE_FALSE(grown.has_value());
  CHECK(grown.error().message.find("no longer the file") != std::string::npos);
}
