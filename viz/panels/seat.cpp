#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <viz/model/app/playable_seats.hpp>
#include <viz/model/app/seat_table.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/seat.hpp>
#include <viz/panels/words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

using DecisionKind = parties::PersonDecision::Kind;

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

/// A line along which a table goes on: what was, today, what can still be, and the end.
struct Course {
  std::vector<float> held;  ///< x of each meeting before today
  std::vector<base::Day> days;
  std::vector<float> to_come;
  float now = 0;
};

/// Meetings at even distances over the whole width, as many as there can be; at tables without
/// meetings by the calendar.
Course course_of(const game::Question& question, const game::TableView& table, const Rect& rect) {
  Course course;
  const auto held = static_cast<std::size_t>(question.meeting > 0 ? question.meeting - 1 : 0);
  if (question.meetings > 1 && question.meeting > 0) {
    const auto slots = static_cast<float>(std::max(question.meetings, question.meeting));
    const auto x_of = [&](std::size_t i) {
      return rect.x + 10 + (rect.w - 40) * static_cast<float>(i) / (slots - 1);
    };
    for (std::size_t i = 0; i < held && i < table.meetings.size(); ++i) {
      course.held.push_back(x_of(i));
      course.days.push_back(table.meetings[i].day);
    }
    course.now = x_of(held);
    for (std::size_t i = held + 1; i < question.meetings; ++i) course.to_come.push_back(x_of(i));
    return course;
  }
  const base::Day to = std::max(question.deadline, question.day + 30);
  const auto x_of = [&](base::Day day) {
    return rect.x + 10 +
           (rect.w - 20) * static_cast<float>(day - table.opened) /
               static_cast<float>(std::max(1, to - table.opened));
  };
  for (const auto& meeting : table.meetings) {
    if (meeting.day >= question.day) break;
    course.held.push_back(x_of(meeting.day));
    course.days.push_back(meeting.day);
  }
  course.now = x_of(question.day);
  return course;
}

/// The discs with their numbers: those held, today's, those to come.
void draw_course(Ui& ui, const Course& course, float y, std::size_t today, bool numbered) {
  constexpr float kNumbered = 18;  // from one disc to the next, so that numbers stay apart
  const float step = course.to_come.size() > 1 ? course.to_come[1] - course.to_come[0]
                     : course.held.size() > 1  ? course.held[1] - course.held[0]
                                               : 100;
  const bool numbers = numbered && step >= kNumbered;
  const auto number = [&](float x, std::size_t n, Color color) {
    if (numbers) {
      ui.canvas.text({x, y}, std::to_string(n), Type::kSmallBold, color, Align::kCentre);
    }
  };
  // Two digits need a ring of this size, or none.
  constexpr float kRinged = 24;
  const bool ringed = !numbers || step >= kRinged;
  const float radius = !numbers ? 4.0F : ringed ? 11.0F : 8.0F;
  for (std::size_t i = 0; i < course.held.size(); ++i) {
    ui.canvas.circle({course.held[i], y}, radius, ui.palette.text2);
    number(course.held[i], i + 1, ui.palette.panel);
  }
  for (std::size_t i = 0; i < course.to_come.size(); ++i) {
    const Vec at{course.to_come[i], y};
    ui.canvas.circle(at, radius, ui.palette.panel);
    if (ringed) ui.canvas.ring(at, radius, ui.palette.text3, 1);
    number(at.x, today + 1 + i, ui.palette.text2);
  }
  ui.canvas.circle({course.now, y}, 11, ui.palette.playhead);
  if (numbered) {
    ui.canvas.text({course.now, y}, std::to_string(today), Type::kSmallBold, ui.palette.panel,
                   Align::kCentre);
  }
}

/// Dates under the discs that have room for one: today's first, then the end, then the others.
void draw_course_days(Ui& ui, const App& app, const Course& course, const Rect& rect) {
  const auto& question = *app.seat()->game().question();
  const float y = rect.centre().y + 20;
  std::vector<std::pair<float, float>> taken;
  const auto put = [&](float x, const std::string& words, Type type, Color color) {
    const float half = ui.canvas.width(words, type) / 2;
    x = std::clamp(x, rect.x + half, std::max(rect.x + half, rect.right() - half));
    for (const auto& [from, to] : taken) {
      if (x + half + 8 > from && x - half - 8 < to) return;
    }
    taken.emplace_back(x - half, x + half);
    ui.canvas.text({x, y}, words, type, color, Align::kCentre);
  };
  put(course.now, ui.tr("{0}, today", {short_day_words(ui.tr, question.day)}), Type::kSmallBold,
      ui.palette.text);
  put(rect.right(),
      (question.deadline_is_estimate ? "~ " : "") + short_day_words(ui.tr, question.deadline),
      Type::kSmall, ui.palette.text2);
  for (std::size_t i = course.held.size(); i-- > 0;) {
    put(course.held[i], month_words(ui.tr, course.days[i]), Type::kSmall, ui.palette.text2);
  }
}

void draw_meetings(Ui& ui, const App& app, const Rect& rect) {
  const auto& game = app.seat()->game();
  if (!game.question() || game.table() == nullptr) return;
  const auto& question = *game.question();
  const Course course = course_of(question, *game.table(), rect);
  const float y = rect.centre().y;
  ui.canvas.line({rect.x, y}, {rect.right(), y}, ui.palette.control, 4);
  ui.canvas.line({rect.x, y}, {course.now, y}, ui.palette.text2, 4);
  ui.canvas.mark(Shape::kStar, {rect.right() - 7, y}, 15, ui.palette.text);
  const bool meetings = question.meeting > 0;
  draw_course(ui, course, y, meetings ? question.meeting : course.held.size() + 1, meetings);
  draw_course_days(ui, app, course, rect);
  const int days = std::max(0, question.deadline - question.day);
  const std::string left = ui.tr("{0} days and {1} offers left",
                                 {std::to_string(days), std::to_string(question.rounds_left)});
  ui.canvas.text({rect.right(), y - 20}, left, Type::kSmallBold, ui.palette.text, Align::kRight);
  if (meetings) {
    const std::string which =
        ui.tr("Meeting {0} of at most {1}",
              {std::to_string(question.meeting), std::to_string(question.meetings)});
    if (ui.canvas.width(left, Type::kSmallBold) + ui.canvas.width(which, Type::kSmall) + 20 <
        rect.w) {
      ui.canvas.text({rect.x, y - 20}, which, Type::kSmall, ui.palette.text2);
    }
  }
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
  Rect box{rect.centre().x - 380, rect.y + std::max(20.0F, rect.h * 0.14F), 760, 348};
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
  // What each is there for; who has no line of its own secures its NdPr.
  static constexpr std::array<std::pair<std::string_view, const char*>, 4> kAims = {
      {{"japan", "{0}: keep the material coming"},
       {"india", "{0}: keep enough at home"},
       {"irel", "{0}: sell, and keep the contract"},
       {"toyotsu", "{0}: feed the refinery, supply makers"}}};
  std::size_t number = 0;
  Rect row;
  for (const PlayableSeat& seat : playable_seats()) {
    const bool left = number++ % 2 == 0;
    if (left) row = inside.cut_top(32, 8);
    const Rect place = row.cut_left((inside.w - 8) / 2, 8);
    const char* aim = "{0}: secure NdPr every quarter";
    for (const auto& [name, words] : kAims) {
      if (seat.name == name) aim = words;
    }
    if (ui.button("seat/choose/" + seat.name, place,
                  ui.tr(aim, {ui.tr.party(seat.name, seat.title)}),
                  seat.name == "japan" ? ButtonStyle::kPrimary : ButtonStyle::kPlain)) {
      commands.run("seat." + seat.name);
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
    commands.push([](App& a) { a.seat()->leave_to_staff(DecisionKind::kStaff); });
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
