#include <fstream>

#include <protocol/recording/sidecar.hpp>
#include <tests/protocol/recording/scratch_folder.hpp>
#include <tests/support/catch.hpp>

using namespace monazite;
using namespace monazite::recording;
using monazite::recording::testing::ScratchFolder;

TEST_CASE("A sidecar lies beside its recording") {
  CHECK(sidecar_path("out/june-2025.mcap") == "out/june-2025.machine.json");
  CHECK(sidecar_path("run") == "run.machine.json");
  CHECK(sidecar_path(".mcap") == ".mcap.machine.json");
}

TEST_CASE("A sidecar gives back what was written") {
  const ScratchFolder folder;
  const std::string path = folder.path("run.mcap");
  const Sidecar sidecar{{"host", "a \"quoted\" name"}, {"seat.india", "built-in"}};
  REQUIRE(write_sidecar(path, sidecar).has_value());
  const auto read = read_sidecar(path);
  REQUIRE(read.has_value());
  CHECK(*read == sidecar);
  CHECK(write_sidecar(path, {{"path", "\xFF\xFE"}}).has_value());  // no UTF-8
}

TEST_CASE("A missing or broken sidecar is said") {
  const ScratchFolder folder;
  const std::string path = folder.path("run.mcap");
  const auto missing = read_sidecar(path);
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().code == base::ErrorCode::kNotFound);
  for (const char* text : {"", "[1]", "{\"a\": 1}", "{\"a\""}) {
    std::ofstream(sidecar_path(path)) << text;
    const auto broken = read_sidecar(path);
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().message == sidecar_path(path) + " is not a JSON object of texts");
  }
  const auto unwritable = write_sidecar(folder.path("none/run.mcap"), {});
  REQUIRE_FALSE(unwritable.has_value());
  CHECK(unwritable.error().code == base::ErrorCode::kIo);
}
