#include <algorithm>
#include <cmath>

#include <viz/panels/detail/flow_parts.hpp>
#include <viz/panels/words.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

/// Width at which a tooltip's sentences are broken.
constexpr float kTooltip = 300;

std::string of_material(const std::string& amount, const std::string& material) {
  return amount + (material.empty() ? " t" : " t " + material);
}

}  // namespace

std::string tonnes(double amount) {
  return lab::number_words(amount, std::abs(amount) < 9.95 ? 1 : 0);
}

const FlowAmount* shown_amount(const Flow& flow) {
  if (flow.amount) return &*flow.amount;
  return flow.reo ? &*flow.reo : nullptr;
}

std::string material_words(const Flow& flow) {
  return flow.amount || !flow.reo ? flow.material : "REO";
}

std::string amount_words(const Strings& tr, const Flow& flow) {
  const FlowAmount* amount = shown_amount(flow);
  if (amount == nullptr) {
    if (flow.state == FlowState::kHalted) return std::string(tr("halted"));
    return std::string(tr(flow.state == FlowState::kLimited ? "licences slow" : "licences open"));
  }
  const std::string material = material_words(flow);
  const std::string number = tonnes(amount->month);
  std::string words = material == "NdPr" || material.empty()
                          ? tr("{0} t/month", {number})
                          : tr("{0} t {1}/month", {number, material});
  return flow.estimate ? tr("about {0}", {words}) : words;
}

std::string state_words(const Strings& tr, FlowState state) {
  switch (state) {
    case FlowState::kRunning:
      return std::string(tr("running"));
    case FlowState::kLimited:
      return std::string(tr("limited"));
    case FlowState::kHalted:
      return std::string(tr("halted"));
    case FlowState::kNone:
      break;
  }
  return std::string(tr("none"));
}

void draw_state_mark(Ui& ui, Vec centre, float size, FlowState state) {
  switch (state) {
    case FlowState::kRunning:
      ui.canvas.mark(Shape::kCircle, centre, size, ui.palette.in_force().mark);
      break;
    case FlowState::kLimited:
      ui.canvas.mark(Shape::kTriangleDown, centre, size, ui.palette.india.mark);
      break;
    case FlowState::kHalted:
      ui.canvas.mark(Shape::kCross, centre, size, ui.palette.stopped().mark);
      break;
    case FlowState::kNone:
      break;
  }
}

bool is_shown(const Flow& flow) {
  return flow.state != FlowState::kNone;
}

bool is_selected(const App& app, const Flow& flow) {
  return app.selection.is(Entity::Kind::kFlow, static_cast<std::uint64_t>(flow.id));
}

bool is_marked(const App& app, const Flow& flow) {
  return app.selection.marks(Entity::Kind::kFlow, static_cast<std::uint64_t>(flow.id));
}

void select_flow(Commands& commands, FlowId id) {
  commands.push([id](App& a) {
    a.select(Entity{Entity::Kind::kFlow, static_cast<std::uint64_t>(id)});
  });
}

void point_at_flow(Ui& ui, const FlowScene& scene, const Flow& flow, Commands& commands) {
  commands.point(Entity{Entity::Kind::kFlow, static_cast<std::uint64_t>(flow.id)});
  const Strings& tr = ui.tr;
  std::vector<std::string> lines{std::string(tr(flow.title))};
  const auto sentences = [&ui, &lines](std::string_view text) {
    if (text.empty()) return;
    for (std::string& line : ui.canvas.wrap(text, Type::kBody, kTooltip)) {
      lines.push_back(std::move(line));
    }
  };
  const auto amounts = [&](const FlowAmount& amount, const std::string& material) {
    std::string month = of_material(tonnes(amount.month), material);
    if (flow.estimate) month = tr("about {0}", {month});
    sentences(tr("{0}: {1}, 12-month mean {2}",
                 {month_words(tr, scene.month), month, tonnes(amount.mean)}));
    if (amount.contracted && *amount.contracted > 0) {
      sentences(tr("contracted {0} a month, fulfilled {1} %",
                   {of_material(tonnes(*amount.contracted), material),
                    lab::number_words(100 * amount.month / *amount.contracted, 0)}));
    }
    if (amount.cap) {
      sentences(tr("at most {0} a month", {of_material(tonnes(*amount.cap), material)}));
    }
  };
  if (flow.amount) amounts(*flow.amount, flow.material);
  if (flow.reo) amounts(*flow.reo, "REO");
  if (!flow.amount && !flow.reo) sentences(tr("no amount is recorded"));
  if (flow.state == FlowState::kLimited || flow.state == FlowState::kHalted) {
    sentences(state_words(tr, flow.state) +
              (flow.why.empty() ? std::string{} : ": " + std::string(tr(flow.why))));
  }
  if (flow.estimate) sentences(tr("Estimate. {0}", {std::string(tr(flow.how))}));
  ui.tooltip(lines);
}

Color mixed(Color first, Color second, float share) {
  const auto part = [share](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(
        std::lround(static_cast<float>(a) * share + static_cast<float>(b) * (1 - share)));
  };
  return {part(first.r, second.r), part(first.g, second.g), part(first.b, second.b)};
}

Color flow_color(const Palette& palette, const Flow& flow, Color ground) {
  const Color mark = tone_of(palette, flow.hue).mark;
  return flow.state == FlowState::kLimited ? mixed(mark, ground, 0.62F) : mark;
}

}  // namespace monazite::viz
