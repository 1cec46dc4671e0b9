#include <algorithm>
#include <string>
#include <vector>

#include <viz/panels/detail/flow_parts.hpp>
#include <viz/panels/words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

constexpr float kTableHead = 24, kFlowRow = 30, kTablePadding = 12, kState = 86, kLeastName = 130,
                kArrow = 10;

/// A column of numbers. Those that do not fit are left out, the last in `rank` first.
struct Column {
  FlowColumn column;
  const char* head;
  float width;
  int rank;
  std::string (*words)(const Flow& flow);
};

std::string optional_tonnes(const std::optional<double>& amount) {
  return amount && *amount > 0 ? tonnes(*amount) : "–";
}

/// What is agreed or capped may be recorded of all rare earths only.
const FlowAmount* with(const Flow& flow, std::optional<double> FlowAmount::*part) {
  if (flow.amount && (*flow.amount).*part) return &*flow.amount;
  if (flow.reo && (*flow.reo).*part) return &*flow.reo;
  return nullptr;
}

std::string part_words(const Flow& flow, std::optional<double> FlowAmount::*part) {
  const FlowAmount* amount = with(flow, part);
  if (amount == nullptr) return "–";
  std::string words = optional_tonnes(amount->*part);
  const bool other = flow.amount && amount != &*flow.amount && words != "–";
  return other ? words + " REO" : words;
}

std::string month(const Flow& flow) {
  const FlowAmount* amount = shown_amount(flow);
  if (amount == nullptr) return "–";
  return (flow.estimate ? "≈ " : "") + tonnes(amount->month);
}

std::string mean(const Flow& flow) {
  const FlowAmount* amount = shown_amount(flow);
  return amount == nullptr ? "–" : (flow.estimate ? "≈ " : "") + tonnes(amount->mean);
}

std::string contracted(const Flow& flow) {
  return part_words(flow, &FlowAmount::contracted);
}

std::string cap(const Flow& flow) {
  return part_words(flow, &FlowAmount::cap);
}

std::string fulfilled(const Flow& flow) {
  return flow.fulfilled ? lab::number_words(100 * *flow.fulfilled, 0) + " %" : "–";
}

std::vector<Column> columns_that_fit(const Ui& ui, float room) {
  std::vector<Column> columns{{FlowColumn::kMonth, "this month", 52, 0, month},
                              {FlowColumn::kMean, "12-month mean", 62, 2, mean},
                              {FlowColumn::kContracted, "contracted", 62, 3, contracted},
                              {FlowColumn::kCap, "at most", 62, 4, cap},
                              {FlowColumn::kFulfilled, "fulfilled", 56, 1, fulfilled}};
  for (Column& column : columns) {
    column.width =
        std::max(column.width, ui.canvas.width(ui.tr(column.head), Type::kSmall) + 14 + kArrow);
  }
  const auto total = [&columns] {
    float sum = 0;
    for (const Column& column : columns) sum += column.width;
    return sum;
  };
  while (columns.size() > 1 && total() > room) {
    columns.erase(
        std::max_element(columns.begin(), columns.end(),
                         [](const Column& a, const Column& b) { return a.rank < b.rank; }));
  }
  return columns;
}

std::optional<double> part_value(const Flow& flow, std::optional<double> FlowAmount::*part) {
  const FlowAmount* amount = with(flow, part);
  if (amount == nullptr || *(amount->*part) <= 0) return std::nullopt;
  return amount->*part;
}

/// What a row is ordered by; nothing where the table has a dash.
std::optional<double> value_in(const Flow& flow, FlowColumn column) {
  const FlowAmount* amount = shown_amount(flow);
  switch (column) {
    case FlowColumn::kMonth:
      return amount == nullptr ? std::nullopt : std::optional<double>(amount->month);
    case FlowColumn::kMean:
      return amount == nullptr ? std::nullopt : std::optional<double>(amount->mean);
    case FlowColumn::kContracted:
      return part_value(flow, &FlowAmount::contracted);
    case FlowColumn::kCap:
      return part_value(flow, &FlowAmount::cap);
    case FlowColumn::kFulfilled:
      return flow.fulfilled;
    default:
      return static_cast<double>(flow.state);
  }
}

/// The flows in the order that is wanted; rows without a value come last either way.
std::vector<const Flow*> ordered(const Ui& ui, const FlowScene& scene) {
  std::vector<const Flow*> rows;
  rows.reserve(scene.flows.size());
  for (const Flow& flow : scene.flows) rows.push_back(&flow);
  const FlowColumn column = scene.app.view.flow_order;
  const bool fall = scene.app.view.flows_fall;
  if (column == FlowColumn::kNone) return rows;
  std::stable_sort(rows.begin(), rows.end(), [&](const Flow* a, const Flow* b) {
    if (column == FlowColumn::kName) {
      const std::string_view x = ui.tr(a->title), y = ui.tr(b->title);
      return fall ? y < x : x < y;
    }
    const auto x = value_in(*a, column), y = value_in(*b, column);
    if (!x || !y) return x.has_value() && !y.has_value();
    return fall ? *y < *x : *x < *y;
  });
  return rows;
}

/// The head of a column: a click orders by it, another turns the order round, a third one gives the
/// map's order again. An arrow tells the direction.
void draw_column_head(Ui& ui, const FlowScene& scene, FlowColumn column, const char* id,
                      std::string_view words, Rect rect, Align align, Commands& commands) {
  const bool chosen = scene.app.view.flow_order == column;
  const bool fall = scene.app.view.flows_fall;
  const Type type = chosen ? Type::kSmallBold : Type::kSmall;
  const Color color = chosen || ui.hovered(rect) ? ui.palette.text : ui.palette.text2;
  const float width = std::min(ui.canvas.width(words, type), rect.w);
  ui.canvas.text_in(rect, words, type, color, align);
  if (chosen) {
    const float x = align == Align::kRight ? rect.right() - width - 7 : rect.x + width + 8;
    ui.canvas.mark(fall ? Shape::kTriangleDown : Shape::kTriangle, {x, rect.centre().y}, 7, color);
  }
  if (!ui.click(std::string("flows/order/") + id, rect)) return;
  const bool first = column != FlowColumn::kName;  // numbers from the largest, names from A
  commands.push([column, first](App& a) {
    if (a.view.flow_order != column) {
      a.view.flow_order = column;
      a.view.flows_fall = first;
    } else if (a.view.flows_fall == first) {
      a.view.flows_fall = !first;
    } else {
      a.view.flow_order = FlowColumn::kNone;
    }
  });
}

void draw_row(Ui& ui, const FlowScene& scene, const Flow& flow, const Rect& row,
              const std::vector<Column>& columns, float columns_width, Commands& commands) {
  const bool selected = is_selected(scene.app, flow);
  if (is_marked(scene.app, flow)) {
    ui.canvas.fill(row.inset(4, 1), selected ? ui.palette.control : ui.palette.inset, 4);
  }
  if (selected) ui.canvas.outline(row.inset(4, 1), ui.palette.text2, 1, 4);
  Rect line = row.inset(kTablePadding, 0);
  ui.canvas.fill({line.x, line.y + 6, 3, line.h - 12}, tone_of(ui.palette, flow.hue).mark, 1);
  line.cut_left(10);
  const float middle = line.centre().y;
  const Rect state = line.cut_right(kState);
  Rect numbers = line.cut_right(columns_width, 8);
  const std::string material = material_words(flow);
  const float material_width = material.empty() ? 0 : ui.canvas.width(material, Type::kSmall) + 8;
  const Color color = is_shown(flow) ? ui.palette.text : ui.palette.text3;
  const float used = ui.canvas.text_in({line.x, line.y, line.w - material_width, line.h},
                                       ui.tr(flow.title), Type::kBody, color);
  ui.canvas.text({line.x + used + 8, middle}, material, Type::kSmall, ui.palette.text3);
  for (const Column& column : columns) {
    const Rect cell = numbers.cut_left(column.width);
    const bool first = column.rank == 0;
    ui.canvas.text_in(cell, column.words(flow), first ? Type::kBodyBold : Type::kBody,
                      first ? color : ui.palette.text2, Align::kRight);
  }
  draw_state_mark(ui, {state.x + 14, middle}, 9, flow.state);
  ui.canvas.text_in({state.x + 24, state.y, state.w - 24, state.h}, state_words(ui.tr, flow.state),
                    Type::kBody, is_shown(flow) ? ui.palette.text : ui.palette.text3);
  const std::string id = "flows/row/" + std::to_string(static_cast<int>(flow.id));
  if (ui.click(id, row)) select_flow(commands, flow.id);
  if (ui.hovered(row)) point_at_flow(ui, scene, flow, commands);
}

}  // namespace

void draw_flow_table(Ui& ui, const FlowScene& scene, const Rect& rect, Commands& commands) {
  Rect inside = rect;
  const float room = rect.w - 2 * kTablePadding - 10 - kState - 8 - kLeastName;
  const std::vector<Column> columns = columns_that_fit(ui, room);
  float columns_width = 0;
  for (const Column& column : columns) columns_width += column.width;

  const Rect head = inside.cut_top(kTableHead);
  Rect line = head.inset(kTablePadding, 0);
  line.cut_left(10);
  const Rect state = line.cut_right(kState);
  Rect numbers = line.cut_right(columns_width, 8);
  draw_column_head(ui, scene, FlowColumn::kName, "name", ui.tr("Flow"), line, Align::kLeft,
                   commands);
  for (const Column& column : columns) {
    draw_column_head(ui, scene, column.column, column.head, ui.tr(column.head),
                     numbers.cut_left(column.width), Align::kRight, commands);
  }
  draw_column_head(ui, scene, FlowColumn::kState, "state", ui.tr("State"),
                   {state.x + 10, state.y, state.w - 10, state.h}, Align::kLeft, commands);
  ui.canvas.line({head.x, head.bottom()}, {head.right(), head.bottom()}, ui.palette.hairline);

  // What one of them says in a sentence, under the table, where there is room for it.
  const Rect note = inside.h >= kFlowRow * static_cast<float>(scene.flows.size()) + 56
                        ? inside.cut_bottom(48)
                        : Rect{};
  Rect rows =
      ui.scroll_begin("flows/table", inside, kFlowRow * static_cast<float>(scene.flows.size()) + 4);
  for (const Flow* flow : ordered(ui, scene)) {
    draw_row(ui, scene, *flow, rows.cut_top(kFlowRow), columns, columns_width, commands);
  }
  ui.scroll_end();
  if (note.empty()) return;
  ui.canvas.line({note.x, note.y}, {note.right(), note.y}, ui.palette.hairline);
  std::string sentence{
      ui.tr("≈ stands before estimates: Japan's purchases outside India, split by "
            "what China and others could deliver.")};
  for (const Flow& flow : scene.flows) {
    if (is_selected(scene.app, flow) && !flow.why.empty()) {
      sentence = std::string(ui.tr(flow.title)) + ": " + std::string(ui.tr(flow.why)) + ".";
    }
  }
  ui.canvas.paragraph(note.inset(kTablePadding, 8), sentence, Type::kSmall, ui.palette.text2);
}

}  // namespace monazite::viz
