#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include <viz/model/seat/class_table.hpp>
#include <viz/model/seat/seat_words.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/class_results.hpp>
#include <viz/panels/free_places.hpp>
#include <viz/panels/words.hpp>
#include <viz/plot/axes.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {

namespace {

constexpr float kResultRow = 28, kNear = 12;

/// How a party is shown by its seat's name alone: there is no scenario here.
Look look_by_name(const Palette& palette, const std::string& seat) {
  if (seat == "india") return {palette.india, Shape::kCircle, false};
  if (seat == "irel") return {palette.india, Shape::kSquare, false};
  if (seat == "japan") return {palette.japan, Shape::kTriangle, false};
  if (seat == "toyotsu") return {palette.japan, Shape::kDiamond, true};
  return {palette.makers, Shape::kDiamond, false};
}

std::string party(const Ui& ui, const std::string& seat) {
  return ui.tr.party(seat, lab::capital(seat));
}

/// The row whose frontier is drawn, and that is marked in both panels.
std::optional<std::size_t> chosen_row(const App& app) {
  const game::ClassTable& table = app.class_room()->table();
  for (const auto& row : {app.view.class_hovered, app.view.class_row}) {
    if (row && *row < table.rows.size()) return row;
  }
  return std::nullopt;
}

std::size_t readable(const game::ClassTable& table) {
  return static_cast<std::size_t>(
      std::count_if(table.rows.begin(), table.rows.end(),
                    [](const game::ClassRow& row) { return row.error.empty(); }));
}

void open_game(Commands& commands, const std::string& path) {
  commands.push([path](App& a) {
    if (const auto done = a.open(path); done) {
      a.file()->read_all();
      a.set_layout(Layout::kNegotiation);
    }
  });
}

void draw_head(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  ui.canvas.fill(rect, ui.palette.panel, 6);
  ui.canvas.outline(rect, ui.palette.hairline, 1, 6);
  Rect row = rect.inset(kPadding, 8);
  const game::ClassRoom& room = *app.class_room();
  const game::ClassTable& table = room.table();
  const auto button = [&](const char* id, std::string_view label, const char* command,
                          ButtonStyle style = ButtonStyle::kPlain) {
    const float width = std::max(72.0F, ui.canvas.width(label, Type::kBody) + 28);
    const Rect place = row.cut_right(width, 8);
    if (ui.button(id, {place.x, place.centre().y - 15, place.w, 30}, label, style)) {
      commands.push([](App& a) {
        a.view.panel = "class";
        a.view.chart.clear();
      });
      commands.run(command);
    }
  };
  button("class/leave", ui.tr("Leave the class"), "class.leave");
  button("class/csv", ui.tr("Export CSV"), "panel.csv");
  button("class/again", ui.tr("Read again"), "class.again");
  Rect words = row;
  Rect title = words.cut_left(std::min(300.0F, words.w * 0.32F), 14);
  ui.canvas.text_in(title.cut_top(28), ui.tr("Results of the class"), Type::kHeadline,
                    ui.palette.text);
  const std::string progress =
      room.complete() ? room.folder()
                      : ui.tr("reading {0} of {1}", {std::to_string(table.rows.size() + 1),
                                                     std::to_string(room.recordings())});
  ui.canvas.text_in(title, progress, Type::kSmall, ui.palette.text2);
  const auto figure = [&](std::string_view what, const std::string& value,
                          const std::string& beside) {
    if (words.w < 120) return;
    Rect place = words.cut_left(std::min(200.0F, std::max(120.0F, words.w / 3)), 8);
    ui.canvas.line({place.x - 6, place.y}, {place.x - 6, place.bottom()}, ui.palette.hairline);
    ui.canvas.text_in(place.cut_top(18), what, Type::kSmall, ui.palette.text2);
    const float used =
        ui.canvas.text({place.x, place.centre().y}, value, Type::kHeadline, ui.palette.text);
    ui.canvas.text_in({place.x + used + 8, place.y, place.w - used - 8, place.h}, beside,
                      Type::kSmall, ui.palette.text2);
  };
  const std::size_t all = readable(table);
  figure(ui.tr("Agreements"), std::to_string(table.agreements),
         ui.tr("of {0} tables", {std::to_string(all)}));
  if (all == 0) return;
  figure(ui.tr("Joint gain, mean"), game::two(table.mean_joint_gain),
         std::string(ui.tr("over no deal")));
  if (table.mean_first_issue) {
    figure(ui.tr("Volume agreed, mean"), lab::number_words(*table.mean_first_issue, 0),
           std::string(ui.tr("t REO a year")));
  }
}

/// The plane in which every result that belongs to it can be seen.
PlotArea plane_of(const game::ClassRoom& room, const Rect& rect) {
  Interval x{0, 1}, y{0, 1};
  const auto hold = [&](const game::ClassRow& row, double mine, double theirs) {
    const auto at = room.in_plane(row, mine, theirs);
    if (!at) return;
    x = {std::min(x.lowest, at->x), std::max(x.highest, at->x)};
    y = {std::min(y.lowest, at->y), std::max(y.highest, at->y)};
  };
  for (const game::ClassRow& row : room.table().rows) {
    hold(row, row.mine, row.theirs);
    for (const game::UtilityPoint& p : row.frontier) hold(row, p.mine, p.theirs);
  }
  return {rect,
          {std::max(x.lowest - 0.02, -0.5), x.highest * 1.02},
          {std::max(y.lowest - 0.02, -0.5), y.highest * 1.02}};
}

/// Frontier, Nash point and what is worth less than no deal, of one game.
void draw_game(Ui& ui, const game::ClassRoom& room, const game::ClassRow& row,
               const PlotArea& area) {
  const auto at = [&](double mine, double theirs) {
    const auto p = room.in_plane(row, mine, theirs);
    return area.at(p->x, p->y);
  };
  if (!room.in_plane(row, 0, 0)) return;
  const auto plane = *room.plane();
  const Vec nothing = at(row.my_reservation, row.their_reservation);
  const Rect& r = area.rect;
  ui.canvas.fill({r.x, r.y, nothing.x - r.x, r.h},
                 look_by_name(ui.palette, plane.x).tone.mark.faded(0.12F));
  ui.canvas.fill({r.x, nothing.y, r.w, r.bottom() - nothing.y},
                 look_by_name(ui.palette, plane.y).tone.mark.faded(0.12F));
  std::vector<Vec> frontier;
  for (const game::UtilityPoint& p : row.frontier) frontier.push_back(at(p.mine, p.theirs));
  if (frontier.size() > 1) ui.canvas.polyline(frontier, ui.palette.australia.mark, 2);
  if (!row.nash) return;
  const Vec nash = at(row.nash->mine, row.nash->theirs);
  const Vec deal = at(row.mine, row.theirs);
  ui.canvas.dashed({deal, nash}, ui.palette.text2, 1.2F, 3, 3);
  ui.canvas.mark(Shape::kDiamond, nash, 12, ui.palette.solution().mark);
}

void draw_marks(Ui& ui, const App& app, const PlotArea& area, std::size_t shown,
                Commands& commands) {
  const game::ClassRoom& room = *app.class_room();
  const std::vector<game::ClassRow>& rows = room.table().rows;
  const auto chosen = chosen_row(app);
  std::optional<std::size_t> nearest;
  float best = kNear * kNear;
  FreePlaces places(area.rect.inset(2));
  if (shown < rows.size() && rows[shown].nash) {
    if (const auto p =
            room.in_plane(rows[shown], rows[shown].nash->mine, rows[shown].nash->theirs)) {
      const Vec nash = area.at(p->x, p->y);
      places.take({nash.x - 7, nash.y - 7, 14, 14});
    }
  }
  std::vector<std::optional<Vec>> at(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto p = room.in_plane(rows[i], rows[i].mine, rows[i].theirs);
    if (!p) continue;
    at[i] = area.at(p->x, p->y);
    places.take({at[i]->x - 7, at[i]->y - 7, 14, 14});
    const Vec d = *at[i] - ui.mouse();
    if (d.x * d.x + d.y * d.y < best) {
      best = d.x * d.x + d.y * d.y;
      nearest = i;
    }
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!at[i]) continue;
    const bool strong = chosen == i;
    ui.canvas.mark(rows[i].agreed ? Shape::kStar : Shape::kCross, *at[i], strong ? 18.0F : 13.0F,
                   rows[i].agreed ? ui.palette.text : ui.palette.stopped().mark);
    if (strong) ui.canvas.ring(*at[i], 12, ui.palette.text, 1.5F);
    ui.place("class/mark/" + std::to_string(i), {at[i]->x - 6, at[i]->y - 6, 12, 12});
  }
  // Names where there is room for them, the chosen one first.
  const auto name = [&](std::size_t i) {
    if (!at[i]) return;
    const Type type = chosen == i ? Type::kSmallBold : Type::kSmall;
    const Vec size{ui.canvas.width(rows[i].name, type) + 6, Canvas::line_height(type)};
    const auto place = places.choose(places_around(*at[i], size, 10), 1);
    if (!place) return;
    ui.canvas.fill(*place, ui.palette.inset.faded(0.8F), 3);
    ui.canvas.text(place->centre(), rows[i].name, type,
                   chosen == i ? ui.palette.text : ui.palette.text2, Align::kCentre);
  };
  if (chosen) name(*chosen);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (chosen != i) name(i);
  }
  if (!nearest || !ui.hovered(area.rect)) return;
  const std::size_t i = *nearest;
  commands.point([i](App& a) { a.view.class_hovered = i; });
  const game::ClassRow& row = rows[i];
  ui.tooltip({row.players.empty() ? row.name : row.name + ": " + row.players,
              party(ui, row.seat) + " " + game::two(row.mine) + "   " + party(ui, row.other) + " " +
                  game::two(row.theirs),
              row.agreed ? row.changes : std::string(ui.tr("No deal"))});
  if (ui.click("class/plane", area.rect)) {
    commands.push([i](App& a) { a.view.class_row = i; });
  }
}

void draw_plane(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  Rect inside = ui.panel("class_plane", rect, ui.tr("Every result"),
                         ui.tr("both utilities, each on its own game's scale"));
  const game::ClassRoom& room = *app.class_room();
  const auto plane = room.plane();
  if (!plane) {
    ui.empty(inside, room.complete() ? ui.tr("No game of this folder has come to its end yet")
                                     : ui.tr("Reading"));
    return;
  }
  inside = inside.inset(kPadding, 8);
  Rect legend = inside.cut_bottom(18, 4);
  const auto entry = [&](Shape shape, Color color, std::string_view words) {
    ui.canvas.mark(shape, {legend.x + 6, legend.centre().y}, 11, color);
    legend.cut_left(16);
    legend.cut_left(
        ui.canvas.text({legend.x, legend.centre().y}, words, Type::kSmall, ui.palette.text2) + 16);
  };
  entry(Shape::kStar, ui.palette.text, ui.tr("Agreement"));
  entry(Shape::kCross, ui.palette.stopped().mark, ui.tr("No deal"));
  entry(Shape::kDiamond, ui.palette.solution().mark, ui.tr("Nash point"));
  ui.canvas.line({legend.x, legend.centre().y}, {legend.x + 18, legend.centre().y},
                 ui.palette.australia.mark, 2);
  legend.cut_left(24);
  const auto chosen = chosen_row(app);
  const std::vector<game::ClassRow>& rows = room.table().rows;
  std::size_t shown = chosen.value_or(0);
  while (shown < rows.size() && !room.in_plane(rows[shown], 0, 0)) ++shown;
  if (shown < rows.size()) {
    ui.canvas.text_in(legend, ui.tr("frontier of {0}", {rows[shown].name}), Type::kSmall,
                      ui.palette.text2);
  }
  ui.canvas.text_in(inside.cut_top(18), ui.tr("utility of {0}", {party(ui, plane->y)}),
                    Type::kSmallBold, look_by_name(ui.palette, plane->y).tone.word);
  const Rect x_title = inside.cut_bottom(16);
  inside.cut_bottom(16);
  inside.cut_left(34);
  const PlotArea area = plane_of(room, inside);
  draw_y_axis(ui, area, 5);
  draw_x_axis(ui, area, 5);
  ui.canvas.push_clip(inside.inset(-6));
  if (shown < rows.size()) draw_game(ui, room, rows[shown], area);
  ui.canvas.pop_clip();
  draw_marks(ui, app, area, shown, commands);
  ui.canvas.text_in({inside.x, x_title.y, inside.w, x_title.h},
                    ui.tr("utility of {0}", {party(ui, plane->x)}), Type::kSmallBold,
                    look_by_name(ui.palette, plane->x).tone.word, Align::kCentre);
}

/// Columns of the table; the terms have what is left.
struct Cells {
  Rect place, name, seat, result, mine, theirs, joint, left, terms, open;
};

Cells cells_of(const Ui& ui, Rect row) {
  constexpr base::Day kLongDay{20806};  // 19 December 2026
  const float day = ui.canvas.width(short_day_words(ui.tr, kLongDay), Type::kBodyBold);
  Cells cells;
  cells.open = row.cut_right(64, 8);
  cells.place = row.cut_left(24, 8);
  cells.name = row.cut_left(std::clamp(row.w * 0.17F, 80.0F, 150.0F), 8);
  cells.seat = row.cut_left(std::clamp(row.w * 0.14F, 70.0F, 110.0F), 8);
  cells.result = row.cut_left(day + 24, 8);
  cells.mine = row.cut_left(50, 6);
  cells.theirs = row.cut_left(50, 6);
  cells.joint = row.cut_left(50, 6);
  cells.left =
      row.cut_left(std::max(52.0F, ui.canvas.width(ui.tr("to Nash"), Type::kSmall) + 6), 12);
  cells.terms = row;
  return cells;
}

void draw_row(Ui& ui, const App& app, std::size_t i, const Rect& line, Commands& commands) {
  const game::ClassRow& row = app.class_room()->table().rows[i];
  const bool selected = app.view.class_row == i;
  const bool strong = selected || chosen_row(app) == i;
  if (strong) ui.canvas.fill(line.inset(0, 1), ui.palette.control, 4);
  if (selected) ui.canvas.outline(line.inset(0, 1), ui.palette.text2, 1, 4);
  ui.canvas.line({line.x, line.y}, {line.right(), line.y}, ui.palette.hairline);
  const Cells cells = cells_of(ui, line.inset(6, 0));
  const Type body = strong ? Type::kBodyBold : Type::kBody;
  ui.canvas.text_in(cells.name, row.players.empty() ? row.name : row.players, body,
                    ui.palette.text);
  if (ui.button("class/open/" + std::to_string(i), cells.open.inset(0, 3), ui.tr("Open"),
                ButtonStyle::kQuiet, row.error.empty())) {
    open_game(commands, row.path);
  }
  const Rect rest{line.x, line.y, cells.open.x - line.x - 4, line.h};
  if (ui.hovered(line)) commands.point([i](App& a) { a.view.class_hovered = i; });
  if (ui.click("class/row/" + std::to_string(i), rest)) {
    commands.push([i](App& a) { a.view.class_row = i; });
  }
  if (!row.error.empty()) {
    ui.canvas.text_in({cells.seat.x, line.y, rest.right() - cells.seat.x, line.h}, row.error,
                      Type::kSmall, ui.palette.text2);
    return;
  }
  const auto number = [&](const Rect& at, const std::string& words, Color color) {
    ui.canvas.text_in(at, words, body, color, Align::kRight);
  };
  number(cells.place, std::to_string(row.place), ui.palette.text2);
  std::string seats;
  for (const std::string& seat :
       row.people.empty() ? std::vector<std::string>{row.seat} : row.people) {
    seats += (seats.empty() ? "" : ", ") + party(ui, seat);
  }
  ui.canvas.text_in(cells.seat, seats, Type::kBody, ui.palette.text2);
  ui.canvas.mark(row.agreed ? Shape::kStar : Shape::kCross, {cells.result.x + 6, line.centre().y},
                 11, row.agreed ? ui.palette.in_force().mark : ui.palette.stopped().mark);
  ui.canvas.text_in({cells.result.x + 18, line.y, cells.result.w - 18, line.h},
                    row.agreed ? short_day_words(ui.tr, row.ended) : std::string(ui.tr("No deal")),
                    Type::kBody, ui.palette.text);
  number(cells.mine, game::two(row.mine), ui.palette.text);
  number(cells.theirs, game::two(row.theirs), ui.palette.text);
  number(cells.joint, game::two(row.joint_gain), ui.palette.text);
  number(cells.left, row.left_to_nash ? game::signed_two(*row.left_to_nash) : "–",
         ui.palette.text2);
  if (cells.terms.w > 60) {
    ui.canvas.text_in(cells.terms, row.changes, Type::kSmall, ui.palette.text2);
  }
}

void draw_table(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  const game::ClassTable& table = app.class_room()->table();
  Rect inside = ui.panel("class_table", rect, ui.tr("Tables"),
                         ui.tr("in order of their files; place by own gain over no deal"));
  if (table.rows.empty()) {
    ui.empty(inside, app.class_room()->complete()
                         ? ui.tr("There is no recording (*.mcap) in this folder or below it")
                         : ui.tr("Reading"));
    return;
  }
  inside = inside.inset(kPadding, 6);
  Rect list = inside;
  const Rect head = list.cut_top(24);
  const bool scrolls = kResultRow * static_cast<float>(table.rows.size()) > list.h;
  const Cells cells =
      cells_of(ui, Rect{head.x, head.y, head.w - (scrolls ? 8.0F : 0.0F), head.h}.inset(6, 0));
  const auto label = [&](const Rect& at, std::string_view words, Align align) {
    ui.canvas.text_in(at, words, Type::kSmall, ui.palette.text2, align);
  };
  label(cells.place, "#", Align::kRight);
  label(cells.name, ui.tr("Group"), Align::kLeft);
  label(cells.seat, ui.tr("Seat"), Align::kLeft);
  label(cells.result, ui.tr("Result"), Align::kLeft);
  label(cells.mine, ui.tr("own"), Align::kRight);
  label(cells.theirs, ui.tr("theirs"), Align::kRight);
  label(cells.joint, ui.tr("joint"), Align::kRight);
  label(cells.left, ui.tr("to Nash"), Align::kRight);
  if (cells.terms.w > 60) label(cells.terms, ui.tr("Terms that were changed"), Align::kLeft);
  Rect rows =
      ui.scroll_begin("class/rows", list, kResultRow * static_cast<float>(table.rows.size()) + 2);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    draw_row(ui, app, i, rows.cut_top(kResultRow), commands);
  }
  ui.scroll_end();
}

}  // namespace

void draw_class(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  ui.place("class", rect);
  if (app.class_room() == nullptr) {
    ui.empty(rect, ui.tr("No class is open"));
    return;
  }
  Rect rest = rect;
  draw_head(ui, app, rest.cut_top(66, kGap), commands);
  draw_plane(ui, app, rest.cut_left(std::min(rest.w * 0.45F, rest.h + 60), kGap), commands);
  draw_table(ui, app, rest, commands);
}

}  // namespace monazite::viz
