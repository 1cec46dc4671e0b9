#include <string>

#include <viz/model/app/exports.hpp>
#include <viz/model/what_if/what_if.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/what_if.hpp>

namespace monazite::viz {
namespace {

void save_b(App& app) {
  const std::string path = free_path(app, "what-if", ".mcap");
  const auto saved = app.what_if()->save_as(path);
  app.notice(saved ? "B is saved as " + path + "; A is as it was" : saved.error().message, !saved);
}

/// A future in the legend: a piece of its line, its mark, its letter and its words.
void draw_entry(Ui& ui, Rect& row, float share, FutureLine line, std::string_view words,
                bool there) {
  Rect place = row.cut_left(share, 16);
  const Look look = future_look(ui.palette, line);
  const float middle = place.centre().y;
  const Vec from{place.x, middle}, to{place.x + 30, middle};
  switch (line) {
    case FutureLine::kA:
      ui.canvas.line(from, to, look.tone.mark, 2.5F);
      break;
    case FutureLine::kB:
      ui.canvas.dashed({from, to}, look.tone.mark, 2.5F, 6, 4);
      break;
    case FutureLine::kC:
      ui.canvas.dashed({from, to}, look.tone.mark, 2.5F, 2.5F, 4);
      break;
  }
  ui.canvas.mark(look, {place.x + 15, middle}, 9);
  static constexpr const char* kLetters[] = {"A", "B", "C"};
  ui.canvas.text({place.x + 38, middle}, kLetters[static_cast<int>(line)], Type::kTitle,
                 look.tone.word);
  place.cut_left(56);
  ui.canvas.text_in(place, words, Type::kBody, there ? ui.palette.text : ui.palette.text2);
  if (ui.hovered(place) && ui.canvas.width(words, Type::kBody) > place.w) {
    ui.tooltip({std::string(words)});
  }
}

}  // namespace

Look future_look(const Palette& palette, FutureLine line) {
  switch (line) {
    case FutureLine::kA:
      return {palette.a(), Shape::kCircle, false};
    case FutureLine::kB:
      return {palette.b(), Shape::kDiamond, false};
    default:
      return {palette.c(), Shape::kTriangle, false};
  }
}

void draw_fork_bar(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  ui.canvas.fill(rect, ui.palette.panel, 6);
  ui.canvas.outline(rect, ui.palette.hairline, 1, 6);
  WhatIf& what_if = *app.what_if();
  Rect row = rect.inset(kPadding, 5);
  const bool has_b = what_if.b() != nullptr;
  const auto button = [&](const char* id, std::string_view label, ButtonStyle style) {
    const float width = ui.canvas.width(label, Type::kBody) + 26;
    return ui.button(id, row.cut_right(width, 8), label, style, has_b);
  };
  if (button("fork/csv", ui.tr("Export CSV"), ButtonStyle::kPlain)) {
    commands.push([](App& a) {
      a.wanted_file = {free_path(a, "what-if", ".csv"), a.what_if()->csv()};
    });
  }
  if (button("fork/save", ui.tr("Save B"), ButtonStyle::kPrimary)) commands.push(save_b);
  const PinnedFuture* pinned = what_if.pinned();
  if (button("fork/pin", ui.tr("Pin as C"), ButtonStyle::kPlain)) commands.run("what_if.pin");
  if (button("fork/swap", ui.tr("Swap A B"), ButtonStyle::kPlain)) commands.run("what_if.swap");
  if (pinned != nullptr) {
    if (ui.icon_button("fork/unpin", row.cut_right(24, 8), "close", ButtonStyle::kQuiet)) {
      commands.run("what_if.unpin");
    }
  }
  // The words of a fork are longer than those of what was recorded.
  const std::string a(what_if.title_of_a() == Fork{}.words() ? ui.tr("as recorded")
                                                             : what_if.title_of_a());
  const std::string b = !has_b ? std::string(ui.tr("change a decision or drag a slider"))
                        : what_if.compares() && what_if.title() == Fork{}.words()
                            ? std::string(ui.tr("as recorded"))
                            : what_if.title();
  const float short_words = 56 + ui.canvas.width(a, Type::kBody) + 4;
  const float left = std::min(short_words, row.w * (pinned != nullptr ? 0.33F : 0.5F));
  draw_entry(ui, row, left, FutureLine::kA, a, false);
  if (pinned != nullptr) {
    draw_entry(ui, row, (row.w - 16) / 2, FutureLine::kB, b, has_b);
    draw_entry(ui, row, row.w, FutureLine::kC, pinned->title, true);
  } else {
    draw_entry(ui, row, row.w, FutureLine::kB, b, has_b);
  }
}

}  // namespace monazite::viz
