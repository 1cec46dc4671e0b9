#pragma once

#include <optional>
#include <string>
#include <vector>

#include <viz/panels/detail/flow_parts.hpp>
#include <viz/panels/free_places.hpp>
#include <viz/panels/map_projection.hpp>

namespace monazite::viz {

/// A flow as it lies on one of the two maps.
struct MapFlow {
  const Flow* flow = nullptr;
  std::vector<Vec> line;  ///< from mark to mark, less the room of the marks and of the arrow's head
  float width = 1;
  PointOnLine tip;  ///< where the head ends
};

/// How wide a flow is drawn: by the root of its amount, so that India's tens of tonnes can be seen
/// beside China's hundreds. The legend shows it.
[[nodiscard]] float flow_width(double tonnes_a_month, float zoom);
/// The flows that have a way here, the widest first. `zoom`: of line widths.
[[nodiscard]] std::vector<MapFlow> map_flows(const FlowScene& scene,
                                             const MapProjection& projection, bool in_inset,
                                             float zoom);
void draw_map_flow(Ui& ui, const FlowScene& scene, const MapFlow& flow);

/// The shape of a kind of site.
[[nodiscard]] Shape shape_of(PlaceKind kind);
void draw_site_mark(Ui& ui, const FlowScene& scene, const Place& place, Vec at, float size);
/// Name and, if `second`, the Japanese name beside each site, where there is room.
void draw_site_labels(Ui& ui, const std::vector<std::pair<const Place*, Vec>>& sites,
                      FreePlaces& places, bool second, Type type);

/// A flow's number and note on a plate near its origin. Returns where it is, or nothing when there
/// is no room.
std::optional<Rect> draw_flow_plate(Ui& ui, const FlowScene& scene, const MapFlow& flow,
                                    FreePlaces& places, bool notes);

/// How much room the legend wants.
[[nodiscard]] Vec legend_size(const Ui& ui, float zoom);
void draw_legend(Ui& ui, const Rect& rect, float zoom);

}  // namespace monazite::viz
