#include <algorithm>
#include <string>

#include <viz/model/what_if/what_if.hpp>
#include <viz/panels/detail/timeline_parts.hpp>
#include <viz/panels/words.hpp>

namespace monazite::viz {
namespace {

/// The day on which both part, if there is one that may be known.
std::optional<base::Day> known_parting(const App& app) {
  const std::optional<base::Day> first = app.what_if()->divergence().first;
  const std::optional<base::Day> known = app.known_until();
  return first && (!known || *first <= *known) ? first : std::nullopt;
}

}  // namespace

RecordingFile* second_future(const App& app) {
  if (app.view.layout != Layout::kWhatIf || app.what_if() == nullptr) return nullptr;
  return app.what_if()->b();
}

void draw_difference_row(Ui& ui, const App& app, const Rect& row, const TimeAxis& axis) {
  ui.place("timeline/difference", row);
  ui.canvas.text_in({row.x, row.y, kLaneTitles - 8, row.h}, ui.tr("Difference B − A"), Type::kSmall,
                    ui.palette.text2);
  std::uint32_t most = 1;
  const auto& months = app.what_if()->divergence().months;
  for (const Divergence::Month& month : months) most = std::max(most, month.deeds);
  const std::optional<base::Day> known = app.known_until();
  for (const Divergence::Month& month : months) {
    if (known && month.end > *known) break;
    const float from = std::max(axis.left, axis.x(base::start_of_month(month.end)));
    const float to = std::min(axis.right, axis.x(month.end + 1));
    if (to - from < 0.5F) continue;
    const float height = static_cast<float>(month.deeds) / static_cast<float>(most) * (row.h - 2);
    ui.canvas.fill({from, row.bottom() - height, std::max(1.0F, to - from - 1.5F), height},
                   ui.palette.b().mark);
    if (month.deeds > 0 && ui.hovered({from, row.y, to - from, row.h})) {
      ui.tooltip(
          {month_words(ui.tr, month.end), ui.tr("{0} deeds of one without their like in the other",
                                                {std::to_string(month.deeds)})});
    }
  }
}

void draw_parting(Ui& ui, const App& app, const Rect& ruler, const Rect& rows,
                  const TimeAxis& axis) {
  const std::optional<base::Day> first = known_parting(app);
  if (!first) return;
  const float x = axis.x(*first);
  if (x < ruler.x || x > ruler.right()) return;
  const Rect line{x - 3, rows.y, 6, rows.h};
  const Rect mark{x - 5, ruler.bottom() - 8, 10, 10};
  ui.place("timeline/parting", line);
  ui.canvas.mark(Shape::kDiamond, mark.centre(), 9, ui.palette.b().mark);
  ui.canvas.line({x, rows.y}, {x, rows.bottom()}, ui.palette.b().mark, 1.5F);
  if (ui.hovered(line) || ui.hovered(mark)) {
    ui.tooltip({std::string(ui.tr("First difference")), day_words(ui.tr, *first)});
  }
}

}  // namespace monazite::viz
