#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <viz/model/what_if/what_if.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/what_if.hpp>
#include <viz/panels/words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

constexpr float kOption = 25, kIssue = 24, kSlider = 46;

/// How many decisions may be shown: none of a hidden future.
std::size_t decisions_shown(const App& app) {
  const Decisions& decisions = app.what_if()->decisions();
  const auto known = app.known_until();
  return known ? std::min(decisions.size(), decisions.at(*known + 1)) : decisions.size();
}

std::size_t moment_of(const App& app) {
  Decisions& decisions = app.what_if()->decisions();
  const std::size_t count = decisions_shown(app);
  if (count == 0) return 0;
  if (app.view.moment) return std::min(*app.view.moment, count - 1);
  // The last decision of a government or event before the day: firms decide every few days.
  const std::size_t at = std::min(decisions.at(app.what_if()->day() + 1), count - 1);
  const auto of_state = [&](std::size_t moment) {
    const scenarios::Seat* seat = app.replay()->seat(decisions.seat(moment));
    return seat == nullptr || seat->kind == scenarios::SeatKind::kGovernment;
  };
  for (std::size_t before = at + 1; before-- > 0;) {
    if (of_state(before)) return before;
  }
  return at;
}

/// Which of a decision's options B has: the recorded one unless it was changed.
bool is_chosen(const WhatIf& what_if, const Decision& decision, const Option& option) {
  const Change* change = nullptr;
  for (const Option& each : decision.options) {
    if (!each.recorded) change = what_if.fork().find(each.change);
    if (change != nullptr) break;
  }
  if (change == nullptr) return option.recorded;
  return !option.recorded && change->what == option.change.what;
}

void draw_option(Ui& ui, const App& app, const Decision& decision, const Option& option,
                 const std::string& id, const Rect& line, Commands& commands) {
  const bool chosen = is_chosen(*app.what_if(), decision, option);
  if (chosen && !option.recorded) ui.canvas.fill(line, ui.palette.b().mark.faded(0.14F), 5);
  Rect row = line.inset(4, 0);
  std::string aside = option.recorded ? std::string(ui.tr("A, recorded")) : chosen ? "B" : "";
  if (aside.empty() && option.value_musd) {
    aside = (*option.value_musd > 0 ? "+" : "") + lab::number_words(*option.value_musd, 1) + " M";
  }
  const float width = ui.canvas.width(aside, Type::kSmallBold);
  ui.canvas.text({row.right(), row.centre().y}, aside, Type::kSmallBold,
                 option.recorded ? ui.palette.a().word
                 : chosen        ? ui.palette.b().word
                                 : ui.palette.text2,
                 Align::kRight);
  row.cut_right(width, 8);
  if (ui.radio(id, row, option.words, chosen)) {
    commands.push([decision, option](App& a) { a.what_if()->choose(decision, option); });
  }
}

/// Levels of the package that B offers instead, issue by issue.
void draw_package(Ui& ui, const App& app, const Decision& decision, Rect& list,
                  Commands& commands) {
  const Negotiation* talks = app.replay()->negotiation(decision.conversation);
  if (talks == nullptr || !decision.offered) return;
  agenda::Outcome package = *decision.offered;
  const Change probe = app.what_if()->decisions().offer_instead(decision, package);
  if (const Change* change = app.what_if()->fork().find(probe)) {
    if (change->answer && change->answer->has_offer()) package = change->answer->offer().outcome();
  }
  const agenda::Agenda& agenda = *talks->agenda;
  ui.canvas.text_in(list.cut_top(20), ui.tr("Or another package"), Type::kSmall, ui.palette.text2);
  for (std::size_t issue = 0; issue < agenda.issues().size(); ++issue) {
    const Rect line = list.cut_top(kIssue);
    const std::uint32_t level = agenda.level(package, issue);
    const auto levels = static_cast<std::uint32_t>(agenda.issues()[issue].labels.size());
    Rect row = line;
    const Rect plus = row.cut_right(22);
    const Rect minus = row.cut_right(22, 4);
    const Rect value = row.cut_right(row.w * 0.5F, 6);
    const bool other = level != agenda.level(*decision.offered, issue);
    ui.canvas.text_in(row, ui.tr(lab::issue_words(agenda.issues()[issue].name)), Type::kSmall,
                      ui.palette.text2);
    ui.canvas.text_in(value, lab::level_words(agenda.issues()[issue], level),
                      other ? Type::kBodyBold : Type::kBody,
                      other ? ui.palette.b().word : ui.palette.text, Align::kRight);
    const auto move = [&](const char* icon, const Rect& at, bool can, std::uint32_t to) {
      const std::string id = std::string("changes/") + icon + "/" + std::to_string(issue);
      if (ui.icon_button(id, at, icon, ButtonStyle::kQuiet, can)) {
        const agenda::Outcome next = agenda.with_level(package, issue, to);
        commands.push([decision, next](App& a) {
          a.what_if()->put(a.what_if()->decisions().offer_instead(decision, next));
        });
      }
    };
    move("minus", minus, level > 0, level - 1);
    move("plus", plus, level + 1 < levels, level + 1);
  }
}

float height_of(const App& app, const std::vector<Decision>& decisions) {
  float height = 0;
  for (const Decision& decision : decisions) {
    height += 54 + kOption * static_cast<float>(decision.options.size()) + 8;
    const Negotiation* talks = app.replay()->negotiation(decision.conversation);
    if (talks != nullptr && decision.offered) {
      height += 20 + kIssue * static_cast<float>(talks->agenda->issues().size());
    }
  }
  return height;
}

void draw_decisions(Ui& ui, const App& app, Rect rect, Commands& commands) {
  WhatIf& what_if = *app.what_if();
  const std::size_t count = decisions_shown(app);
  Rect head = rect.cut_top(22, 4);
  const std::size_t moment = moment_of(app);
  const Rect next = head.cut_right(22);
  const Rect before = head.cut_right(22, 4);
  const auto go = [&](const char* id, const char* icon, const Rect& at, bool can, std::size_t to) {
    if (ui.icon_button(id, at, icon, ButtonStyle::kQuiet, can)) {
      const base::Day day = what_if.decisions().day(to);
      commands.push([to, day](App& a) {
        a.view.moment = to;
        a.time.seek(day);
      });
    }
  };
  go("changes/before", "back", before, moment > 0, moment - 1);
  go("changes/next", "forward", next, moment + 1 < count, moment + 1);
  if (count == 0) return;
  ui.canvas.text_in(
      head, ui.tr("Decision {0} of {1}", {std::to_string(moment + 1), std::to_string(count)}),
      Type::kSmall, ui.palette.text2);
  const std::vector<Decision> decisions = what_if.decisions().describe(moment);
  Rect list = ui.scroll_begin("changes/decisions", rect, height_of(app, decisions));
  for (std::size_t d = 0; d < decisions.size(); ++d) {
    const Decision& decision = decisions[d];
    const Rect card = list.cut_top(46, 8);
    ui.canvas.fill(card, ui.palette.inset, 5);
    const Look look = look_of(ui.palette, *app.replay(), decision.seat);
    ui.canvas.mark(look, {card.x + 14, card.y + 14}, 10);
    const std::string day = short_day_words(ui.tr, decision.day);
    const float day_width = ui.canvas.width(day, Type::kSmall);
    ui.canvas.text({card.right() - 10, card.y + 14}, day, Type::kSmall, ui.palette.text2,
                   Align::kRight);
    ui.canvas.text_in({card.x + 26, card.y + 4, card.w - 46 - day_width, 20}, decision.who,
                      Type::kTitle, ui.palette.text);
    ui.canvas.text_in({card.x + 26, card.y + 23, card.w - 36, 18}, decision.what, Type::kBody,
                      ui.palette.text2);
    for (std::size_t o = 0; o < decision.options.size(); ++o) {
      draw_option(ui, app, decision, decision.options[o],
                  "changes/" + std::to_string(d) + "/" + std::to_string(o), list.cut_top(kOption),
                  commands);
    }
    draw_package(ui, app, decision, list, commands);
    list.cut_top(8);
  }
  ui.scroll_end();
}

void draw_sliders(Ui& ui, const App& app, Rect rect, Commands& commands) {
  WhatIf& what_if = *app.what_if();
  const std::vector<Slider>& all = what_if.sliders();
  ui.canvas.text_in(rect.cut_top(20, 2),
                    ui.tr("Numbers, from {0} on", {short_day_words(ui.tr, what_if.day())}),
                    Type::kSmall, ui.palette.text2);
  Rect list = ui.scroll_begin("changes/sliders", rect, kSlider * static_cast<float>(all.size()));
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Slider& slider = all[i];
    const Rect line = list.cut_top(kSlider);
    Rect row = line;
    const Rect words = row.cut_top(20);
    const double value = what_if.slider_value(i);
    const bool changed = value != slider.value;
    const std::string number =
        lab::number_words(value, slider.decimals) + " " + std::string(ui.tr(slider.unit));
    const float width = ui.canvas.width(number, Type::kBodyBold);
    ui.canvas.text({words.right(), words.centre().y}, number,
                   changed ? Type::kBodyBold : Type::kBody,
                   changed ? ui.palette.b().word : ui.palette.text, Align::kRight);
    ui.canvas.text_in({words.x, words.y, words.w - width - 10, words.h}, ui.tr(slider.label),
                      changed ? Type::kBodyBold : Type::kBody, ui.palette.text);
    const double step = std::pow(10.0, -slider.decimals);
    const std::string id = "changes/slider/" + slider.key;
    if (const auto moved =
            ui.slider(id, row.cut_top(18), value, slider.low, slider.high, step,
                      changed ? &ui.palette.b() : nullptr, slider.value, &ui.palette.a())) {
      const double to = *moved;
      commands.push([i, to](App& a) {
        if (!a.what_if()->dragging()) a.what_if()->begin_drag();
        a.what_if()->set_slider(i, to);
      });
    }
    if (ui.hovered(words)) {
      ui.tooltip({slider.meaning,
                  ui.tr("{0} to {1}, the scenario has {2}",
                        {lab::number_words(slider.low, slider.decimals),
                         lab::number_words(slider.high, slider.decimals),
                         lab::number_words(slider.value, slider.decimals)}),
                  slider.confidence + (slider.source.empty() ? "" : ", " + slider.source)});
    }
  }
  ui.scroll_end();
  // All positions of one drag are one step of undo.
  if (what_if.dragging() && !Ui::held()) {
    commands.push([](App& a) { a.what_if()->end_drag(); });
  }
}

}  // namespace

void draw_changes(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  WhatIf& what_if = *app.what_if();
  const bool english = ui.tr.language() == Language::kEnglish;
  Rect inside =
      ui.panel("changes", rect, ui.tr("Change one decision"), english ? "一つの決定を変える" : "");
  inside = inside.inset(kPadding, 8);
  Rect foot = inside.cut_bottom(52, 4);
  const std::string ran =
      what_if.busy()       ? std::string(ui.tr("playing B…"))
      : what_if.compares() ? std::string(ui.tr("nothing changed yet; B is what was A"))
      : what_if.b() != nullptr
          ? ui.tr("{0} changed, last re-run {1} ms", {std::to_string(what_if.fork().changes.size()),
                                                      lab::number_words(what_if.milliseconds(), 0)})
          : std::string(ui.tr("nothing changed yet"));
  ui.canvas.text_in(foot.cut_top(20, 4), what_if.failure().empty() ? ran : what_if.failure(),
                    Type::kSmall,
                    what_if.failure().empty() ? ui.palette.text2 : ui.palette.stopped().word);
  const float half = (foot.w - 8) / 2;
  if (ui.button("changes/reset", foot.cut_left(half, 8), ui.tr("Reset to A"), ButtonStyle::kPlain,
                what_if.changed())) {
    commands.push([](App& a) { a.what_if()->reset(); });
  }
  if (ui.button("changes/undo", foot, ui.tr("Undo"), ButtonStyle::kPlain, what_if.can_undo())) {
    commands.push([](App& a) { a.what_if()->undo(); });
  }
  draw_decisions(ui, app, inside.cut_top(inside.h * 0.52F, 8), commands);
  ui.canvas.line({inside.x, inside.y - 4}, {inside.right(), inside.y - 4}, ui.palette.hairline);
  draw_sliders(ui, app, inside, commands);
}

}  // namespace monazite::viz
