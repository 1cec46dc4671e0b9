#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <viz/model/app/seat_table.hpp>
#include <viz/model/level_words.hpp>
#include <viz/model/seat/seat_words.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/seat.hpp>
#include <viz/panels/words.hpp>
#include <viz/plot/axes.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {

using game::Bid;
using game::BidStart;
using game::HostState;
using game::SeenOffer;
using game::signed_two;
using game::TableView;
using game::two;

namespace {

/// Widths of the table's columns, as what stands in them needs.
struct BidColumns {
  float name = 0, value = 0, was = 0, theirs = 0, worth = 0;
};

BidColumns columns_of(const Ui& ui, const TableView& view, float width) {
  BidColumns columns;
  const auto hold = [&ui](float& column, std::string_view words, Type type) {
    column = std::max(column, ui.canvas.width(words, type));
  };
  float level = 0, bold = 0;
  for (const agenda::Issue& issue : view.agenda->issues()) {
    hold(columns.name, ui.tr(lab::capital(lab::issue_words(issue.name))), Type::kBodyBold);
    for (std::uint32_t i = 0; i < issue.levels(); ++i) {
      const std::string words = short_level_words(issue, i);
      hold(bold, words, Type::kBodyBold);
      hold(level, words, Type::kSmallBold);
    }
  }
  columns.name = std::min(columns.name, width * 0.27F) + 10;
  columns.value = std::min(bold + 14, width * 0.17F);
  columns.was = columns.theirs = std::min(level, width * 0.135F);
  columns.worth = std::max(ui.canvas.width(ui.tr("Worth to you, USD"), Type::kSmall), 52.0F);
  constexpr float kWorthBar = 44, kRoomy = 660;
  if (width > kRoomy) columns.worth = std::max(columns.worth, 56 + kWorthBar);
  return columns;
}

/// Between two columns, and before what a bid is worth.
constexpr float kBidGap = 10, kWorthGap = 16;

/// One issue: its control, what one asked before and what they ask, and what it is worth.
void draw_issue(Ui& ui, const App& app, const SeatLooks& looks, const BidColumns& columns,
                std::size_t issue, const Rect& line, Commands& commands) {
  SeatTable& table = *app.seat();
  const TableView& view = *table.game().table();
  const agenda::Issue& about = view.agenda->issues()[issue];
  const std::uint32_t level = table.level(issue);
  const SeenOffer* mine = view.last(true);
  const SeenOffer* theirs = view.last(false);
  Rect row = line;
  const Rect name = row.cut_left(columns.name);
  const Rect worth = row.cut_right(columns.worth, kWorthGap);
  const Rect their = row.cut_right(columns.theirs, kBidGap);
  const Rect was = row.cut_right(columns.was, kBidGap);
  ui.canvas.text_in(name, ui.tr(lab::capital(lab::issue_words(about.name))), Type::kBodyBold,
                    ui.palette.text);
  const auto level_text = [&](agenda::Outcome outcome) {
    return short_level_words(about, view.agenda->level(outcome, issue));
  };
  ui.canvas.text_in(was, mine != nullptr ? level_text(mine->outcome) : "–", Type::kSmall,
                    ui.palette.text2, Align::kRight);
  ui.canvas.text_in(their, theirs != nullptr ? level_text(theirs->outcome) : "–", Type::kSmallBold,
                    looks.theirs.tone.word, Align::kRight);
  Rect control = row;
  const Rect value = control.cut_right(columns.value, 8);
  const double last = static_cast<double>(about.labels.size()) - 1;
  std::optional<double> tick;
  if (theirs != nullptr) tick = view.agenda->level(theirs->outcome, issue);
  if (const auto moved =
          ui.slider("bid/" + about.name, {control.x, control.centre().y - 9, control.w, 18}, level,
                    0, last, 1, nullptr, tick, &looks.theirs.tone)) {
    const auto to = static_cast<std::uint32_t>(std::lround(*moved));
    commands.push([issue, to](App& a) { a.seat()->set_level(issue, to); });
  }
  const Rect box{value.x, value.centre().y - 11, value.w, 22};
  ui.canvas.outline(box, ui.palette.hairline, 1, 4);
  ui.canvas.text_in(box.inset(6, 0), short_level_words(about, level), Type::kBodyBold,
                    ui.palette.text, Align::kCentre);
  if (!table.bid() || issue >= table.bid()->clause_worth.size()) return;
  // In M, since the worst packages stretch the scale of utilities.
  const std::vector<double>& all = table.bid()->clause_worth;
  const double gain = all[issue];
  double largest = 1e-9;
  for (const double each : all) largest = std::max(largest, std::abs(each));
  const double musd = gain * (view.brief.highest_musd() - view.brief.lowest_musd());
  ui.canvas.text_in(worth, (musd > 0.05 ? "+" : "") + lab::number_words(musd, 1) + " M",
                    Type::kBodyBold, ui.palette.text, Align::kRight);
  if (worth.w > 95) {
    ui.bar({worth.x, worth.centre().y - 2, worth.w - 60, 4}, std::abs(gain) / largest,
           gain >= 0 ? looks.mine.tone.mark : ui.palette.text3);
  }
}

void draw_sum(Ui& ui, const App& app, const SeatLooks& looks, Rect rect) {
  const SeatTable& table = *app.seat();
  if (!table.bid()) return;
  const Bid& bid = *table.bid();
  const TableView& view = *table.game().table();
  Rect words = rect.cut_top(26, 4);
  const float used =
      ui.canvas.text_in({words.x, words.y, 200, words.h}, ui.tr("This bid is worth to you"),
                        Type::kBody, ui.palette.text2);
  float x = words.x + used + 14;
  x += ui.canvas.text({x, words.centre().y}, (bid.estimated ? "~ " : "") + two(bid.utility),
                      Type::kHeadline, ui.palette.text) +
       14;
  std::string against = ui.tr("{0} above your reservation", {signed_two(bid.above_reservation)});
  if (bid.above_reservation < 0) {
    against = ui.tr("{0} below your reservation value: no deal is worth more",
                    {two(-bid.above_reservation)});
  }
  if (bid.from_my_last) {
    against = ui.tr("{0} from your last", {signed_two(*bid.from_my_last)}) + ", " + against;
  }
  const char* home = bid.home == Bid::Home::kClears    ? "home would clear it"
                     : bid.home == Bid::Home::kRefuses ? "home would refuse it"
                                                       : "home has not looked at it";
  ui.canvas.text_in({x, words.y, words.right() - x, words.h},
                    against + "; " + sentence_words(ui.tr, home), Type::kBody,
                    bid.above_reservation < 0 ? ui.palette.stopped().word : ui.palette.text2);
  const Rect bar{rect.x, rect.y + 4, rect.w, 6};
  ui.bar(bar, std::clamp(bid.utility, 0.0, 1.0), looks.mine.tone.mark);
  const auto tick = [&](double utility, std::string_view label, Color color, float y) {
    const float at = bar.x + static_cast<float>(std::clamp(utility, 0.0, 1.0)) * bar.w;
    ui.canvas.line({at, bar.y - 4}, {at, bar.bottom() + 4}, color, 2);
    ui.canvas.text({std::clamp(at, bar.x + 50, bar.right() - 50), y}, label, Type::kSmall, color,
                   Align::kCentre);
  };
  tick(view.reservation(), ui.tr("reservation {0}", {two(view.reservation())}), ui.palette.text2,
       bar.bottom() + 14);
}

/// Where the mandate has not told what the bid is worth: asks it.
void draw_ask(Ui& ui, const App& app, Rect row, Commands& commands) {
  const std::optional<HostState> host = app.seat()->game().host();
  const bool asks = host && host->asks_worth;
  if (ui.button("bid/ask", row.cut_left(170, 10),
                asks ? ui.tr("Being asked…") : ui.tr("Ask what it is worth"), ButtonStyle::kPlain,
                !asks)) {
    commands.push([](App& a) { a.seat()->ask_worth(); });
  }
  ui.canvas.text_in(row, ui.tr("an estimate from your brief; asking is on record"), Type::kSmall,
                    ui.palette.text2);
}

}  // namespace

void draw_bid(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  SeatTable& table = *app.seat();
  const auto& question = *table.game().question();
  const SeatLooks looks = seat_looks(ui, app);
  const bool english = ui.tr.language() == Language::kEnglish;
  Rect inside = ui.panel(
      "bid", rect, ui.tr("Your bid"),
      std::string(english ? "提案, " : "") +
          (question.meeting > 0 ? ui.tr("meeting {0}", {std::to_string(question.meeting)})
                                : ui.tr("offer {0}", {std::to_string(question.rounds_made + 1)})));
  const std::vector<std::string> starts = {std::string(ui.tr("From my last")),
                                           std::string(ui.tr("From theirs")),
                                           std::string(ui.tr("Blank"))};
  if (const auto chosen = ui.segmented("bid/start", {rect.right() - kPadding, rect.y + 6}, 24,
                                       starts, static_cast<int>(table.start()), true)) {
    commands.push([chosen](App& a) { a.seat()->begin(static_cast<BidStart>(*chosen)); });
  }
  inside = inside.inset(kPadding, 4);
  if (table.bid() && table.bid()->estimated) {
    draw_ask(ui, app, inside.cut_bottom(30, 2), commands);
  }
  draw_sum(ui, app, looks, inside.cut_bottom(62, 4));
  const TableView& view = *table.game().table();
  const std::size_t issues = view.agenda->issues().size();
  Rect head = inside.cut_top(20);
  const float height = std::clamp(inside.h / static_cast<float>(issues), 27.0F, 38.0F);
  constexpr float kBesideBar = 10;
  if (height * static_cast<float>(issues) > inside.h) head.cut_right(kBesideBar);
  const float head_w = head.w;
  const BidColumns columns = columns_of(ui, view, head_w);
  ui.canvas.text_in(head.cut_left(columns.name), ui.tr("Clause"), Type::kSmall, ui.palette.text2);
  const auto right = [&](std::string_view words, float width, float gap) {
    ui.canvas.text_in(head.cut_right(width, gap), words, Type::kSmall, ui.palette.text2,
                      Align::kRight);
  };
  right(ui.tr("Worth to you, USD"), columns.worth, kWorthGap);
  right(ui.tr("Theirs"), columns.theirs, kBidGap);
  right(ui.tr("Was"), columns.was, kBidGap);
  ui.canvas.text_in(head, ui.tr("Your value"), Type::kSmall, ui.palette.text2);
  Rect list = ui.scroll_begin("bid/rows", inside, height * static_cast<float>(issues));
  for (std::size_t i = 0; i < issues; ++i) {
    Rect line = list.cut_top(height);
    line.w = head_w;
    ui.canvas.line({line.x, line.y}, {line.right(), line.y}, ui.palette.hairline);
    draw_issue(ui, app, looks, columns, i, line, commands);
  }
  ui.scroll_end();
}

}  // namespace monazite::viz
