#include <algorithm>
#include <string>
#include <vector>

#include <viz/panels/detail/flow_parts.hpp>
#include <viz/panels/detail/sankey_layout.hpp>
#include <viz/panels/words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

constexpr float kSankeyPadding = 12, kBar = 10, kHeads = 18, kNote = 18, kPieces = 32;

/// Edges of a run between its two bars.
struct Edges {
  std::vector<Vec> upper, lower;
};

Edges edges_of(const SankeyLayout& layout, const SankeyRun& run) {
  Edges edges;
  const SankeyNode& source = layout.nodes[run.from];
  // What only passes a column goes on through it.
  const bool passing = *source.name == '\0';
  const float from = source.rect.right();
  const float to = layout.nodes[run.to].rect.x;
  if (passing) {
    edges.upper.push_back({source.rect.x, run.from_y});
    edges.lower.push_back({source.rect.x, run.from_y + run.width});
  }
  for (float i = 0; i <= kPieces; ++i) {
    const float share = i / kPieces;
    const Vec at{from + (to - from) * share, run_y(run, share)};
    edges.upper.push_back(at);
    edges.lower.push_back(at + Vec{0, run.width});
  }
  return edges;
}

void draw_run(Ui& ui, const FlowScene& scene, const SankeyLayout& layout, const SankeyRun& run) {
  const Flow& flow = *run.flow;
  const Edges edges = edges_of(layout, run);
  const Color color = flow_color(ui.palette, flow, ui.palette.panel);
  const bool selected = is_marked(scene.app, flow);
  if (flow.state == FlowState::kHalted) {
    ui.canvas.dashed(edges.upper, color, 2, 6, 4);
    const Vec middle = edges.upper[edges.upper.size() * 7 / 10];
    ui.canvas.circle(middle, 8, ui.palette.panel);
    ui.canvas.mark(Shape::kCross, middle, 12, color);
    return;
  }
  // Estimates are pale between dashed edges; what is recorded is solid.
  const Color body = mixed(color, ui.palette.panel, flow.estimate ? 0.45F : 0.9F);
  ui.canvas.band(edges.upper, edges.lower, body);
  if (flow.estimate) {
    ui.canvas.dashed(edges.upper, color, 1.5F, 5, 4);
    ui.canvas.dashed(edges.lower, color, 1.5F, 5, 4);
  }
  if (selected) {
    ui.canvas.polyline(edges.upper, ui.palette.text, 1.5F);
    ui.canvas.polyline(edges.lower, ui.palette.text, 1.5F);
  }
}

void draw_node(Ui& ui, const SankeyNode& node, float room) {
  if (*node.name == '\0') return;
  ui.canvas.fill(node.rect, tone_of(ui.palette, node.hue).mark, 2);
  const std::string total = tonnes(std::max(node.in, node.out)) + " t";
  std::string words{ui.tr(node.name)};
  const float y = node.rect.y - node.head;
  const bool last = node.column == 2;
  const Rect line{last ? node.rect.right() - room : node.rect.x, y, room, node.head};
  const float total_width = ui.canvas.width(total, Type::kSmall) + 6;
  const float name_width = ui.canvas.width(words, Type::kSmallBold);
  // The total stays away rather than shortening the name.
  const bool with_total = last && name_width + total_width <= room;
  if (with_total) {
    ui.canvas.text_in(line, total, Type::kSmall, ui.palette.text2, Align::kRight);
  }
  Rect name = line;
  if (with_total) name.w -= total_width;
  ui.canvas.text_in(name, words, Type::kSmallBold, ui.palette.text,
                    last ? Align::kRight : Align::kLeft);
}

struct Label {
  const SankeyRun* run;
  Rect rect;
  std::string words;
};

/// "about 305 t, 67 %": the share is of what reaches the same place.
std::string label_words(const Ui& ui, const SankeyRun& run, bool with_share) {
  const Flow& flow = *run.flow;
  std::string words = tonnes(flow.amount ? flow.amount->month : 0) + " t";
  if (flow.estimate) words = ui.tr("about {0}", {words});
  if (flow.state == FlowState::kHalted) return std::string(ui.tr("halted"));
  if (with_share && run.share < 0.9995) {
    words += ", " + lab::number_words(100 * run.share, run.share < 0.095 ? 1 : 0) + " %";
  }
  if (flow.state == FlowState::kLimited) words += ", " + state_words(ui.tr, flow.state);
  return words;
}

std::vector<Label> labels_of(const Ui& ui, const SankeyLayout& layout) {
  std::vector<Label> labels;
  std::vector<float> free_from(layout.nodes.size(), 0);
  for (const SankeyRun& run : layout.runs) {
    if (!run.first) continue;
    const SankeyNode& node = layout.nodes[run.from];
    const float from = node.rect.right() + 6;
    const float room = (layout.nodes[run.to].rect.x - from) * 0.86F;
    Label label{&run, {}, label_words(ui, run, true)};
    float width = ui.canvas.width(label.words, Type::kSmallBold) + 10;
    if (width > room) {
      label.words = label_words(ui, run, false);
      width = std::min(room, ui.canvas.width(label.words, Type::kSmallBold) + 10);
    }
    const float height = kSankeyLabel - 2;
    const float lowest = std::max(node.rect.y + 1, free_from[run.from]);
    const float y = std::max(lowest, run.from_y + run.width / 2 - height / 2);
    label.rect = {from, y, width, height};
    free_from[run.from] = y + height + 2;
    labels.push_back(std::move(label));
  }
  return labels;
}

void draw_label(Ui& ui, const FlowScene& scene, const Label& label) {
  ui.canvas.fill(label.rect, ui.palette.panel.faded(0.9F), 3);
  if (is_marked(scene.app, *label.run->flow)) {
    ui.canvas.outline(label.rect, ui.palette.text, 1.5F, 3);
  }
  ui.canvas.text_in(label.rect.inset(5, 0), label.words, Type::kSmallBold, ui.palette.text);
  ui.place("flows/plate/" + std::to_string(static_cast<int>(label.run->flow->id)), label.rect);
}

/// What flows in another material, and so is in no run.
std::vector<const Flow*> others(const FlowScene& scene, const SankeyLayout& layout) {
  std::vector<const Flow*> found;
  for (const Flow& flow : scene.flows) {
    const bool in_a_run = std::any_of(layout.runs.begin(), layout.runs.end(),
                                      [&flow](const SankeyRun& run) { return run.flow == &flow; });
    if (!in_a_run && is_shown(flow)) found.push_back(&flow);
  }
  return found;
}

void draw_others(Ui& ui, const FlowScene& scene, const std::vector<const Flow*>& flows, Rect rect,
                 Commands& commands) {
  ui.canvas.line({rect.x, rect.y}, {rect.right(), rect.y}, ui.palette.hairline);
  rect.cut_top(4);
  const Rect head = rect.cut_top(kNote);
  const std::string_view title = ui.tr("Other materials, not in these widths");
  ui.canvas.text_in(head, title, Type::kSmall, ui.palette.text3);
  const std::string_view estimate = ui.tr("about: an estimate");
  const float width = ui.canvas.width(estimate, Type::kSmall);
  if (ui.canvas.width(title, Type::kSmall) + width + 60 < head.w) {
    const Rect sample{head.right() - width - 32, head.centre().y - 4, 24, 8};
    ui.canvas.fill(sample, mixed(ui.palette.text3, ui.palette.panel, 0.45F));
    for (const float y : {sample.y, sample.bottom()}) {
      ui.canvas.dashed({{sample.x, y}, {sample.right(), y}}, ui.palette.text2, 1.5F, 5, 4);
    }
    ui.canvas.text_in(head, estimate, Type::kSmall, ui.palette.text3, Align::kRight);
  }
  const bool two = rect.w >= 640;
  Rect line;
  for (std::size_t i = 0; i < flows.size(); ++i) {
    if (!two || i % 2 == 0) line = rect.cut_top(kNote);
    if (line.h < kNote) break;
    const Rect cell = two ? line.cut_left(rect.w / 2 - 6, 12) : line;
    const Flow& flow = *flows[i];
    if (is_marked(scene.app, flow)) {
      ui.canvas.fill(cell, ui.palette.control, 3);
    }
    ui.canvas.fill({cell.x, cell.y + 3, 3, cell.h - 6}, tone_of(ui.palette, flow.hue).mark, 1);
    const std::string words =
        std::string(ui.tr(flow.title)) + ": " + amount_words(ui.tr, flow) +
        (flow.amount && flow.state != FlowState::kRunning ? ", " + state_words(ui.tr, flow.state)
                                                          : std::string{});
    ui.canvas.text_in({cell.x + 8, cell.y, cell.w - 8, cell.h}, words, Type::kSmall,
                      ui.palette.text2);
    if (ui.click("flows/other/" + std::to_string(static_cast<int>(flow.id)), cell)) {
      select_flow(commands, flow.id);
    }
    if (ui.hovered(cell)) point_at_flow(ui, scene, flow, commands);
  }
}

const Flow* flow_at(const SankeyLayout& layout, const std::vector<Label>& labels, Vec point) {
  for (const Label& label : labels) {
    if (label.rect.contains(point)) return label.run->flow;
  }
  for (const SankeyRun& run : layout.runs) {
    const float from = layout.nodes[run.from].rect.right();
    const float to = layout.nodes[run.to].rect.x;
    if (point.x < from || point.x > to) continue;
    const float y = run_y(run, (point.x - from) / (to - from));
    if (point.y >= y - 3 && point.y <= y + run.width + 3) return run.flow;
  }
  return nullptr;
}

void draw_heads(Ui& ui, const Rect& rect) {
  const Rect third{rect.x, rect.y, rect.w / 3, rect.h};
  ui.canvas.text_in(third, ui.tr("Mines"), Type::kSmall, ui.palette.text3);
  ui.canvas.text_in(Rect{rect.centre().x - kBar / 2, rect.y, rect.w / 3, rect.h},
                    ui.tr("Separation"), Type::kSmall, ui.palette.text3);
  ui.canvas.text_in(Rect{rect.x + 2 * third.w, rect.y, third.w, rect.h}, ui.tr("Use"), Type::kSmall,
                    ui.palette.text3, Align::kRight);
}

}  // namespace

void draw_flow_sankey(Ui& ui, const FlowScene& scene, const Rect& panel, Commands& commands) {
  Rect rect = panel.inset(kSankeyPadding, 6);
  draw_heads(ui, rect.cut_top(kHeads, 2));
  // Which flows are others does not depend on places.
  const std::vector<const Flow*> rest = others(scene, lay_out_sankey(scene.flows, rect, kBar));
  const std::size_t rows = rect.w >= 640 ? (rest.size() + 1) / 2 : rest.size();
  const float notes = rest.empty() ? 0 : kNote * static_cast<float>(rows + 1) + 6;
  const bool room = notes > 0 && rect.h - notes - 6 >= least_sankey_height(scene.flows);
  const Rect bottom = room ? rect.cut_bottom(notes, 6) : Rect{};

  const SankeyLayout layout = lay_out_sankey(scene.flows, rect, kBar);
  ui.canvas.push_clip(panel);
  for (const SankeyRun& run : layout.runs) draw_run(ui, scene, layout, run);
  const float between = (rect.w - kBar) / 2;
  // Runs bend under names of the middle column only, and there only on their last part.
  for (const SankeyNode& node : layout.nodes) {
    draw_node(ui, node,
              node.column == 0   ? between - 8
              : node.column == 1 ? between * 0.5F
                                 : between * 0.72F);
  }
  const std::vector<Label> labels = labels_of(ui, layout);
  for (const Label& label : labels) draw_label(ui, scene, label);
  ui.canvas.pop_clip();
  if (room) draw_others(ui, scene, rest, bottom, commands);

  const bool clicked = ui.click("flows/sankey", rect);
  if (!ui.hovered(rect)) return;
  const Flow* flow = flow_at(layout, labels, ui.mouse());
  if (flow == nullptr) return;
  point_at_flow(ui, scene, *flow, commands);
  if (clicked) select_flow(commands, flow->id);
}

}  // namespace monazite::viz
