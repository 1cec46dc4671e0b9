#include <cmath>
#include <limits>
#include <vector>

#include <tests/support/catch.hpp>
#include <viz/panels/free_places.hpp>
#include <viz/panels/map_projection.hpp>

namespace monazite::viz {
namespace {

constexpr GeoBox kBox{70, 150, -40, 40};

TEST_CASE("A map shows all of its box, in proportion, and knows the way back") {
  for (const Rect rect : {Rect{10, 20, 400, 300}, Rect{0, 0, 300, 900}, Rect{5, 5, 1200, 300}}) {
    const MapProjection map(kBox, rect, {0.3F, 0.9F});
    const Vec corner = map.at({kBox.west, kBox.north});
    const Vec other = map.at({kBox.east, kBox.south});
    CHECK(corner.x >= rect.x - 0.01F);
    CHECK(corner.y >= rect.y - 0.01F);
    CHECK(other.x <= rect.right() + 0.01F);
    CHECK(other.y <= rect.bottom() + 0.01F);
    // At the equator, which is the middle here, a degree is as wide as it is high.
    CHECK(other.x - corner.x == Approx(other.y - corner.y));
    const GeoPoint back = map.geo(map.at({100.25, -12.5}));
    CHECK(back.longitude == Approx(100.25).epsilon(1e-4));
    CHECK(back.latitude == Approx(-12.5).epsilon(1e-4));
  }
}

TEST_CASE("Far from the equator longitudes are shortened") {
  const MapProjection map({0, 10, 55, 65}, {0, 0, 100, 100});
  const Vec a = map.at({0, 60});
  const Vec b = map.at({10, 60});
  CHECK(b.x - a.x == Approx(50).epsilon(1e-3));  // the cosine of 60 degrees is a half
}

TEST_CASE("Room that is left over goes where the anchor says") {
  const MapProjection left(kBox, {0, 0, 400, 100}, {0, 0});
  const MapProjection right(kBox, {0, 0, 400, 100}, {1, 0});
  CHECK(left.at({kBox.west, 0}).x == Approx(0).margin(0.01));
  CHECK(right.at({kBox.east, 0}).x == Approx(400).margin(0.01));
  CHECK(left.shown().east > kBox.east + 100);
}

TEST_CASE("A smooth line goes through all of its points and has no long pieces") {
  const std::vector<Vec> points{{0, 0}, {40, 10}, {45, 60}, {45, 60}, {100, 80}};
  const std::vector<Vec> line = smooth(points, 4);
  for (const Vec& point : points) CHECK(distance_to(line, point) == Approx(0).margin(1e-3));
  CHECK(line.front() == points.front());
  CHECK(line.back() == points.back());
  for (std::size_t i = 1; i < line.size(); ++i) {
    CHECK(std::isfinite(line[i].x));
    CHECK(length_of({line[i - 1], line[i]}) < 8);
  }
  CHECK(smooth({{0, 0}, {9, 9}}, 1).size() == 2);
  CHECK(smooth({}, 1).empty());
}

TEST_CASE("Points on a straight line stay on it when it is made smooth") {
  for (const Vec& point : smooth({{0, 0}, {10, 10}, {40, 40}, {50, 50}}, 3)) {
    CHECK(point.x == Approx(point.y).margin(1e-3));
  }
}

TEST_CASE("A line is trimmed by length at both ends") {
  const std::vector<Vec> line{{0, 0}, {10, 0}, {10, 10}};
  const std::vector<Vec> kept = trimmed(line, 3, 4);
  REQUIRE(kept.size() == 3);
  CHECK(kept.front() == Vec{3, 0});
  CHECK(kept.back() == Vec{10, 6});
  CHECK(length_of(kept) == Approx(13));
  CHECK(trimmed(line, 12, 8).empty());
  CHECK(point_on(line, 15).at == Vec{10, 5});
  CHECK(point_on(line, 15).ahead == Vec{0, 1});
  CHECK(point_on(line, 99).at == Vec{10, 10});
  CHECK(distance_to(line, {13, 5}) == Approx(3));
  CHECK(std::isinf(distance_to({}, {0, 0})));
}

TEST_CASE("A ring is cut to a rectangle, also where it leaves and comes back") {
  // A U whose legs stand in the rectangle and whose bottom hangs under it.
  const std::vector<Vec> ring{{2, 2}, {4, 2}, {4, 14}, {6, 14}, {6, 2}, {8, 2}, {8, 18}, {2, 18}};
  const std::vector<Vec> cut = cut_to(ring, {0, 0, 10, 10});
  double area = 0;
  for (std::size_t i = 0; i < cut.size(); ++i) {
    const Vec a = cut[i];
    const Vec b = cut[(i + 1) % cut.size()];
    CHECK(a.y <= 10.001F);
    area += static_cast<double>(a.x * b.y - b.x * a.y) / 2;
  }
  CHECK(std::abs(area) == Approx(32));  // two legs of 2 by 8
  CHECK(cut_to(ring, {20, 20, 5, 5}).empty());
}

TEST_CASE("Labels take the cheapest free place, and none when there is none") {
  FreePlaces places({0, 0, 100, 100});
  const std::vector<LabelPlace> wanted = places_around({50, 50}, {30, 10}, 5);
  const auto first = places.choose(wanted);
  REQUIRE(first);
  CHECK(first->x == 55);  // on the right
  const auto second = places.choose(wanted);
  REQUIRE(second);
  CHECK_FALSE(second->overlaps(*first));
  places.take({0, 0, 100, 100});
  CHECK_FALSE(places.choose(wanted));

  FreePlaces crossed({0, 0, 100, 100});
  crossed.avoid({{60, 50}, {65, 50}, {70, 50}}, 2);
  CHECK(crossed.choose(wanted)->x < 50);
  CHECK_FALSE(crossed.is_free({90, 90, 20, 5}));
}

}  // namespace
}  // namespace monazite::viz
