#include <algorithm>
#include <array>
#include <cmath>

#include <viz/panels/detail/sankey_layout.hpp>

namespace monazite::viz {
namespace {

constexpr float kHead = 20, kBetweenNodes = 6, kThinRun = 2;
constexpr int kColumns = 3;

/// All stages from the top: in this order no two runs cross.
enum Stage : std::size_t {
  kBaotou,
  kMtWeld,
  kChatrapur,
  kPassing,
  kKuantan,
  kRefinery,
  kOwnOxide,
  kJapan,
  kPlants,
  kStages
};

struct StageName {
  const char* name;
  int column;
  Hue hue;
};
constexpr std::array<StageName, kStages> kNames{StageName{"Bayan Obo, Baotou", 0, Hue::kChina},
                                                StageName{"Mt Weld", 0, Hue::kAustralia},
                                                StageName{"Chatrapur", 0, Hue::kIndia},
                                                StageName{"", 1, Hue::kChina},
                                                StageName{"Kuantan", 1, Hue::kAustralia},
                                                StageName{"Atchutapuram", 1, Hue::kIndia},
                                                StageName{"Aluva", 1, Hue::kIndia},
                                                StageName{"Japan", 2, Hue::kJapan},
                                                StageName{"India's magnet plants", 2, Hue::kIndia}};

struct Leg {
  FlowId id;
  Stage from, to;
  bool first;
};
constexpr std::array<Leg, 8> kLegs{Leg{FlowId::kChinaToJapan, kBaotou, kPassing, true},
                                   Leg{FlowId::kMtWeldToKuantan, kMtWeld, kKuantan, true},
                                   Leg{FlowId::kFeed, kChatrapur, kRefinery, true},
                                   Leg{FlowId::kOwnOxide, kChatrapur, kOwnOxide, true},
                                   Leg{FlowId::kChinaToJapan, kPassing, kJapan, false},
                                   Leg{FlowId::kOutsideToJapan, kKuantan, kJapan, true},
                                   Leg{FlowId::kIndiaToJapan, kRefinery, kJapan, true},
                                   Leg{FlowId::kIndianPlants, kOwnOxide, kPlants, true}};

double amount_of(const SankeyRun& run) {
  return run.flow->amount ? std::max(0.0, run.flow->amount->month) : 0;
}

/// Nodes and runs without their places; nodes without a run are left out.
SankeyLayout connect(const std::vector<Flow>& flows) {
  SankeyLayout layout;
  std::array<std::size_t, kStages> at{};
  std::array<bool, kStages> used{};
  const auto flow_of = [&flows](FlowId id) -> const Flow* {
    for (const Flow& flow : flows) {
      if (flow.id == id && flow.state != FlowState::kNone) return &flow;
    }
    return nullptr;
  };
  for (const Leg& leg : kLegs) {
    if (flow_of(leg.id) != nullptr) used.at(leg.from) = used.at(leg.to) = true;
  }
  for (std::size_t stage = 0; stage < kStages; ++stage) {
    if (!used.at(stage)) continue;
    at.at(stage) = layout.nodes.size();
    const StageName& name = kNames.at(stage);
    SankeyNode node;
    node.name = name.name;
    node.column = name.column;
    node.hue = name.hue;
    // What only passes has no name, but its distance, so that it stays beside where it came from.
    node.head = kHead;
    layout.nodes.push_back(node);
  }
  for (const Leg& leg : kLegs) {
    const Flow* flow = flow_of(leg.id);
    if (flow == nullptr) continue;
    SankeyRun run;
    run.flow = flow;
    run.from = at.at(leg.from);
    run.to = at.at(leg.to);
    run.first = leg.first;
    layout.nodes[run.from].out += amount_of(run);
    layout.nodes[run.to].in += amount_of(run);
    layout.runs.push_back(run);
  }
  return layout;
}

/// How high a node is at a scale: what it lets through, and a label for each run that begins here.
float height_of(const SankeyLayout& layout, std::size_t node, double scale) {
  float in = 0, out = 0, labels = 0;
  for (const SankeyRun& run : layout.runs) {
    const float width = std::max(kThinRun, static_cast<float>(amount_of(run) * scale));
    if (run.to == node) in += width;
    if (run.from == node) {
      out += width;
      if (run.first) labels += kSankeyLabel;
    }
  }
  return std::max({in, out, labels, 10.0F});
}

float column_height(const SankeyLayout& layout, int column, double scale) {
  float height = 0;
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    if (layout.nodes[i].column != column) continue;
    height += layout.nodes[i].head + height_of(layout, i, scale) + kBetweenNodes;
  }
  return height;
}

float tallest(const SankeyLayout& layout, double scale) {
  float height = 0;
  for (int column = 0; column < kColumns; ++column) {
    height = std::max(height, column_height(layout, column, scale));
  }
  return height;
}

/// The largest scale at which all columns fit; by halving, as heights grow with it.
double scale_for(const SankeyLayout& layout, float height) {
  double low = 0, high = 1;
  while (high < 1e4 && tallest(layout, high) < height) high *= 2;
  for (int i = 0; i < 40; ++i) {
    const double middle = (low + high) / 2;
    (tallest(layout, middle) <= height ? low : high) = middle;
  }
  return low;
}

/// The top of a node's bar if it is to lie straight beside the first node that feeds it.
float wanted_top(const SankeyLayout& layout, std::size_t node, float lowest) {
  for (const SankeyRun& run : layout.runs) {
    if (run.to != node || !run.flow->amount) continue;
    const SankeyNode& source = layout.nodes[run.from];
    // Only the first run of a source goes straight; the others begin under it.
    float above = 0;
    for (const SankeyRun& other : layout.runs) {
      if (&other == &run) break;
      if (other.from == run.from) above += other.width;
    }
    return std::max(lowest, source.rect.y + above);
  }
  return lowest;
}

void place_nodes(SankeyLayout& layout, const Rect& rect, float bar_width) {
  const double scale = layout.pixels_per_tonne;
  // Room that is left over is shared among the gaps of the fullest column, and is the same in all.
  std::size_t most = 1;
  for (int column = 0; column < kColumns; ++column) {
    const auto count = static_cast<std::size_t>(
        std::count_if(layout.nodes.begin(), layout.nodes.end(),
                      [column](const SankeyNode& node) { return node.column == column; }));
    most = std::max(most, count);
  }
  const float spare = std::max(0.0F, rect.h - tallest(layout, scale)) / static_cast<float>(most);
  for (int column = 0; column < kColumns; ++column) {
    const float x = rect.x + (rect.w - bar_width) * static_cast<float>(column) / (kColumns - 1);
    float y = rect.y;
    // Heights of what still comes below, so that nothing is pushed out at the bottom.
    float below = column_height(layout, column, scale);
    for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
      SankeyNode& node = layout.nodes[i];
      if (node.column != column) continue;
      const float height = height_of(layout, i, scale);
      const float lowest = y + node.head;
      const float highest = std::max(lowest, rect.bottom() - below + node.head);
      node.rect = {x, std::min(highest, wanted_top(layout, i, lowest)), bar_width, height};
      below -= node.head + height + kBetweenNodes;
      y = node.rect.bottom() + kBetweenNodes + std::min(spare, 18.0F);
    }
  }
}

}  // namespace

SankeyLayout lay_out_sankey(const std::vector<Flow>& flows, const Rect& rect, float bar_width) {
  SankeyLayout layout = connect(flows);
  layout.pixels_per_tonne = scale_for(layout, rect.h);
  for (SankeyRun& run : layout.runs) {
    run.width = std::max(kThinRun, static_cast<float>(amount_of(run) * layout.pixels_per_tonne));
  }
  place_nodes(layout, rect, bar_width);
  std::vector<float> out(layout.nodes.size(), 0), in(layout.nodes.size(), 0);
  for (SankeyRun& run : layout.runs) {
    run.from_y = layout.nodes[run.from].rect.y + out[run.from];
    run.to_y = layout.nodes[run.to].rect.y + in[run.to];
    out[run.from] += run.width;
    in[run.to] += run.width;
    const SankeyNode* end = &layout.nodes[run.to];
    if (*end->name == '\0') {
      for (const SankeyRun& next : layout.runs) {
        if (next.from == run.to) end = &layout.nodes[next.to];
      }
    }
    run.share = end->in > 0 ? amount_of(run) / end->in : 0;
  }
  return layout;
}

float run_y(const SankeyRun& run, float share) {
  // Straight for nearly half of the way, which is where labels are; then a bend.
  const float t = std::clamp((share - 0.45F) / 0.5F, 0.0F, 1.0F);
  const float bend = t * t * (3 - 2 * t);
  return run.from_y + (run.to_y - run.from_y) * bend;
}

float least_sankey_height(const std::vector<Flow>& flows) {
  return tallest(connect(flows), 0);
}

}  // namespace monazite::viz
