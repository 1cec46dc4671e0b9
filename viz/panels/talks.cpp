#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <viz/panels/bars.hpp>
#include <viz/panels/detail/plane_labels.hpp>
#include <viz/panels/detail/talks_scene.hpp>
#include <viz/panels/talks.hpp>
#include <viz/panels/words.hpp>
#include <viz/plot/axes.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

std::string title_of(const Ui& ui, const TalksView& view) {
  switch (view.talks->table) {
    case v1::TABLE_CONSULTATION:
      return std::string(ui.tr("Consultation"));
    case v1::TABLE_SUPPLY_CONTRACT:
      return std::string(ui.tr("Supply contract"));
    case v1::TABLE_ALLOCATION:
      return std::string(ui.tr("Allocation"));
    default:
      return std::string(ui.tr("Negotiation"));
  }
}

std::string number(double value) {
  return tick_words(value, 0.01);
}

/// What an axis of a plane must hold: 0 to 1, and the offers that lie beyond.
Interval shown_range(const TalksView& view, bool first, float pixels) {
  constexpr double kLowest = -0.5;
  double low = 0, high = 1;
  const auto hold = [&](const TalksPoint& point) {
    low = std::min(low, first ? point.first : point.second);
    high = std::max(high, first ? point.first : point.second);
  };
  for (const TalksMove& move : view.moves) {
    if (move.point) hold(*move.point);
  }
  if (view.deal) hold(*view.deal);
  return with_margin(std::max(low, kLowest), high, pixels);
}

/// Shades what is worth less than no deal to one side and says so.
void draw_reservations(Ui& ui, const TalksScene& scene, const PlotArea& area) {
  const auto inside = [](double v, const Interval& axis) {
    return std::clamp(v, axis.lowest, axis.highest);
  };
  const TalksView& view = scene.view;
  if (view.first_reservation) {
    const float x = area.at(inside(*view.first_reservation, area.x), 0).x;
    ui.canvas.fill({area.rect.x, area.rect.y, x - area.rect.x, area.rect.h},
                   scene.looks[0].tone.mark.faded(0.16F));
    ui.canvas.line({x, area.rect.y}, {x, area.rect.bottom()}, scene.looks[0].tone.mark.faded(0.7F));
  }
  if (view.second_reservation) {
    const float y = area.at(0, inside(*view.second_reservation, area.y)).y;
    ui.canvas.fill({area.rect.x, y, area.rect.w, area.rect.bottom() - y},
                   scene.looks[1].tone.mark.faded(0.16F));
    ui.canvas.line({area.rect.x, y}, {area.rect.right(), y}, scene.looks[1].tone.mark.faded(0.7F));
  }
}

/// Tells the labels where the marks and lines of the plane are.
void tell_marks(const TalksScene& scene, const PlotArea& area, PlaneLabels& labels) {
  const TalksView& view = scene.view;
  const auto at = [&area](const TalksPoint& p) { return area.at(p.first, p.second); };
  for (const TalksMove& move : view.moves) {
    if (!move.point) continue;
    labels.mark(at(*move.point), move.move == view.standing ? 18 : 9);
  }
  for (const auto& point : {view.welfare, view.kalai_smorodinsky, view.nash}) {
    if (point) labels.mark(at(*point), 11);
  }
  if (view.state == TalksState::kAgreed && view.deal) labels.mark(at(*view.deal), 16);
  std::vector<Vec> frontier;
  for (const TalksPoint& point : view.frontier) frontier.push_back(at(point));
  labels.line(frontier);
}

/// What the shades are, where nothing else lies.
void label_plane(Ui& ui, const TalksScene& scene, const PlotArea& area) {
  PlaneLabels labels(ui, "talks", area.rect);
  tell_marks(scene, area, labels);
  const TalksView& view = scene.view;
  if (view.first_reservation) {
    labels.left_band(area.at(std::max(0.0, *view.first_reservation), 0).x,
                     ui.tr("{0} under {1}", {scene.names[0], number(*view.first_reservation)}),
                     scene.looks[0].tone.word);
  }
  if (view.second_reservation) {
    labels.lower_band(area.at(0, std::max(0.0, *view.second_reservation)).y,
                      ui.tr("{0} under {1}", {scene.names[1], number(*view.second_reservation)}),
                      scene.looks[1].tone.word);
  }
  for (std::size_t side = 0; side < 2; ++side) {
    // The latest first: where it is crowded, those before it go without.
    for (auto move = view.moves.rbegin(); move != view.moves.rend(); ++move) {
      if (move->side != static_cast<int>(side) || !move->point || move->number == 0) continue;
      labels.number(area.at(move->point->first, move->point->second), move->number,
                    scene.looks[side].tone.word, move->move == view.standing ? 18 : 10);
    }
  }
  labels.draw();
}

void draw_trace(Ui& ui, const App& app, const TalksScene& scene, const PlotArea& area, int side) {
  std::vector<Vec> points;
  for (const TalksMove& move : scene.view.moves) {
    if (move.side != side || !move.point || move.move->kind != Move::Kind::kOffer) continue;
    points.push_back(area.at(move.point->first, move.point->second));
    if (app.selection.marks(Entity::Kind::kMessage, move.move->message)) {
      ui.canvas.ring(points.back(), 7, ui.palette.text, 1.5F);
    }
  }
  const Look& look = scene.looks[static_cast<std::size_t>(side)];
  if (points.size() > 1) ui.canvas.polyline(points, look.tone.mark.faded(0.6F), 1.2F);
  const std::size_t count = points.size();
  for (std::size_t i = 0; i < count; ++i) {
    // The latest offers stand out.
    const float share = 0.35F + 0.65F * static_cast<float>(i + 1) / static_cast<float>(count);
    ui.canvas.mark(look.shape, points[i], 9, look.tone.mark.faded(share), look.hollow);
  }
}

void draw_solutions(Ui& ui, const TalksView& view, const PlotArea& area) {
  const Tone& tone = ui.palette.solution();
  const auto at = [&area](const TalksPoint& p) { return area.at(p.first, p.second); };
  if (view.welfare) {
    ui.canvas.mark(Shape::kTriangle, at(*view.welfare), 10, ui.palette.text2, true);
  }
  if (view.kalai_smorodinsky) {
    ui.canvas.mark(Shape::kDiamond, at(*view.kalai_smorodinsky), 11, tone.mark, true);
  }
  if (view.nash) ui.canvas.mark(Shape::kDiamond, at(*view.nash), 11, tone.mark);
  if (view.state == TalksState::kAgreed && view.deal) {
    ui.canvas.mark(Shape::kStar, at(*view.deal), 16, ui.palette.text);
  }
}

void draw_plane(Ui& ui, const App& app, const TalksScene& scene, const PlotArea& area) {
  const TalksView& view = scene.view;
  draw_y_axis(ui, area, 5);
  draw_x_axis(ui, area, 5);
  ui.canvas.push_clip(area.rect);
  draw_reservations(ui, scene, area);
  for (const TalksPoint& point : view.cloud) {
    ui.canvas.circle(area.at(point.first, point.second), 1.1F, ui.palette.text3.faded(0.55F));
  }
  std::vector<Vec> frontier;
  for (const TalksPoint& point : view.frontier) {
    frontier.push_back(area.at(point.first, point.second));
  }
  if (frontier.size() > 1) ui.canvas.polyline(frontier, ui.palette.australia.mark, 2);
  draw_trace(ui, app, scene, area, 0);
  draw_trace(ui, app, scene, area, 1);
  draw_solutions(ui, view, area);
  for (auto move = view.moves.rbegin(); move != view.moves.rend(); ++move) {
    if (move->move != view.standing || !move->point) continue;
    ui.canvas.ring(area.at(move->point->first, move->point->second), 8, ui.palette.playhead, 2);
    break;
  }
  ui.canvas.pop_clip();
  label_plane(ui, scene, area);
}

void draw_legend(Ui& ui, const TalksScene& scene, Rect rect) {
  const auto row = [&](Shape shape, Color color, bool hollow, const std::string& words) {
    if (rect.h < 20) return;
    const Rect line = rect.cut_top(20);
    ui.canvas.mark(shape, {line.x + 6, line.centre().y}, 9, color, hollow);
    ui.canvas.text_in({line.x + 18, line.y, line.w - 18, line.h}, words, Type::kSmall,
                      ui.palette.text2);
  };
  for (std::size_t side = 0; side < 2; ++side) {
    const Look& look = scene.looks[side];
    row(look.shape, look.tone.mark, look.hollow, ui.tr("{0}, offers", {scene.names[side]}));
  }
  const Rect line = rect.cut_top(20);
  ui.canvas.line({line.x, line.centre().y}, {line.x + 12, line.centre().y},
                 ui.palette.australia.mark, 2);
  ui.canvas.text_in({line.x + 18, line.y, line.w - 18, line.h}, ui.tr("Frontier"), Type::kSmall,
                    ui.palette.text2);
  const Tone& solution = ui.palette.solution();
  row(Shape::kDiamond, solution.mark, false, "Nash");
  row(Shape::kDiamond, solution.mark, true, "Kalai–S.");
  row(Shape::kTriangle, ui.palette.text2, true, std::string(ui.tr("Welfare")));
  rect.cut_top(8);
  if (scene.view.analysis == nullptr) return;
  const auto figure = [&](std::string_view what, double value) {
    if (rect.h < 42) return;
    ui.canvas.text_in(rect.cut_top(18), what, Type::kSmall, ui.palette.text2);
    Rect amount = rect.cut_top(24);
    amount.cut_left(ui.canvas.text_in(amount, lab::number_words(value, 1) + " M", Type::kReadout,
                                      ui.palette.text),
                    5);
    ui.canvas.text_in(amount, "USD", Type::kSmall, ui.palette.text2);
  };
  if (scene.view.deal || scene.view.standing != nullptr) {
    figure(ui.tr("To frontier"), scene.view.analysis->distance_to_frontier);
    figure(ui.tr("To Nash"), scene.view.analysis->distance_to_nash);
  }
}

/// The offer under the mouse: told in a tooltip, and selected by a click.
void take_offer(Ui& ui, const TalksScene& scene, const PlotArea& area, Commands& commands) {
  const TalksView& view = scene.view;
  const TalksMove* nearest = nullptr;
  float best = 100;
  for (const TalksMove& move : view.moves) {
    if (!move.point) continue;
    const Vec d = area.at(move.point->first, move.point->second) - ui.mouse();
    if (d.x * d.x + d.y * d.y < best) {
      best = d.x * d.x + d.y * d.y;
      nearest = &move;
    }
  }
  if (nearest != nullptr && ui.hovered(area.rect)) {
    commands.point(Entity{Entity::Kind::kMessage, nearest->move->message});
    ui.tooltip(
        {ui.tr("{0}, offer {1}, {2}",
               {scene.names[static_cast<std::size_t>(std::min(nearest->side, 1))],
                std::to_string(nearest->number), short_day_words(ui.tr, nearest->move->day)}),
         scene.names[0] + " " + number(nearest->point->first) + "   " + scene.names[1] + " " +
             number(nearest->point->second),
         lab::levels_words(*view.talks->agenda, nearest->move->outcome)});
    const std::uint64_t message = nearest->move->message;
    const base::Day day = nearest->move->day;
    if (ui.click("talks/offer", area.rect)) {
      commands.push([message, day](App& a) {
        a.select({Entity::Kind::kMessage, message});
        a.time.seek(day);
      });
    }
  }
}

/// Which negotiation: the one before and the next of the same table.
void draw_choice(Ui& ui, const App& app, const Rect& strip, Commands& commands) {
  std::vector<const Negotiation*> same;
  const Negotiation* shown = app.shown_negotiation();
  for (const Negotiation& talks : app.replay()->negotiations()) {
    if (app.known_until() && talks.opened > *app.known_until()) continue;
    if (talks.table == shown->table && talks.parties == shown->parties) same.push_back(&talks);
  }
  const auto at = std::find(same.begin(), same.end(), shown) - same.begin();
  const auto go = [&](const char* id, const char* icon, float x, std::ptrdiff_t to) {
    const bool can = to >= 0 && to < static_cast<std::ptrdiff_t>(same.size());
    if (ui.icon_button(id, {x, strip.centre().y - 11, 22, 22}, icon, ButtonStyle::kQuiet, can)) {
      const Negotiation* next = same[static_cast<std::size_t>(to)];
      const std::uint64_t conversation = next->conversation;
      const base::Day opened = next->opened;
      commands.push([conversation, opened](App& a) {
        a.select({Entity::Kind::kNegotiation, conversation});
        if (a.day() < opened) a.time.seek(opened);
      });
    }
  };
  go("talks/before", "back", strip.right() - 56, at - 1);
  go("talks/next", "forward", strip.right() - 30, at + 1);
}

}  // namespace

void draw_talks(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  const auto scene = scene_of(ui, app);
  if (!scene) {
    const Rect inside = ui.panel("talks", rect, ui.tr("Consultation"));
    ui.empty(inside, ui.tr("No talks have been opened by this day"));
    return;
  }
  const TalksView& view = scene->view;
  const std::uint32_t meeting = view.win_sets.empty() ? 0 : view.win_sets.back().meeting;
  const std::string aside = ui.tr("{0} and {1}", {scene->names[0], scene->names[1]}) +
                            (view.talks->table == v1::TABLE_CONSULTATION
                                 ? ", " + ui.tr("meeting {0}", {std::to_string(meeting)})
                                 : ", " + ui.tr("round {0} of {1}", {std::to_string(view.round),
                                                                     std::to_string(view.rounds)}));
  const std::string title = title_of(ui, view);
  Rect inside = ui.panel("talks", rect, title);
  // Beside the title, as far as the buttons leave room.
  const float left = kPadding + ui.canvas.width(title, Type::kTitle) + 10;
  ui.canvas.text_in({rect.x + left, rect.y, rect.w - left - 62, 36}, aside, Type::kBody,
                    ui.palette.text2);
  draw_choice(ui, app, {rect.x, rect.y, rect.w, 36}, commands);
  inside = inside.inset(kPadding, 6);
  const Rect foot = inside.cut_bottom(20);
  ui.canvas.text_in({foot.x, foot.y, foot.w, foot.h}, view.state_words, Type::kSmallBold,
                    ui.palette.text, Align::kRight);
  if (view.standing != nullptr) {
    const std::string ringed =
        ui.tr("Ringed: offer on the table, {0}", {short_day_words(ui.tr, view.standing->day)});
    const float state_width = ui.canvas.width(view.state_words, Type::kSmallBold);
    ui.canvas.text_in({foot.x, foot.y, foot.w - state_width - 12, foot.h}, ringed, Type::kSmall,
                      ui.palette.text2);
  }
  if (view.cloud.empty()) {
    ui.empty(inside, ui.tr("Nothing to compare yet: the first meeting has not been held"));
    return;
  }
  const bool legend = inside.w > 300;
  const Rect aside_rect = legend ? inside.cut_right(92, 8) : Rect{};
  ui.canvas.text_in(inside.cut_top(18), ui.tr("utility of {0}", {scene->names[1]}), Type::kSmall,
                    scene->looks[1].tone.word);
  const Rect x_title = inside.cut_bottom(16);
  inside.cut_bottom(16);
  inside.cut_left(30);
  const float side = std::min(inside.w, inside.h);
  const Rect square{inside.x + (inside.w - side) / 2, inside.y, side, side};
  const PlotArea area{square, shown_range(view, true, side), shown_range(view, false, side)};
  draw_plane(ui, app, *scene, area);
  ui.place("talks/plane", square);
  ui.canvas.text_in({square.x, x_title.y, square.w, x_title.h},
                    ui.tr("utility of {0}", {scene->names[0]}), Type::kSmall,
                    scene->looks[0].tone.word, Align::kCentre);
  if (legend) draw_legend(ui, *scene, aside_rect);
  take_offer(ui, *scene, area, commands);
}

}  // namespace monazite::viz
