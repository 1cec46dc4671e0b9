#pragma once

#include <vector>

#include <viz/model/flows_view.hpp>

namespace monazite::viz {

/// Where a flow begins and ends on the map, and its way over land and sea: waypoints for a spline,
/// both ends included. Ways are chosen so that no two cross; empty for a flow without an end on the
/// map.
struct FlowRoute {
  PlaceId from = PlaceId::kNone, to = PlaceId::kNone;
  std::vector<GeoPoint> points;
};
[[nodiscard]] const FlowRoute& flow_route(FlowId id);

}  // namespace monazite::viz
