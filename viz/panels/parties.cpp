#include <algorithm>
#include <string>
#include <vector>

#include <viz/model/parties_view.hpp>
#include <viz/model/view_cache.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/parties.hpp>
#include <viz/panels/words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

constexpr float kCardGap = 4, kLeastCard = 58, kTallestCard = 84;

void draw_spark(Ui& ui, const Rect& rect, const std::vector<double>& values) {
  if (values.size() < 2) return;
  const auto [lowest, highest] = std::minmax_element(values.begin(), values.end());
  const double span = std::max(1e-9, *highest - *lowest);
  std::vector<Vec> points;
  const float step = rect.w / static_cast<float>(values.size() - 1);
  for (std::size_t i = 0; i < values.size(); ++i) {
    points.push_back({rect.x + step * static_cast<float>(i),
                      rect.bottom() - static_cast<float>((values[i] - *lowest) / span) * rect.h});
  }
  ui.canvas.polyline(points, ui.palette.text3, 1.2F);
  ui.canvas.circle(points.back(), 2, ui.palette.text);
}

std::string value_words(const Ui& ui, const Measure& measure) {
  return lab::number_words(measure.value, measure.decimals) + " " +
         std::string(ui.tr(measure.unit));
}

std::string measure_words(const Ui& ui, const Measure& measure) {
  std::string value = value_words(ui, measure);
  if (!measure.of) return value;
  return ui.tr("{0} of {1}", {value, lab::number_words(*measure.of, measure.decimals)});
}

/// Name and number, what it did last, and the number as a bar with its past.
void draw_card(Ui& ui, const PartyCard& card, const Look& look, const Rect& rect, bool marked) {
  ui.canvas.fill(rect, ui.palette.inset, 6);
  ui.canvas.fill({rect.x, rect.y, 3, rect.h}, look.tone.mark, 1);
  if (marked) ui.canvas.outline(rect, ui.palette.text2, 1.5F, 6);
  Rect inside = rect.inset(11, std::max(3.0F, (rect.h - 54) / 2));
  Rect head = inside.cut_top(19);
  ui.canvas.mark(look, {head.x + 5, head.centre().y}, 10);
  head.cut_left(17);
  const std::string name = ui.tr.party(card.look ? card.look->name : "", card.title);
  if (card.headline) {
    constexpr float kGap = 8;
    std::string value = measure_words(ui, *card.headline);
    float width = ui.canvas.width(value, Type::kSmallBold);
    if (ui.canvas.width(name, Type::kTitle) + kGap + width > head.w) {  // the name comes first
      value = value_words(ui, *card.headline);
      width = ui.canvas.width(value, Type::kSmallBold);
    }
    if (width < head.w * 0.7F) {
      ui.canvas.text_in(head.cut_right(width, kGap), value, Type::kSmallBold,
                        card.warning ? ui.palette.stopped().word : ui.palette.text, Align::kRight);
    }
  }
  const float used = ui.canvas.text_in(head, name, Type::kTitle, ui.palette.text);
  const std::string& beside = ui.tr.language() == Language::kJapanese ? card.title : card.japanese;
  if (!beside.empty() && used + 8 + ui.canvas.width(beside, Type::kSmall) < head.w) {
    ui.canvas.text({head.x + used + 8, head.centre().y}, beside, Type::kSmall, ui.palette.text2);
  }
  ui.canvas.text_in(
      inside.cut_top(18),
      card.intention.empty() ? ui.tr("has not acted yet") : std::string_view(card.intention),
      Type::kSmall, ui.palette.text2);
  if (!card.headline || inside.h < 14) return;
  Rect bar = inside.cut_top(16);
  const Rect spark = bar.cut_right(58, 10);
  const float label = ui.canvas.width(ui.tr(card.headline->label), Type::kSmall);
  if (label < bar.w * 0.5F) {
    ui.canvas.text_in(bar.cut_left(label, 8), ui.tr(card.headline->label), Type::kSmall,
                      ui.palette.text3);
  }
  ui.bar({bar.x, bar.centre().y - 2, bar.w, 4}, card.bar, look.tone.mark, card.tick);
  draw_spark(ui, spark.inset(2, 3), card.spark);
}

}  // namespace

void draw_parties(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  const bool english = ui.tr.language() == Language::kEnglish;
  Rect inside = ui.panel("parties", rect, ui.tr("Parties"), english ? "当事者" : "");
  if (app.replay() == nullptr) return;
  inside = inside.inset(8, 6);
  const Rect search = inside.cut_top(28, 8);
  ui.canvas.fill(search, ui.palette.inset, 5);
  ui.canvas.outline(search, ui.palette.hairline, 1, 5);
  ui.canvas.text({search.x + 10, search.centre().y}, ui.tr("Search"), Type::kBody,
                 ui.palette.text2);
  ui.canvas.text({search.right() - 10, search.centre().y}, "Ctrl F", Type::kSmall, ui.palette.text2,
                 Align::kRight);
  if (ui.click("parties/search", search)) commands.run("view.search");

  const std::vector<PartyCard>& cards = app.file()->views().parties(app.day());
  const auto count = static_cast<float>(cards.size());
  const float room = (inside.h - kCardGap * (count - 1)) / std::max(1.0F, count);
  const float height = std::clamp(room, kLeastCard, kTallestCard);
  Rect list = ui.scroll_begin("parties/cards", inside, (height + kCardGap) * count - kCardGap);
  for (const PartyCard& card : cards) {
    const Rect place = list.cut_top(height, kCardGap);
    const Look look = look_of(ui.palette, *app.replay(), card.seat);
    draw_card(ui, card, look, place, app.selection.marks(Entity::Kind::kSeat, card.seat));
    const base::SeatId seat = card.seat;
    if (ui.click("parties/" + app.replay()->seat_name(seat), place)) {
      commands.push([seat](App& a) { a.select({Entity::Kind::kSeat, seat}); });
    }
    if (ui.hovered(place)) {
      commands.point(Entity{Entity::Kind::kSeat, seat});
      std::vector<std::string> lines{card.intention};
      if (card.warning) lines.push_back(card.warning_reason);
      if (card.second) {
        lines.push_back(std::string(ui.tr(card.second->label)) + " " +
                        measure_words(ui, *card.second));
      }
      ui.tooltip(lines);
    }
  }
  ui.scroll_end();
}

}  // namespace monazite::viz
