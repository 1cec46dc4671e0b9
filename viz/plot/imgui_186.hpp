#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <viz/model/geometry.hpp>
#include <viz/model/key_press.hpp>
#include <viz/plot/fonts.hpp>

struct ImGuiInputTextState;

namespace monazite::viz {

/// All that is peculiar to Dear ImGui 1.86 about contexts and input: keys are numbers of the back
/// end's (here GLFW's, whatever the host), events are fields that are set, fonts are rebuilt
/// between frames only. What 1.90 (Debian 13) has under other names is here too; a newer Dear ImGui
/// changes this file.

/// Leaves a text field that is being edited nothing to undo.
void forget_undo(ImGuiInputTextState& state);

/// Owns the context of Dear ImGui and the fonts. Coordinates are logical pixels throughout; Dear
/// ImGui is told that the screen has `scale` times as many.
class ImGuiSession {
 public:
  ImGuiSession(float scale, std::string text);
  ~ImGuiSession();
  ImGuiSession(const ImGuiSession&) = delete;
  ImGuiSession& operator=(const ImGuiSession&) = delete;

  [[nodiscard]] const Fonts& fonts() const { return fonts_; }
  [[nodiscard]] float scale() const { return wanted_scale_; }
  /// The fonts are to be rebuilt before the next frame.
  void want_fonts(float scale, const std::string& text);
  /// Between frames: rebuilds the fonts if that is wanted. True: the host's texture is out of date.
  bool rebuild_fonts();

  /// Begins a frame of a screen of so many pixels; returns its size in logical ones. Times that are
  /// no times (0, negative) become a millisecond.
  Vec begin_frame(Vec pixels, double seconds);
  void end_frame();

  // --- input, for hosts without a back end of their own
  void move_mouse(Vec to);
  void set_button(int button, bool down);  ///< 0: left, 1: right
  void turn_wheel(float notches);
  void add_text(const std::string& text);
  void set_key(const KeyPress& key, bool down);

 private:
  Fonts fonts_;
  float wanted_scale_;
  std::string text_;
  bool wanted_ = true;
  std::optional<KeyPress> held_;  ///< by set_key(); a key that was let go has no modifiers
};

/// A key as GLFW numbers it, with its modifiers (GLFW's bits). `layout`: the character on that key,
/// as the keyboard's layout has it (may be empty). Nothing for keys that type a character other
/// than a letter, digit or space, unless Ctrl is held: those come as characters, since only the
/// layout knows how "?" is typed.
[[nodiscard]] std::optional<KeyPress> key_press(int key, int modifiers, std::string_view layout);
/// A character that was typed, as a key: "?", "[", "+". Nothing for letters, digits and space,
/// which come as keys.
[[nodiscard]] std::optional<KeyPress> character_press(std::uint32_t character);
/// GLFW's number of a key by its name, or nothing.
[[nodiscard]] std::optional<int> key_number(std::string_view name);

}  // namespace monazite::viz
