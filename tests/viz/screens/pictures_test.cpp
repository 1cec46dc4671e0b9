// How whole screens look: the mean colour of each tile, as text. What only moves a letter or comes
// from another way to smooth lines stays within the tolerance; a panel that is empty, moved or of
// another colour does not.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/support/scratch.hpp>
#include <viz/host/host.hpp>
#include <viz/host/viewer.hpp>
#include <viz/model/app/app.hpp>

namespace monazite::viz {
namespace {

constexpr int kColumns = 32, kRows = 18, kWide = 1280, kHigh = 720;
/// A tile is another one when a channel's mean differs by more than this (of 255).
constexpr int kMostDifference = 12;
/// Share of tiles that may be another.
constexpr double kMostTiles = 0.02;

using Tile = std::array<int, 3>;

std::vector<Tile> tiles_of(const Pixels& pixels) {
  const int wide = pixels.width / kColumns, high = pixels.height / kRows;
  std::vector<Tile> tiles;
  for (int row = 0; row < kRows; ++row) {
    for (int column = 0; column < kColumns; ++column) {
      std::array<long, 3> sum{};
      for (int y = row * high; y < (row + 1) * high; ++y) {
        for (int x = column * wide; x < (column + 1) * wide; ++x) {
          const auto at = static_cast<std::size_t>(y * pixels.width + x) * 4;
          for (std::size_t c = 0; c < 3; ++c) sum[c] += pixels.rgba[at + c];
        }
      }
      const long count = static_cast<long>(wide) * high;
      tiles.push_back({static_cast<int>(sum[0] / count), static_cast<int>(sum[1] / count),
                       static_cast<int>(sum[2] / count)});
    }
  }
  return tiles;
}

std::string text_of(const std::vector<Tile>& tiles) {
  std::string text;
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    char hex[8];
    std::snprintf(hex, sizeof hex, "%02x%02x%02x", static_cast<unsigned>(tiles[i][0]),
                  static_cast<unsigned>(tiles[i][1]), static_cast<unsigned>(tiles[i][2]));
    text += hex;
    text += (i + 1) % kColumns == 0 ? '\n' : ' ';
  }
  return text;
}

std::vector<Tile> read_tiles(const std::string& path) {
  std::ifstream file(path);
  std::vector<Tile> tiles;
  for (std::string hex; file >> hex;) {
    const unsigned long value = std::strtoul(hex.c_str(), nullptr, 16);
    tiles.push_back({static_cast<int>(value >> 16U), static_cast<int>(value >> 8U & 0xFFU),
                     static_cast<int>(value & 0xFFU)});
  }
  return tiles;
}

/// Share of the tiles that are others.
double difference(const std::vector<Tile>& a, const std::vector<Tile>& b) {
  if (a.size() != b.size()) return 1;
  std::size_t others = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    int most = 0;
    for (std::size_t c = 0; c < 3; ++c) most = std::max(most, std::abs(a[i][c] - b[i][c]));
    others += most > kMostDifference ? 1 : 0;
  }
  return static_cast<double>(others) / static_cast<double>(a.size());
}

struct Shown {
  const char* name;
  Layout layout;
  bool dark;
};

}  // namespace

/// After a change that is meant:
///   MONAZITE_WRITE_GOLDENS=1 ./monazite test --all -R "screens look"
/// and look at the screens themselves before you commit it.
TEST_CASE("the screens look as in tests/goldens/screens, but for small things") {
  App app(ViewSettings{}, "");
  REQUIRE(app.open_demo().has_value());
  app.file()->read_all();
  app.time.seek(*base::parse_day("2026-04-15"));
  Viewer viewer(app);
  HostOptions options;
  options.width = kWide;
  options.height = kHigh;
  options.text = viewer.characters();
  auto host = open_off_screen(options);
  if (!host) {
    WARN("SKIP: " + host.error().message);
    return;
  }
  const HostCalls calls = viewer.calls(**host);
  std::vector<std::vector<Tile>> all;
  for (const Shown& shown : {Shown{"overview-dark", Layout::kOverview, true},
                             Shown{"negotiation-light", Layout::kNegotiation, false},
                             Shown{"market-dark", Layout::kMarket, true},
                             Shown{"what-if-light", Layout::kWhatIf, false}}) {
    app.settings.dark = shown.dark;
    app.set_layout(shown.layout);
    (void)(*host)->picture(calls);  // lists scroll to where they want to be
    const Pixels pixels = (*host)->picture(calls);
    const std::vector<Tile> tiles = tiles_of(pixels);
    const std::string path =
        std::string(MONAZITE_TEST_DIR) + "/goldens/screens/" + shown.name + ".txt";
    if (std::getenv("MONAZITE_WRITE_GOLDENS") != nullptr) std::ofstream(path) << text_of(tiles);
    const double share = difference(tiles, read_tiles(path));
    if (share > kMostTiles) {
      const std::string seen = test_support::fresh_folder(shown.name) + "/seen.png";
      (void)write_png(seen, pixels);
      WARN("seen: " + seen);
    }
    INFO(path);
    CHECK(share <= kMostTiles);
    all.push_back(tiles);
  }
  // What is compared can tell two screens apart.
  CHECK(difference(all[0], all[2]) > 0.2);
  CHECK(difference(all[1], all[3]) > 0.2);
}

}  // namespace monazite::viz
