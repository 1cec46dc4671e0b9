#include <cmath>
#include <vector>

#include <tests/support/catch.hpp>
#include <viz/plot/thin_line.hpp>

using namespace monazite::viz;

TEST_CASE("a line with few points stays as it is") {
  const std::vector<Vec> line = {{0, 3}, {50, 1}, {100, 7}};
  const std::vector<Vec> thin = thin_line(line);
  REQUIRE(thin.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(thin[i].x == line[i].x);
    CHECK(thin[i].y == line[i].y);
  }
  CHECK(thin_line({}).empty());
}

TEST_CASE("a line of centuries keeps its ends and every peak that can be seen") {
  std::vector<Vec> line;
  for (int i = 0; i < 50'000; ++i) {
    const float x = static_cast<float>(i) * 0.004F;  // 200 pixels
    line.push_back({x, 100 + 20 * std::sin(static_cast<float>(i) * 0.37F)});
  }
  line[31'234].y = 5;
  line[40'001].y = 300;
  const std::vector<Vec> thin = thin_line(line);
  CHECK(thin.size() <= 4 * 201);
  CHECK(thin.size() > 2 * 190);
  CHECK(thin.front().x == line.front().x);
  CHECK(thin.back().x == line.back().x);
  bool valley = false, peak = false;
  for (std::size_t i = 0; i < thin.size(); ++i) {
    if (thin[i].y == 5) valley = true;
    if (thin[i].y == 300) peak = true;
    if (i > 0) CHECK(thin[i].x >= thin[i - 1].x);
  }
  CHECK(valley);
  CHECK(peak);
}
