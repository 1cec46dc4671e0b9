#include <algorithm>
#include <string>
#include <vector>

#include <viz/model/app/seat_table.hpp>
#include <viz/model/seat/seat_words.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/seat.hpp>
#include <viz/panels/words.hpp>
#include <viz/plot/axes.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {

using namespace game;

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

void draw_offers(Ui& ui, const SeatTable& table, const SeatLooks& looks, const PlotArea& area) {
  const TableView& view = *table.game().table();
  for (const bool mine : {true, false}) {
    const Look& look = mine ? looks.mine : looks.theirs;
    std::vector<Vec> trace;
    std::size_t drawn = 0;
    std::vector<const SeenOffer*> offers;
    for (const SeenOffer& offer : view.offers) {
      if (offer.mine == mine && offer.value_musd) offers.push_back(&offer);
    }
    const std::size_t first = offers.size() > 10 ? offers.size() - 10 : 0;  // the last ten
    for (std::size_t i = first; i < offers.size(); ++i) {
      const game::Band theirs = table.coach()->estimate(offers[i]->outcome);
      const double own = view.utility(*offers[i]->value_musd);
      const Vec at = area.at(theirs.mid, own);
      ui.canvas.line(area.at(theirs.low, own), area.at(theirs.high, own),
                     look.tone.mark.faded(0.45F), 4);
      trace.push_back(at);
      ++drawn;
    }
    if (drawn > 1) ui.canvas.polyline(trace, look.tone.mark.faded(0.6F), 1.2F);
    for (const Vec& at : trace) ui.canvas.mark(look, at, 9);
    if (!mine && !trace.empty() && table.game().question()->standing) {
      ui.canvas.ring(trace.back(), 8, ui.palette.playhead, 2);
    }
  }
}

void draw_ghost(Ui& ui, const SeatTable& table, const PlotArea& area) {
  if (!table.bid()) return;
  const game::Band theirs = table.coach()->estimate(table.bid()->outcome);
  const Vec at = area.at(theirs.mid, table.bid()->utility);
  ui.canvas.line(area.at(theirs.low, table.bid()->utility),
                 area.at(theirs.high, table.bid()->utility), ui.palette.text2.faded(0.5F), 6);
  ui.canvas.ring(at, 8, ui.palette.text, 1.5F);
  ui.canvas.circle(at, 2.5F, ui.palette.text);
  ui.place("standing/ghost", {at.x - 8, at.y - 8, 16, 16});
}

/// Own utility from a little under the reservation value (or the worst offer) to the best: packages
/// far below it say nothing at a table.
PlotArea area_of(const SeatTable& table, const Rect& rect) {
  const TableView& view = *table.game().table();
  double lowest = view.reservation(), highest = 1;
  for (const SeenOffer& offer : view.offers) {
    if (!offer.value_musd) continue;
    lowest = std::min(lowest, view.utility(*offer.value_musd));
    highest = std::max(highest, view.utility(*offer.value_musd));
  }
  if (table.bid()) {
    lowest = std::min(lowest, table.bid()->utility);
    highest = std::max(highest, table.bid()->utility);
  }
  const double span = highest - lowest;
  return {rect, {0, 1.02}, {lowest - 0.15 * span, highest + 0.06 * span}};
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

}  // namespace

void draw_standing(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  (void)commands;
  const SeatTable& table = *app.seat();
  const SeatLooks looks = seat_looks(ui, app);
  Rect inside = ui.panel("standing", rect, ui.tr("Where you stand"),
                         ui.tr("your axis is exact, theirs is estimated"));
  if (table.coach() == nullptr) return;
  inside = inside.inset(kPadding, 6);
  draw_figures(ui, table, looks, inside.cut_right(78, 8));
  Rect legend = inside.cut_bottom(18);
  ui.canvas.text_in(inside.cut_top(18), ui.tr("your utility, known"), Type::kSmallBold,
                    looks.mine.tone.word);
  const Rect x_title = inside.cut_bottom(16);
  inside.cut_bottom(16);
  inside.cut_left(32);
  const Rect square = inside;
  const PlotArea area = area_of(table, inside);
  draw_y_axis(ui, area, 5);
  draw_x_axis(ui, area, 5);
  ui.canvas.push_clip(square.inset(-5));
  if (table.coach_on) draw_estimates(ui, table, looks, area);
  draw_offers(ui, table, looks, area);
  draw_ghost(ui, table, area);
  ui.canvas.pop_clip();
  draw_plate(ui, {square.x + 6, square.bottom() - 12},
             ui.tr("below your reservation {0}", {two(table.game().table()->reservation())}),
             Type::kPlot, looks.mine.tone.word);
  if (table.coach_on) {
    const game::Band& other = table.coach()->reservation();
    draw_plate(ui, {square.x + 6, square.y + 12},
               ui.tr("their reservation, about {0} to {1}", {two(other.low), two(other.high)}),
               Type::kPlot, looks.theirs.tone.word);
  }
  ui.canvas.text_in({square.x, x_title.y, square.w, x_title.h},
                    ui.tr("utility of {0}, the coach's estimate", {looks.their_name}), Type::kSmall,
                    ui.palette.text2, Align::kCentre);
  float x = legend.x;
  const auto entry = [&](const Look& look, const std::string& words) {
    const float width = ui.canvas.width(words, Type::kSmall) + 28;
    if (x + width > legend.right()) return;
    ui.canvas.mark(look, {x + 6, legend.centre().y}, 9);
    ui.canvas.text({x + 16, legend.centre().y}, words, Type::kSmall, ui.palette.text2);
    x += width;
  };
  entry(looks.mine, std::string(ui.tr("your bids")));
  entry(looks.theirs, ui.tr("offers of {0}", {looks.their_name}));
  entry({ui.palette.australia, Shape::kSquare, false}, std::string(ui.tr("frontier, estimated")));
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
  if (table.trade()) {
    Rect plate = inside.cut_top(46, 6);
    ui.canvas.fill(plate, ui.palette.inset, 5);
    ui.canvas.fill({plate.x, plate.y, 3, plate.h}, ui.palette.in_force().mark);
    plate = plate.inset(12, 4);
    ui.canvas.text_in(plate.cut_top(20), table.trade()->headline, Type::kBodyBold, ui.palette.text);
    ui.canvas.text_in(plate, table.trade()->remark, Type::kSmall, ui.palette.text2);
  }
  Rect foot = inside.cut_bottom(30, 4);
  const bool can = coach.suggestion().kind == Suggestion::Kind::kOffer;
  if (ui.button("coach/try", foot.cut_right(76, 10), ui.tr("Try it"), ButtonStyle::kPlain, can)) {
    commands.push([](App& a) { a.seat()->take_suggestion(); });
  }
  ui.canvas.text_in(foot, coach.suggestion().text, Type::kSmall, ui.palette.text2);
  const auto row = [&](const std::string& words, const game::Band& band, bool percent) {
    if (inside.h < 22) return;
    Rect line = inside.cut_top(22);
    const double factor = percent ? 100 : 1;
    const std::string range =
        percent ? ui.tr("{0} to {1} %", {lab::number_words(band.low * factor, 0),
                                         lab::number_words(band.high * factor, 0)})
                : ui.tr("{0} to {1}", {two(band.low), two(band.high)});
    ui.canvas.text_in(line.cut_right(96), range, Type::kBodyBold, ui.palette.text, Align::kRight);
    Rect bar = line.cut_right(line.w * 0.42F, 10);
    ui.canvas.text_in(line, words, Type::kBody, ui.palette.text2);
    bar = {bar.x, bar.centre().y - 3, bar.w, 6};
    ui.canvas.fill(bar, ui.palette.control, 3);
    const float from = bar.x + static_cast<float>(std::clamp(band.low, 0.0, 1.0)) * bar.w;
    const float to = bar.x + static_cast<float>(std::clamp(band.high, 0.0, 1.0)) * bar.w;
    ui.canvas.fill({from, bar.y, std::max(3.0F, to - from), bar.h}, looks.theirs.tone.mark, 3);
  };
  if (table.bid()) {
    row(ui.tr("Chance that {0} accepts this", {looks.their_name}),
        coach.chance(table.bid()->outcome), true);
  }
  for (const IssueWeight& weight : coach.weights()) {
    const agenda::Issue& issue = table.game().table()->agenda->issues()[weight.issue];
    row(ui.tr("Weight of {0} to them", {std::string(ui.tr(lab::issue_words(issue.name)))}),
        weight.share, false);
  }
}

}  // namespace monazite::viz
