#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <viz/model/level_words.hpp>
#include <viz/model/seat/seat_words.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/debrief.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {

using game::Debrief;
using game::signed_two;
using game::SignedClause;
using game::two;

namespace {

/// Clause, level, worth to both, and the Nash point's level with what it would have changed.
using SignedCells = std::array<Rect, 5>;

std::string_view level_title(const Ui& ui, const Debrief& debrief) {
  return ui.tr(debrief.agreed ? "Signed" : "In force");
}

/// Names and levels have what they need; the rest is for the Nash point. Without a deal the levels
/// are worth nothing.
class SignedColumns {
 public:
  SignedColumns(const Ui& ui, const Debrief& debrief, float width)
      : width_(width), number_(debrief.agreed ? 38.0F : 0.0F) {
    for (const SignedClause& clause : debrief.clauses) {
      name_ = std::max(name_, ui.canvas.width(ui.tr(lab::capital(clause.name)), Type::kBody) + 6);
      level_ = std::max(level_, ui.canvas.width(short_level(clause.agreed), Type::kBodyBold) + 2);
    }
    name_ = std::min(name_, width * 0.4F);
    level_ = std::max(level_, ui.canvas.width(level_title(ui, debrief), Type::kSmall));
  }
  [[nodiscard]] SignedCells cells(Rect row) const {
    row.w = width_;
    const Rect name = row.cut_left(name_, 4);
    const Rect level = row.cut_left(level_, 4);
    const Rect mine = row.cut_left(number_, 4);
    const Rect theirs = row.cut_left(number_, 8);
    return {name, level, mine, theirs, row};
  }

 private:
  float width_, number_, name_ = 0, level_ = 0;
};

/// "2,000 t/yr, +0.08 / -0.02", without the numbers where the column is narrow.
std::string at_nash(const Ui& ui, const SignedClause& clause, float width) {
  std::string words = short_level(clause.nash);
  if (!clause.nash_to_me || !clause.nash_to_them) return words;
  const std::string whole =
      words + ", " + signed_two(*clause.nash_to_me) + " / " + signed_two(*clause.nash_to_them);
  return ui.canvas.width(whole, Type::kSmall) <= width ? whole : words;
}

void draw_signed_head(Ui& ui, const Debrief& debrief, const SeatLooks& looks,
                      const SignedCells& cells) {
  ui.canvas.text_in(cells[0], ui.tr("Clause"), Type::kSmall, ui.palette.text2);
  ui.canvas.text_in(cells[1], level_title(ui, debrief), Type::kSmall, ui.palette.text2,
                    Align::kRight);
  if (debrief.agreed) {
    ui.canvas.text_in(cells[2], ui.tr("you"), Type::kSmallBold, looks.mine.tone.word,
                      Align::kRight);
    ui.canvas.text_in(cells[3], ui.tr("they"), Type::kSmallBold, looks.theirs.tone.word,
                      Align::kRight);
  }
  const std::string_view nash = ui.tr("At the Nash point");
  const bool fits = ui.canvas.width(nash, Type::kSmallBold) <= cells[4].w;
  ui.canvas.text_in(cells[4], fits ? nash : ui.tr("At Nash"), Type::kSmallBold,
                    ui.palette.solution().word, Align::kRight);
}

void draw_clause(Ui& ui, const SignedClause& clause, bool agreed, const SignedCells& cells) {
  const auto number = [&](const std::optional<double>& value, const Rect& place) {
    ui.canvas.text_in(place, value ? signed_two(*value) : "–", Type::kBody, ui.palette.text,
                      Align::kRight);
  };
  ui.canvas.text_in(cells[0], ui.tr(lab::capital(clause.name)), Type::kBody, ui.palette.text);
  ui.canvas.text_in(cells[1], short_level(clause.agreed), Type::kBodyBold, ui.palette.text,
                    Align::kRight);
  if (agreed) {
    number(clause.to_me, cells[2]);
    number(clause.to_them, cells[3]);
  }
  if (clause.differs) {
    ui.canvas.fill(cells[4].inset(0, 2), ui.palette.solution().mark.faded(0.1F), 3);
  }
  ui.canvas.text_in(
      cells[4].inset(6, 0),
      clause.differs ? at_nash(ui, clause, cells[4].w - 12) : std::string(ui.tr("the same")),
      clause.differs ? Type::kSmall : Type::kBody,
      clause.differs ? ui.palette.solution().word : ui.palette.text2, Align::kRight);
}

/// The whole package against what was signed, or no deal. Its worth is not the sum of its clauses:
/// each is valued with all others as they are in the second column.
void draw_whole(Ui& ui, const Debrief& debrief, const SeatLooks& looks, const SignedCells& cells) {
  const Rect both{cells[0].x, cells[0].y, cells[1].right() - cells[0].x, cells[0].h};
  ui.canvas.text_in(both, ui.tr("The whole deal"), Type::kBodyBold, ui.palette.text);
  if (debrief.agreed) {
    ui.canvas.text_in(cells[2], two(debrief.deal.mine), Type::kBodyBold, looks.mine.tone.word,
                      Align::kRight);
    ui.canvas.text_in(cells[3], two(debrief.deal.theirs), Type::kBodyBold, looks.theirs.tone.word,
                      Align::kRight);
  }
  if (!debrief.nash) return;
  ui.canvas.text_in(
      cells[4].inset(6, 0),
      signed_two(debrief.left_to_nash) + " / " + signed_two(debrief.left_to_nash_theirs),
      Type::kBodyBold, ui.palette.solution().word, Align::kRight);
}

}  // namespace

void draw_debrief_signed(Ui& ui, const Debrief& debrief, const SeatLooks& looks, const Rect& rect) {
  Rect inside = ui.panel(
      "debrief_signed", rect, ui.tr(debrief.agreed ? "What you signed" : "The trade you missed"),
      ui.tr(debrief.agreed ? "and the trade you missed" : "against the terms as they were"));
  if (debrief.clauses.empty()) {
    ui.empty(inside, ui.tr("Nothing was signed"));
    return;
  }
  inside = inside.inset(kPadding, 6);
  ui.canvas.text_in(inside.cut_bottom(18),
                    ui.tr("Right column: the change for you / for {0}", {looks.their_name}),
                    Type::kSmall, ui.palette.text2);
  const auto rows = static_cast<float>(debrief.clauses.size());
  constexpr float kBesideBar = 10, kLeast = 21;
  const bool scrolls = kLeast * rows > inside.h - 20 - 26;
  const float width = inside.w - (scrolls ? kBesideBar : 0);
  const SignedColumns columns(ui, debrief, width);
  draw_signed_head(ui, debrief, looks, columns.cells(inside.cut_top(20)));
  const Rect sum = inside.cut_bottom(26);
  ui.canvas.line({sum.x, sum.y}, {sum.right(), sum.y}, ui.palette.text2);
  draw_whole(ui, debrief, looks, columns.cells(sum));
  const float height = std::clamp(inside.h / rows, kLeast, 34.0F);
  Rect list = ui.scroll_begin("debrief/clauses", inside, height * rows);
  for (const SignedClause& clause : debrief.clauses) {
    const Rect line = list.cut_top(height);
    ui.canvas.line({line.x, line.y}, {line.x + width, line.y}, ui.palette.hairline);
    draw_clause(ui, clause, debrief.agreed, columns.cells(line));
  }
  ui.scroll_end();
}

}  // namespace monazite::viz
