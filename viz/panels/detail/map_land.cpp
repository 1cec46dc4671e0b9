#include <array>
#include <vector>

#include <viz/model/coastlines.hpp>
#include <viz/panels/detail/map_land.hpp>

namespace monazite::viz {
namespace {

/// Outlines are cut so far outside the rectangle that the cut edges are not seen.
constexpr float kLandMargin = 12;
/// Nearer points cannot be told apart on the screen.
constexpr float kLeast = 0.7F;

struct LandCache {
  Rect rect;
  GeoBox shown;
  std::vector<std::vector<Vec>> rings;
};

bool fits(const LandCache& cache, const MapProjection& projection) {
  const Rect& a = cache.rect;
  const Rect& b = projection.rect();
  const GeoBox shown = projection.shown();
  return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h && cache.shown.west == shown.west &&
         cache.shown.east == shown.east && cache.shown.south == shown.south &&
         cache.shown.north == shown.north;
}

LandCache project(const MapProjection& projection) {
  LandCache cache{projection.rect(), projection.shown(), {}};
  const Rect room = projection.rect();
  const Rect wide{room.x - kLandMargin, room.y - kLandMargin, room.w + 2 * kLandMargin,
                  room.h + 2 * kLandMargin};
  for (const Ring& ring : coastlines()) {
    std::vector<Vec> points;
    points.reserve(ring.size());
    for (const GeoPoint& point : ring) points.push_back(projection.at(point));
    points = thinned(cut_to(points, wide), kLeast);
    if (points.size() >= 3) cache.rings.push_back(std::move(points));
  }
  return cache;
}

/// Projecting the coasts takes longer than drawing a frame, and panels keep no state of their own.
/// So the last outlines of each sheet are kept here: what they are is a function of the key alone,
/// which makes them invisible from outside. One for each thread, so that no lock is needed.
const LandCache& land_of(const MapProjection& projection, MapSheet sheet) {
  thread_local std::array<LandCache, 2> kept;
  LandCache& cache = kept[static_cast<std::size_t>(sheet)];
  if (!fits(cache, projection)) cache = project(projection);
  return cache;
}

}  // namespace

void draw_land(Ui& ui, const MapProjection& projection, MapSheet sheet) {
  const LandCache& land = land_of(projection, sheet);
  ui.canvas.push_clip(projection.rect());
  ui.canvas.fill(projection.rect(), ui.palette.sea);
  for (const std::vector<Vec>& ring : land.rings) ui.canvas.polygon(ring, ui.palette.land);
  for (const std::vector<Vec>& ring : land.rings) {
    ui.canvas.polyline(ring, ui.palette.coast, 1, true);
  }
  ui.canvas.pop_clip();
}

}  // namespace monazite::viz
