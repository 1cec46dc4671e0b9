#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <viz/model/app/app.hpp>
#include <viz/model/key_press.hpp>

namespace monazite::viz {

/// Something a person can ask for by name: the one table behind menus, keys, the list of commands
/// and the sheet of keys.
struct NamedCommand {
  std::string id;              ///< "time.play"
  std::string label;           ///< English, sentence case; "…" if it asks for more
  std::string menu;            ///< "File", "Run", "View", "Compare", "Play as", "Help"; empty: none
  std::vector<KeyPress> keys;  ///< the first is the one that is shown
  std::function<void(App&)> run;
  std::function<bool(const App&)> enabled;  ///< empty: always
};

/// Whether a command that is about a history can be carried out.
[[nodiscard]] inline bool has_replay(const App& app) {
  return app.replay() != nullptr;
}

/// In the order of the menus.
[[nodiscard]] const std::vector<NamedCommand>& command_table();
[[nodiscard]] const NamedCommand* find_command(std::string_view id);
/// The enabled command of a key, or null.
[[nodiscard]] const NamedCommand* command_of(const KeyPress& pressed, const App& app);
/// "Ctrl K", "Shift ←"
[[nodiscard]] std::string key_words(const KeyPress& pressed);
/// Commands whose label holds all words of the query, best first.
[[nodiscard]] std::vector<const NamedCommand*> search_commands(std::string_view query,
                                                               const Strings& tr);

/// What the panels of one frame ask for; carried out after the frame, in order.
class Commands {
 public:
  void push(std::function<void(App&)> change) {
    changes_.push_back(std::move(change));
    asked_ = true;
  }
  /// A change that only tells what the mouse points at, which happens in every frame.
  void point(std::function<void(App&)> change) { changes_.push_back(std::move(change)); }
  /// The mouse points at it: all panels mark it in the next frame.
  void point(const Entity& entity) {
    point([entity](App& app) { app.selection.hovered = entity; });
  }
  /// A command of the table, by its id; it must exist.
  void run(std::string_view id);
  void apply(App& app);
  /// Whether nothing was asked for, apart from what the mouse points at.
  [[nodiscard]] bool empty() const { return !asked_; }

 private:
  std::vector<std::function<void(App&)>> changes_;
  bool asked_ = false;
};

}  // namespace monazite::viz
