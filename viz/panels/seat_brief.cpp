#include <algorithm>
#include <string>
#include <vector>

#include <viz/model/app/seat_table.hpp>
#include <viz/model/level_words.hpp>
#include <viz/model/seat/seat_words.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/seat.hpp>
#include <viz/panels/words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {

using game::BriefView;
using game::Fact;
using game::Goal;
using game::SeenOffer;
using game::signed_two;
using game::TableView;
using game::two;

void draw_brief(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  (void)commands;
  const bool english = ui.tr.language() == Language::kEnglish;
  Rect inside = ui.panel("brief", rect, ui.tr("Your brief"),
                         english ? "訓令, seen by you only" : ui.tr("seen by you only"));
  if (!app.seat()->brief()) return;
  const BriefView& brief = *app.seat()->brief();
  const SeatLooks looks = seat_looks(ui, app);
  inside = inside.inset(kPadding, 8);
  const std::size_t goals = std::min<std::size_t>(
      brief.goals.size(), static_cast<std::size_t>(std::max(2.0F, (inside.h - 170) / 30)));
  ui.canvas.text_in(inside.cut_top(18, 2),
                    brief.goals_estimated ? ui.tr("Goals, estimated from the brief")
                                          : ui.tr("Goals, and how much each weighs"),
                    Type::kSmall, ui.palette.text2);
  for (std::size_t i = 0; i < goals && i < 7; ++i) {
    const Goal& goal = brief.goals[i];
    Rect line = inside.cut_top(30);
    Rect words = line.cut_top(19);
    ui.canvas.text({words.right(), words.centre().y}, two(goal.weight), Type::kBodyBold,
                   ui.palette.text, Align::kRight);
    ui.canvas.text_in({words.x, words.y, words.w - 40, words.h}, goal.words, Type::kBody,
                      ui.palette.text);
    ui.bar({line.x, line.y + 2, line.w, 4}, goal.weight / std::max(0.01, brief.goals[0].weight),
           looks.mine.tone.mark);
  }
  inside.cut_top(4);
  ui.canvas.line({inside.x, inside.y}, {inside.right(), inside.y}, ui.palette.hairline);
  inside.cut_top(6);
  Rect figures = inside.cut_top(46, 2);
  Rect theirs = figures.cut_right(figures.w / 2);
  ui.canvas.text_in(figures.cut_top(18), ui.tr("Reservation value"), Type::kSmall,
                    ui.palette.text2);
  ui.canvas.text_in(figures.cut_top(28), two(brief.reservation), Type::kHeadline, ui.palette.text);
  ui.canvas.text_in(theirs.cut_top(18), ui.tr("Now on the table"), Type::kSmall, ui.palette.text2,
                    Align::kRight);
  ui.canvas.text_in(theirs.cut_top(28),
                    brief.on_the_table ? two(*brief.on_the_table) : std::string("–"),
                    Type::kHeadline, looks.theirs.tone.word, Align::kRight);
  const std::string how =
      brief.reservation_words + (brief.table_words.empty() ? "" : "; " + brief.table_words);
  const float used = ui.canvas.paragraph(inside, how, Type::kSmall, ui.palette.text2);
  inside.cut_top(used + 6);
  if (inside.h < 62) return;
  ui.canvas.line({inside.x, inside.y}, {inside.right(), inside.y}, ui.palette.hairline);
  inside.cut_top(4);
  ui.canvas.text_in(inside.cut_top(20), ui.tr("What you know"), Type::kSmall, ui.palette.text2);
  for (const Fact& fact : brief.facts) {
    const std::vector<std::string> lines = ui.canvas.wrap(fact.text, Type::kSmall, inside.w - 14);
    const float height = 16 * static_cast<float>(lines.size()) + 4;
    if (inside.h < height) break;
    Rect place = inside.cut_top(height);
    ui.canvas.circle({place.x + 3, place.y + 8}, 2, ui.palette.text3);
    place.cut_left(14);
    ui.canvas.paragraph(place, fact.text, Type::kSmall, ui.palette.text, 16);
  }
}

namespace {

/// Accept or walk away, which is asked about; above the buttons when it is.
void draw_answers(Ui& ui, const SeatTable& table, Rect buttons, Rect& inside, Commands& commands) {
  const bool standing = table.game().question()->standing.has_value();
  if (table.confirm_walk_away) {
    Rect words = inside.cut_bottom(20);
    ui.canvas.text_in(words, ui.tr("Leave the table without a deal?"), Type::kBodyBold,
                      ui.palette.stopped().word);
    const float half = (buttons.w - 8) / 2;
    if (ui.button("offer/stay", buttons.cut_left(half, 8), ui.tr("Stay"), ButtonStyle::kPrimary)) {
      commands.push([](App& a) { a.seat()->confirm_walk_away = false; });
    }
    if (ui.button("offer/leave", buttons, ui.tr("Walk away"))) {
      commands.push([](App& a) { a.seat()->walk_away(); });
    }
  } else {
    const float third = (buttons.w - 8) / 2;
    if (ui.button("offer/accept", buttons.cut_left(third, 8), ui.tr("Accept"), ButtonStyle::kPlain,
                  standing)) {
      commands.push([](App& a) { a.seat()->accept(); });
    }
    if (ui.button("offer/walk_away", buttons, ui.tr("Walk away…"))) {
      commands.push([](App& a) { a.seat()->confirm_walk_away = true; });
    }
  }
}

/// Clause by clause; what has changed since their offer before is bold.
void draw_offer_rows(Ui& ui, const TableView& view, const SeenOffer* last, const SeatLooks& looks,
                     const Rect& inside) {
  const SeenOffer* before = view.last(false, 1);
  const auto& issues = view.agenda->issues();
  Rect list = ui.scroll_begin("their_offer/rows", inside, 20 * static_cast<float>(issues.size()));
  for (std::size_t i = 0; i < issues.size(); ++i) {
    const Rect line = list.cut_top(20);
    const std::uint32_t level = view.agenda->level(last->outcome, i);
    const bool changed = before != nullptr && view.agenda->level(before->outcome, i) != level;
    Rect cells = line;
    cells.cut_right(18);  // for the mark of a change
    const std::string words = short_level_words(issues[i], level);
    const Type type = changed ? Type::kBodyBold : Type::kBody;
    const float wide = std::min(ui.canvas.width(words, type) + 1, cells.w * 0.6F);
    ui.canvas.text_in(cells.cut_right(wide, 8), words, type, ui.palette.text, Align::kRight);
    ui.canvas.text_in(cells, ui.tr(lab::capital(lab::issue_words(issues[i].name))), Type::kBody,
                      ui.palette.text2);
    if (changed) {
      const bool up = level > view.agenda->level(before->outcome, i);
      ui.canvas.mark(up ? Shape::kTriangle : Shape::kTriangleDown,
                     {line.right() - 6, line.centre().y}, 8, looks.theirs.tone.mark);
    }
  }
  ui.scroll_end();
}

}  // namespace

void draw_their_offer(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  SeatTable& table = *app.seat();
  const TableView& view = *table.game().table();
  const SeatLooks looks = seat_looks(ui, app);
  const SeenOffer* last = view.last(false);
  Rect inside = ui.panel("their_offer", rect, ui.tr("Their last offer"),
                         last != nullptr ? short_day_words(ui.tr, last->day) : "");
  inside = inside.inset(kPadding, 6);
  Rect buttons = inside.cut_bottom(32, 6);
  draw_answers(ui, table, buttons, inside, commands);
  if (last == nullptr) {
    ui.empty(inside, ui.tr("They have not made an offer yet"));
    return;
  }
  if (last->value_musd) {
    const Rect line = inside.cut_bottom(22);
    const double worth = view.utility(*last->value_musd);
    const SeenOffer* before = view.last(false, 1);
    std::string words = ui.tr("Worth to you {0}", {two(worth)});
    if (before != nullptr && before->value_musd) {
      const std::string step = signed_two(worth - view.utility(*before->value_musd));
      const std::string whole = words + ", " + ui.tr("{0} from their offer before", {step});
      const bool fits = ui.canvas.width(whole, Type::kBodyBold) <= line.w;
      words = fits ? whole : words + " (" + step + ")";
    }
    ui.canvas.text_in(line, words, Type::kBodyBold, ui.palette.text);
  }
  if (!last->statement.empty()) {
    const Rect line = inside.cut_bottom(20);
    ui.canvas.text_in(line, "“" + sentence_words(ui.tr, last->statement) + "”", Type::kSmall,
                      ui.palette.text2);
  }
  draw_offer_rows(ui, view, last, looks, inside);
}

void draw_say(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  SeatTable& table = *app.seat();
  const SeatLooks looks = seat_looks(ui, app);
  Rect inside = ui.panel("say", rect, ui.tr("Say and send"), ui.tr("public and private"));
  inside = inside.inset(kPadding, 6);
  Rect foot = inside.cut_bottom(32, 6);
  const bool can = table.bid() && !table.bid()->barred;
  if (ui.button("say/send", foot.cut_right(120, 8), ui.tr("Send bid"), ButtonStyle::kPrimary,
                can)) {
    commands.push([](App& a) { a.seat()->send_bid(); });
  }
  if (ui.button("say/staff", foot.cut_right(150, 12), ui.tr("Let the staff play"))) {
    commands.push(
        [](App& a) { a.seat()->leave_to_staff(parties::PersonDecision::Kind::kStaffHere); });
  }
  const std::optional<game::HostState> host = table.game().host();
  const bool lost = host && host->stage == game::HostState::Stage::kLost;
  const std::string told =
      lost ? std::string(ui.tr("The connection is lost; it is being made again"))
      : !table.sentence.empty() ? std::string(ui.tr(table.sentence))
      : table.bid() && table.bid()->barred
          ? std::string(ui.tr("This package was refused at home and may not be offered again"))
          : ui.tr("The bid goes to {0}", {looks.their_name});
  ui.canvas.text_in(foot, told, Type::kSmall,
                    table.sentence.empty() && !lost ? ui.palette.text2 : ui.palette.stopped().word);
  Rect left = inside.cut_left((inside.w - 12) / 2, 12);
  Rect right = inside;
  ui.canvas.text_in(left.cut_top(18), ui.tr("Public statement, they read it"), Type::kSmall,
                    ui.palette.text2);
  ui.canvas.text_in(right.cut_top(18), ui.tr("Private note, kept as your reason for the debrief"),
                    Type::kSmall, ui.palette.text2);
  constexpr std::size_t kLimit = 400;
  std::string statement = table.statement, note = table.note;
  if (ui.text_area("say/statement", left, statement, ui.tr("What you say to them (optional)"),
                   kLimit)) {
    commands.push([statement](App& a) { a.seat()->statement = statement; });
  }
  if (ui.text_area("say/note", right, note, ui.tr("Why you do it (optional)"), kLimit)) {
    commands.push([note](App& a) { a.seat()->note = note; });
  }
}

}  // namespace monazite::viz
