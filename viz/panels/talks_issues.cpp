#include <algorithm>
#include <string>
#include <vector>

#include <viz/model/level_words.hpp>
#include <viz/panels/bars.hpp>
#include <viz/panels/detail/talks_scene.hpp>
#include <viz/panels/talks.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
void draw_issues(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  (void)commands;
  const auto scene = scene_of(ui, app);
  Rect inside = ui.panel("issues", rect, ui.tr("Issues"), ui.tr("where each side stands"));
  if (!scene) {
    ui.empty(inside, ui.tr("No talks have been opened by this day"));
    return;
  }
  inside = inside.inset(kPadding, 6);
  const bool agreed = scene->view.state == TalksState::kAgreed;
  float name_w = ui.canvas.width(ui.tr("Clause"), Type::kBodyBold);
  for (const IssueRow& issue : scene->view.issues) {
    name_w = std::max(name_w, ui.canvas.width(ui.tr(lab::capital(issue.name)), Type::kBodyBold));
  }
  name_w = std::min(name_w + 11, inside.w * 0.4F);
  constexpr float kBesideBar = 10;
  const int columns = agreed ? 4 : 3;
  const float column = std::max(0.0F, inside.w - kBesideBar - name_w) / static_cast<float>(columns);
  const auto cells = [&](Rect row) {
    std::vector<Rect> out{row.cut_left(name_w)};
    for (int i = 0; i < columns; ++i) out.push_back(row.cut_left(column));
    return out;
  };
  std::vector<Rect> head = cells(inside.cut_top(22));
  ui.canvas.text_in(head[0], ui.tr("Clause"), Type::kSmall, ui.palette.text2);
  ui.canvas.text_in(head[1], ui.tr("In force"), Type::kSmall, ui.palette.text2);
  for (std::size_t side = 0; side < 2; ++side) {
    ui.canvas.text_in(head[2 + side], scene->names[side], Type::kSmallBold,
                      scene->looks[side].tone.word);
  }
  if (agreed) ui.canvas.text_in(head[4], ui.tr("Agreed"), Type::kSmallBold, ui.palette.text);
  const float row_height = std::clamp(
      inside.h / std::max<float>(1, static_cast<float>(scene->view.issues.size())), 22.0F, 30.0F);
  Rect list = ui.scroll_begin("issues/rows", inside,
                              row_height * static_cast<float>(scene->view.issues.size()));
  for (const IssueRow& issue : scene->view.issues) {
    const Rect line = list.cut_top(row_height);
    ui.canvas.line({line.x, line.y}, {line.right(), line.y}, ui.palette.hairline);
    const std::vector<Rect> cell = cells(line);
    const auto fits = [](const Rect& r) { return Rect{r.x, r.y, r.w - 8, r.h}; };
    ui.canvas.text_in(fits(cell[0]), ui.tr(lab::capital(issue.name)), Type::kBodyBold,
                      ui.palette.text);
    ui.canvas.text_in(fits(cell[1]), short_level(issue.status_quo), Type::kBody, ui.palette.text2);
    for (std::size_t side = 0; side < 2 && side < issue.positions.size(); ++side) {
      const IssuePosition& position = issue.positions[side];
      Rect place = fits(cell[2 + side]);
      if (position.change != 0) {
        const Rect mark = place.cut_right(12, 4);
        ui.canvas.mark(position.change > 0 ? Shape::kTriangle : Shape::kTriangleDown, mark.centre(),
                       8, scene->looks[side].tone.mark);
      }
      ui.canvas.text_in(place, position.words.empty() ? "–" : short_level(position.words),
                        issue.apart ? Type::kBodyBold : Type::kBody,
                        issue.apart ? scene->looks[side].tone.word : ui.palette.text2);
    }
    if (agreed)
      ui.canvas.text_in(fits(cell[4]), short_level(issue.agreed), Type::kBodyBold, ui.palette.text);
  }
  ui.scroll_end();
}

}  // namespace monazite::viz
