#include <viz/model/app/seat_table.hpp>
#include <viz/panels/overlays.hpp>

namespace monazite::viz {

void draw_keep_game(Ui& ui, const App& app, const Rect& window, Commands& commands) {
  if (app.seat() == nullptr) return;
  Rect inside = begin_dialog(ui, window, {560, 168}, ui.tr("Save this game?"));
  ui.canvas.paragraph(
      inside.cut_top(44, 12),
      ui.tr("Your decisions, with your notes, are not on disk yet and would be lost. The recording "
            "goes into the current folder."),
      Type::kBody, ui.palette.text2);
  Rect row = inside.cut_top(32);
  if (ui.button("keep/save", row.cut_left(160, 10), ui.tr("Save and go on"),
                ButtonStyle::kPrimary)) {
    commands.push([](App& a) { a.answer_let_go(true); });
  }
  if (ui.button("keep/lose", row.cut_left(180, 10), ui.tr("Go on without saving"))) {
    commands.push([](App& a) { a.answer_let_go(false); });
  }
  if (ui.button("keep/stay", row, ui.tr("Stay at the table"))) {
    commands.push([](App& a) { a.view.overlay = Overlay::kNone; });
  }
  // Why it could not be saved; the strip at the bottom lies under the veil.
  if (app.view.notice_is_error && !app.view.notice.empty()) {
    ui.canvas.text_in(inside.cut_top(22), app.view.notice, Type::kSmall, ui.palette.stopped().word);
  }
}

}  // namespace monazite::viz
