#include <algorithm>

#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <viz/plot/detail/control_colors.hpp>
#include <viz/plot/detail/imgui_types.hpp>
#include <viz/plot/detail/soft_wrap.hpp>
#include <viz/plot/fonts.hpp>
#include <viz/plot/imgui_186.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {
namespace {

/// What a person types is shown as it was typed.
class AsTyped {
 public:
  explicit AsTyped(Canvas& canvas) : canvas_(canvas), reader_(canvas.reader()) {
    canvas_.set_reader(nullptr);
  }
  ~AsTyped() { canvas_.set_reader(reader_); }
  AsTyped(const AsTyped&) = delete;
  AsTyped& operator=(const AsTyped&) = delete;

 private:
  Canvas& canvas_;
  JapaneseReader* reader_;
};

constexpr float kPad = 10;
constexpr int kColors = 7;
constexpr int kVars = 5;

/// Dear ImGui edits the text and paints the caret; the frame around it is ours. While a field is
/// not active its text is painted by the canvas, as any other text.
void push_field_style(const Ui& ui, float pad_y, bool show_text) {
  const Palette& p = ui.palette;
  const ImVec4 none{0, 0, 0, 0};
  ImGui::PushFont(ui.canvas.fonts().font(Type::kBody));
  ImGui::PushStyleColor(ImGuiCol_Text, show_text ? to_im_float(p.text) : none);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, none);
  ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, to_im_float(p.text3.faded(0.4F)));
  ImGui::PushStyleColor(ImGuiCol_NavHighlight, none);
  ImGui::PushStyleColor(ImGuiCol_ScrollbarBg, none);
  ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, to_im_float(p.coast));
  ImGui::PushStyleColor(ImGuiCol_Border, none);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {kPad, pad_y});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, 6);
  ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarRounding, 3);
  ImGui::PushStyleVar(ImGuiStyleVar_ChildBorderSize, 0);
}

void pop_field_style() {
  ImGui::PopStyleVar(kVars);
  ImGui::PopStyleColor(kColors);
  ImGui::PopFont();
}

struct Area {
  const Canvas* canvas;
  float width;
  std::size_t limit;
};

/// Keeps the lines of a text area broken while it is edited.
int rewrap(ImGuiInputTextCallbackData* data) {
  const auto* area = static_cast<const Area*>(data->UserData);
  const std::string before(data->Buf, static_cast<std::size_t>(data->BufTextLen));
  SoftText soft = unwrapped(before, static_cast<std::size_t>(data->CursorPos));
  soft.text = cut_to(soft.text, area->limit);
  soft.cursor = std::min(soft.cursor, soft.text.size());
  const SoftText after = soft_wrapped(*area->canvas, soft, Type::kBody, area->width);
  if (after.text == before) return 0;
  data->DeleteChars(0, data->BufTextLen);
  data->InsertChars(0, after.text.c_str());
  data->CursorPos = static_cast<int>(after.cursor);
  data->SelectionStart = data->SelectionEnd = data->CursorPos;
  // What could be undone counts characters of the text as it was.
  if (ImGuiInputTextState* state = ImGui::GetInputTextState(ImGui::GetActiveID())) {
    forget_undo(*state);
  }
  return 0;
}

}  // namespace

void Ui::frame_of_field(const Rect& rect, bool active) {
  canvas.fill(rect, palette.inset, kControlRadius);
  const Color border = active ? palette.text2 : hovered(rect) ? palette.text3 : palette.coast;
  canvas.outline(rect, border, 1, kControlRadius);
}

bool Ui::text_field(std::string_view id, const Rect& rect, std::string& text, std::string_view hint,
                    bool* submitted, bool focus) {
  const AsTyped as_typed(canvas);
  if (submitted != nullptr) *submitted = false;
  place(id, rect);
  if (visible(rect).empty()) return false;
  const std::string label = "##" + std::string{id};
  const bool active = ImGui::GetActiveID() == ImGui::GetID(label.c_str());
  if (active) canvas.look_for_missing(text, Type::kBody);
  frame_of_field(rect, active);
  if (!active) {
    const Rect inside = rect.inset(kPad, 0);
    canvas.text_in(inside, text.empty() ? hint : std::string_view{text}, Type::kBody,
                   text.empty() ? palette.text3 : palette.text);
  }
  const float size = canvas.fonts().size(Type::kBody);
  const float pad = std::max(0.0F, (rect.h - size) / 2);
  // The caret's line is moved so that its x-height is in the middle, as that of the canvas's texts.
  const float shift = rect.h / 2 - pad - canvas.fonts().metrics(Type::kBody).middle;
  push_field_style(*this, pad, active && canvas.texts_visible());
  ImGui::SetCursorScreenPos({rect.x, rect.y + shift});
  ImGui::SetNextItemWidth(rect.w);
  // Not while the mouse is down: what it goes down on would lose its click.
  if (focus && !active && !held()) ImGui::SetKeyboardFocusHere();
  const std::string before = text;
  ImGui::PushClipRect(top_left(canvas.clip()), bottom_right(canvas.clip()), false);
  const bool entered = ImGui::InputText(label.c_str(), &text, ImGuiInputTextFlags_EnterReturnsTrue);
  ImGui::PopClipRect();
  pop_field_style();
  if (submitted != nullptr) *submitted = entered;
  return text != before;
}

bool Ui::text_area(std::string_view id, const Rect& rect, std::string& text, std::string_view hint,
                   std::size_t limit) {
  const AsTyped as_typed(canvas);
  constexpr float kPadY = 8;
  place(id, rect);
  if (visible(rect).empty()) return false;
  const std::string label = "##" + std::string{id};
  // The part that edits is a child window of the same name.
  const bool active = ImGui::GetActiveID() == ImGui::GetID(label.c_str());
  if (active) canvas.look_for_missing(text, Type::kBody);
  frame_of_field(rect, active);
  const float width = rect.w - 2 * kPad - 8;
  const SoftText shown = soft_wrapped(canvas, {text, 0}, Type::kBody, width);
  const float step = canvas.fonts().size(Type::kBody);
  if (!active) {
    const Rect inside{rect.x + kPad, rect.y + kPadY, width, rect.h - 2 * kPadY};
    canvas.paragraph(inside, text.empty() ? hint : std::string_view{shown.text}, Type::kBody,
                     text.empty() ? palette.text3 : palette.text, step);
  }
  push_field_style(*this, kPadY, active && canvas.texts_visible());
  ImGui::SetCursorScreenPos(top_left(rect));
  Area area{&canvas, width, limit};
  std::string edited = shown.text;
  ImGui::PushClipRect(top_left(canvas.clip()), bottom_right(canvas.clip()), false);
  ImGui::InputTextMultiline(label.c_str(), &edited, {rect.w, rect.h},
                            ImGuiInputTextFlags_CallbackAlways |
                                ImGuiInputTextFlags_CtrlEnterForNewLine |
                                ImGuiInputTextFlags_NoHorizontalScroll,
                            &rewrap, &area);
  ImGui::PopClipRect();
  pop_field_style();
  const std::string now = cut_to(unwrapped(edited, 0).text, limit);
  if (now == text) return false;
  text = now;
  return true;
}

}  // namespace monazite::viz
