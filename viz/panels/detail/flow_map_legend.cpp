#include <algorithm>
#include <array>
#include <string>

#include <viz/panels/detail/flow_map_parts.hpp>

namespace monazite::viz {
namespace {

constexpr std::array<double, 5> kAmounts{10, 50, 100, 200, 400};
constexpr float kLegendPadding = 10, kLegendRow = 20, kSample = 18, kBetween = 12;

struct Kind {
  PlaceKind kind;
  const char* words;
};
constexpr std::array<Kind, 4> kKinds{
    Kind{PlaceKind::kMine, "mine"}, Kind{PlaceKind::kSeparation, "separation"},
    Kind{PlaceKind::kPort, "port"}, Kind{PlaceKind::kMakers, "makers"}};
constexpr std::array<const char*, 3> kStates{"halted", "limited", "selected"};

float entry_width(const Ui& ui, std::string_view words, float sample) {
  return sample + 6 + ui.canvas.width(words, Type::kSmall) + kBetween;
}

std::string amount_of(std::size_t i) {
  return tonnes(kAmounts.at(i));
}

}  // namespace

Vec legend_size(const Ui& ui, float zoom) {
  static_cast<void>(zoom);
  std::array<float, 4> rows{};
  rows[0] = ui.canvas.width(ui.tr("Arrow width, t a month"), Type::kSmallBold) + kBetween;
  for (std::size_t i = 0; i < kAmounts.size(); ++i) {
    rows[1] += entry_width(ui, amount_of(i), kSample);
  }
  for (const Kind& kind : kKinds) rows[2] += entry_width(ui, ui.tr(kind.words), 10);
  for (const char* state : kStates) rows[3] += entry_width(ui, ui.tr(state), 22);
  return {*std::max_element(rows.begin(), rows.end()) - kBetween + 2 * kLegendPadding,
          4 * kLegendRow + kLegendPadding};
}

void draw_legend(Ui& ui, const Rect& rect, float zoom) {
  const Palette& palette = ui.palette;
  ui.canvas.fill(rect, palette.panel, 4);
  ui.canvas.outline(rect, palette.hairline, 1, 4);
  ui.place("flows/legend", rect);
  Rect inside = rect.inset(kLegendPadding, kLegendPadding / 2);
  ui.canvas.text_in(inside.cut_top(kLegendRow), ui.tr("Arrow width, t a month"), Type::kSmallBold,
                    palette.text2);
  // Spread over the width that the widest row takes.
  Rect row = inside.cut_top(kLegendRow);
  const float step = row.w / static_cast<float>(kAmounts.size());
  for (std::size_t i = 0; i < kAmounts.size(); ++i) {
    const Vec at{row.x + static_cast<float>(i) * step, row.centre().y};
    const float width = flow_width(kAmounts.at(i), zoom);
    ui.canvas.fill({at.x, at.y - width / 2, kSample, width}, palette.text2, 1);
    ui.canvas.text({at.x + kSample + 6, at.y}, amount_of(i), Type::kSmall, palette.text);
  }
  row = inside.cut_top(kLegendRow);
  float x = row.x;
  for (const Kind& kind : kKinds) {
    ui.canvas.mark(shape_of(kind.kind), {x + 5, row.centre().y}, 10, palette.text2);
    ui.canvas.text({x + 16, row.centre().y}, ui.tr(kind.words), Type::kSmall, palette.text);
    x += entry_width(ui, ui.tr(kind.words), 10);
  }
  row = inside.cut_top(kLegendRow);
  x = row.x;
  for (std::size_t i = 0; i < kStates.size(); ++i) {
    const Vec at{x, row.centre().y};
    if (i == 0) {
      ui.canvas.dashed({at, at + Vec{22, 0}}, palette.text2, 2, 5, 3);
      ui.canvas.mark(Shape::kCross, at + Vec{11, 0}, 10, palette.text);
    } else if (i == 1) {
      ui.canvas.fill({at.x, at.y - 2.5F, 22, 5}, mixed(palette.text2, palette.panel, 0.45F), 1);
    } else {
      ui.canvas.ring(at + Vec{13, 0}, 6, palette.text, 2);
    }
    ui.canvas.text(at + Vec{28, 0}, ui.tr(kStates.at(i)), Type::kSmall, palette.text);
    x += entry_width(ui, ui.tr(kStates.at(i)), 22);
  }
}

}  // namespace monazite::viz
