#include <string>
#include <vector>

#include <viz/model/clause_view.hpp>
#include <viz/model/view_cache.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/book.hpp>
#include <viz/panels/words.hpp>

namespace monazite::viz {

Look status_look(const Palette& palette, StatusMark mark) {
  switch (mark) {
    case StatusMark::kKept:
      return {palette.in_force(), Shape::kCircle, false};
    case StatusMark::kWeakened:
      return {palette.stopped(), Shape::kTriangleDown, false};
    case StatusMark::kStopped:
      return {palette.stopped(), Shape::kCross, false};
    case StatusMark::kPending:
      return {palette.japan, Shape::kDiamond, true};
    default:
      return {palette.india, Shape::kSquare, false};
  }
}

void draw_book(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  ui.canvas.fill(rect, ui.palette.panel, 6);
  ui.canvas.outline(rect, ui.palette.hairline, 1, 6);
  ui.place("book", rect);
  Rect inside = rect;
  const std::vector<std::string> tabs = {
      std::string(ui.tr("Clauses")), std::string(ui.tr("Messages")), std::string(ui.tr("Detail")),
      std::string(ui.tr("Bookmarks"))};
  if (const auto chosen = ui.tabs("book", inside.cut_top(36).inset(kPadding, 0), tabs,
                                  static_cast<int>(app.view.book))) {
    commands.push([chosen](App& a) { a.view.book = static_cast<BookTab>(*chosen); });
  }
  if (app.replay() == nullptr) return;
  inside = inside.inset(kPadding, 6);
  switch (app.view.book) {
    case BookTab::kClauses:
      draw_clauses(ui, app, inside, commands);
      break;
    case BookTab::kMessages:
      draw_messages(ui, app, inside, commands);
      break;
    case BookTab::kDetail:
      draw_detail(ui, app, inside, commands);
      break;
    case BookTab::kBookmarks:
      draw_bookmarks(ui, app, inside, commands);
      break;
  }
}

namespace {

constexpr float kColumnGap = 10;

/// "consulting, Nov 25": short, since three columns share a narrow panel.
std::string since_words(const Strings& tr, const ClauseRow& row, bool narrow) {
  const bool talks = row.status == v1::ClauseStatus::STATUS_UNDER_CONSULTATION;
  std::string status(tr(talks ? "consulting" : row.status_words));
  if (narrow) return status;
  const std::string month = base::to_month_string(row.since);
  return status + ", " + month.substr(0, 4) + month.substr(month.size() - 2);
}

}  // namespace

void draw_clauses(Ui& ui, const App& app, Rect rect, Commands& commands) {
  const std::vector<ClauseRow>& rows = app.file()->views().clauses(app.day());
  if (rows.empty()) {
    ui.empty(rect, ui.tr("No clause is in force on this day"));
    return;
  }
  // As wide as the longest measure, where the rest leaves room for it.
  float longest = ui.canvas.width(ui.tr("Measure"), Type::kSmall);
  for (const ClauseRow& row : rows) {
    longest = std::max(longest, ui.canvas.width(row.measure, Type::kBody));
  }
  const bool narrow = rect.w < 330;  // the day is in the tooltip then
  const float status_w = narrow ? 96 : std::min(140.0F, rect.w * 0.42F);
  const float measure_w = std::min(longest + 2, std::max(56.0F, rect.w - status_w - 170));
  Rect head = rect.cut_top(20);
  const Rect head_status = head.cut_right(status_w);
  head.cut_right(kColumnGap);
  const Rect head_measure = head.cut_right(measure_w, kColumnGap);
  ui.canvas.text_in({head.x + 20, head.y, head.w - 20, head.h}, ui.tr("Clause"), Type::kSmall,
                    ui.palette.text2);
  ui.canvas.text_in(head_measure, ui.tr("Measure"), Type::kSmall, ui.palette.text2, Align::kRight);
  ui.canvas.text_in({head_status.x + 16, head.y, head_status.w - 16, head.h},
                    narrow ? ui.tr("Status") : ui.tr("Status, since"), Type::kSmall,
                    ui.palette.text2);
  const float height = 27;
  Rect list = ui.scroll_begin("clauses/rows", rect, height * static_cast<float>(rows.size()));
  for (const ClauseRow& row : rows) {
    const Rect line = list.cut_top(height);
    const auto number = static_cast<std::uint64_t>(row.clause);
    if (app.selection.marks(Entity::Kind::kClause, number)) {
      ui.canvas.fill(line, ui.palette.control.faded(0.7F), 4);
    }
    ui.canvas.line({line.x, line.y}, {line.right(), line.y}, ui.palette.hairline);
    Rect cells = line;
    const Rect status = cells.cut_right(status_w);
    cells.cut_right(kColumnGap);
    const Rect measure = cells.cut_right(measure_w, kColumnGap);
    ui.canvas.text_in({cells.x, cells.y, 18, cells.h}, std::to_string(row.number), Type::kSmall,
                      ui.palette.text2);
    ui.canvas.text_in({cells.x + 20, cells.y, cells.w - 24, cells.h}, row.title, Type::kBody,
                      ui.palette.text);
    ui.canvas.text_in(measure, row.measure, Type::kBody, ui.palette.text, Align::kRight);
    const Look look = status_look(ui.palette, row.mark);
    ui.canvas.mark(look, {status.x + 6, status.centre().y}, 9);
    ui.canvas.text_in({status.x + 16, status.y, status.w - 16, status.h},
                      since_words(ui.tr, row, narrow), Type::kBody, ui.palette.text2);
    if (ui.hovered(line)) {
      commands.point(Entity{Entity::Kind::kClause, number});
      ui.tooltip({row.title, since_words(ui.tr, row, false), row.what});
    }
    if (ui.click("clauses/" + std::to_string(row.number), line)) {
      commands.push([number](App& a) {
        a.select({Entity::Kind::kClause, number});
        a.view.book = BookTab::kDetail;
      });
    }
  }
  ui.scroll_end();
}

}  // namespace monazite::viz
