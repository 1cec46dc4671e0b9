#include <algorithm>
#include <cmath>
#include <string>

#include <viz/model/app/exports.hpp>
#include <viz/model/app/seat_table.hpp>
#include <viz/model/seat/seat_words.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/debrief.hpp>
#include <viz/panels/seat.hpp>
#include <viz/panels/words.hpp>

namespace monazite::viz {

using game::Debrief;
using game::debrief_csv;
using game::Game;
using game::two;

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

/// Cut off at the right end of the row.
void draw_head_buttons(Ui& ui, const App& app, Rect& row, Commands& commands) {
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
}

void draw_head(Ui& ui, const App& app, const Debrief& debrief, const SeatLooks& looks,
               const Rect& rect, Commands& commands) {
  ui.canvas.fill(rect, ui.palette.panel, 6);
  ui.canvas.outline(rect, ui.palette.hairline, 1, 6);
  Rect row = rect.inset(kPadding, 8);
  draw_head_buttons(ui, app, row, commands);
  ui.canvas.mark(debrief.agreed ? Shape::kStar : Shape::kCross, {row.x + 14, row.centre().y}, 24,
                 debrief.agreed ? ui.palette.in_force().mark : ui.palette.stopped().mark);
  Rect words = row;
  words.cut_left(38);
  Rect title = words.cut_left(std::min(240.0F, words.w * 0.28F), 14);
  ui.canvas.text_in(title.cut_top(28), debrief.agreed ? ui.tr("Agreement") : ui.tr("No deal"),
                    Type::kHeadline, ui.palette.text);
  ui.canvas.text_in(title,
                    short_day_words(ui.tr, debrief.ended) + ", " +
                        ui.tr("meeting {0}", {std::to_string(debrief.meeting)}),
                    Type::kBody, ui.palette.text2);
  const auto figure = [&](const std::string& what, double value, const std::string& beside,
                          Color color) {
    const float needs = std::max(
        ui.canvas.width(two(value), Type::kHeadline) + 10 + ui.canvas.width(beside, Type::kSmall),
        ui.canvas.width(what, Type::kSmall));
    if (words.w < needs) return;
    Rect place = words.cut_left(std::max(needs + 2, std::min(180.0F, words.w / 3)), 10);
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
  draw_debrief_deals(ui, *debrief, looks, rect.cut_left(std::min(width * 0.4F, rect.h + 40), kGap));
  // In a narrow window the table needs the room most.
  Rect right = rect.cut_right(rect.w * (width < 1400 ? 0.57F : 0.5F), kGap);
  draw_debrief_signed(ui, *debrief, looks, right);
  draw_debrief_homes(ui, *debrief, looks, rect.cut_top(rect.h * 0.47F, kGap));
  draw_debrief_curves(ui, *debrief, looks, rect);
}

}  // namespace monazite::viz
