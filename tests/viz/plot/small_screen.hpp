#pragma once

#include <functional>

#include <viz/host/null_host.hpp>
#include <viz/plot/screen.hpp>
#include <viz/plot/ui.hpp>

namespace monazite::tests {

/// A screen of 400 by 300 without a display, on which a test draws what it wants to try.
class SmallScreen {
 public:
  explicit SmallScreen(std::function<void(viz::Ui&)> draw, float scale = 1)
      : host_(options(scale)),
        canvas_(nullptr, host_.fonts()),
        ui_(canvas_, viz::dark_palette(), viz::Strings{}) {
    calls_.draw = [this, draw = std::move(draw)](viz::Vec size, double) {
      size_ = size;
      viz::begin_screen(canvas_, size);
      ui_.begin_frame();
      draw(ui_);
      viz::end_screen(canvas_);
    };
    calls_.key = [this](const viz::KeyPress& key) { keys_.push_back(key); };
    host_.frame(calls_);
  }

  [[nodiscard]] viz::Vec size() const { return size_; }
  [[nodiscard]] viz::Ui& ui() { return ui_; }
  [[nodiscard]] viz::NullHost& host() { return host_; }
  [[nodiscard]] const viz::HostCalls& calls() const { return calls_; }
  [[nodiscard]] const std::vector<viz::KeyPress>& keys() const { return keys_; }
  [[nodiscard]] viz::Rect item(const std::string& id) const {
    const auto found = ui_.items().find(id);
    return found == ui_.items().end() ? viz::Rect{} : found->second;
  }

  void frame() { host_.frame(calls_); }
  void click(const std::string& id) { host_.click(calls_, item(id).centre()); }
  void type(const std::string& text) { host_.type(calls_, text); }
  void press(const viz::KeyPress& key) { host_.press(calls_, key); }
  void drag(viz::Vec from, viz::Vec to) { host_.drag(calls_, from, to); }
  void wheel(const std::string& id, float notches) {
    host_.wheel(calls_, item(id).centre(), notches);
  }

 private:
  static viz::HostOptions options(float scale) {
    viz::HostOptions options;
    options.width = static_cast<int>(400 * scale);
    options.height = static_cast<int>(300 * scale);
    options.scale = scale;
    options.text = "日本は覚書を守り、インド製磁石の増加を歓迎する。";
    return options;
  }

  viz::NullHost host_;
  viz::Canvas canvas_;
  viz::Ui ui_;
  viz::HostCalls calls_;
  viz::Vec size_;
  std::vector<viz::KeyPress> keys_;
};

}  // namespace monazite::tests
