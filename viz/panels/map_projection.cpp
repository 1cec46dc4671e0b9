#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include <viz/panels/map_projection.hpp>

namespace monazite::viz {
namespace {

float length(Vec v) {
  return std::sqrt(v.x * v.x + v.y * v.y);
}

Vec between(Vec a, Vec b, float share) {
  return a + (b - a) * share;
}

/// One piece of the spline, from b to c, at a share of the way (Barry and Goldman's pyramid).
Vec catmull_rom(Vec a, Vec b, Vec c, Vec d, float share) {
  const float ta = 0;
  const float tb = ta + std::sqrt(length(b - a));
  const float tc = tb + std::sqrt(length(c - b));
  const float td = tc + std::sqrt(length(d - c));
  const float t = tb + share * (tc - tb);
  const Vec ab = between(a, b, (t - ta) / (tb - ta));
  const Vec bc = between(b, c, (t - tb) / (tc - tb));
  const Vec cd = between(c, d, (t - tc) / (td - tc));
  const Vec abc = between(ab, bc, (t - ta) / (tc - ta));
  const Vec bcd = between(bc, cd, (t - tb) / (td - tb));
  return between(abc, bcd, (t - tb) / (tc - tb));
}

std::vector<Vec> without_repetition(const std::vector<Vec>& points) {
  std::vector<Vec> kept;
  for (const Vec& p : points) {
    if (kept.empty() || length(p - kept.back()) > 1e-3F) kept.push_back(p);
  }
  return kept;
}

/// Of a ring, what lies on the side where `inside` (a signed distance, linear) is positive.
template <class Inside>
std::vector<Vec> cut_by(const std::vector<Vec>& ring, const Inside& inside) {
  std::vector<Vec> kept;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Vec from = ring[i];
    const Vec to = ring[(i + 1) % ring.size()];
    const float a = inside(from);
    const float b = inside(to);
    if (a >= 0) kept.push_back(from);
    if ((a >= 0) != (b >= 0)) kept.push_back(between(from, to, a / (a - b)));
  }
  return kept;
}

}  // namespace

MapProjection::MapProjection(const GeoBox& box, const Rect& rect, Vec anchor) : rect_(rect) {
  shortening_ = std::max(0.01, std::cos(box.middle().latitude * std::numbers::pi / 180));
  const double wide = std::max(1e-6, (box.east - box.west) * shortening_);
  const double high = std::max(1e-6, box.north - box.south);
  scale_ = std::max(
      1e-6, std::min(static_cast<double>(rect.w) / wide, static_cast<double>(rect.h) / high));
  const double spare_x = static_cast<double>(rect.w) / scale_ - wide;
  const double spare_y = static_cast<double>(rect.h) / scale_ - high;
  west_ = box.west - spare_x * static_cast<double>(anchor.x) / shortening_;
  north_ = box.north + spare_y * static_cast<double>(anchor.y);
}

Vec MapProjection::at(GeoPoint point) const {
  return {rect_.x + static_cast<float>((point.longitude - west_) * shortening_ * scale_),
          rect_.y + static_cast<float>((north_ - point.latitude) * scale_)};
}

GeoPoint MapProjection::geo(Vec point) const {
  return {west_ + static_cast<double>(point.x - rect_.x) / (shortening_ * scale_),
          north_ - static_cast<double>(point.y - rect_.y) / scale_};
}

GeoBox MapProjection::shown() const {
  const GeoPoint corner = geo({rect_.right(), rect_.bottom()});
  return {west_, corner.longitude, corner.latitude, north_};
}

std::vector<Vec> smooth(const std::vector<Vec>& points, float step) {
  std::vector<Vec> p = without_repetition(points);
  if (p.size() < 3) return p;
  std::vector<Vec> line{p.front()};
  for (std::size_t i = 0; i + 1 < p.size(); ++i) {
    // Beyond the ends the line goes on as it came.
    const Vec before = i == 0 ? p[0] * 2 - p[1] : p[i - 1];
    const Vec after = i + 2 < p.size() ? p[i + 2] : p[i + 1] * 2 - p[i];
    const int pieces =
        std::max(1, static_cast<int>(std::lround(length(p[i + 1] - p[i]) / std::max(0.1F, step))));
    for (int k = 1; k < pieces; ++k) {
      const float share = static_cast<float>(k) / static_cast<float>(pieces);
      line.push_back(catmull_rom(before, p[i], p[i + 1], after, share));
    }
    line.push_back(p[i + 1]);
  }
  return line;
}

float length_of(const std::vector<Vec>& line) {
  float sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i) sum += length(line[i] - line[i - 1]);
  return sum;
}

std::vector<Vec> trimmed(const std::vector<Vec>& line, float at_start, float at_end) {
  const float from = std::max(0.0F, at_start);
  const float to = length_of(line) - std::max(0.0F, at_end);
  if (line.size() < 2 || to <= from) return {};
  std::vector<Vec> kept{point_on(line, from).at};
  float gone = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    gone += length(line[i] - line[i - 1]);
    if (gone > from && gone < to) kept.push_back(line[i]);
  }
  kept.push_back(point_on(line, to).at);
  return kept;
}

PointOnLine point_on(const std::vector<Vec>& line, float distance) {
  float left = std::max(0.0F, distance);
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Vec way = line[i] - line[i - 1];
    const float piece = length(way);
    if (piece <= 0) continue;
    if (left <= piece || i + 1 == line.size()) {
      return {line[i - 1] + way * (std::min(left, piece) / piece), way * (1 / piece)};
    }
    left -= piece;
  }
  return {line.empty() ? Vec{} : line.back(), {1, 0}};
}

float distance_to(const std::vector<Vec>& line, Vec point) {
  float nearest = std::numeric_limits<float>::infinity();
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Vec way = line[i] - line[i - 1];
    const float square = way.x * way.x + way.y * way.y;
    const Vec off = point - line[i - 1];
    const float share =
        square <= 0 ? 0 : std::clamp((off.x * way.x + off.y * way.y) / square, 0.0F, 1.0F);
    nearest = std::min(nearest, length(off - way * share));
  }
  return nearest;
}

std::vector<Vec> thinned(const std::vector<Vec>& line, float least) {
  std::vector<Vec> kept;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool last = i + 1 == line.size();
    if (kept.empty() || last || length(line[i] - kept.back()) >= least) kept.push_back(line[i]);
  }
  return kept;
}

std::vector<Vec> cut_to(const std::vector<Vec>& ring, const Rect& rect) {
  std::vector<Vec> kept = cut_by(ring, [&rect](Vec p) { return p.x - rect.x; });
  kept = cut_by(kept, [&rect](Vec p) { return rect.right() - p.x; });
  kept = cut_by(kept, [&rect](Vec p) { return p.y - rect.y; });
  return cut_by(kept, [&rect](Vec p) { return rect.bottom() - p.y; });
}

}  // namespace monazite::viz
