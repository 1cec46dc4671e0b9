#pragma once

#include <filesystem>
#include <string>

#include <unistd.h>

namespace monazite::recording::testing {

/// An empty folder for one test, gone afterwards.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "monazite_test_XXXXXX").string();
    folder_ = ::mkdtemp(name.data()) != nullptr ? name : std::string();
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
  }
  [[nodiscard]] std::string path(const std::string& file) const { return folder_ + "/" + file; }

 private:
  std::string folder_;
};

}  // namespace monazite::recording::testing
