#pragma once

#include <optional>
#include <string>
#include <vector>

#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/model/flows_view.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// What the three views of the trade flow panel share.
struct FlowScene {
  const App& app;
  std::vector<Flow> flows;  ///< of the month shown, by FlowId
  base::Day month{};        ///< its last day
};

void draw_flow_map(Ui& ui, const FlowScene& scene, const Rect& panel, Commands& commands);
void draw_flow_sankey(Ui& ui, const FlowScene& scene, const Rect& panel, Commands& commands);
void draw_flow_table(Ui& ui, const FlowScene& scene, const Rect& rect, Commands& commands);

/// Tonnes as they are written everywhere in the panel: "1,240", "42", "8.3".
[[nodiscard]] std::string tonnes(double amount);
/// "about 305 t/month", "12 t NdFeB/month" (NdPr goes without saying), "halted", "licences open".
[[nodiscard]] std::string amount_words(const Strings& tr, const Flow& flow);
/// The amount that is shown: of the one material if recorded, else of all rare earths.
[[nodiscard]] const FlowAmount* shown_amount(const Flow& flow);
[[nodiscard]] std::string material_words(const Flow& flow);
/// "running", "limited", "halted", "not yet"
[[nodiscard]] std::string state_words(const Strings& tr, FlowState state);
/// The state's mark beside its word; nothing for a flow that does not exist yet.
void draw_state_mark(Ui& ui, Vec centre, float size, FlowState state);
/// Whether the flow exists: something flows, or something is agreed, or it is a licence.
[[nodiscard]] bool is_shown(const Flow& flow);

[[nodiscard]] bool is_selected(const App& app, const Flow& flow);
/// Selected, or pointed at in any panel.
[[nodiscard]] bool is_marked(const App& app, const Flow& flow);
void select_flow(Commands& commands, FlowId id);
/// The mouse is over a flow: everything known about it is told, and all panels mark it.
void point_at_flow(Ui& ui, const FlowScene& scene, const Flow& flow, Commands& commands);

/// Two opaque colours mixed: `share` of the first.
[[nodiscard]] Color mixed(Color first, Color second, float share);
/// A flow's colour: its hue, paler when it is limited.
[[nodiscard]] Color flow_color(const Palette& palette, const Flow& flow, Color ground);

}  // namespace monazite::viz
