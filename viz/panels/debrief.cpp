#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <viz/model/app/exports.hpp>
#include <viz/model/app/seat_table.hpp>
#include <viz/model/level_words.hpp>
#include <viz/model/seat/seat_words.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/seat.hpp>
#include <viz/panels/words.hpp>
#include <viz/plot/axes.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {

using game::ConcessionPoint;
using game::Debrief;
using game::debrief_csv;
using game::DebriefOffer;
using game::Game;
using game::signed_two;
using game::SignedClause;
using game::two;
using game::UtilityPoint;

namespace {

void write_csv(App& app) {
  const Debrief* debrief = app.seat()->debrief();
  if (debrief == nullptr) return;
  app.wanted_file = {free_path(app, "debrief", ".csv"), debrief_csv(*debrief)};
}

void watch(App& app, const std::string& bytes, const std::string& name) {
  auto file = RecordingFile::from_bytes(bytes, name);
  if (!file) {
    app.notice(file.error().message, true);
    return;
  }
  app.open_file(std::move(*file));
  app.set_layout(Layout::kNegotiation);
}

void draw_head(Ui& ui, const App& app, const Debrief& debrief, const SeatLooks& looks,
               const Rect& rect, Commands& commands) {
  ui.canvas.fill(rect, ui.palette.panel, 6);
  ui.canvas.outline(rect, ui.palette.hairline, 1, 6);
  Rect row = rect.inset(kPadding, 8);
  if (ui.button("debrief/machine", row.cut_right(232, 8), ui.tr("Watch the machine play my seat"),
                ButtonStyle::kPrimary)) {
    commands.push([](App& a) {
      if (const Debrief* d = a.seat()->debrief()) {
        watch(a, std::string(d->machine_recording), "the machine in my seat");
      }
    });
  }
  if (ui.button("debrief/replay", row.cut_right(88, 8), ui.tr("Replay"))) {
    commands.push([](App& a) {
      if (const Debrief* d = a.seat()->debrief()) watch(a, std::string(d->recording), "my game");
    });
  }
  if (app.seat()->game().can_undo()) {
    if (ui.button("debrief/again", row.cut_right(100, 8), ui.tr("Take back"))) {
      commands.push([](App& a) { a.seat()->undo(); });
    }
  } else if (ui.button("debrief/leave", row.cut_right(120, 8), ui.tr("Leave the seat"))) {
    commands.run("seat.leave");
  }
  if (!app.seat()->game().finished() &&
      ui.button("debrief/on", row.cut_right(84, 8), ui.tr("Play on"))) {
    commands.push([](App& a) { a.seat()->play_on(); });
  }
  if (ui.button("debrief/csv", row.cut_right(52, 8), "CSV")) commands.push(write_csv);
  if (ui.button("debrief/save", row.cut_right(72, 16), ui.tr("Save"), ButtonStyle::kPlain,
                app.seat()->can_save())) {
    commands.run("seat.save");
  }
  ui.canvas.mark(debrief.agreed ? Shape::kStar : Shape::kCross, {row.x + 14, row.centre().y}, 24,
                 debrief.agreed ? ui.palette.in_force().mark : ui.palette.stopped().mark);
  Rect words = row;
  words.cut_left(38);
  Rect title = words.cut_left(std::min(240.0F, words.w * 0.32F), 14);
  ui.canvas.text_in(title.cut_top(28), debrief.agreed ? ui.tr("Agreement") : ui.tr("No deal"),
                    Type::kHeadline, ui.palette.text);
  ui.canvas.text_in(title,
                    short_day_words(ui.tr, debrief.ended) + ", " +
                        ui.tr("meeting {0}", {std::to_string(debrief.meeting)}),
                    Type::kBody, ui.palette.text2);
  const auto figure = [&](const std::string& what, double value, const std::string& beside,
                          Color color) {
    if (words.w < 120) return;
    Rect place = words.cut_left(std::min(190.0F, std::max(120.0F, words.w / 3)), 8);
    ui.canvas.line({place.x - 6, place.y}, {place.x - 6, place.bottom()}, ui.palette.hairline);
    ui.canvas.text_in(place.cut_top(18), what, Type::kSmall, ui.palette.text2);
    const float used =
        ui.canvas.text({place.x, place.centre().y}, two(value), Type::kHeadline, color);
    ui.canvas.text_in({place.x + used + 8, place.y, place.w - used - 8, place.h}, beside,
                      Type::kSmall, ui.palette.text2);
  };
  figure(ui.tr("You, {0}", {looks.my_name}), debrief.deal.mine,
         ui.tr("reservation {0}", {two(debrief.my_reservation)}), looks.mine.tone.word);
  figure(debrief.their_title, debrief.deal.theirs,
         ui.tr("reservation {0}", {two(debrief.their_reservation)}), looks.theirs.tone.word);
  if (debrief.nash) {
    const bool left = debrief.left_to_nash >= 0;
    figure(std::string(ui.tr(left ? "Left on the table" : "More than at Nash")),
           std::abs(debrief.left_to_nash), std::string(ui.tr("of utility, you")), ui.palette.text);
  }
}

/// Limits of both axes so that every point and the frontier can be seen.
PlotArea plane_of(const Debrief& debrief, const Rect& square) {
  Interval x{0, 1}, y{0, 1};
  const auto hold = [&](const UtilityPoint& p) {
    x = {std::min(x.lowest, p.theirs), std::max(x.highest, p.theirs)};
    y = {std::min(y.lowest, p.mine), std::max(y.highest, p.mine)};
  };
  for (const UtilityPoint& p : debrief.frontier) hold(p);
  hold(debrief.deal);
  return {square,
          {std::max(x.lowest, -0.5), x.highest * 1.02},
          {std::max(y.lowest, -0.5), y.highest * 1.02}};
}

void draw_deals(Ui& ui, const Debrief& debrief, const SeatLooks& looks, const Rect& rect) {
  Rect inside = ui.panel(
      "debrief_deals", rect, ui.tr("Every possible deal"),
      ui.tr("{0} outcomes, both utilities revealed", {std::to_string(debrief.outcomes.size())}));
  inside = inside.inset(kPadding, 8);
  Rect plate = inside.cut_bottom(
      22 + 18 * static_cast<float>(std::min<std::size_t>(4, debrief.sentences.size())), 8);
  ui.canvas.fill(plate, ui.palette.inset, 4);
  ui.canvas.fill({plate.x, plate.y, 3, plate.h}, ui.palette.in_force().mark);
  plate = plate.inset(12, 4);
  ui.canvas.text_in(plate.cut_top(19), debrief.headline, Type::kBodyBold, ui.palette.text);
  for (std::size_t i = 0; i < std::min<std::size_t>(4, debrief.sentences.size()); ++i) {
    ui.canvas.text_in(plate.cut_top(18), debrief.sentences[i], Type::kSmall, ui.palette.text2);
  }
  ui.canvas.text_in(inside.cut_top(18), ui.tr("your utility"), Type::kSmallBold,
                    looks.mine.tone.word);
  const Rect x_title = inside.cut_bottom(16);
  inside.cut_bottom(16);
  inside.cut_left(32);
  const PlotArea area = plane_of(debrief, inside);
  draw_y_axis(ui, area, 5);
  draw_x_axis(ui, area, 5);
  const auto at = [&area](const UtilityPoint& p) { return area.at(p.theirs, p.mine); };
  ui.canvas.push_clip(inside.inset(-6));
  const float rx = area.at(debrief.their_reservation, 0).x,
              ry = area.at(0, debrief.my_reservation).y;
  ui.canvas.fill({inside.x, inside.y, rx - inside.x, inside.h},
                 looks.theirs.tone.mark.faded(0.14F));
  ui.canvas.fill({inside.x, ry, inside.w, inside.bottom() - ry}, looks.mine.tone.mark.faded(0.14F));
  for (const UtilityPoint& p : debrief.outcomes) {
    ui.canvas.circle(at(p), 1.2F, ui.palette.text3.faded(0.5F));
  }
  std::vector<Vec> frontier;
  for (const UtilityPoint& p : debrief.frontier) frontier.push_back(at(p));
  if (frontier.size() > 1) ui.canvas.polyline(frontier, ui.palette.australia.mark, 2);
  for (const bool mine : {true, false}) {
    const Look& look = mine ? looks.mine : looks.theirs;
    std::vector<Vec> trace;
    for (const DebriefOffer& offer : debrief.offers) {
      if (offer.mine != mine || !offer.to_me || !offer.to_them) continue;
      trace.push_back(area.at(*offer.to_them, *offer.to_me));
    }
    if (trace.size() > 1) ui.canvas.polyline(trace, look.tone.mark.faded(0.6F), 1.2F);
    for (const Vec& p : trace) ui.canvas.mark(look, p, 9);
  }
  const Tone& solution = ui.palette.solution();
  if (debrief.kalai_smorodinsky) {
    ui.canvas.mark(Shape::kDiamond, at(*debrief.kalai_smorodinsky), 12, solution.mark, true);
  }
  if (debrief.nash) {
    ui.canvas.dashed({at(debrief.deal), at(*debrief.nash)}, ui.palette.text2, 1.2F, 3, 3);
    ui.canvas.mark(Shape::kDiamond, at(*debrief.nash), 12, solution.mark);
  }
  ui.canvas.mark(debrief.agreed ? Shape::kStar : Shape::kCross, at(debrief.deal), 18,
                 ui.palette.text);
  ui.canvas.pop_clip();
  if (debrief.nash) {
    const Vec p = at(*debrief.nash);
    draw_plate(ui, {std::min(p.x + 14, inside.right() - 150), std::max(inside.y + 16, p.y - 18)},
               ui.tr("Nash point"), Type::kSmallBold, solution.word, Align::kLeft,
               looks.their_name + " " + two(debrief.nash->theirs) + ", " + looks.my_name + " " +
                   two(debrief.nash->mine));
  }
  ui.canvas.text_in({inside.x, x_title.y, inside.w, x_title.h},
                    ui.tr("utility of {0}", {looks.their_name}), Type::kSmallBold,
                    looks.theirs.tone.word, Align::kCentre);
}

void draw_curves(Ui& ui, const Debrief& debrief, const SeatLooks& looks, const Rect& rect) {
  Rect inside = ui.panel("debrief_curves", rect, ui.tr("Concession curves"),
                         ui.tr("own utility of one's own offers, by meeting"));
  inside = inside.inset(kPadding, 8);
  std::string sentence;
  if (debrief.my_largest_step) {
    sentence = ui.tr(
        "Your largest step, {0}, came by meeting {1}.",
        {two(debrief.my_largest_step->utility), std::to_string(debrief.my_largest_step->meeting)});
  }
  ui.canvas.text_in(inside.cut_bottom(18), sentence, Type::kSmall, ui.palette.text2);
  const Rect numbers = inside.cut_bottom(16, 6);
  inside.cut_left(32);
  std::uint32_t last = 1;
  double lowest = 0, highest = 1;
  for (const auto* curve : {&debrief.my_curve, &debrief.their_curve, &debrief.machine.curve}) {
    for (const ConcessionPoint& p : *curve) {
      last = std::max(last, p.meeting);
      lowest = std::min(lowest, p.utility);
      highest = std::max(highest, p.utility);
    }
  }
  const PlotArea area{inside, {0.5, last + 0.5}, nice_interval(lowest, highest, 4)};
  draw_y_axis(ui, area, 4);
  const std::uint32_t every = std::max(1U, last / 10);
  for (std::uint32_t meeting = 1; meeting <= last; meeting += every) {
    ui.canvas.text({area.at(meeting, 0).x, numbers.centre().y}, std::to_string(meeting),
                   Type::kSmall, ui.palette.text2, Align::kCentre);
  }
  const auto curve = [&](const std::vector<ConcessionPoint>& points, const Look& look,
                         bool dashed) {
    std::vector<Vec> line;
    for (const ConcessionPoint& p : points) {
      const Vec point = area.at(p.meeting, p.utility);
      if (!line.empty()) line.push_back({point.x, line.back().y});
      line.push_back(point);
    }
    if (line.size() < 2) return;
    if (dashed) {
      ui.canvas.dashed(line, look.tone.mark, 1.4F);
      return;
    }
    ui.canvas.polyline(line, look.tone.mark, 2);
    for (const ConcessionPoint& p : points) ui.canvas.mark(look, area.at(p.meeting, p.utility), 8);
  };
  curve(debrief.machine.curve, looks.mine, true);
  curve(debrief.their_curve, looks.theirs, false);
  curve(debrief.my_curve, looks.mine, false);
}

void draw_homes(Ui& ui, const Debrief& debrief, const SeatLooks& looks, const Rect& rect) {
  Rect inside = ui.panel("debrief_homes", rect, ui.tr("Win-sets at home"),
                         ui.tr("packages that each home would have cleared"));
  if (debrief.win_sets.empty()) {
    ui.empty(inside, ui.tr("Companies have no home to ask"));
    return;
  }
  inside = inside.inset(kPadding, 8);
  Rect words = inside.cut_bottom(34);
  const Rect numbers = inside.cut_bottom(16, 6);
  inside.cut_left(40);
  const double sample = debrief.win_sets.back().sample;
  const PlotArea area{
      inside, {0.5, static_cast<double>(debrief.win_sets.size()) + 0.5}, {0, sample}};
  draw_y_axis(ui, area, 4);
  std::array<std::vector<Vec>, 3> lines;
  for (std::size_t i = 0; i < debrief.win_sets.size(); ++i) {
    const auto& at = debrief.win_sets[i];
    const double x = static_cast<double>(i) + 1;
    lines[0].push_back(area.at(x, at.mine));
    lines[1].push_back(area.at(x, at.theirs));
    lines[2].push_back(area.at(x, at.both));
    if (debrief.win_sets.size() <= 12 || i % (debrief.win_sets.size() / 8) == 0) {
      ui.canvas.text({lines[0].back().x, numbers.centre().y}, std::to_string(at.meeting),
                     Type::kSmall, ui.palette.text2, Align::kCentre);
    }
  }
  for (std::size_t i = 0; i < 2; ++i) {
    const Look& look = i == 0 ? looks.mine : looks.theirs;
    if (lines[i].size() > 1) ui.canvas.polyline(lines[i], look.tone.mark, 1.8F);
    for (const Vec& p : lines[i]) ui.canvas.mark(look, p, 8);
  }
  for (const Vec& p : lines[2]) ui.canvas.mark(Shape::kCircle, p, 7, ui.palette.in_force().mark);
  const auto& last = debrief.win_sets.back();
  ui.canvas.paragraph(words,
                      ui.tr("At the end {0} of {1} packages would have passed in both capitals.",
                            {std::to_string(last.both), std::to_string(last.sample)}),
                      Type::kSmall, ui.palette.text2);
}

void draw_signed(Ui& ui, const Debrief& debrief, const SeatLooks& looks, const Rect& rect) {
  Rect inside =
      ui.panel("debrief_signed", rect, ui.tr("What you signed"), ui.tr("and the trade you missed"));
  if (debrief.clauses.empty()) {
    ui.empty(inside, ui.tr("Nothing was signed"));
    return;
  }
  inside = inside.inset(kPadding, 6);
  const float w = inside.w;
  const auto cells = [w](Rect row) {
    const Rect nash = row.cut_right(w * 0.28F);
    const Rect theirs = row.cut_right(w * 0.1F, 8);
    const Rect mine = row.cut_right(w * 0.1F, 4);
    const Rect level = row.cut_right(w * 0.26F, 4);
    return std::array<Rect, 5>{row, level, mine, theirs, nash};
  };
  const auto head = cells(inside.cut_top(20));
  ui.canvas.text_in(head[0], ui.tr("Clause"), Type::kSmall, ui.palette.text2);
  ui.canvas.text_in(head[1], ui.tr("Signed"), Type::kSmall, ui.palette.text2, Align::kRight);
  ui.canvas.text_in(head[2], ui.tr("you"), Type::kSmallBold, looks.mine.tone.word, Align::kRight);
  ui.canvas.text_in(head[3], ui.tr("they"), Type::kSmallBold, looks.theirs.tone.word,
                    Align::kRight);
  ui.canvas.text_in(head[4], ui.tr("At the Nash point"), Type::kSmallBold,
                    ui.palette.solution().word, Align::kRight);
  const float height =
      std::clamp(inside.h / static_cast<float>(debrief.clauses.size()), 21.0F, 28.0F);
  Rect list = ui.scroll_begin("debrief/clauses", inside,
                              height * static_cast<float>(debrief.clauses.size()));
  for (const SignedClause& clause : debrief.clauses) {
    const Rect line = list.cut_top(height);
    ui.canvas.line({line.x, line.y}, {line.right(), line.y}, ui.palette.hairline);
    const auto cell = cells(line);
    const auto number = [&](const std::optional<double>& value, const Rect& place) {
      ui.canvas.text_in(place, value ? signed_two(*value) : "–", Type::kBody, ui.palette.text,
                        Align::kRight);
    };
    ui.canvas.text_in(cell[0], ui.tr(lab::capital(clause.name)), Type::kBody, ui.palette.text);
    ui.canvas.text_in(cell[1], short_level(clause.agreed), Type::kBodyBold, ui.palette.text,
                      Align::kRight);
    number(clause.to_me, cell[2]);
    number(clause.to_them, cell[3]);
    ui.canvas.text_in(
        cell[4], clause.differs ? short_level(clause.nash) : std::string(ui.tr("the same")),
        Type::kBody, clause.differs ? ui.palette.solution().word : ui.palette.text2, Align::kRight);
  }
  ui.scroll_end();
}

/// After a history at a host that leaves nothing to look back on.
void draw_no_debrief(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  const Game& game = app.seat()->game();
  ui.empty(rect, game.kept_hidden()
                     ? ui.tr("The history is over. The host keeps its recording, and what the "
                             "others wanted, to itself: there is no debrief.")
                     : ui.tr("No talks of yours have ended in this history: there is nothing to "
                             "look back on."));
  const float y = rect.centre().y + 50;
  if (!game.kept_hidden() &&
      ui.button("debrief/replay", {rect.centre().x - 150, y, 140, 32}, ui.tr("Replay"))) {
    commands.push([](App& a) { watch(a, a.seat()->game().whole_recording(), "my game"); });
  }
  const float left = game.kept_hidden() ? rect.centre().x - 75 : rect.centre().x + 10;
  if (ui.button("debrief/leave", {left, y, 150, 32}, ui.tr("Leave the seat"),
                ButtonStyle::kPrimary)) {
    commands.run("seat.leave");
  }
}

}  // namespace

void draw_debrief(Ui& ui, const App& app, Rect rect, Commands& commands) {
  const Debrief* debrief = app.seat()->debrief();
  if (debrief == nullptr && !app.seat()->game().can_undo()) {
    draw_no_debrief(ui, app, rect, commands);
    return;
  }
  if (debrief == nullptr) {
    ui.empty(rect, ui.tr("No talks of yours have ended in this history: there is nothing to look "
                         "back on. Take back your last decision, or take another seat."));
    if (ui.button("debrief/back", {rect.centre().x - 70, rect.centre().y + 50, 140, 32},
                  ui.tr("Take back"), ButtonStyle::kPrimary)) {
      commands.push([](App& a) { a.seat()->undo(); });
    }
    return;
  }
  const SeatLooks looks = seat_looks(ui, app);
  draw_head(ui, app, *debrief, looks, rect.cut_top(66, kGap), commands);
  const float width = rect.w;
  draw_deals(ui, *debrief, looks, rect.cut_left(std::min(width * 0.4F, rect.h + 40), kGap));
  Rect right = rect.cut_right(rect.w * 0.5F, kGap);
  draw_signed(ui, *debrief, looks, right);
  draw_homes(ui, *debrief, looks, rect.cut_top(rect.h * 0.47F, kGap));
  draw_curves(ui, *debrief, looks, rect);
}

}  // namespace monazite::viz
