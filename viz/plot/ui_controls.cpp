#include <algorithm>
#include <cmath>

#include <imgui.h>

#include <viz/plot/detail/control_colors.hpp>
#include <viz/plot/detail/icons.hpp>
#include <viz/plot/detail/imgui_types.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {
namespace {

/// Paints a button's ground and frame; returns the colour of what stands on it.
Color button_ground(Ui& ui, const Rect& rect, ButtonStyle style, bool enabled, bool hovered,
                    bool pressed) {
  const Palette& p = ui.palette;
  const ControlColors colors{p};
  if (style == ButtonStyle::kPrimary && enabled) {
    Color ground = p.primary;
    if (pressed) {
      ground = mixed(ground, p.panel, 0.25F);
    } else if (hovered) {
      ground = mixed(ground, p.panel, 0.12F);
    }
    ui.canvas.fill(rect, ground, kControlRadius);
    return p.primary_text;
  }
  if (style != ButtonStyle::kQuiet || (hovered && enabled)) {
    const Color ground = hovered && enabled ? colors.over : colors.ground;
    ui.canvas.fill(rect, pressed ? mixed(ground, p.text, 0.1F) : ground, kControlRadius);
  }
  if (style != ButtonStyle::kQuiet) {
    ui.canvas.outline(rect, enabled ? colors.border : p.hairline, 1, kControlRadius);
  }
  return enabled ? p.text : p.text3;
}

struct Pressed {
  bool clicked = false, hovered = false, held = false;
};

Pressed press(Ui& ui, std::string_view id, const Rect& rect, bool enabled) {
  if (!enabled) {
    ui.place(id, rect);
    return {};
  }
  Pressed state;
  state.clicked = ui.click(id, rect);
  state.hovered = ui.hovered(rect);
  state.held = state.hovered && ImGui::IsMouseDown(ImGuiMouseButton_Left);
  return state;
}

std::string numbered(std::string_view id, std::size_t i) {
  return std::string{id} + "/" + std::to_string(i);
}

}  // namespace

bool Ui::button(std::string_view id, const Rect& rect, std::string_view label, ButtonStyle style,
                bool enabled) {
  const Pressed state = press(*this, id, rect, enabled);
  const Color color = button_ground(*this, rect, style, enabled, state.hovered, state.held);
  const Type type = style == ButtonStyle::kPrimary ? Type::kBodyBold : Type::kBody;
  canvas.text_in(rect.inset(6, 0), label, type, color, Align::kCentre);
  return state.clicked;
}

bool Ui::icon_button(std::string_view id, const Rect& rect, std::string_view icon,
                     ButtonStyle style, bool enabled) {
  const Pressed state = press(*this, id, rect, enabled);
  const Color color = button_ground(*this, rect, style, enabled, state.hovered, state.held);
  draw_icon(canvas, icon, rect.centre(), std::min({rect.w, rect.h, 28.0F}) * 0.5F, color);
  return state.clicked;
}

std::optional<int> Ui::segmented(std::string_view id, Vec at, float height,
                                 const std::vector<std::string>& labels, int selected,
                                 bool from_right, float* end) {
  constexpr float kPad = 10;
  const Type type = height < 24 ? Type::kSmall : Type::kBody;
  std::vector<float> widths;
  float whole = 4;
  for (const std::string& label : labels) {
    widths.push_back(std::ceil(canvas.width(label, type)) + 2 * kPad);
    whole += widths.back();
  }
  const Rect frame{from_right ? at.x - whole : at.x, at.y, whole, height};
  if (end != nullptr) *end = from_right ? frame.x : frame.right();
  const ControlColors colors{palette};
  canvas.fill(frame, colors.well, kControlRadius);
  if (palette.dark) canvas.outline(frame, palette.hairline, 1, kControlRadius);
  place(id, frame);

  std::optional<int> chosen;
  float x = frame.x + 2;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const Rect cell{x, frame.y + 2, widths[i], frame.h - 4};
    x += widths[i];
    const bool is_selected = static_cast<int>(i) == selected;
    const Pressed state = press(*this, numbered(id, i), cell, true);
    if (state.clicked && !is_selected) chosen = static_cast<int>(i);
    if (is_selected) {
      canvas.fill(cell, colors.chosen, kControlRadius - 1);
    } else if (state.hovered) {
      canvas.fill(cell, mixed(colors.well, palette.text, 0.07F), kControlRadius - 1);
    }
    canvas.text(cell.centre(), labels[i], type,
                is_selected || state.hovered ? palette.text : palette.text2, Align::kCentre);
  }
  return chosen;
}

std::optional<int> Ui::tabs(std::string_view id, const Rect& rect,
                            const std::vector<std::string>& labels, int selected) {
  constexpr float kGap = 18;
  place(id, rect);
  std::optional<int> chosen;
  float x = rect.x;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const bool is_selected = static_cast<int>(i) == selected;
    const Type type = is_selected ? Type::kTitle : Type::kBody;
    const float wide = canvas.width(labels[i], type);
    if (x + wide > rect.right() + 0.5F) break;
    const Rect cell{x, rect.y, wide, rect.h};
    const Pressed state = press(*this, numbered(id, i), cell, true);
    if (state.clicked && !is_selected) chosen = static_cast<int>(i);
    canvas.text({x, cell.centre().y}, labels[i], type,
                is_selected || state.hovered ? palette.text : palette.text2);
    if (is_selected) canvas.fill({x, rect.bottom() - 2, wide, 2}, palette.text);
    x += wide + kGap;
  }
  return chosen;
}

bool Ui::toggle(std::string_view id, const Rect& rect, bool on) {
  const Pressed state = press(*this, id, rect, true);
  const float high = std::min(18.0F, rect.h);
  const Rect pill{rect.x, rect.centre().y - high / 2, std::min(rect.w, high * 1.9F), high};
  const ControlColors colors{palette};
  const Color ground = on ? palette.primary : mixed(palette.control, palette.text, 0.12F);
  canvas.fill(pill, state.hovered ? mixed(ground, palette.text3, 0.2F) : ground, high / 2);
  if (!on) canvas.outline(pill, colors.strong_border, 1, high / 2);
  const float x = on ? pill.right() - high / 2 : pill.x + high / 2;
  canvas.circle({x, pill.centre().y}, high / 2 - 3.5F, on ? palette.primary_text : palette.text2);
  return state.clicked;
}

bool Ui::radio(std::string_view id, const Rect& rect, std::string_view label, bool selected) {
  const Pressed state = press(*this, id, rect, true);
  const Vec at{rect.x + 8, rect.centre().y};
  canvas.ring(at, 6, selected || state.hovered ? palette.text : palette.text3, 1.5F);
  if (selected) canvas.circle(at, 3, palette.text);
  Rect words = rect;
  words.cut_left(24);
  canvas.text_in(words, label, selected ? Type::kBodyBold : Type::kBody, palette.text);
  return state.clicked;
}

bool Ui::checkbox(std::string_view id, const Rect& rect, std::string_view label, bool on) {
  const Pressed state = press(*this, id, rect, true);
  const Rect box{rect.x + 1, rect.centre().y - 7, 14, 14};
  if (on) {
    canvas.fill(box, palette.primary, 3);
    draw_icon(canvas, "check", box.centre(), 10, palette.primary_text);
  } else {
    canvas.outline(box, state.hovered ? palette.text : palette.text3, 1.5F, 3);
  }
  Rect words = rect;
  words.cut_left(24);
  canvas.text_in(words, label, Type::kBody, palette.text);
  return state.clicked;
}

std::optional<double> Ui::slider(std::string_view id, const Rect& rect, double value, double lowest,
                                 double highest, double step, const Tone* tone,
                                 std::optional<double> tick, const Tone* tick_tone) {
  constexpr float kKnob = 7;
  constexpr float kTrack = 4;
  const double range = highest - lowest;
  const float from = rect.x + kKnob;
  const float room = std::max(1.0F, rect.w - 2 * kKnob);
  const auto x_of = [&](double v) {
    const double share = range > 0 ? std::clamp((v - lowest) / range, 0.0, 1.0) : 0.0;
    return from + room * static_cast<float>(share);
  };
  std::optional<double> wanted;
  if (const auto at = drag(id, rect); at && range > 0) {
    double v = lowest + std::clamp((at->x - from) / room, 0.0F, 1.0F) * range;
    if (step > 0) v = std::min(highest, lowest + std::round((v - lowest) / step) * step);
    if (v != value) wanted = v;
  }
  const double shown = wanted.value_or(value);
  const float y = rect.centre().y;
  const float x = x_of(shown);
  canvas.fill({rect.x, y - kTrack / 2, rect.w, kTrack}, palette.control, 2);
  const Color filled = tone != nullptr ? tone->mark : palette.text3;
  canvas.fill({rect.x, y - kTrack / 2, x - rect.x, kTrack}, filled, 2);
  if (tick) {
    const float tick_x = x_of(*tick);
    if (tick_tone != nullptr) {
      canvas.circle({tick_x, y}, 5, palette.panel);
      canvas.circle({tick_x, y}, 4, tick_tone->mark);
    } else {
      canvas.fill({tick_x - 1, y - 6, 2, 12}, palette.text2);
    }
  }
  const bool active = ImGui::IsMouseDown(ImGuiMouseButton_Left) && hovered(rect);
  canvas.circle({x, y}, kKnob,
                active || hovered(rect) ? ControlColors{palette}.over : palette.panel);
  canvas.ring({x, y}, kKnob - 1, palette.text, 2);
  return wanted;
}

}  // namespace monazite::viz
