#include <array>
#include <fstream>
#include <iterator>
#include <string>

#include <tests/support/catch.hpp>
#include <tests/support/scenario.hpp>
#include <tests/support/scratch.hpp>
#include <world/lab/detail/parallel.hpp>
#include <world/lab/play.hpp>

using namespace monazite;

namespace {

constexpr std::uint32_t kSeeds = 10;

struct Kept {
  std::uint64_t digest = 0;
  std::string bytes;
};

/// The whole of june-2025 with seeds 1 to 10, by so many threads.
std::array<Kept, kSeeds> play_all(const std::string& folder, unsigned threads) {
  std::array<Kept, kSeeds> all;
  (void)lab::detail::for_each_index(kSeeds, {threads, nullptr, {}}, [&](std::uint32_t i) {
    engine::HistoryOptions options;
    options.seed = i + 1;
    const std::string path = folder + "/" + std::to_string(i) + ".mcap";
    const auto played = lab::play(test_support::june_2025(), options, path);
    if (!played) return;
    std::ifstream file(path, std::ios::binary);
    all[i] = {played->digest, {std::istreambuf_iterator<char>(file), {}}};
  });
  return all;
}

}  // namespace

TEST_CASE("ten seeds are the same bytes when they are played again, and by other threads") {
  const std::string folder = test_support::fresh_folder("repeats");
  const auto once = play_all(folder, 1);
  for (const unsigned threads : {1U, 3U}) {
    const auto again = play_all(folder, threads);
    for (std::uint32_t i = 0; i < kSeeds; ++i) {
      INFO("seed " << i + 1 << ", " << threads << " threads");
      CHECK(once[i].bytes.size() > 1'000'000);
      CHECK(once[i].digest == again[i].digest);
      CHECK(once[i].bytes == again[i].bytes);
    }
  }
  for (std::uint32_t i = 1; i < kSeeds; ++i) CHECK(once[i].digest != once[0].digest);
}
