#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include <viz/model/app/seat_table.hpp>
#include <viz/model/seat/seat_words.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/detail/plane_labels.hpp>
#include <viz/panels/seat.hpp>
#include <viz/panels/words.hpp>
#include <viz/plot/axes.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {

using game::Coach;
using game::FrontierGuess;
using game::IssueWeight;
using game::SeenOffer;
using game::Suggestion;
using game::TableView;
using game::two;

namespace {

/// Own utility upwards (exact), theirs to the right (the coach's estimate): estimates are bands and
/// bars, facts are points.
void draw_estimates(Ui& ui, const SeatTable& table, const SeatLooks& looks, const PlotArea& area) {
  const Coach& coach = *table.coach();
  const TableView& view = *table.game().table();
  std::vector<Vec> inner, outer;
  for (const FrontierGuess& guess : coach.frontier()) {
    inner.push_back(area.at(guess.theirs.low, guess.mine));
    outer.push_back(area.at(guess.theirs.high, guess.mine));
  }
  std::vector<Vec> ring = inner;
  ring.insert(ring.end(), outer.rbegin(), outer.rend());
  if (inner.size() > 1) ui.canvas.polygon(ring, ui.palette.australia.mark.faded(0.3F));
  const float y = area.at(0, view.reservation()).y;
  ui.canvas.fill({area.rect.x, y, area.rect.w, area.rect.bottom() - y},
                 looks.mine.tone.mark.faded(0.15F));
  ui.canvas.line({area.rect.x, y}, {area.rect.right(), y}, looks.mine.tone.mark, 1.5F);
  const float left = area.at(coach.reservation().low, 0).x;
  const float right = area.at(coach.reservation().high, 0).x;
  const Rect band{left, area.rect.y, std::max(2.0F, right - left), area.rect.h};
  ui.canvas.fill(band, looks.theirs.tone.mark.faded(0.12F));
  ui.canvas.hatch(band, looks.theirs.tone.mark.faded(0.35F), 8);
}

/// A side's last offers that can be placed, and the number of the first of them.
struct Trace {
  std::vector<Vec> points;
  std::size_t first = 0;
};

Trace trace_of(const SeatTable& table, const PlotArea& area, bool mine) {
  constexpr std::size_t kMost = 10;
  const TableView& view = *table.game().table();
  Trace trace;
  for (const SeenOffer& offer : view.offers) {
    if (offer.mine != mine || !offer.value_musd) continue;
    trace.points.push_back(
        area.at(table.coach()->estimate(offer.outcome).mid, view.utility(*offer.value_musd)));
  }
  if (trace.points.size() > kMost) {
    trace.first = trace.points.size() - kMost;
    trace.points.erase(trace.points.begin(),
                       trace.points.begin() + static_cast<std::ptrdiff_t>(trace.first));
  }
  return trace;
}

void draw_offers(Ui& ui, const SeatTable& table, const SeatLooks& looks, const PlotArea& area) {
  const TableView& view = *table.game().table();
  for (const bool mine : {true, false}) {
    const Look& look = mine ? looks.mine : looks.theirs;
    const Trace trace = trace_of(table, area, mine);
    std::size_t at = 0;
    for (const SeenOffer& offer : view.offers) {
      if (offer.mine != mine || !offer.value_musd || at++ < trace.first) continue;
      const game::Band theirs = table.coach()->estimate(offer.outcome);
      const double own = view.utility(*offer.value_musd);
      ui.canvas.line(area.at(theirs.low, own), area.at(theirs.high, own),
                     look.tone.mark.faded(0.45F), 4);
    }
    if (trace.points.size() > 1) ui.canvas.polyline(trace.points, look.tone.mark.faded(0.6F), 1.2F);
    for (const Vec& point : trace.points) ui.canvas.mark(look, point, 9);
    if (!mine && !trace.points.empty() && table.game().question()->standing) {
      ui.canvas.ring(trace.points.back(), 8, ui.palette.playhead, 2);
    }
  }
}

std::optional<Vec> ghost_at(const SeatTable& table, const PlotArea& area) {
  if (!table.bid()) return std::nullopt;
  return area.at(table.coach()->estimate(table.bid()->outcome).mid, table.bid()->utility);
}

void draw_ghost(Ui& ui, const SeatTable& table, const SeatLooks& looks, const PlotArea& area) {
  const std::optional<Vec> at = ghost_at(table, area);
  if (!at) return;
  const game::Band theirs = table.coach()->estimate(table.bid()->outcome);
  ui.canvas.line(area.at(theirs.low, table.bid()->utility),
                 area.at(theirs.high, table.bid()->utility), ui.palette.text2.faded(0.5F), 6);
  ui.canvas.mark(looks.mine.shape, *at, 9, ui.palette.text, true);
  ui.canvas.ring(*at, 8, ui.palette.text, 1.5F);
  ui.place("standing/ghost", {at->x - 8, at->y - 8, 16, 16});
}

/// What the shades are, and the numbers of the offers, beside all marks.
void label_standing(Ui& ui, const SeatTable& table, const SeatLooks& looks, const PlotArea& area) {
  PlaneLabels labels(ui, "standing", area.rect);
  const std::array<Trace, 2> traces = {trace_of(table, area, true), trace_of(table, area, false)};
  for (const Trace& trace : traces) {
    for (const Vec& point : trace.points) labels.mark(point, 10);
    labels.line(trace.points);
  }
  if (!traces[1].points.empty()) labels.mark(traces[1].points.back(), 18);  // its ring
  const std::optional<Vec> ghost = ghost_at(table, area);
  if (ghost) labels.mark(*ghost, 18);
  for (const SeenOffer& offer : table.game().table()->offers) {
    if (!offer.value_musd) continue;
    const game::Band theirs = table.coach()->estimate(offer.outcome);
    const double own = table.game().table()->utility(*offer.value_musd);
    labels.line({area.at(theirs.low, own), area.at(theirs.high, own)});
  }
  const double reservation = table.game().table()->reservation();
  labels.lower_band(area.at(0, reservation).y,
                    ui.tr("below your reservation {0}", {two(reservation)}), looks.mine.tone.word);
  if (table.coach_on) {
    const game::Band& other = table.coach()->reservation();
    labels.left_band(
        area.at(other.high, 0).x,
        ui.tr("their reservation, about {0} to {1}", {two(other.low), two(other.high)}),
        looks.theirs.tone.word);
  }
  if (ghost) labels.point(*ghost, ui.tr("this bid, not sent"), ui.palette.text);
  for (const bool mine : {true, false}) {
    const Trace& trace = traces[mine ? 0 : 1];
    for (std::size_t i = trace.points.size(); i-- > 0;) {  // the latest first
      const bool ringed = !mine && i + 1 == trace.points.size();
      labels.number(trace.points[i], trace.first + i + 1,
                    mine ? looks.mine.tone.word : looks.theirs.tone.word, ringed ? 18 : 10);
    }
  }
  labels.draw();
}

/// Own utility from a little under the reservation value (or the worst offer) to the best: packages
/// far below it say nothing at a table. Theirs from 0 to 1, and as far beyond as the coach puts an
/// offer.
PlotArea area_of(const SeatTable& table, const Rect& rect) {
  const TableView& view = *table.game().table();
  Interval mine{view.reservation(), 1}, theirs{0, 1};
  const auto hold = [](Interval& axis, double value) {
    axis = {std::min(axis.lowest, value), std::max(axis.highest, value)};
  };
  for (const SeenOffer& offer : view.offers) {
    if (!offer.value_musd) continue;
    hold(mine, view.utility(*offer.value_musd));
    hold(theirs, table.coach()->estimate(offer.outcome).mid);
  }
  if (table.bid()) {
    hold(mine, table.bid()->utility);
    hold(theirs, table.coach()->estimate(table.bid()->outcome).mid);
  }
  // Some of what lies below, so that one sees that it is a shade and not the edge.
  const double below = 0.12 * (mine.highest - mine.lowest);
  return {rect, with_margin(theirs.lowest, theirs.highest, rect.w),
          with_margin(mine.lowest - below, mine.highest, rect.h)};
}

void draw_figures(Ui& ui, const SeatTable& table, const SeatLooks& looks, Rect rect) {
  const TableView& view = *table.game().table();
  const auto figure = [&](std::string_view what, const std::optional<double>& value, Color color) {
    if (rect.h < 46) return;
    ui.canvas.text_in(rect.cut_top(18), what, Type::kSmall, ui.palette.text2);
    ui.canvas.text_in(rect.cut_top(26, 6), value ? two(*value) : std::string("–"), Type::kReadout,
                      color);
  };
  const auto worth = [&view](const SeenOffer* offer) -> std::optional<double> {
    if (offer == nullptr || !offer->value_musd) return std::nullopt;
    return view.utility(*offer->value_musd);
  };
  const std::optional<double> mine = worth(view.last(true)), theirs = worth(view.last(false));
  std::optional<double> bid;
  if (table.bid()) bid = table.bid()->utility;
  figure(ui.tr("This bid"), bid, ui.palette.text);
  figure(ui.tr("Your last"), mine, looks.mine.tone.word);
  figure(ui.tr("Their last"), theirs, looks.theirs.tone.word);
  figure(ui.tr("Reservation"), view.reservation(), ui.palette.text2);
  if (bid && theirs) figure(ui.tr("Gap"), *bid - *theirs, ui.palette.text2);
}

/// Entries one after the other, in a second row what the first has no room for. Returns the height;
/// draws nothing unless told to.
float draw_standing_legend(Ui& ui, const SeatLooks& looks, const Rect& rect, bool draws) {
  constexpr float kRow = 18;
  float x = rect.x, y = rect.y + kRow / 2;
  const auto entry = [&](float sign, const std::string& words, auto&& draw) {
    const float width = sign + 4 + ui.canvas.width(words, Type::kSmall);
    if (x > rect.x && x + width > rect.right()) {
      x = rect.x;
      y += kRow;
    }
    if (draws) {
      draw(Vec{x, y});
      ui.canvas.text_in({x + sign + 4, y - kRow / 2, rect.right() - x - sign - 4, kRow}, words,
                        Type::kSmall, ui.palette.text2);
    }
    x += width + 14;
  };
  const auto mark = [&](const Look& look, const std::string& words) {
    entry(12, words, [&](Vec at) { ui.canvas.mark(look, {at.x + 6, at.y}, 9); });
  };
  mark(looks.mine, std::string(ui.tr("your bids")));
  mark(looks.theirs, ui.tr("offers of {0}", {looks.their_name}));
  mark({ui.palette.australia, Shape::kSquare, false}, std::string(ui.tr("frontier, estimated")));
  entry(18, std::string(ui.tr("bar: how sure")), [&](Vec at) {
    ui.canvas.line(at, {at.x + 18, at.y}, ui.palette.text2.faded(0.6F), 4);
  });
  return y + kRow / 2 - rect.y;
}

/// What the change of the bid means, on a plate that is cut off at the top.
void draw_trade(Ui& ui, const game::Trade& trade, Rect& inside) {
  constexpr float kLow = 160;
  const float width = inside.w - 24;
  // Whom what matters to is told by the rows below too.
  const std::string remark =
      inside.h < kLow ? trade.remark.substr(0, trade.remark.find(". ") + 1) : trade.remark;
  const auto high = [&](const std::string& text, Type type, float line) {
    return line *
           static_cast<float>(std::min<std::size_t>(2, ui.canvas.wrap(text, type, width).size()));
  };
  const float head = high(trade.headline, Type::kBodyBold, 18);
  const float remark_high = high(remark, Type::kSmall, 16);
  Rect plate = inside.cut_top(head + remark_high + 12, 6);
  ui.canvas.fill(plate, ui.palette.inset, 5);
  ui.canvas.fill({plate.x, plate.y, 3, plate.h}, ui.palette.in_force().mark);
  plate = plate.inset(12, 5);
  ui.canvas.paragraph(plate.cut_top(head + 1), trade.headline, Type::kBodyBold, ui.palette.text,
                      18);
  ui.canvas.paragraph(plate, remark, Type::kSmall, ui.palette.text2, 16);
}

struct CoachRow {
  std::string what;
  game::Band band;
  bool percent;
};

/// "0.20 to 0.30", "2 to 5 %"; one number where both ends read alike.
std::string range_words(const Ui& ui, const CoachRow& row) {
  const auto words = [&row](double value) {
    return row.percent ? lab::number_words(value * 100, 0) : two(value);
  };
  const std::string low = words(row.band.low), high = words(row.band.high);
  if (low == high) return low + (row.percent ? " %" : "");
  return ui.tr(row.percent ? "{0} to {1} %" : "{0} to {1}", {low, high});
}

/// As many as there is room for, with a bar where the words leave some.
void draw_coach_rows(Ui& ui, const std::vector<CoachRow>& rows, const SeatLooks& looks,
                     Rect inside) {
  constexpr float kRow = 22, kLeastBar = 36;
  const auto shown = std::min(rows.size(), static_cast<std::size_t>(inside.h / kRow));
  float wide = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    wide = std::max(wide, ui.canvas.width(rows[i].what, Type::kBody) + 12);
  }
  for (std::size_t i = 0; i < shown; ++i) {
    const game::Band& band = rows[i].band;
    Rect line = inside.cut_top(kRow);
    ui.canvas.text_in(line.cut_right(84), range_words(ui, rows[i]), Type::kBodyBold,
                      ui.palette.text, Align::kRight);
    ui.canvas.text_in(line.cut_left(wide), rows[i].what, Type::kBody, ui.palette.text2);
    if (line.w < kLeastBar) continue;
    const Rect bar{line.x, line.centre().y - 3, line.w, 6};
    ui.canvas.fill(bar, ui.palette.control, 3);
    const float from = bar.x + static_cast<float>(std::clamp(band.low, 0.0, 1.0)) * bar.w;
    const float to = bar.x + static_cast<float>(std::clamp(band.high, 0.0, 1.0)) * bar.w;
    ui.canvas.fill({from, bar.y, std::max(3.0F, to - from), bar.h}, looks.theirs.tone.mark, 3);
  }
}

}  // namespace

void draw_standing(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  (void)commands;
  const SeatTable& table = *app.seat();
  const SeatLooks looks = seat_looks(ui, app);
  Rect inside =
      ui.panel("standing", rect, ui.tr("Where you stand"), ui.tr("yours exact, theirs estimated"));
  if (table.coach() == nullptr) return;
  inside = inside.inset(kPadding, 6);
  const Rect legend = inside.cut_bottom(draw_standing_legend(ui, looks, inside, false), 2);
  draw_figures(ui, table, looks, inside.cut_right(78, 8));
  ui.canvas.text_in(inside.cut_top(18), ui.tr("your utility, known"), Type::kSmallBold,
                    looks.mine.tone.word);
  const Rect x_title = inside.cut_bottom(16);
  inside.cut_bottom(16);
  inside.cut_left(32);
  const Rect square = inside;
  ui.place("standing/plane", square);
  const PlotArea area = area_of(table, inside);
  draw_y_axis(ui, area, 5);
  draw_x_axis(ui, area, 5);
  ui.canvas.push_clip(square);
  if (table.coach_on) draw_estimates(ui, table, looks, area);
  draw_offers(ui, table, looks, area);
  draw_ghost(ui, table, looks, area);
  ui.canvas.pop_clip();
  label_standing(ui, table, looks, area);
  ui.canvas.text_in({square.x, x_title.y, square.w, x_title.h},
                    ui.tr("utility of {0}, the coach's estimate", {looks.their_name}), Type::kSmall,
                    ui.palette.text2, Align::kCentre);
  (void)draw_standing_legend(ui, looks, legend, true);
}

void draw_coach(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  const SeatTable& table = *app.seat();
  const SeatLooks looks = seat_looks(ui, app);
  Rect inside = ui.panel("coach", rect, ui.tr("Coach"));
  const float left = kPadding + ui.canvas.width(ui.tr("Coach"), Type::kTitle) + 10;
  ui.canvas.text_in({rect.x + left, rect.y, rect.w - left - 56, 36},
                    ui.tr("estimates only, never the hidden values"), Type::kBody,
                    ui.palette.text2);
  if (ui.toggle("coach/on", {rect.right() - 48, rect.y + 9, 34, 18}, table.coach_on)) {
    commands.push([](App& a) { a.seat()->coach_on = !a.seat()->coach_on; });
  }
  if (!table.coach_on || table.coach() == nullptr) {
    ui.empty(inside, ui.tr("The coach is silent"));
    return;
  }
  const Coach& coach = *table.coach();
  inside = inside.inset(kPadding, 8);
  if (table.trade()) draw_trade(ui, *table.trade(), inside);
  Rect foot = inside.cut_bottom(34, 4);
  const bool can = coach.suggestion().kind == Suggestion::Kind::kOffer;
  const Rect button = foot.cut_right(76, 10);
  if (ui.button("coach/try", {button.x, button.centre().y - 15, button.w, 30}, ui.tr("Try it"),
                ButtonStyle::kPlain, can)) {
    commands.push([](App& a) { a.seat()->take_suggestion(); });
  }
  const std::string& advice = coach.suggestion().text;
  ui.canvas.paragraph(foot, advice, Type::kSmall, ui.palette.text2, 16);
  if (ui.hovered(foot) && ui.canvas.wrap(advice, Type::kSmall, foot.w).size() > 2) {
    ui.tooltip(ui.canvas.wrap(advice, Type::kBody, 420));
  }
  std::vector<CoachRow> rows;
  if (table.bid()) {
    rows.push_back({ui.tr("Chance that {0} accepts this", {looks.their_name}),
                    coach.chance(table.bid()->outcome), true});
  }
  for (const IssueWeight& weight : coach.weights()) {
    const agenda::Issue& issue = table.game().table()->agenda->issues()[weight.issue];
    rows.push_back(
        {ui.tr("Weight of {0} to them", {sentence_words(ui.tr, lab::issue_words(issue.name))}),
         weight.share, false});
  }
  draw_coach_rows(ui, rows, looks, inside);
}

}  // namespace monazite::viz
