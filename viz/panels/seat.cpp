#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <viz/model/app/seat_table.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/seat.hpp>
#include <viz/panels/words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

using Kind = parties::PersonDecision::Kind;

const scenarios::Seat* seat_of(const App& app, base::SeatId seat) {
  const auto& seats = app.seat()->game().scenario().seats;
  const std::size_t at = seat - base::kFirstSeat;
  return seat >= base::kFirstSeat && at < seats.size() ? &seats[at] : nullptr;
}

base::SeatId other_of(const App& app) {
  const auto& game = app.seat()->game();
  if (game.question() && game.question()->other != 0) return game.question()->other;
  if (game.table() != nullptr) return game.table()->other;
  return 0;
}

/// A line of meetings: those held as discs with their dates, today's ringed, the deadline at the
/// end.
void draw_meetings(Ui& ui, const App& app, const Rect& rect) {
  const auto& game = app.seat()->game();
  if (!game.question() || game.table() == nullptr) return;
  const auto& table = *game.table();
  const base::Day from = table.opened;
  const base::Day to = std::max(game.question()->deadline, game.question()->day + 30);
  const auto x_of = [&](base::Day day) {
    return rect.x + rect.w * static_cast<float>(day - from) / static_cast<float>(to - from);
  };
  const float y = rect.centre().y;
  const float now = x_of(game.question()->day);
  ui.canvas.line({rect.x, y}, {rect.right(), y}, ui.palette.control, 4);
  ui.canvas.line({rect.x, y}, {now, y}, ui.palette.text2, 4);
  float free_from = rect.x - 100;
  for (const auto& meeting : table.meetings) {
    if (meeting.day >= game.question()->day) break;
    const float x = x_of(meeting.day);
    ui.canvas.circle({x, y}, 6, ui.palette.text2);
    const std::string day = base::to_month_string(meeting.day);
    const float width = ui.canvas.width(day, Type::kSmall);
    if (x - width / 2 > free_from && x + width / 2 < now - 44) {
      ui.canvas.text({x, y + 18}, day, Type::kSmall, ui.palette.text2, Align::kCentre);
      free_from = x + width / 2 + 6;
    }
  }
  ui.canvas.circle({now, y}, 8, ui.palette.playhead);
  ui.canvas.text({std::clamp(now, rect.x + 40, rect.right() - 40), y + 19},
                 ui.tr("{0}, today", {short_day_words(ui.tr, game.question()->day)}),
                 Type::kSmallBold, ui.palette.text, Align::kCentre);
  const std::string end = (game.question()->deadline_is_estimate ? "~ " : "") +
                          short_day_words(ui.tr, game.question()->deadline);
  ui.canvas.mark(Shape::kStar, {rect.right(), y}, 14, ui.palette.text2);
  if (rect.right() - now > 150) {
    ui.canvas.text({rect.right(), y + 19}, end, Type::kSmall, ui.palette.text2, Align::kRight);
  }
  const int days = game.question()->deadline - game.question()->day;
  const std::string left =
      ui.tr("{0} days and {1} offers left",
            {std::to_string(std::max(0, days)), std::to_string(game.question()->rounds_left)});
  ui.canvas.text({rect.right(), y - 18}, left, Type::kSmallBold, ui.palette.text, Align::kRight);
}

/// How long the host still waits for the decision.
void draw_clock(Ui& ui, double seconds, Rect rect) {
  constexpr double kHurry = 20;
  ui.place("seat/clock", rect);
  ui.canvas.text_in(rect.cut_top(28), clock_words(seconds), Type::kHeadline,
                    seconds < kHurry ? ui.palette.stopped().word : ui.palette.text, Align::kRight);
  ui.canvas.text_in(rect.cut_top(20), ui.tr("to decide"), Type::kSmall, ui.palette.text2,
                    Align::kRight);
}

}  // namespace

SeatLooks seat_looks(const Ui& ui, const App& app) {
  SeatLooks looks;
  const auto fill = [&](base::SeatId id, Look& look, std::string& name) {
    if (const scenarios::Seat* seat = seat_of(app, id)) {
      look = ui.palette.look(*seat);
      name = ui.tr.party(seat->name, seat->title);
    } else {
      look = {ui.palette.neutral, Shape::kCircle, false};
      name = ui.tr("the other side");
    }
  };
  fill(app.seat()->game().seat(), looks.mine, looks.my_name);
  fill(other_of(app), looks.theirs, looks.their_name);
  return looks;
}

void draw_seat_choice(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  (void)app;
  Rect box{rect.centre().x - 330, rect.y + std::max(20.0F, rect.h * 0.14F), 660, 344};
  ui.canvas.fill(box, ui.palette.panel, 8);
  ui.canvas.outline(box, ui.palette.hairline, 1, 8);
  Rect inside = box.inset(24, 18);
  ui.canvas.text_in(inside.cut_top(30, 6), ui.tr("Sit at the table"), Type::kHeadline,
                    ui.palette.text);
  ui.canvas.paragraph(
      inside.cut_top(56, 8),
      ui.tr("You play one party in the crisis of June 2025 and decide what it says at its table. "
            "The others are played by the program; what they want stays hidden until the end."),
      Type::kBody, ui.palette.text2);
  static constexpr std::array<std::pair<const char*, const char*>, 4> kSeats = {
      {{"japan", "Japan: keep the material coming"},
       {"india", "India: keep enough at home"},
       {"irel", "IREL: sell, and keep the contract"},
       {"toyotsu", "Toyota Tsusho: feed the refinery, supply the makers"}}};
  for (const auto& [seat, words] : kSeats) {
    if (ui.button(
            std::string("seat/choose/") + seat, inside.cut_top(32, 8), ui.tr(words),
            std::string_view(seat) == "japan" ? ButtonStyle::kPrimary : ButtonStyle::kPlain)) {
      commands.run(std::string("seat.") + seat);
    }
  }
  if (ui.button("seat/host", inside.cut_top(32, 8), ui.tr("At the table of a host…"))) {
    commands.run("host.join");
  }
}

void draw_seat_bar(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  ui.canvas.fill(rect, ui.palette.panel, 6);
  ui.canvas.outline(rect, ui.palette.hairline, 1, 6);
  const SeatLooks looks = seat_looks(ui, app);
  Rect row = rect.inset(kPadding, 6);
  Rect who = row.cut_left(210, 20);
  ui.canvas.mark(looks.mine, {who.x + 8, who.y + 14}, 15);
  ui.canvas.text_in({who.x + 26, who.y, who.w - 26, 26}, ui.tr("You play {0}", {looks.my_name}),
                    Type::kReadout, ui.palette.text);
  const std::optional<game::HostState> host = app.seat()->game().host();
  const std::uint64_t seed = app.seat()->game().run_seed().value_or(0);
  ui.canvas.text_in(
      {who.x + 26, who.y + 26, who.w - 26, 20},
      host && other_of(app) == 0
          ? ui.tr("table {0} at {1}", {std::to_string(host->table), host->host})
      : host ? ui.tr("with {0}, table {1}", {looks.their_name, std::to_string(host->table)})
             : ui.tr("with {0}, seed {1}", {looks.their_name, std::to_string(seed)}),
      Type::kSmall, ui.palette.text2);
  Rect buttons = row.cut_right(220, 30);
  const bool can_undo = app.seat()->game().can_undo();
  const Rect undo{buttons.x, buttons.centre().y - 15, 100, 30};
  if (!can_undo && ui.hovered(undo)) {
    ui.tooltip({std::string(ui.tr("At a host nothing can be taken back"))});
  }
  if (ui.button("seat/undo", undo, ui.tr("Take back"), ButtonStyle::kPlain,
                can_undo && !app.seat()->game().decisions().empty())) {
    commands.push([](App& a) { a.seat()->undo(); });
  }
  if (ui.button("seat/leave", {buttons.x + 110, buttons.centre().y - 15, 110, 30},
                ui.tr("Leave the seat"))) {
    commands.run("seat.leave");
  }
  if (host && host->seconds_left) draw_clock(ui, *host->seconds_left, row.cut_right(96, 20));
  draw_meetings(ui, app, row.inset(10, 0));
}

void draw_other_question(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  const auto& question = *app.seat()->game().question();
  const SeatLooks looks = seat_looks(ui, app);
  Rect inside = ui.panel("question", rect, ui.tr("You are asked"), day_words(ui.tr, question.day));
  inside = inside.inset(24, 20);
  const bool invitation = question.kind == game::Question::Kind::kInvitation;
  ui.canvas.paragraph(
      inside.cut_top(48, 10),
      invitation ? ui.tr("{0} asks for consultation under the memorandum. Do you agree to talk?",
                         {looks.their_name})
                 : std::string(ui.tr("Acts are open to you this month.")),
      Type::kReadout, ui.palette.text, 24);
  for (const v1::ActOption& option : question.options) {
    const Rect line = inside.cut_top(24);
    if (line.h < 24) break;
    ui.canvas.text_in({line.x, line.y, line.w - 130, line.h}, lab::act_words(option.act()),
                      Type::kBody, ui.palette.text2);
    ui.canvas.text({line.x + 420, line.centre().y},
                   ui.tr("worth {0} M to you", {lab::number_words(option.value_musd(), 1)}),
                   Type::kBody, ui.palette.text);
  }
  inside.cut_top(12);
  Rect row = inside.cut_top(34);
  if (invitation) {
    if (ui.button("question/agree", row.cut_left(150, 10), ui.tr("Agree to talk"),
                  ButtonStyle::kPrimary)) {
      commands.push([](App& a) { a.seat()->answer_invitation(true); });
    }
    if (ui.button("question/decline", row.cut_left(120, 10), ui.tr("Decline"))) {
      commands.push([](App& a) { a.seat()->answer_invitation(false); });
    }
  }
  if (ui.button("question/staff", row.cut_left(220), ui.tr("Let the staff decide"))) {
    commands.push([](App& a) { a.seat()->leave_to_staff(Kind::kStaff); });
  }
  const std::optional<game::HostState> host = app.seat()->game().host();
  if (host && host->stage == game::HostState::Stage::kLost) {
    ui.canvas.text_in(inside.cut_top(28), ui.tr("The connection is lost; it is being made again"),
                      Type::kBody, ui.palette.stopped().word);
  }
  if (!app.seat()->sentence.empty()) {
    ui.canvas.text_in(inside.cut_top(28), ui.tr(app.seat()->sentence), Type::kBody,
                      ui.palette.stopped().word);
  }
  inside.cut_top(24);
  draw_known(ui, app, inside);
}

void draw_seat(Ui& ui, const App& app, Rect rect, Commands& commands) {
  if (app.seat() == nullptr) {
    draw_seat_choice(ui, app, rect, commands);
    return;
  }
  const auto& game = app.seat()->game();
  if (app.seat()->looking_back()) {
    draw_debrief(ui, app, rect, commands);
    return;
  }
  if (game.seat() >= base::kFirstSeat) {
    draw_seat_bar(ui, app, rect.cut_top(64, kGap), commands);
  }
  draw_became(ui, app, rect);
  if (!game.question()) {
    draw_waiting(ui, app, rect, commands);
    return;
  }
  if (game.question()->kind != game::Question::Kind::kMove) {
    draw_other_question(ui, app, rect, commands);
    return;
  }
  Rect left = rect.cut_left(std::max(250.0F, rect.w * 0.2F), kGap);
  Rect right = rect.cut_right(std::max(330.0F, rect.w * 0.34F), kGap);
  const float lower = std::max(190.0F, rect.h * 0.29F);
  draw_their_offer(ui, app, left.cut_bottom(std::max(lower, 250.0F), kGap), commands);
  draw_brief(ui, app, left, commands);
  draw_say(ui, app, rect.cut_bottom(std::max(lower - 40, 150.0F), kGap), commands);
  draw_bid(ui, app, rect, commands);
  draw_coach(ui, app, right.cut_bottom(lower, kGap), commands);
  draw_standing(ui, app, right, commands);
}

}  // namespace monazite::viz
