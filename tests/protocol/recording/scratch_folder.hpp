#pragma once

#include <filesystem>
#include <string>
#include <system_error>

#include <tests/support/scratch.hpp>

namespace monazite::recording::testing {

/// An empty folder for one test, gone afterwards.
class ScratchFolder {
 public:
  ScratchFolder() {
    static int folders = 0;
    folder_ = test_support::fresh_folder("folder-" + std::to_string(++folders));
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  [[nodiscard]] std::string path(const std::string& file) const { return folder_ + "/" + file; }

 private:
  std::string folder_;
};

}  // namespace monazite::recording::testing
