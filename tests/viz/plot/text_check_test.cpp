#include <tests/support/catch.hpp>
#include <viz/plot/text_check.hpp>

namespace monazite::viz {
namespace {

constexpr int kWidth = 200;
constexpr int kHeight = 100;
const Rect kScreen{0, 0, kWidth, kHeight};
constexpr Color kBlack{0, 0, 0, 255};

std::vector<std::uint8_t> plain(std::uint8_t level) {
  std::vector<std::uint8_t> rgba(static_cast<std::size_t>(kWidth * kHeight) * 4, level);
  return rgba;
}

std::vector<std::string> faults(const std::vector<DrawnText>& texts, std::uint8_t level = 255) {
  return text_faults(texts, kWidth, kHeight, plain(level), 1);
}

TEST_CASE("Texts that are readable have no fault") {
  CHECK(faults({{"one", {10, 10, 40, 10}, kScreen, kBlack},
                {"two", {10, 24, 40, 10}, kScreen, kBlack}})
            .empty());
}

TEST_CASE("Text beyond its clip or the picture is found") {
  const auto right = faults({{"long", {10, 10, 60, 10}, {0, 0, 50, 100}, kBlack}});
  REQUIRE(right.size() == 1);
  CHECK(right[0] == "\"long\" is cut off on the right by 20 px");
  const auto below = faults({{"low", {10, 95, 30, 10}, {0, 0, 500, 500}, kBlack}});
  REQUIRE(below.size() == 1);
  CHECK(below[0] == "\"low\" is cut off at the bottom by 5 px");
}

TEST_CASE("What scrolls may be cut at the top and the bottom, but not at the sides") {
  DrawnText row{"row", {10, 45, 40, 10}, {0, 0, 100, 50}, kBlack};
  row.scrolls = true;
  CHECK(faults({row}).empty());
  row.box.y = 70;  // out of sight
  CHECK(faults({row}).empty());
  row.box = {80, 20, 40, 10};
  CHECK(faults({row}).size() == 1);
}

TEST_CASE("Texts that overlap are found, unless one lies on a plate over the other") {
  const DrawnText a{"a", {10, 10, 40, 10}, kScreen, kBlack};
  DrawnText b{"b", {30, 15, 40, 10}, kScreen, kBlack};
  const auto found = faults({a, b});
  REQUIRE(found.size() == 1);
  CHECK(found[0] == "\"a\" and \"b\" overlap by 20 x 5 px");
  const DrawnText cover{"", {25, 5, 60, 30}, kScreen, {}, true};
  b.on_top = true;
  CHECK(faults({a, cover, b}).empty());
}

TEST_CASE("Faint text is found by the pixels behind it") {
  const DrawnText grey{"grey", {10, 10, 40, 10}, kScreen, {150, 150, 150, 255}};
  const auto found = faults({grey});
  REQUIRE(found.size() == 1);
  CHECK(found[0].find("\"grey\" has a contrast of 3.0") == 0);
  CHECK(faults({grey}, 0).empty());

  // Behind a tenth of it, a dark stripe.
  auto rgba = plain(255);
  for (int y = 10; y < 20; ++y) {
    for (int x = 20; x < 24; ++x) {
      for (int c = 0; c < 3; ++c) rgba[static_cast<std::size_t>((y * kWidth + x) * 4 + c)] = 60;
    }
  }
  const DrawnText black{"black", {10, 10, 40, 10}, kScreen, kBlack};
  CHECK(text_faults({black}, kWidth, kHeight, rgba, 1).size() == 1);
  // One pixel of it is nothing.
  const DrawnText beside{"beside", {23, 10, 60, 10}, kScreen, kBlack};
  CHECK(text_faults({beside}, kWidth, kHeight, rgba, 1).empty());
}

TEST_CASE("Text that is half clear is judged as it is seen") {
  CHECK(faults({{"veiled", {10, 10, 40, 10}, kScreen, Color{0, 0, 0, 90}}}).size() == 1);
}

}  // namespace
}  // namespace monazite::viz
