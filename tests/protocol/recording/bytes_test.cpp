#include <filesystem>
#include <fstream>

#include <protocol/recording/bytes.hpp>
#include <tests/protocol/recording/scratch_folder.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::recording;
using monazite::recording::testing::ScratchFolder;

TEST_CASE("What is written to a file is in it before it is closed") {
  const ScratchFolder folder;
  const std::string path = folder.path("new");
  auto sink = open_file_sink(path);
  REQUIRE(sink.has_value());
  REQUIRE((*sink)->write("first ").has_value());
  REQUIRE((*sink)->write("second").has_value());
  auto source = open_file_source(path);
  REQUIRE(source.has_value());
  REQUIRE((*source)->size() == 12);
  std::string text(7, '\0');
  REQUIRE((*source)->read(4, 7, text.data()).has_value());
  CHECK(text == "t secon");
  CHECK((*sink)->close().has_value());
}

TEST_CASE("A path that cannot be written is refused with path and remedy") {
  const ScratchFolder folder;
  const auto message = [](const std::string& path) {
    const auto sink = open_file_sink(path);
    REQUIRE_FALSE(sink.has_value());
    CHECK(sink.error().code == base::ErrorCode::kIo);
    return sink.error().message;
  };
  const std::string missing = folder.path("no/such.mcap");
  CHECK(message(missing) == "cannot write the recording " + missing +
                                ": the folder does not exist; create it or choose another");
  CHECK(message(folder.path("")) == "cannot write the recording " + folder.path("") +
                                        ": there is a folder of this name; choose another name");
  std::ofstream(folder.path("file")) << "x";
  const std::string below = folder.path("file/x.mcap");
  CHECK(message(below) == "cannot write the recording " + below +
                              ": part of the path is a file, not a folder; choose another path");
}

TEST_CASE("A full disk is reported with a remedy") {
  if (!std::filesystem::exists("/dev/full")) return;  // Linux has a disk that is always full
  auto sink = open_file_sink("/dev/full");
  REQUIRE(sink.has_value());
  const auto written = (*sink)->write("anything");
  REQUIRE_FALSE(written.has_value());
  CHECK(written.error().message ==
        "cannot write the recording /dev/full: the disk is full; make room or choose another disk");
}

TEST_CASE("What cannot be opened for reading is refused in one clear sentence") {
  const ScratchFolder folder;
  const auto missing = open_file_source(folder.path("none.mcap"));
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().code == base::ErrorCode::kNotFound);
  CHECK(missing.error().message == "there is no file " + folder.path("none.mcap"));
  const auto directory = open_file_source(folder.path(""));
  REQUIRE_FALSE(directory.has_value());
  CHECK(directory.error().message ==
        folder.path("") + " is a folder; give the recording inside it");
  const auto device = open_file_source("/dev/null");
  REQUIRE_FALSE(device.has_value());
  CHECK(device.error().message == "/dev/null is not a file on disk and cannot be a recording");
}

TEST_CASE("Reading beyond the end fails, also when the file became shorter meanwhile") {
  const ScratchFolder folder;
  const std::string path = folder.path("shrinking");
  std::ofstream(path) << "0123456789";
  auto source = open_file_source(path);
  REQUIRE(source.has_value());
  std::filesystem::resize_file(path, 4);
  std::string text(8, '\0');
  CHECK((*source)->read(0, 4, text.data()).has_value());
  const auto beyond = (*source)->read(0, 8, text.data());
  REQUIRE_FALSE(beyond.has_value());
  CHECK(beyond.error().message == path + " became shorter while it was read");

  const auto memory = open_memory_source("0123");
  CHECK(memory->read(1, 3, text.data()).has_value());
  CHECK_FALSE(memory->read(2, 3, text.data()).has_value());
  CHECK_FALSE(memory->read(9, 1, text.data()).has_value());
}
