#include <string_view>

#include <imgui.h>
#include <imgui_internal.h>

#include <viz/plot/canvas.hpp>
#include <viz/plot/detail/imgui_types.hpp>
#include <viz/plot/fonts.hpp>
#include <viz/plot/screen.hpp>

namespace monazite::viz {
namespace {

constexpr const char* kScreen = "##screen";
constexpr ImGuiWindowFlags kBare =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav;

void begin_window(Canvas& canvas, const char* id, const Rect& rect, ImGuiWindowFlags more) {
  ImGui::SetNextWindowPos(top_left(rect));
  ImGui::SetNextWindowSize({rect.w, rect.h});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
  ImGui::Begin(id, nullptr, kBare | more);
  ImGui::PopStyleVar(3);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->_FringeScale = 1 / canvas.fonts().scale();  // antialiasing is one pixel of the screen wide
  canvas.set_list(list);
}

}  // namespace

void begin_screen(Canvas& canvas, Vec size) {
  begin_window(canvas, kScreen, {0, 0, size.x, size.y}, ImGuiWindowFlags_NoBringToFrontOnFocus);
  canvas.set_on_top(false);
}

void end_screen(Canvas& canvas) {
  ImGui::End();
  canvas.set_list(nullptr);
}

void begin_layer(Canvas& canvas, const char* id, const Rect& rect, bool modal) {
  const ImVec2 whole = ImGui::GetIO().DisplaySize;
  begin_window(canvas, id, modal ? Rect{0, 0, whole.x, whole.y} : rect, 0);
  canvas.set_on_top(true);
  canvas.cover(rect);
}

void end_layer(Canvas& canvas) {
  ImGui::End();
  // Whatever window that was inside of goes on.
  canvas.set_list(ImGui::GetWindowDrawList());
  canvas.set_on_top(std::string_view{ImGui::GetCurrentWindowRead()->Name} != kScreen);
}

}  // namespace monazite::viz
