// Stands in for libFuzzer where there is none: runs a fuzz target on the files of a folder, as they
// are and with each byte in turn changed, so that targets and corpus stay alive. FOLDER [CHANGES]
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  LLVMFuzzerInitialize(&argc, &argv);
  const std::size_t changes = argc > 2 ? static_cast<std::size_t>(std::atoi(argv[2])) : 50;
  std::size_t files = 0, runs = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[1])) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::vector<char> text{std::istreambuf_iterator<char>(in), {}};
    std::vector<std::uint8_t> bytes(text.begin(), text.end());
    ++files;
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    const std::size_t step = std::max<std::size_t>(1, bytes.size() / (changes + 1));
    for (std::size_t at = 0; at < bytes.size(); at += step) {
      const std::uint8_t before = bytes[at];
      bytes[at] = static_cast<std::uint8_t>(before ^ (1U << (at % 8)));
      LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
      bytes[at] = before;
      ++runs;
    }
  }
  std::printf("%zu files, %zu changed\n", files, runs);
  return files > 0 ? 0 : 1;
}
