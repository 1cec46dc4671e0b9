#include <string>
#include <vector>

#include <viz/model/view_cache.hpp>
#include <viz/panels/charts.hpp>
#include <viz/panels/detail/flow_parts.hpp>
#include <viz/panels/flows.hpp>
#include <viz/panels/words.hpp>

namespace monazite::viz {
namespace {

constexpr float kTitle = 36, kInset = 12, kControl = 24;

/// The longest note beside the title that leaves room for the control.
std::string aside_that_fits(const Ui& ui, const FlowScene& scene, FlowView view, float room) {
  if (scene.flows.empty()) return {};
  const std::string month = month_words(ui.tr, scene.month);
  std::vector<std::string> asides;
  if (view == FlowView::kTable) {
    asides = {month + ", " + std::string(ui.tr("t/month")), month};
  } else {
    asides = {month + ", " + std::string(ui.tr("neodymium-praseodymium oxide (NdPr), t/month")),
              month + ", " + std::string(ui.tr("NdPr oxide, t/month")), month};
  }
  for (std::string& aside : asides) {
    if (ui.canvas.width(aside, Type::kBody) <= room) return std::move(aside);
  }
  return {};
}

}  // namespace

void draw_flows(Ui& ui, const App& app, const Rect& rect, Commands& commands) {
  FlowScene scene{app, {}, {}};
  const Replay* replay = app.replay();
  if (replay != nullptr) {
    scene.flows = app.file()->views().flows(app.day());
    if (const int month = replay->month_at(app.day()); month >= 0) {
      scene.month = replay->months()[static_cast<std::size_t>(month)];
    }
  }
  const FlowView view = app.view.flows;
  const std::vector<std::string> labels{std::string(ui.tr("Map")), std::string(ui.tr("Sankey")),
                                        std::string(ui.tr("Table"))};
  float control = 0;
  for (const std::string& label : labels) control += ui.canvas.width(label, Type::kBody) + 24;
  const std::string_view title = ui.tr("Trade flows");
  const float room = rect.w - control - ui.canvas.width(title, Type::kTitle) - 3 * kInset - 10;
  const Rect inside = ui.panel("flows", rect, title, aside_that_fits(ui, scene, view, room));
  if (const auto chosen =
          ui.segmented("flows/view", {rect.right() - 6, rect.y + (kTitle - kControl) / 2}, kControl,
                       labels, static_cast<int>(view), true)) {
    commands.push([chosen](App& a) { a.view.flows = static_cast<FlowView>(*chosen); });
  }
  if (scene.flows.empty()) {
    ui.empty(inside, replay == nullptr          ? ui.tr("Open a recording to see what flows")
                     : replay->months().empty() ? no_world_words(ui, app)
                                                : ui.tr("No month has ended yet"));
    return;
  }
  switch (view) {
    case FlowView::kMap:
      draw_flow_map(ui, scene, inside, commands);
      break;
    case FlowView::kSankey:
      draw_flow_sankey(ui, scene, inside, commands);
      break;
    case FlowView::kTable:
      draw_flow_table(ui, scene, inside, commands);
      break;
  }
}

}  // namespace monazite::viz
