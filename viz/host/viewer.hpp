#pragma once

#include <memory>
#include <set>
#include <string>

#include <viz/host/host.hpp>
#include <viz/model/app/app.hpp>
#include <viz/model/app/commands.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::viz {

/// Puts app, panels and a host together: what a frame is, what a key does, when another frame is
/// wanted. The same for the window, for pictures and for tests.
class Viewer {
 public:
  explicit Viewer(App& app) : app_(app) {}
  ~Viewer();

  /// To be given to the host; valid as long as the viewer.
  [[nodiscard]] const HostCalls& calls(Host& host);
  /// Shows this panel alone; empty: the whole window.
  void show_only(std::string panel) { panel_ = std::move(panel); }
  /// Texts drawn by the last frame, for the check of texts; kept from now on.
  void keep_texts(std::vector<DrawnText>* texts) { texts_ = texts; }
  void set_texts_visible(bool visible) { texts_visible_ = visible; }
  /// Controls of the last frame, by id.
  [[nodiscard]] const std::map<std::string, Rect, std::less<>>& items() const;
  /// All text that may be shown beyond Latin-1: for the host's fonts. What comes from outside in
  /// other letters (a name, a statement) is added when it is first shown.
  [[nodiscard]] std::string characters() const;

 private:
  /// Whether the key moved the chosen row of a list that is searched.
  [[nodiscard]] bool moves_choice(const KeyPress& key);
  void draw(Host& host, Vec size, double seconds);
  /// Whether the last frame had characters that the fonts were not asked for yet.
  [[nodiscard]] bool lacks_characters() const;
  /// The same; from now on they are asked for.
  [[nodiscard]] bool wants_characters();
  void after_frame(Host& host, const HostCalls& calls);
  [[nodiscard]] Pixels wanted_pixels(Host& host, const HostCalls& calls, const std::string& panel);

  App& app_;
  JapaneseReader reader_;
  std::unique_ptr<Canvas> canvas_;
  std::unique_ptr<Ui> ui_;
  HostCalls calls_;
  std::string panel_;
  std::vector<DrawnText>* texts_ = nullptr;
  bool texts_visible_ = true;
  bool changed_ = true;
  std::set<std::string> missing_;  ///< characters that the last frame could not show
  std::set<std::string> asked_;    ///< and those that the fonts were asked for
  float scale_ = -1;               ///< of the settings at the last frame; below 0: none yet
};

}  // namespace monazite::viz
