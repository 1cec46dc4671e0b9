#include <algorithm>
#include <array>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

#include <viz/plot/imgui_186.hpp>

namespace monazite::viz {
namespace {

#if IMGUI_VERSION_NUM >= 18700  // Debian 13
constexpr ImGuiKey kKeypadEnter = ImGuiKey_KeypadEnter;
constexpr int kUndoStates = IMSTB_TEXTEDIT_UNDOSTATECOUNT,
              kUndoChars = IMSTB_TEXTEDIT_UNDOCHARCOUNT;
#else
constexpr ImGuiKey kKeypadEnter = ImGuiKey_KeyPadEnter;
constexpr int kUndoStates = STB_TEXTEDIT_UNDOSTATECOUNT, kUndoChars = STB_TEXTEDIT_UNDOCHARCOUNT;
#endif

struct NamedKey {
  int number;
  const char* name;
  ImGuiKey meaning = ImGuiKey_COUNT;  ///< to Dear ImGui's text fields; COUNT: nothing
};
constexpr std::array kNamedKeys{
    NamedKey{32, "Space", ImGuiKey_Space},
    NamedKey{256, "Escape", ImGuiKey_Escape},
    NamedKey{257, "Enter", ImGuiKey_Enter},
    NamedKey{258, "Tab", ImGuiKey_Tab},
    NamedKey{259, "Backspace", ImGuiKey_Backspace},
    NamedKey{260, "Insert", ImGuiKey_Insert},
    NamedKey{261, "Delete", ImGuiKey_Delete},
    NamedKey{262, "Right", ImGuiKey_RightArrow},
    NamedKey{263, "Left", ImGuiKey_LeftArrow},
    NamedKey{264, "Down", ImGuiKey_DownArrow},
    NamedKey{265, "Up", ImGuiKey_UpArrow},
    NamedKey{266, "PageUp", ImGuiKey_PageUp},
    NamedKey{267, "PageDown", ImGuiKey_PageDown},
    NamedKey{268, "Home", ImGuiKey_Home},
    NamedKey{269, "End", ImGuiKey_End},
    NamedKey{335, "Enter", kKeypadEnter},
};
/// Keys with a character, on a keyboard from the United States; the keypad's mean the same.
constexpr std::array<std::pair<int, char>, 14> kCharacterKeys{{{39, '\''},
                                                               {44, ','},
                                                               {45, '-'},
                                                               {46, '.'},
                                                               {47, '/'},
                                                               {59, ';'},
                                                               {61, '='},
                                                               {91, '['},
                                                               {92, '\\'},
                                                               {93, ']'},
                                                               {331, '/'},
                                                               {332, '*'},
                                                               {333, '-'},
                                                               {334, '+'}}};

constexpr int kFirstFunctionKey = 290;
constexpr int kFunctionKeys = 12;
constexpr int kKeypadZero = 320;
constexpr int kShift = 1;
constexpr int kCtrl = 2;
constexpr int kAlt = 4;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

void set_up(ImGuiIO& io) {
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;  // a window at rest draws nothing
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  std::fill(std::begin(io.KeyMap), std::end(io.KeyMap), -1);
  for (const NamedKey& key : kNamedKeys) io.KeyMap[key.meaning] = key.number;
  io.KeyMap[ImGuiKey_A] = 'A';
  io.KeyMap[ImGuiKey_C] = 'C';
  io.KeyMap[ImGuiKey_V] = 'V';
  io.KeyMap[ImGuiKey_X] = 'X';
  io.KeyMap[ImGuiKey_Y] = 'Y';
  io.KeyMap[ImGuiKey_Z] = 'Z';
}

}  // namespace

void forget_undo(ImGuiInputTextState& state) {
  state.Stb.undostate.undo_point = 0;
  state.Stb.undostate.undo_char_point = 0;
  state.Stb.undostate.redo_point = kUndoStates;
  state.Stb.undostate.redo_char_point = kUndoChars;
}

ImGuiSession::ImGuiSession(float scale, std::string text)
    : wanted_scale_(scale > 0 ? scale : 1), text_(std::move(text)) {
  ImGui::CreateContext();
  set_up(ImGui::GetIO());
}

ImGuiSession::~ImGuiSession() {
  ImGui::DestroyContext();
}

void ImGuiSession::want_fonts(float scale, const std::string& text) {
  wanted_scale_ = scale > 0 ? scale : 1;
  text_ = text;
  wanted_ = true;
}

bool ImGuiSession::rebuild_fonts() {
  if (!wanted_) return false;
  wanted_ = false;
  fonts_.build(wanted_scale_, text_);
  return true;
}

Vec ImGuiSession::begin_frame(Vec pixels, double seconds) {
  ImGuiIO& io = ImGui::GetIO();
  const float scale = fonts_.scale();
  io.DisplaySize = {pixels.x / scale, pixels.y / scale};
  io.DisplayFramebufferScale = {scale, scale};
  // Dear ImGui insists on time passing.
  io.DeltaTime = static_cast<float>(std::max(1e-3, seconds));
  ImGui::NewFrame();
  if (held_) {  // since 1.87 a new frame forgets modifiers without a key
    io.KeyCtrl = held_->ctrl;
    io.KeyShift = held_->shift;
    io.KeyAlt = held_->alt;
  }
  return {io.DisplaySize.x, io.DisplaySize.y};
}

void ImGuiSession::end_frame() {
  ImGui::Render();
}

void ImGuiSession::move_mouse(Vec to) {
  ImGui::GetIO().MousePos = {to.x, to.y};
}

void ImGuiSession::set_button(int button, bool down) {
  ImGui::GetIO().MouseDown[button] = down;
}

void ImGuiSession::turn_wheel(float notches) {
  ImGui::GetIO().MouseWheel += notches;
}

void ImGuiSession::add_text(const std::string& text) {
  ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
}

void ImGuiSession::set_key(const KeyPress& key, bool down) {
  ImGuiIO& io = ImGui::GetIO();
  if (const auto number = key_number(key.key)) io.KeysDown[*number] = down;
  held_ = down ? key : KeyPress{};
  io.KeyCtrl = held_->ctrl;
  io.KeyShift = held_->shift;
  io.KeyAlt = held_->alt;
}

std::optional<KeyPress> key_press(int key, int modifiers, std::string_view layout) {
  KeyPress press{{}, (modifiers & kCtrl) != 0, (modifiers & kShift) != 0, (modifiers & kAlt) != 0};
  for (const NamedKey& named : kNamedKeys) {
    if (named.number == key) press.key = named.name;
  }
  if (key >= kFirstFunctionKey && key < kFirstFunctionKey + kFunctionKeys) {
    press.key = "F" + std::to_string(key - kFirstFunctionKey + 1);
  }
  if (key >= kKeypadZero && key < kKeypadZero + 10) {
    press.key = std::string(1, static_cast<char>('0' + key - kKeypadZero));
  }
  if (!press.key.empty()) return press;
  char character = layout.size() == 1 ? layout.front() : '\0';
  // A layout without Latin letters still has them where a keyboard from the United States does.
  if (character == '\0' && ((key >= 'A' && key <= 'Z') || (key >= '0' && key <= '9'))) {
    character = static_cast<char>(key);
  }
  // Digits are where they are printed, even where they are typed with Shift.
  if (key >= '0' && key <= '9') character = static_cast<char>(key);
  if (character == '\0') {
    for (const auto& [number, on_key] : kCharacterKeys) {
      if (number == key) character = on_key;
    }
  }
  if (character == '\0') return std::nullopt;
  if (!is_letter(character) && !is_digit(character) && !press.ctrl) return std::nullopt;
  // With Ctrl, + is the key that it is printed on, with Shift or without.
  if (press.ctrl && (character == '=' || (character == ';' && press.shift))) character = '+';
  if (character == '+' || character == '-') press.shift = false;
  press.key = std::string(1, upper(character));
  return press;
}

std::optional<KeyPress> character_press(std::uint32_t character) {
  if (character <= 0x20 || character >= 0x7F) return std::nullopt;
  const auto c = static_cast<char>(character);
  if (is_letter(c) || is_digit(c)) return std::nullopt;
  return KeyPress{std::string(1, c)};
}

std::optional<int> key_number(std::string_view name) {
  for (const NamedKey& key : kNamedKeys) {
    if (name == key.name) return key.number;
  }
  if (name.size() >= 2 && name.front() == 'F' && is_digit(name[1])) {
    const int number = name.size() == 2 ? name[1] - '0' : 10 * (name[1] - '0') + name[2] - '0';
    if (number >= 1 && number <= kFunctionKeys) return kFirstFunctionKey + number - 1;
  }
  if (name.size() != 1) return std::nullopt;
  const char c = upper(name.front());
  if (is_letter(c) || is_digit(c)) return c;
  for (const auto& [number, on_key] : kCharacterKeys) {
    if (on_key == c) return number;
  }
  return std::nullopt;
}

}  // namespace monazite::viz
