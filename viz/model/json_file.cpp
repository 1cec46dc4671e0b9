#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include <viz/model/json_file.hpp>

namespace monazite::viz {

std::optional<std::string> read_small_file(const std::string& path) {
  constexpr std::uintmax_t kLargest = 4'000'000;
  std::error_code fault;
  if (!std::filesystem::is_regular_file(path, fault)) return std::nullopt;
  const std::uintmax_t size = std::filesystem::file_size(path, fault);
  if (fault || size > kLargest) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

base::Result<void> write_small_file(const std::string& path, const std::string& text) {
  const std::string beside = path + ".new";
  const auto refuse = [&] {
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    return base::fail(base::ErrorCode::kIo, "Cannot write " + path +
                                                ": check that the folder is writable and the disk "
                                                "is not full.");
  };
  {
    std::ofstream file(beside, std::ios::binary | std::ios::trunc);
    file << text;
    file.flush();
    if (!file) return refuse();
  }
  std::error_code fault;
  std::filesystem::rename(beside, path, fault);
  if (fault) return refuse();
  return {};
}

}  // namespace monazite::viz
