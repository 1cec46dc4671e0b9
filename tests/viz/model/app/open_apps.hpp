#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include <tests/support/catch.hpp>
#include <tests/support/scratch.hpp>
#include <tests/viz/model/played_replay.hpp>
#include <viz/model/app/app.hpp>
#include <viz/model/app/demo.hpp>

namespace monazite::test_support {

/// The demo crisis as bytes and as a file that is read whole; played once per test program.
inline const std::shared_ptr<viz::RecordingFile>& demo_file() {
  static const std::shared_ptr<viz::RecordingFile> kFile = [] {
    auto played = viz::play_demo();
    REQUIRE(played.has_value());
    std::shared_ptr<viz::RecordingFile> file = std::move(*played);
    file->read_all();
    return file;
  }();
  return kFile;
}

/// An app behind which the demo is open.
inline std::unique_ptr<viz::App> app_with_demo() {
  auto app = std::make_unique<viz::App>(viz::ViewSettings{}, "");
  app->work_in_line = true;
  app->open_file(demo_file());
  return app;
}

/// A folder of its own for one test, empty.
inline std::filesystem::path fresh_path(const std::string& name) {
  return fresh_folder(name);
}

inline void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  REQUIRE(file.good());
}

/// A year and a half of the crisis in a file of its own, in a folder of its own.
inline std::string short_recording(const std::string& name) {
  const auto path = fresh_path(name) / "short.mcap";
  write_bytes(path, played_replay().bytes);
  return path.string();
}

}  // namespace monazite::test_support
