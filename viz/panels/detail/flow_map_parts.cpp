#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <viz/panels/detail/flow_map_parts.hpp>
#include <viz/panels/words.hpp>

namespace monazite::viz {
namespace {

constexpr float kStep = 4, kMarkRoom = 8, kThin = 1.6F;

float head_length(float width) {
  return 6 + 0.8F * width;
}

bool of_inset(PlaceId id) {
  return id != PlaceId::kNone && place(id).in_inset;
}

/// Where a flow lies among those that come to Japan, from the land outwards; -1: elsewhere.
int lane_of(FlowId id) {
  switch (id) {
    case FlowId::kChinaToJapan:
      return 0;
    case FlowId::kHeavyToJapan:
      return 1;
    case FlowId::kOutsideToJapan:
      return 2;
    case FlowId::kIndiaToJapan:
      return 3;
    default:
      return -1;
  }
}

/// A line whose last stretch is moved to the left of where it goes (negative: to the right), all of
/// it the same way, so that its own bends stay as they are.
std::vector<Vec> moved_at_end(const std::vector<Vec>& line, float off, float zoom) {
  constexpr float kFrom = 150, kBend = 90, kApart = 14;
  const float length = length_of(line);
  const Vec way = line.back() - point_on(line, length - 70 * zoom).at;
  const float far = std::max(1e-3F, std::sqrt(way.x * way.x + way.y * way.y));
  const Vec aside = Vec{way.y, -way.x} * (off / far);
  std::vector<Vec> moved;
  float gone = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (i > 0) gone += length_of({line[i - 1], line[i]});
    const float t = std::clamp((kFrom * zoom - (length - gone)) / (kBend * zoom), 0.0F, 1.0F);
    moved.push_back(line[i] + aside * (t * t * (3 - 2 * t)));
  }
  return smooth(thinned(moved, kApart), kStep);
}

/// The ways to Japan end in one point: over their last stretch the flows are moved beside each
/// other, so that none lies under another. The third keeps its way.
void spread_lanes(std::vector<MapFlow>& flows, float zoom) {
  constexpr int kLanes = 4, kKeeps = 2;
  std::array<float, kLanes> widths{};
  for (const MapFlow& flow : flows) {
    const int lane = lane_of(flow.flow->id);
    if (lane >= 0) widths.at(static_cast<std::size_t>(lane)) = flow.width;
  }
  for (MapFlow& flow : flows) {
    const int lane = lane_of(flow.flow->id);
    if (lane < 0 || lane == kKeeps) continue;
    float off = 0;
    for (int i = std::min(lane, kKeeps); i < std::max(lane, kKeeps); ++i) {
      const float near = widths.at(static_cast<std::size_t>(i));
      const float far = widths.at(static_cast<std::size_t>(i + 1));
      if (near > 0 && far > 0) off += (near + far) / 2 + 3;
    }
    // The outermost has a way of its own already, some way out.
    if (lane > kKeeps) off = -off * 0.45F;
    flow.line = moved_at_end(flow.line, off, zoom);
  }
}

/// Takes the room of the marks and of the head off the line, and sets the head.
bool set_head(MapFlow& flow) {
  const std::vector<Vec> whole = trimmed(flow.line, kMarkRoom, kMarkRoom);
  if (whole.size() < 2) return false;
  flow.tip = point_on(whole, length_of(whole));
  flow.line = trimmed(whole, 0, head_length(flow.width) * 0.9F);
  if (flow.line.size() < 2) return false;
  // The head follows the way that is left, not the last short piece of it.
  const Vec way = flow.tip.at - flow.line.back();
  const float length = std::max(1e-3F, std::sqrt(way.x * way.x + way.y * way.y));
  flow.tip.ahead = way * (1 / length);
  return true;
}

/// What a plate says under the number, in a few words.
std::string source_words(const Strings& tr, const Flow& flow) {
  const auto name = [&flow]() -> const char* {
    switch (flow.id) {
      case FlowId::kFeed:
        return "feed";
      case FlowId::kOwnOxide:
        return "India's own oxide";
      case FlowId::kIndiaToJapan:
        return "India";
      case FlowId::kChinaToJapan:
        return "China";
      case FlowId::kMtWeldToKuantan:
        return "Australia";
      case FlowId::kOutsideToJapan:
        return "Malaysia, others";
      case FlowId::kHeavyToJapan:
        return "Dy and Tb";
      case FlowId::kMagnetsReturned:
        return "magnets to India";
      case FlowId::kMagnetsImported:
        return "magnets for India";
      default:
        return flow.title.c_str();
    }
  };
  std::string words{tr(name())};
  const FlowAmount* amount = shown_amount(flow);
  if (amount != nullptr && amount->contracted && *amount->contracted > 0) {
    words += ", " + tr("contract {0}", {tonnes(*amount->contracted)});
  }
  // Of a flow without an amount the state is the headline already.
  if (amount != nullptr && flow.state != FlowState::kRunning) {
    words += ", " + state_words(tr, flow.state);
  }
  return words;
}

struct PlateLines {
  std::string first, second;
};

Vec plate_size(const Ui& ui, const PlateLines& lines, Type first, Type second, float bar) {
  float width = ui.canvas.width(lines.first, first);
  if (!lines.second.empty()) width = std::max(width, ui.canvas.width(lines.second, second));
  return {width + 10 + bar, lines.second.empty() ? 19.0F : 34.0F};
}

void draw_lines(Ui& ui, const Rect& plate, const PlateLines& lines, Type first, Type second,
                float bar) {
  ui.canvas.fill(plate, ui.palette.panel.faded(0.86F), 3);
  const float x = plate.x + 5 + bar;
  const float room = plate.right() - 4 - x;
  const float height = lines.second.empty() ? plate.h : 19;
  ui.canvas.text_in({x, plate.y, room, height}, lines.first, first, ui.palette.text);
  if (lines.second.empty()) return;
  ui.canvas.text_in({x, plate.y + 17, room, 16}, lines.second, second, ui.palette.text2);
}

/// Both sides of the line and over and under it, from its origin on.
std::vector<LabelPlace> places_along(const std::vector<Vec>& line, Vec size, float width) {
  std::vector<LabelPlace> places;
  const float length = length_of(line);
  const float gap = 7 + width / 2;
  const auto cost_of = [](float way, float off) { return way * 0.05F + off * 0.22F; };
  for (float way = std::min(14.0F, length * 0.3F); way < length * 0.85F; way += 9) {
    const Vec at = point_on(line, way).at;
    for (const float off : {0.0F, 14.0F, 34.0F}) {
      for (LabelPlace& place : places_around(at, size, gap + off)) {
        places.push_back({place.rect, cost_of(way, off) + place.cost * 0.2F});
      }
    }
  }
  return places;
}

}  // namespace

float flow_width(double tonnes_a_month, float zoom) {
  return zoom *
         std::max(kThin, 0.62F * static_cast<float>(std::sqrt(std::max(0.0, tonnes_a_month))));
}

std::vector<MapFlow> map_flows(const FlowScene& scene, const MapProjection& projection,
                               bool in_inset, float zoom) {
  std::vector<MapFlow> flows;
  for (const Flow& flow : scene.flows) {
    const bool starts = of_inset(flow.from);
    const bool ends = of_inset(flow.to);
    if (flow.route.size() < 2 || !is_shown(flow)) continue;
    if (in_inset ? !starts && !ends : starts && ends) continue;
    std::vector<Vec> points;
    for (const GeoPoint& point : flow.route) points.push_back(projection.at(point));
    MapFlow made;
    made.flow = &flow;
    const FlowAmount* amount = shown_amount(flow);
    const bool flows_now = amount != nullptr && flow.state != FlowState::kHalted;
    made.width = flows_now ? flow_width(amount->month, zoom) : kThin * zoom;
    made.line = smooth(points, kStep);
    flows.push_back(std::move(made));
  }
  spread_lanes(flows, zoom);
  flows.erase(
      std::remove_if(flows.begin(), flows.end(), [](MapFlow& flow) { return !set_head(flow); }),
      flows.end());
  std::stable_sort(flows.begin(), flows.end(),
                   [](const MapFlow& a, const MapFlow& b) { return a.width > b.width; });
  return flows;
}

void draw_map_flow(Ui& ui, const FlowScene& scene, const MapFlow& map_flow) {
  const Flow& flow = *map_flow.flow;
  const float width = map_flow.width;
  const Color color = flow_color(ui.palette, flow, ui.palette.sea);
  const bool selected = is_marked(scene.app, flow);
  const Vec ahead = map_flow.tip.ahead;
  const Vec across{-ahead.y, ahead.x};
  const auto head = [&](float grown, Color with) {
    const float length = head_length(width) + grown;
    const float half = 3.5F + 0.66F * width + grown;
    const Vec tip = map_flow.tip.at + ahead * grown;
    const Vec base = map_flow.tip.at - ahead * length;
    ui.canvas.triangle(tip, base + across * half, base - across * half, with);
  };
  if (selected) {
    ui.canvas.polyline(map_flow.line, ui.palette.text, width + 5);
    head(3.5F, ui.palette.text);
  }
  ui.canvas.polyline(map_flow.line, ui.palette.sea, width + 3);
  head(1.5F, ui.palette.sea);
  if (flow.state == FlowState::kHalted) {
    ui.canvas.dashed(map_flow.line, color, std::max(2.0F, width), 6, 4);
    const Vec middle = point_on(map_flow.line, length_of(map_flow.line) * 0.55F).at;
    ui.canvas.circle(middle, 8, ui.palette.sea);
    ui.canvas.mark(Shape::kCross, middle, 12, color);
  } else {
    ui.canvas.polyline(map_flow.line, color, width);
  }
  head(0, color);
}

Shape shape_of(PlaceKind kind) {
  switch (kind) {
    case PlaceKind::kMine:
      return Shape::kSquare;
    case PlaceKind::kSeparation:
      return Shape::kHexagon;
    case PlaceKind::kPort:
      return Shape::kCircle;
    case PlaceKind::kMakers:
      return Shape::kTriangle;
  }
  return Shape::kCircle;
}

void draw_site_mark(Ui& ui, const FlowScene& scene, const Place& place, Vec at, float size) {
  static_cast<void>(scene);
  const bool port = place.kind == PlaceKind::kPort;
  const Color color = port ? ui.palette.text : tone_of(ui.palette, place.hue).mark;
  ui.canvas.mark(shape_of(place.kind), at, size + 4, ui.palette.sea);
  ui.canvas.mark(shape_of(place.kind), at, size, color);
}

void draw_site_labels(Ui& ui, const std::vector<std::pair<const Place*, Vec>>& sites,
                      FreePlaces& places, bool second, Type type) {
  const bool japanese = ui.tr.language() == Language::kJapanese;
  for (const auto& [site, at] : sites) {
    PlateLines lines{std::string(japanese && !site->japanese.empty() ? site->japanese : site->name),
                     {}};
    if (second && !japanese) lines.second = site->japanese;
    std::optional<Rect> plate;
    for (const bool with_second : {true, false}) {
      if (!with_second) lines.second.clear();
      std::vector<LabelPlace> wanted =
          places_around(at, plate_size(ui, lines, type, Type::kSmall, 0), 9.5F);
      // Near an edge, rather aside than not at all.
      for (LabelPlace& place : wanted) {
        const float highest = places.bounds().right() - place.rect.w;
        const float x = std::max(places.bounds().x, std::min(place.rect.x, highest));
        if (x != place.rect.x) place.cost += 1;
        place.rect.x = x;
      }
      plate = places.choose(wanted, 2);
      if (plate || lines.second.empty()) break;
    }
    if (plate) draw_lines(ui, *plate, lines, type, Type::kSmall, 0);
  }
}

std::optional<Rect> draw_flow_plate(Ui& ui, const FlowScene& scene, const MapFlow& map_flow,
                                    FreePlaces& places, bool notes) {
  constexpr float kBar = 6;
  const Flow& flow = *map_flow.flow;
  PlateLines lines{amount_words(ui.tr, flow), source_words(ui.tr, flow)};
  std::optional<Rect> plate;
  for (const bool with_note : {true, false}) {
    if (with_note && !notes) continue;
    if (!with_note) lines.second.clear();
    const Vec size = plate_size(ui, lines, Type::kBodyBold, Type::kSmall, kBar);
    plate = places.choose(places_along(map_flow.line, size, map_flow.width));
    if (plate) break;
  }
  if (!plate) return std::nullopt;
  draw_lines(ui, *plate, lines, Type::kBodyBold, Type::kSmall, kBar);
  ui.canvas.fill({plate->x, plate->y, 3, plate->h}, flow_color(ui.palette, flow, ui.palette.panel));
  if (is_marked(scene.app, flow)) ui.canvas.outline(*plate, ui.palette.text, 1.5F, 3);
  ui.place("flows/plate/" + std::to_string(static_cast<int>(flow.id)), *plate);
  return plate;
}

}  // namespace monazite::viz
