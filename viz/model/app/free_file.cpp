#include <filesystem>
#include <system_error>

#include <viz/model/app/free_file.hpp>

namespace monazite::viz {

std::string free_recording(const std::string& name) {
  namespace fs = std::filesystem;
  std::error_code none;
  std::string path = name + ".mcap";
  for (int i = 2; fs::exists(path, none); ++i) path = name + "-" + std::to_string(i) + ".mcap";
  return path;
}

}  // namespace monazite::viz
