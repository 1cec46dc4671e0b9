#pragma once

#include <filesystem>
#include <string>

#include <unistd.h>

namespace monazite::test_support {

/// A folder for what this process writes, of no use to any other: tests run side by side. It goes
/// when the process ends.
inline const std::filesystem::path& scratch() {
  struct Folder {
    Folder()
        : path(std::filesystem::temp_directory_path() /
               ("monazite-test-" + std::to_string(getpid()))) {
      std::filesystem::remove_all(path);
      std::filesystem::create_directories(path);
    }
    ~Folder() {
      std::error_code none;
      std::filesystem::remove_all(path, none);
    }
    std::filesystem::path path;
  };
  static const Folder kFolder;
  return kFolder.path;
}

/// An empty folder in it.
inline std::string fresh_folder(const std::string& name) {
  const auto path = scratch() / name;
  std::filesystem::remove_all(path);
  std::filesystem::create_directories(path);
  return path.string();
}

}  // namespace monazite::test_support
