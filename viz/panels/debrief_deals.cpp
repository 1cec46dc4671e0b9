#include <algorithm>
#include <string>
#include <vector>

#include <viz/model/seat/seat_words.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/debrief.hpp>
#include <viz/panels/detail/plane_labels.hpp>
#include <viz/panels/words.hpp>
#include <viz/plot/axes.hpp>

namespace monazite::viz {

using game::Debrief;
using game::DebriefOffer;
using game::two;
using game::UtilityPoint;

namespace {

/// Limits of both axes so that every point and the frontier can be seen.
PlotArea deals_area(const Debrief& debrief, const Rect& rect) {
  constexpr double kLowest = -0.5;
  Interval x{0, 1}, y{0, 1};
  const auto hold = [&](double theirs, double mine) {
    x = {std::min(x.lowest, theirs), std::max(x.highest, theirs)};
    y = {std::min(y.lowest, mine), std::max(y.highest, mine)};
  };
  for (const UtilityPoint& p : debrief.frontier) hold(p.theirs, p.mine);
  for (const DebriefOffer& offer : debrief.offers) {
    if (offer.to_me && offer.to_them) hold(*offer.to_them, *offer.to_me);
  }
  hold(debrief.deal.theirs, debrief.deal.mine);
  return {rect, with_margin(std::max(x.lowest, kLowest), x.highest, rect.w),
          with_margin(std::max(y.lowest, kLowest), y.highest, rect.h)};
}

/// The frontier from left to right.
std::vector<UtilityPoint> frontier_of(const Debrief& debrief) {
  std::vector<UtilityPoint> points = debrief.frontier;
  std::sort(points.begin(), points.end(), [](const UtilityPoint& a, const UtilityPoint& b) {
    return a.theirs != b.theirs ? a.theirs < b.theirs : a.mine > b.mine;
  });
  return points;
}

/// Where a stretch of the frontier crosses an own or their utility.
UtilityPoint crossing(const UtilityPoint& a, const UtilityPoint& b, double share) {
  UtilityPoint at;
  at.theirs = a.theirs + share * (b.theirs - a.theirs);
  at.mine = a.mine + share * (b.mine - a.mine);
  return at;
}

/// The outline of what is better for both than the deal, up to the frontier; empty when nothing is.
std::vector<UtilityPoint> better_for_both(const Debrief& debrief) {
  const std::vector<UtilityPoint> frontier = frontier_of(debrief);
  const UtilityPoint& deal = debrief.deal;
  std::vector<UtilityPoint> edge;
  for (std::size_t i = 0; i + 1 < frontier.size(); ++i) {
    const UtilityPoint &a = frontier[i], &b = frontier[i + 1];
    if (a.theirs < deal.theirs && b.theirs >= deal.theirs) {
      edge.push_back(crossing(a, b, (deal.theirs - a.theirs) / (b.theirs - a.theirs)));
    }
    if (b.theirs >= deal.theirs && b.mine >= deal.mine) edge.push_back(b);
    if (a.mine > deal.mine && b.mine <= deal.mine) {
      edge.push_back(crossing(a, b, (a.mine - deal.mine) / (a.mine - b.mine)));
    }
  }
  edge.erase(std::remove_if(edge.begin(), edge.end(),
                            [&deal](const UtilityPoint& p) {
                              return p.mine < deal.mine - 1e-9 || p.theirs < deal.theirs - 1e-9;
                            }),
             edge.end());
  if (edge.size() < 2) return {};
  edge.push_back(deal);
  return edge;
}

Vec place_of(const PlotArea& area, const UtilityPoint& p) {
  return area.at(p.theirs, p.mine);
}

/// An own or their offers, in the order in which they were made.
std::vector<Vec> offers_of(const Debrief& debrief, const PlotArea& area, bool mine) {
  std::vector<Vec> trace;
  for (const DebriefOffer& offer : debrief.offers) {
    if (offer.mine != mine || !offer.to_me || !offer.to_them) continue;
    trace.push_back(area.at(*offer.to_them, *offer.to_me));
  }
  return trace;
}

std::vector<Vec> frontier_line(const Debrief& debrief, const PlotArea& area) {
  std::vector<Vec> line;
  for (const UtilityPoint& p : frontier_of(debrief)) line.push_back(place_of(area, p));
  return line;
}

void draw_ground(Ui& ui, const Debrief& debrief, const SeatLooks& looks, const PlotArea& area) {
  const Rect& inside = area.rect;
  const float rx = area.at(debrief.their_reservation, 0).x;
  const float ry = area.at(0, debrief.my_reservation).y;
  ui.canvas.fill({inside.x, inside.y, rx - inside.x, inside.h},
                 looks.theirs.tone.mark.faded(0.14F));
  ui.canvas.fill({inside.x, ry, inside.w, inside.bottom() - ry}, looks.mine.tone.mark.faded(0.14F));
  std::vector<Vec> better;
  for (const UtilityPoint& p : better_for_both(debrief)) better.push_back(place_of(area, p));
  if (!better.empty()) ui.canvas.polygon(better, ui.palette.australia.mark.faded(0.25F));
  for (const UtilityPoint& p : debrief.outcomes) {
    ui.canvas.circle(place_of(area, p), 1.2F, ui.palette.text3.faded(0.5F));
  }
  const std::vector<Vec> frontier = frontier_line(debrief, area);
  if (frontier.size() > 1) ui.canvas.polyline(frontier, ui.palette.australia.mark, 2);
}

void draw_points(Ui& ui, const Debrief& debrief, const SeatLooks& looks, const PlotArea& area) {
  for (const bool mine : {true, false}) {
    const Look& look = mine ? looks.mine : looks.theirs;
    const std::vector<Vec> trace = offers_of(debrief, area, mine);
    if (trace.size() > 1) ui.canvas.polyline(trace, look.tone.mark.faded(0.6F), 1.2F);
    for (const Vec& p : trace) ui.canvas.mark(look, p, 9);
  }
  const Tone& solution = ui.palette.solution();
  if (debrief.kalai_smorodinsky) {
    ui.canvas.mark(Shape::kDiamond, place_of(area, *debrief.kalai_smorodinsky), 12, solution.mark,
                   true);
  }
  if (debrief.nash) {
    const Vec nash = place_of(area, *debrief.nash);
    ui.canvas.dashed({place_of(area, debrief.deal), nash}, ui.palette.text2, 1.2F, 3, 3);
    ui.canvas.mark(Shape::kDiamond, nash, 12, solution.mark);
  }
  ui.canvas.mark(debrief.agreed ? Shape::kStar : Shape::kCross, place_of(area, debrief.deal), 18,
                 ui.palette.text);
}

/// A point of the plane with what is to be read beside it.
struct NamedDeal {
  UtilityPoint at;
  std::string names, worth;
  Color color;
};

/// The deal and the solutions, those that are worth the same under one label.
std::vector<NamedDeal> named_deals(const Ui& ui, const Debrief& debrief, const SeatLooks& looks) {
  std::vector<NamedDeal> deals;
  const auto add = [&](const UtilityPoint& at, std::string_view name, Color color) {
    const std::string worth =
        looks.their_name + " " + two(at.theirs) + ", " + looks.my_name + " " + two(at.mine);
    const auto same = std::find_if(deals.begin(), deals.end(),
                                   [&](const NamedDeal& deal) { return deal.worth == worth; });
    if (same == deals.end()) {
      deals.push_back({at, std::string(ui.tr(name)), worth, color});
    } else {
      same->names += " · " + std::string(ui.tr(name));
    }
  };
  const Color solution = ui.palette.solution().word;
  add(debrief.deal, debrief.agreed ? "Your agreement" : "No deal", ui.palette.text);
  if (debrief.nash) add(*debrief.nash, "Nash point", solution);
  if (debrief.kalai_smorodinsky) add(*debrief.kalai_smorodinsky, "Kalai–Smorodinsky", solution);
  return deals;
}

void label_deals(Ui& ui, const Debrief& debrief, const SeatLooks& looks, const PlotArea& area) {
  PlaneLabels labels(ui, "debrief", area.rect);
  const auto at = [&area](const UtilityPoint& p) { return place_of(area, p); };
  const std::vector<Vec> mine = offers_of(debrief, area, true);
  const std::vector<Vec> theirs = offers_of(debrief, area, false);
  for (const auto* trace : {&mine, &theirs}) {
    for (const Vec& p : *trace) labels.mark(p, 10);
    labels.line(*trace);
  }
  labels.mark(at(debrief.deal), 18);
  if (debrief.nash) labels.mark(at(*debrief.nash), 12);
  if (debrief.kalai_smorodinsky) labels.mark(at(*debrief.kalai_smorodinsky), 12);
  labels.line(frontier_line(debrief, area));
  for (const NamedDeal& deal : named_deals(ui, debrief, looks)) {
    labels.point(at(deal.at), deal.names, deal.color, deal.worth);
  }
  labels.left_band(area.at(debrief.their_reservation, 0).x,
                   ui.tr("{0} under {1}", {looks.their_name, two(debrief.their_reservation)}),
                   looks.theirs.tone.word);
  labels.lower_band(area.at(0, debrief.my_reservation).y,
                    ui.tr("{0} under {1}", {looks.my_name, two(debrief.my_reservation)}),
                    looks.mine.tone.word);
  for (const bool own : {true, false}) {
    const std::vector<Vec>& trace = own ? mine : theirs;
    const Color color = own ? looks.mine.tone.word : looks.theirs.tone.word;
    for (std::size_t i = trace.size(); i-- > 0;) labels.number(trace[i], i + 1, color);
  }
  labels.draw();
}

/// Signs and their words, as many as fit.
void draw_deals_legend(Ui& ui, const SeatLooks& looks, const Rect& rect) {
  float x = rect.x;
  const float y = rect.centre().y;
  const auto entry = [&](const std::string& words, auto&& draw) {
    const float width = 18 + ui.canvas.width(words, Type::kSmall);
    if (x + width > rect.right()) return;
    draw(Vec{x + 6, y});
    ui.canvas.text({x + 18, y}, words, Type::kSmall, ui.palette.text2);
    x += width + 14;
  };
  entry(std::string(ui.tr("your bids")), [&](Vec at) { ui.canvas.mark(looks.mine, at, 9); });
  entry(ui.tr("offers of {0}", {looks.their_name}),
        [&](Vec at) { ui.canvas.mark(looks.theirs, at, 9); });
  entry(std::string(ui.tr("Frontier")), [&](Vec at) {
    ui.canvas.line({at.x - 6, at.y}, {at.x + 6, at.y}, ui.palette.australia.mark, 2);
  });
  entry(std::string(ui.tr("better for both")), [&](Vec at) {
    ui.canvas.fill({at.x - 6, at.y - 5, 12, 10}, ui.palette.australia.mark.faded(0.35F));
  });
  entry(std::string(ui.tr("outcome")), [&](Vec at) { ui.canvas.circle(at, 2, ui.palette.text3); });
}

/// The headline and the sentences, as far as there is room; cut off at the bottom.
void draw_meaning(Ui& ui, const Debrief& debrief, Rect& inside) {
  constexpr float kMeaningLine = 17;
  const float width = inside.w - 24;
  std::vector<std::string> lines;
  const std::size_t most = inside.h > 480 ? 6 : 3;
  for (const std::string& sentence : debrief.sentences) {
    const std::vector<std::string> wrapped =
        ui.canvas.wrap(sentence_words(ui.tr, sentence), Type::kSmall, width);
    if (lines.size() + wrapped.size() > most) break;
    lines.insert(lines.end(), wrapped.begin(), wrapped.end());
  }
  const std::string head = sentence_words(ui.tr, debrief.headline);
  const auto head_lines =
      std::min<std::size_t>(2, ui.canvas.wrap(head, Type::kBodyBold, width).size());
  const float high = 19 * static_cast<float>(head_lines);
  Rect plate = inside.cut_bottom(12 + high + kMeaningLine * static_cast<float>(lines.size()), 8);
  ui.canvas.fill(plate, ui.palette.inset, 4);
  ui.canvas.fill({plate.x, plate.y, 3, plate.h}, ui.palette.in_force().mark);
  plate = plate.inset(12, 5);
  ui.canvas.paragraph(plate.cut_top(high), head, Type::kBodyBold, ui.palette.text, 19);
  for (const std::string& line : lines) {
    ui.canvas.text_in(plate.cut_top(kMeaningLine), line, Type::kSmall, ui.palette.text2);
  }
}

}  // namespace

void draw_debrief_deals(Ui& ui, const Debrief& debrief, const SeatLooks& looks, const Rect& rect) {
  Rect inside = ui.panel("debrief_deals", rect, ui.tr("Every possible deal"),
                         ui.tr("{0} outcomes at the end, offers when made",
                               {std::to_string(debrief.outcomes.size())}));
  inside = inside.inset(kPadding, 8);
  draw_meaning(ui, debrief, inside);
  draw_deals_legend(ui, looks, inside.cut_bottom(18, 2));
  ui.canvas.text_in(inside.cut_top(18), ui.tr("utility of {0}", {looks.my_name}), Type::kSmallBold,
                    looks.mine.tone.word);
  const Rect x_title = inside.cut_bottom(16);
  inside.cut_bottom(16);
  inside.cut_left(32);
  const PlotArea area = deals_area(debrief, inside);
  ui.place("debrief/plane", inside);
  draw_y_axis(ui, area, 5);
  draw_x_axis(ui, area, 5);
  ui.canvas.push_clip(inside);
  draw_ground(ui, debrief, looks, area);
  draw_points(ui, debrief, looks, area);
  ui.canvas.pop_clip();
  label_deals(ui, debrief, looks, area);
  ui.canvas.text_in({inside.x, x_title.y, inside.w, x_title.h},
                    ui.tr("utility of {0}", {looks.their_name}), Type::kSmallBold,
                    looks.theirs.tone.word, Align::kCentre);
}

}  // namespace monazite::viz
