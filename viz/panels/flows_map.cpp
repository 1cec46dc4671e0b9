#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <viz/panels/detail/flow_map_parts.hpp>
#include <viz/panels/detail/map_land.hpp>
#include <viz/panels/words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

/// What has to be seen: all sites and all routes.
constexpr GeoBox kCore{67, 149, -36, 46};
/// Where spare room goes: most of it to the west and south, where there is only sea.
constexpr Vec kAnchor{0.62F, 0.12F};
/// The sites on India's east coast that lie closer than their labels.
constexpr GeoBox kCoast{82.2, 86.0, 16.75, 19.95};
/// The open ocean: the inset ends west of Sumatra and south of Sri Lanka, the legend west of the
/// way from Australia.
constexpr double kInsetEast = 94, kInsetNorth = 4.5, kLegendEast = 110.5, kLegendNorth = -11;
constexpr Vec kLeastInset{136, 104}, kMostInset{300, 220};
constexpr float kMargin = 10, kClearance = 8, kReach = 6;

using Sites = std::vector<std::pair<const Place*, Vec>>;

constexpr float kChip = 20;

struct MapLayout {
  MapProjection whole;
  float zoom = 1;
  std::optional<MapProjection> inset;
  std::optional<Rect> legend;
  Rect square;  ///< of the inset, on the whole map
  bool notes = true, second_names = true;
  std::optional<Rect> legend_chip;  ///< where there is no room: what shows it
};

/// The smaller the panel, the less is written: notes go first, then Japanese names, legend and
/// inset.
MapLayout lay_out(const Ui& ui, const Rect& rect) {
  const float least = std::min(rect.w, rect.h);
  MapLayout layout{MapProjection(kCore, rect, kAnchor),
                   std::clamp(least / 520, 0.75F, 1.3F),
                   {},
                   {},
                   {},
                   least >= 400,
                   least >= 340,
                   {}};
  const MapProjection& map = layout.whole;
  const Vec from = map.at({kCoast.west, kCoast.north});
  const Vec to = map.at({kCoast.east, kCoast.south});
  const float side = std::max({to.x - from.x, to.y - from.y, 20.0F});
  const Vec middle = (from + to) * 0.5F;
  layout.square = {middle.x - side / 2, middle.y - side / 2, side, side};

  const Vec corner = map.at({kInsetEast, kInsetNorth});
  Rect ocean{rect.x + kMargin, corner.y, corner.x - rect.x - kMargin, 0};
  ocean.h = rect.bottom() - kMargin - ocean.y;
  const Vec legend = legend_size(ui, layout.zoom);
  const Vec shore = map.at({kLegendEast, kLegendNorth});
  const bool legend_fits = rect.x + kMargin + legend.x <= shore.x &&
                           ocean.h >= legend.y + kClearance + kLeastInset.y &&
                           rect.bottom() - kMargin - legend.y >= shore.y;
  if (legend_fits) {
    const Rect strip = ocean.cut_bottom(legend.y, kClearance);
    layout.legend = Rect{ocean.x, strip.y, legend.x, legend.y};
  } else if (ocean.h >= kChip + kClearance + kLeastInset.y) {
    const float wide = ui.canvas.width(ui.tr("Legend"), Type::kSmall) + 16;
    layout.legend_chip = Rect{rect.x + kMargin, rect.bottom() - kMargin - kChip, wide, kChip};
    ocean.h -= kChip + kClearance;
  }
  if (ocean.w >= kLeastInset.x && ocean.h >= kLeastInset.y) {
    const Rect box{ocean.x, ocean.y, std::min(ocean.w, kMostInset.x),
                   std::min(ocean.h, kMostInset.y)};
    layout.inset = MapProjection(kCoast, box);
  }
  return layout;
}

Sites sites_of(const MapLayout& layout, bool in_inset) {
  Sites sites;
  for (const Place& place : places()) {
    if (place.in_inset != in_inset) continue;
    sites.emplace_back(&place, (in_inset ? *layout.inset : layout.whole).at(place.at));
  }
  return sites;
}

/// Where a party is at home.
std::vector<PlaceId> home_of(std::string_view seat) {
  if (seat == "irel") return {PlaceId::kChatrapur, PlaceId::kAluva};
  if (seat == "india") return {PlaceId::kVisakhapatnam};
  if (seat == "toyotsu") return {PlaceId::kAtchutapuram};
  return {PlaceId::kYokohama};
}

/// The sites that get a ring: those of the selected party, or the ends of the selected flow.
std::vector<PlaceId> ringed(const FlowScene& scene) {
  const Entity& selected = scene.app.selection.selected();
  if (selected.kind == Entity::Kind::kSeat && scene.app.replay() != nullptr) {
    return home_of(scene.app.replay()->seat_name(static_cast<base::SeatId>(selected.number)));
  }
  for (const Flow& flow : scene.flows) {
    if (is_selected(scene.app, flow)) return {flow.from, flow.to};
  }
  return {};
}

void draw_sites(Ui& ui, const FlowScene& scene, const Sites& sites, float size) {
  const std::vector<PlaceId> rings = ringed(scene);
  for (const auto& [site, at] : sites) {
    draw_site_mark(ui, scene, *site, at, size);
    if (std::find(rings.begin(), rings.end(), site->id) != rings.end()) {
      ui.canvas.ring(at, size * 0.5F + 4, ui.palette.text, 2);
    }
  }
}

void take_sites(FreePlaces& places, const Sites& sites, float size) {
  for (const auto& [site, at] : sites) {
    places.take({at.x - size / 2, at.y - size / 2, size, size});
  }
}

/// The plates, the most important flows first: those under the memorandum, then by amount.
void draw_plates(Ui& ui, const FlowScene& scene, const std::vector<MapFlow>& flows,
                 FreePlaces& places, bool notes, std::map<FlowId, Rect>& plates) {
  std::vector<const MapFlow*> order;
  for (const MapFlow& flow : flows) {
    if (plates.count(flow.flow->id) == 0) order.push_back(&flow);
  }
  std::stable_partition(order.begin(), order.end(), [](const MapFlow* flow) {
    return flow->flow->id == FlowId::kIndiaToJapan || flow->flow->id == FlowId::kFeed;
  });
  for (const MapFlow* flow : order) {
    if (const auto plate = draw_flow_plate(ui, scene, *flow, places, notes)) {
      plates[flow->flow->id] = *plate;
    }
  }
}

/// From the square on the whole map to the inset's upper corners, and both frames.
void draw_link(Ui& ui, const MapLayout& layout) {
  const Rect& box = layout.inset->rect();
  const Rect& square = layout.square;
  const Color color = ui.palette.text3.faded(0.6F);
  ui.canvas.line({square.x, square.bottom()}, {box.x, box.y}, color);
  ui.canvas.line({square.right(), square.bottom()}, {box.right(), box.y}, color);
}

std::vector<MapFlow> draw_inset(Ui& ui, const FlowScene& scene, const MapLayout& layout,
                                std::map<FlowId, Rect>& plates) {
  const MapProjection& map = *layout.inset;
  const Rect& box = map.rect();
  draw_land(ui, map, MapSheet::kInset);
  std::vector<MapFlow> flows = map_flows(scene, map, true, layout.zoom);
  const Sites sites = sites_of(layout, true);
  const float mark = 10;
  ui.canvas.push_clip(box);
  for (const MapFlow& flow : flows) draw_map_flow(ui, scene, flow);
  draw_sites(ui, scene, sites, mark);
  FreePlaces places(box.inset(3));
  take_sites(places, sites, mark + 3);
  for (const MapFlow& flow : flows) places.avoid(flow.line, 0.25F);
  const std::string factor = "×" + lab::number_words(map.scale() / layout.whole.scale(), 0);
  const float factor_width = ui.canvas.width(factor, Type::kSmall);
  const Rect corner{box.right() - 8 - factor_width, box.y + 4, factor_width + 4, 16};
  places.take(corner);
  ui.canvas.text_in(corner, factor, Type::kSmall, ui.palette.text2);
  const bool roomy = box.w >= 165 && box.h >= 130;
  const bool wide = box.w >= 230 && box.h >= 180;
  draw_site_labels(ui, sites, places, wide && layout.second_names, Type::kSmallBold);
  std::vector<MapFlow> within;
  for (const MapFlow& flow : flows) {
    if (flow.flow->id == FlowId::kFeed || flow.flow->id == FlowId::kOwnOxide) {
      within.push_back(flow);
    }
  }
  draw_plates(ui, scene, within, places, roomy && layout.notes, plates);
  ui.canvas.pop_clip();
  ui.canvas.outline(box, ui.palette.text3.faded(0.7F), 1, 3);
  ui.place("flows/inset", box);
  return flows;
}

/// The flow whose plate or line lies under a point.
const Flow* flow_at(Vec point, const std::vector<MapFlow>& flows,
                    const std::map<FlowId, Rect>& plates) {
  const Flow* found = nullptr;
  float nearest = kReach;
  for (const MapFlow& flow : flows) {
    const auto plate = plates.find(flow.flow->id);
    if (plate != plates.end() && plate->second.contains(point)) return flow.flow;
    const float distance = distance_to(flow.line, point) - flow.width / 2;
    if (distance < nearest) {
      nearest = distance;
      found = flow.flow;
    }
  }
  return found;
}

const Place* site_at(Vec point, const Sites& sites) {
  for (const auto& [site, at] : sites) {
    if (std::abs(at.x - point.x) <= 9 && std::abs(at.y - point.y) <= 9) return site;
  }
  return nullptr;
}

void take_input(Ui& ui, const FlowScene& scene, const Rect& rect, const MapLayout& layout,
                const std::vector<MapFlow>& whole, const std::vector<MapFlow>& inset,
                const std::map<FlowId, Rect>& plates, Commands& commands) {
  const bool clicked = ui.click("flows/map", rect);
  if (!ui.hovered(rect)) return;
  const Vec mouse = ui.mouse();
  const bool over_inset = layout.inset && layout.inset->rect().contains(mouse);
  if (layout.legend && layout.legend->contains(mouse)) return;
  if (layout.legend_chip && layout.legend_chip->contains(mouse)) return;
  if (const Place* site = site_at(mouse, sites_of(layout, over_inset))) {
    ui.tooltip({std::string(ui.tr(site->name)), std::string(ui.tr(site->what))});
    return;
  }
  const Flow* flow = flow_at(mouse, over_inset ? inset : whole, plates);
  if (flow == nullptr) return;
  point_at_flow(ui, scene, *flow, commands);
  if (clicked) select_flow(commands, flow->id);
}

/// The legend of a map that has no room for it: while the mouse is over its word.
void draw_legend_chip(Ui& ui, const MapLayout& layout) {
  const Rect& chip = *layout.legend_chip;
  ui.canvas.fill(chip, ui.palette.panel, 4);
  ui.canvas.outline(chip, ui.palette.hairline, 1, 4);
  ui.canvas.text(chip.centre(), ui.tr("Legend"), Type::kSmall, ui.palette.text, Align::kCentre);
  ui.place("flows/legend-chip", chip);
  if (!ui.hovered(chip)) return;
  const Vec size = legend_size(ui, layout.zoom);
  const Rect box{chip.x, chip.bottom() - size.y, size.x, size.y};
  ui.canvas.cover(box);
  draw_legend(ui, box, layout.zoom);
}

}  // namespace

void draw_flow_map(Ui& ui, const FlowScene& scene, const Rect& panel, Commands& commands) {
  const Rect rect = panel.inset(1);
  if (rect.w < 40 || rect.h < 40) return;
  const MapLayout layout = lay_out(ui, rect);
  ui.canvas.push_clip(rect);
  draw_land(ui, layout.whole, MapSheet::kWhole);
  const std::vector<MapFlow> flows = map_flows(scene, layout.whole, false, layout.zoom);
  if (layout.inset) draw_link(ui, layout);
  for (const MapFlow& flow : flows) draw_map_flow(ui, scene, flow);
  for (const MapFlow& flow : flows) {
    if (is_marked(scene.app, *flow.flow)) draw_map_flow(ui, scene, flow);
  }
  ui.canvas.fill(layout.square, ui.palette.panel.faded(0.55F), 2);
  ui.canvas.outline(layout.square, ui.palette.text2, 1.2F, 2);
  const float mark = 11;
  const Sites sites = sites_of(layout, false);
  draw_sites(ui, scene, sites, mark);

  std::map<FlowId, Rect> plates;
  std::vector<MapFlow> inset_flows;
  FreePlaces places(rect.inset(5));
  if (layout.inset) {
    inset_flows = draw_inset(ui, scene, layout, plates);
    places.take(layout.inset->rect());
  }
  if (layout.legend) {
    draw_legend(ui, *layout.legend, layout.zoom);
    places.take(*layout.legend);
  }
  if (layout.legend_chip) places.take(*layout.legend_chip);
  places.take(layout.square);
  take_sites(places, sites, mark + 3);
  for (const MapFlow& flow : flows) places.avoid(flow.line, 0.5F);
  draw_site_labels(ui, sites, places, layout.second_names,
                   layout.notes ? Type::kBodyBold : Type::kSmallBold);
  draw_plates(ui, scene, flows, places, layout.notes, plates);
  if (layout.legend_chip) draw_legend_chip(ui, layout);
  ui.canvas.pop_clip();
  take_input(ui, scene, rect, layout, flows, inset_flows, plates, commands);
}

}  // namespace monazite::viz
