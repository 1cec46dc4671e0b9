#pragma once

#include <string>
#include <utility>
#include <vector>

#include <tests/support/catch.hpp>
#include <tests/support/scratch.hpp>
#include <viz/host/null_host.hpp>
#include <viz/host/viewer.hpp>
#include <viz/model/app/app.hpp>
#include <viz/model/app/seat_table.hpp>
#include <viz/model/what_if/what_if.hpp>

namespace monazite::tests {

using test_support::fresh_folder;

/// The whole viewer behind a window that nobody sees: a test clicks and types as a person would,
/// and points at controls by their ids.
class DrivenViewer {
 public:
  explicit DrivenViewer(int width = 1600, int height = 900, std::string config_folder = {})
      : app({}, std::move(config_folder)), viewer(app), host(options(width, height)) {
    app.work_in_line = true;
    calls = viewer.calls(host);
    viewer.keep_texts(&texts_);
    frame();
  }

  viz::App app;
  viz::Viewer viewer;
  viz::NullHost host;
  viz::HostCalls calls;

  void frame(int times = 1) {
    for (int i = 0; i < times; ++i) {
      texts_.clear();
      host.frame(calls);
    }
  }
  [[nodiscard]] bool has(const std::string& id) const { return viewer.items().count(id) != 0; }
  /// Where a control is; the test ends here if it is not on the screen.
  [[nodiscard]] viz::Rect item(const std::string& id) const {
    const auto found = viewer.items().find(id);
    std::string all;
    for (const auto& [name, rect] : viewer.items()) all += " " + name;
    INFO("control " << id << " of" << all);
    REQUIRE(found != viewer.items().end());
    REQUIRE_FALSE(found->second.empty());
    return found->second;
  }
  /// The point at these shares of a control's width and height.
  [[nodiscard]] viz::Vec point(const std::string& id, float across, float down = 0.5F) const {
    const viz::Rect at = item(id);
    return {at.x + at.w * across, at.y + at.h * down};
  }
  /// The first control whose id begins so; empty when there is none.
  [[nodiscard]] std::string first(const std::string& beginning) const {
    const auto found = viewer.items().lower_bound(beginning);
    if (found == viewer.items().end() || found->first.rfind(beginning, 0) != 0) return {};
    return found->first;
  }

  void click(const std::string& id) { host.click(calls, item(id).centre()); }
  void drag(const std::string& id, float from, float to) {
    host.drag(calls, point(id, from), point(id, to));
  }
  void type(const std::string& text) { host.type(calls, text); }
  void press(const std::string& key, bool ctrl = false, bool shift = false) {
    host.press(calls, {key, ctrl, shift, false});
  }

  /// What one can read in another frame, in the order in which it is drawn.
  [[nodiscard]] std::vector<viz::DrawnText> texts() {
    frame();
    return texts_;
  }
  /// The same as lines with their places: two screens that read alike give the same.
  [[nodiscard]] std::vector<std::string> lines() {
    std::vector<std::string> all;
    for (const viz::DrawnText& text : texts()) {
      all.push_back(text.text + " @ " + std::to_string(text.box.x) + ", " +
                    std::to_string(text.box.y));
    }
    return all;
  }
  /// Whether some text that is drawn has these words in it.
  [[nodiscard]] bool says(const std::string& words) {
    for (const viz::DrawnText& text : texts()) {
      if (text.text.find(words) != std::string::npos) return true;
    }
    return false;
  }
  void open_demo() {
    REQUIRE(app.open_demo().has_value());
    app.file()->read_all();
    frame(2);
  }

 private:
  viz::HostOptions options(int width, int height) const {
    viz::HostOptions options;
    options.width = width;
    options.height = height;
    options.text = viewer.characters();
    return options;
  }

  std::vector<viz::DrawnText> texts_;
};

}  // namespace monazite::tests
