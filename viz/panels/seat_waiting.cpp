#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

#include <viz/model/app/seat_table.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/seat.hpp>
#include <viz/panels/words.hpp>

namespace monazite::viz {

using HostStage = game::HostState::Stage;

namespace {

std::string headline(const Ui& ui, const App& app, const game::HostState& state) {
  switch (state.stage) {
    case HostStage::kConnecting:
      return ui.tr("Connecting to {0}…", {state.host});
    case HostStage::kLost:
      return std::string(ui.tr("The connection is lost; it is being made again"));
    case HostStage::kFailed:
      return ui.tr("{0} does not give you the seat", {state.host});
    default:
      break;
  }
  const auto& seats = app.seat()->game().scenario().seats;
  const std::size_t at = state.thinking.value_or(0) - base::kFirstSeat;
  if (state.thinking && at < seats.size()) {
    return ui.tr("{0} is thinking", {ui.tr.party(seats[at].name, seats[at].title)});
  }
  return std::string(ui.tr("The days go by; you are asked when it is yours to decide"));
}

}  // namespace

std::string clock_words(double seconds) {
  const int left = static_cast<int>(std::ceil(seconds));
  char text[32];
  std::snprintf(text, sizeof text, "%d:%02d", left / 60, left % 60);
  return text;
}

void draw_facts(Ui& ui, const App& app, Rect inside) {
  const auto facts =
      game::facts_of(app.seat()->game().knowledge(), app.seat()->game().scenario(), 10);
  if (facts.empty()) return;
  ui.canvas.text_in(inside.cut_top(24), ui.tr("What you know"), Type::kTitle, ui.palette.text);
  for (const game::Fact& fact : facts) {
    const Rect line = inside.cut_top(24);
    if (line.h < 24) break;
    ui.canvas.circle({line.x + 3, line.centre().y}, 2, ui.palette.text3);
    ui.canvas.text_in({line.x + 14, line.y, line.w - 14, line.h}, fact.text, Type::kBody,
                      ui.palette.text2);
  }
}

void draw_became(Ui& ui, const App& app, Rect& rect) {
  std::string told;
  for (const std::string& sentence : app.seat()->became()) {
    told += (told.empty() ? "" : " ") + sentence_words(ui.tr, sentence);
  }
  if (told.empty()) return;
  constexpr float kToldLine = 20;
  const float width = rect.w - 2 * kPadding - 12;
  const auto lines = static_cast<float>(ui.canvas.wrap(told, Type::kBodyBold, width).size());
  const Rect strip = rect.cut_top(10 + kToldLine * std::min(lines, 2.0F), kGap);
  ui.place("seat/became", strip);
  ui.canvas.fill(strip, ui.palette.panel, 6);
  ui.canvas.outline(strip, ui.palette.hairline, 1, 6);
  ui.canvas.fill({strip.x, strip.y + 4, 3, strip.h - 8}, ui.palette.playhead);
  ui.canvas.paragraph({strip.x + kPadding + 4, strip.y + 6, width, strip.h - 8}, told,
                      Type::kBodyBold, ui.palette.text, kToldLine);
}

void draw_news(Ui& ui, const App& app, Rect inside) {
  const std::vector<lab::StoryLine>& news = app.seat()->news();
  if (news.empty()) return;
  ui.canvas.text_in(inside.cut_top(24), ui.tr("What you heard"), Type::kTitle, ui.palette.text);
  for (auto line = news.rbegin(); line != news.rend() && inside.h >= 24; ++line) {
    Rect row = inside.cut_top(24);
    ui.canvas.text_in(row.cut_left(92, 6), short_day_words(ui.tr, line->day), Type::kSmall,
                      ui.palette.text2);
    if (!line->source.empty()) {  // a reported fact
      const std::string source = "[" + line->source + "]";
      const float width = ui.canvas.width(source, Type::kSmall) + 4;
      ui.canvas.text_in(row.cut_right(width, 8), source, Type::kSmall, ui.palette.text2);
    }
    ui.canvas.text_in(row, line->text, Type::kBody, ui.palette.text);
  }
}

void draw_known(Ui& ui, const App& app, Rect inside) {
  constexpr float kTwoColumns = 900, kGapBetween = 40;
  if (inside.w < kTwoColumns) return draw_facts(ui, app, inside);
  draw_facts(ui, app, inside.cut_left(inside.w * 0.36F, kGapBetween));
  draw_news(ui, app, inside);
}

void draw_waiting(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  const std::optional<game::HostState> state = app.seat()->game().host();
  if (!state) return;
  const bool failed = state->stage == HostStage::kFailed;
  const bool playing = state->stage == HostStage::kPlaying;
  std::string place = state->host;
  if (state->table > 0) {
    place = ui.tr("table {0} at {1}", {std::to_string(state->table), state->host});
  }
  Rect inside = ui.panel("waiting", rect, ui.tr("You wait"), place);
  inside = inside.inset(24, 20);
  ui.canvas.paragraph(inside.cut_top(30, 4), headline(ui, app, *state), Type::kReadout,
                      failed ? ui.palette.stopped().word : ui.palette.text, 24);
  if (state->today.number > 0) {
    ui.canvas.text_in(inside.cut_top(24, 4), day_words(ui.tr, state->today), Type::kBody,
                      ui.palette.text2);
  }
  for (const std::string& told :
       {playing ? std::string() : state->sentence, app.seat()->sentence}) {
    if (told.empty()) continue;
    ui.canvas.paragraph(inside.cut_top(24, 4), ui.tr(told), Type::kBody, ui.palette.stopped().word);
  }
  inside.cut_top(10);
  Rect row = inside.cut_top(34);
  if (playing && ui.button("waiting/staff", row.cut_left(280, 10),
                           ui.tr("Leave all that follows to the staff"))) {
    commands.push([](App& a) {
      a.seat()->leave_to_staff(parties::PersonDecision::Kind::kStaffOn);
      a.notice(std::string(Strings(a.settings.language)("From now on the staff decides for you")));
    });
  }
  const bool in_bar = app.seat()->game().seat() >= base::kFirstSeat;
  if (!in_bar && ui.button("waiting/leave", row.cut_left(150), ui.tr("Leave the seat"))) {
    commands.run("seat.leave");
  }
  inside.cut_top(24);
  draw_known(ui, app, inside);
}

}  // namespace monazite::viz
