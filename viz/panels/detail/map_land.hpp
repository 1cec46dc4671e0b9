#pragma once

#include <viz/panels/map_projection.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// Which of the panel's two maps: each keeps its projected outlines.
enum class MapSheet { kWhole, kInset };

/// Sea, land and coast of a map, within its rectangle.
void draw_land(Ui& ui, const MapProjection& projection, MapSheet sheet);

}  // namespace monazite::viz
