#include <algorithm>
#include <utility>

#include <protocol/base/check.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/model/lower_case.hpp>

namespace monazite::viz {
const NamedCommand* find_command(std::string_view id) {
  for (const NamedCommand& command : command_table()) {
    if (command.id == id) return &command;
  }
  return nullptr;
}

const NamedCommand* command_of(const KeyPress& pressed, const App& app) {
  for (const NamedCommand& command : command_table()) {
    if (std::find(command.keys.begin(), command.keys.end(), pressed) == command.keys.end())
      continue;
    if (!command.enabled || command.enabled(app)) return &command;
  }
  return nullptr;
}

std::string key_words(const KeyPress& pressed) {
  static const std::vector<std::pair<std::string, std::string>> kWords = {
      {"Left", "←"}, {"Right", "→"}, {"Escape", "Esc"}};
  std::string words = pressed.key;
  for (const auto& [name, shown] : kWords) {
    if (words == name) words = shown;
  }
  return (pressed.ctrl ? "Ctrl " : "") + std::string(pressed.alt ? "Alt " : "") +
         (pressed.shift ? "Shift " : "") + words;
}

std::vector<const NamedCommand*> search_commands(std::string_view query, const Strings& tr) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : lower_case(query) + " ") {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  std::vector<const NamedCommand*> first, rest;
  for (const NamedCommand& command : command_table()) {
    const std::string label = lower_case(command.label) + " " + std::string(tr(command.label));
    const bool all = std::all_of(words.begin(), words.end(), [&label](const std::string& w) {
      return label.find(w) != std::string::npos;
    });
    if (!all) continue;
    (!words.empty() && label.rfind(words.front(), 0) == 0 ? first : rest).push_back(&command);
  }
  first.insert(first.end(), rest.begin(), rest.end());
  return first;
}

void Commands::run(std::string_view id) {
  const NamedCommand* command = find_command(id);
  MONAZITE_CHECK(command != nullptr, "a panel asks for a command that is not in the table");
  push(command->run);
}

void Commands::apply(App& app) {
  // What a change asks for itself comes after those of the frame.
  const std::vector<std::function<void(App&)>> changes = std::exchange(changes_, {});
  asked_ = false;
  for (const auto& change : changes) change(app);
}

}  // namespace monazite::viz
