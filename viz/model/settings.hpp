#pragma once

#include <string>
#include <vector>

#include <protocol/base/result.hpp>
#include <viz/model/strings.hpp>

namespace monazite::viz {

/// What the viewer remembers of its user, in view.json. Keys that this release does not know are
/// kept when it is saved.
struct ViewSettings {
  static constexpr std::size_t kMostRecent = 10, kMostHosts = 5;
  static constexpr float kSmallest = 0.5F, kLargest = 4;

  bool dark = true;
  Language language = Language::kEnglish;
  float scale = 0;                  ///< of the user interface; 0: that of the screen
  bool spoilers = true;             ///< the recorded future is dimmed, not hidden
  int layout = 0;                   ///< last one used, 0 is Overview
  std::vector<std::string> recent;  ///< paths, the latest first
  std::vector<std::string> hosts;   ///< addresses that were joined, the latest first; never tokens
  std::string others = "{}";        ///< JSON object of the keys that are not known

  bool operator==(const ViewSettings&) const = default;

  /// Puts a path first, without repetition.
  void opened(const std::string& path);
  /// The same with the address of a host. False when it was the first already.
  bool joined(const std::string& address);
};

/// $XDG_CONFIG_HOME/monazite, or ~/.config/monazite; empty when neither is set.
[[nodiscard]] std::string config_folder();

/// Reads view.json of a folder. Defaults when there is none, or when it is damaged: then `note` has
/// a sentence that says so.
struct LoadedSettings {
  ViewSettings settings;
  std::string note;
};
[[nodiscard]] LoadedSettings load_settings(const std::string& folder);
/// Makes the folder if need be. kIo with path and remedy.
[[nodiscard]] base::Result<void> save_settings(const ViewSettings& settings,
                                               const std::string& folder);

}  // namespace monazite::viz
