#include <algorithm>
#include <cmath>

#include <imgui.h>

#include <viz/plot/detail/control_colors.hpp>
#include <viz/plot/detail/imgui_types.hpp>
#include <viz/plot/fonts.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {
namespace {

constexpr float kNotch = 48;     ///< logical pixels that a notch of the wheel scrolls
constexpr float kScrollBar = 8;  ///< with its distance from the content
constexpr float kTitleStrip = 36;
constexpr float kPadding = 12;

}  // namespace

// --- regions that take input

bool Ui::hovered(const Rect& rect) const {
  if (mouse_away_) return false;
  constexpr ImGuiHoveredFlags kFlags =
      ImGuiHoveredFlags_AllowWhenBlockedByActiveItem | ImGuiHoveredFlags_ChildWindows;
  if (!visible(rect).contains(mouse()) || !ImGui::IsWindowHovered(kFlags)) return false;
  // While something else is being dragged over it, it is not meant.
  const ImGuiIO& io = ImGui::GetIO();
  return !io.MouseDown[0] ||
         visible(rect).contains({io.MouseClickedPos[0].x, io.MouseClickedPos[0].y});
}

Vec Ui::mouse() const {
  const ImVec2 at = ImGui::GetIO().MousePos;
  return {at.x, at.y};
}

bool Ui::click(std::string_view id, const Rect& rect) {
  const Rect seen = visible(rect);
  place(id, rect);
  if (seen.empty()) return false;
  ImGui::SetCursorScreenPos(top_left(seen));
  return ImGui::InvisibleButton(std::string{id}.c_str(), {seen.w, seen.h});
}

bool Ui::double_clicked(const Rect& rect) const {
  return hovered(rect) && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
}

bool Ui::right_clicked(const Rect& rect) const {
  return hovered(rect) && ImGui::IsMouseClicked(ImGuiMouseButton_Right);
}

bool Ui::held() {
  return ImGui::IsMouseDown(ImGuiMouseButton_Left);
}

Vec Ui::pressed_at() {
  const ImVec2 at = ImGui::GetIO().MouseClickedPos[0];
  return {at.x, at.y};
}

bool Ui::shift_held() {
  return ImGui::GetIO().KeyShift;
}

std::optional<Vec> Ui::drag(std::string_view id, const Rect& rect, bool* released) {
  if (released != nullptr) *released = false;
  const Rect seen = visible(rect);
  place(id, rect);
  if (seen.empty()) return std::nullopt;
  ImGui::SetCursorScreenPos(top_left(seen));
  ImGui::InvisibleButton(std::string{id}.c_str(), {seen.w, seen.h});
  if (ImGui::IsItemActive()) return mouse();
  if (!ImGui::IsItemDeactivated()) return std::nullopt;
  if (released != nullptr) *released = true;
  return mouse();
}

float Ui::wheel(const Rect& rect) const {
  return hovered(rect) ? ImGui::GetIO().MouseWheel : 0;
}

bool Ui::typing() {
  return ImGui::GetIO().WantTextInput;
}

void Ui::tooltip(const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  float wide = 0;
  float high = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    wide = std::max(wide, canvas.width(lines[i], i == 0 ? Type::kBodyBold : Type::kSmall));
    high += lines[i].empty() ? 6.0F : Canvas::line_height(Type::kSmall) + 1;
  }
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  Rect box{mouse().x + 14, mouse().y + 16, wide + 20, high + 12};
  if (box.right() > screen.x - 4) box.x = mouse().x - 10 - box.w;
  if (box.bottom() > screen.y - 4) box.y = mouse().y - 10 - box.h;
  box.x = std::max(4.0F, box.x);
  box.y = std::max(4.0F, box.y);

  ImDrawList* const before = canvas.list();
  const bool was_on_top = canvas.on_top();
  canvas.set_list(ImGui::GetForegroundDrawList());
  canvas.set_on_top(true);
  canvas.cover(box);
  canvas.fill(box, palette.inset, kControlRadius);
  canvas.outline(box, palette.coast, 1, kControlRadius);
  Rect left = box.inset(10, 6);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Rect row = left.cut_top(lines[i].empty() ? 6.0F : Canvas::line_height(Type::kSmall) + 1);
    canvas.text({row.x, row.centre().y}, lines[i], i == 0 ? Type::kBodyBold : Type::kSmall,
                i == 0 ? palette.text : palette.text2);
  }
  canvas.set_list(before);
  canvas.set_on_top(was_on_top);
}

// --- scrolling

Rect Ui::handle_of(std::string_view id) const {
  const auto found = scrolls_.find(id);
  if (found == scrolls_.end() || found->second.height <= found->second.rect.h) return {};
  const Scroll& scroll = found->second;
  const Rect& r = scroll.rect;
  const float size = std::max(24.0F, r.h * r.h / scroll.height);
  const float way = scroll.height - r.h;
  return {r.right() - 5, r.y + (r.h - size) * (way > 0 ? scroll.offset / way : 0), 4, size};
}

Rect Ui::scroll_begin(std::string_view id, const Rect& rect, float height, bool to_end,
                      const Rect* wheel_over) {
  Scroll& scroll = scrolls_[std::string{id}];
  scroll.height = height;
  scroll.rect = rect;
  const float end = std::max(0.0F, height - rect.h);
  if (scroll.wanted) {
    const auto [top, bottom] = *scroll.wanted;
    if (bottom > scroll.offset + rect.h) scroll.offset = bottom - rect.h;
    if (top < scroll.offset) scroll.offset = top;
    scroll.wanted.reset();
  }
  scroll.offset -= wheel(wheel_over != nullptr ? *wheel_over : rect) * kNotch;
  if (end > 0) {
    // The bar takes input before the content, which lies under it.
    const Rect handle = handle_of(id);
    const Rect strip{rect.right() - kScrollBar, rect.y, kScrollBar, rect.h};
    if (const auto at = drag(std::string{id} + "/bar", strip)) {
      const float room = rect.h - handle.h;
      if (room > 0) scroll.offset = (at->y - rect.y - handle.h / 2) / room * end;
    }
  }
  if (to_end) scroll.offset = end;
  // Whole pixels, or text shivers while it scrolls.
  scroll.offset = std::round(std::clamp(scroll.offset, 0.0F, end));
  place(id, rect);
  open_scrolls_.emplace_back(id);
  canvas.push_clip(rect);
  canvas.set_scrolls(true);
  return {rect.x, rect.y - scroll.offset, rect.w - (end > 0 ? kScrollBar : 0), height};
}

void Ui::scroll_end() {
  if (open_scrolls_.empty()) return;
  const std::string id = open_scrolls_.back();
  open_scrolls_.pop_back();
  canvas.pop_clip();
  canvas.set_scrolls(!open_scrolls_.empty());
  const Rect handle = handle_of(id);
  if (handle.empty()) return;
  const Rect& rect = scrolls_[id].rect;
  const Rect strip{rect.right() - kScrollBar, rect.y, kScrollBar, rect.h};
  canvas.fill(handle, hovered(strip) ? palette.text3 : palette.coast, 2);
}

float Ui::scrolled(std::string_view id) const {
  const auto found = scrolls_.find(id);
  return found == scrolls_.end() ? 0 : found->second.offset;
}

void Ui::scroll_to(std::string_view id, float top, float bottom) {
  scrolls_[std::string{id}].wanted = {top, bottom};
}

// --- parts of panels

Rect Ui::panel(std::string_view id, const Rect& rect, std::string_view title,
               std::string_view aside) {
  constexpr float kRadius = 6;
  canvas.fill(rect, palette.panel, kRadius);
  canvas.outline(rect, palette.hairline, 1, kRadius);
  place(id, rect);
  if (title.empty() && aside.empty()) return rect.inset(1);
  Rect rest = rect;
  const Rect strip = rest.cut_top(kTitleStrip);
  canvas.fill({rect.x, strip.bottom() - 1, rect.w, 1}, palette.hairline);
  Rect row = strip.inset(kPadding, 0);
  const float used = std::min(row.w, canvas.width(title, Type::kTitle));
  canvas.text_in(row, title, Type::kTitle, palette.text);
  row.cut_left(used + 10);
  if (!aside.empty() && row.w > 24) canvas.text_in(row, aside, Type::kBody, palette.text2);
  return {rest.x + 1, rest.y, std::max(0.0F, rest.w - 2), std::max(0.0F, rest.h - 1)};
}

float Ui::key(Vec at, std::string_view name) {
  const float wide = std::max(16.0F, canvas.width(name, Type::kSmallBold) + 10);
  const Rect plate{at.x, at.y - 8, wide, 16};
  canvas.fill(plate, palette.control, 3);
  canvas.text(plate.centre(), name, Type::kSmallBold, palette.text, Align::kCentre);
  return wide;
}

void Ui::bar(const Rect& rect, double share, Color color, std::optional<double> tick) {
  const float radius = std::min(2.0F, rect.h / 2);
  canvas.fill(rect, palette.control, radius);
  const auto part = static_cast<float>(std::clamp(share, 0.0, 1.0));
  if (part > 0) canvas.fill({rect.x, rect.y, std::max(2.0F, rect.w * part), rect.h}, color, radius);
  if (tick) {
    const float x = rect.x + rect.w * static_cast<float>(std::clamp(*tick, 0.0, 1.0));
    canvas.fill({x - 1, rect.y - 3, 2, rect.h + 6}, palette.text);
  }
}

void Ui::empty(const Rect& rect, std::string_view text) {
  const float wide = std::min(rect.w - 2 * kPadding, 420.0F);
  if (wide < 40) return;
  const std::vector<std::string> lines = canvas.wrap(text, Type::kBody, wide);
  const float step = Canvas::line_height(Type::kBody) + 2;
  float y = rect.centre().y - step * (static_cast<float>(lines.size()) - 1) / 2;
  for (const std::string& line : lines) {
    canvas.text({rect.centre().x, y}, line, Type::kBody, palette.text2, Align::kCentre);
    y += step;
  }
}

// --- for tests and the check of texts

void Ui::place(std::string_view id, const Rect& rect) {
  items_.insert_or_assign(std::string{id}, visible(rect));
}

void Ui::begin_frame() {
  items_.clear();
  open_scrolls_.clear();
}

Rect Ui::visible(const Rect& rect) const {
  return common(rect, canvas.clip());
}

}  // namespace monazite::viz
