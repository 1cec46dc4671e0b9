#pragma once

#include <memory>
#include <string>

#include <viz/host/host.hpp>

namespace monazite::viz {

/// Draws nothing and has its input written by a test: the panels behind it are the very ones that
/// the window shows. Steps are 1/60 s.
class NullHost final : public Host {
 public:
  explicit NullHost(const HostOptions& options);
  ~NullHost() override;

  void run(const HostCalls& calls) override;  ///< one frame
  void close() override {}
  [[nodiscard]] Pixels picture(const HostCalls& calls) override;
  void set_scale(float scale, const std::string& text) override;
  [[nodiscard]] const Fonts& fonts() const override;
  void copy(const std::string& text) override { clipboard_ = text; }
  [[nodiscard]] const std::string& clipboard() const { return clipboard_; }

  // --- input, in logical pixels; each draws the frames that a person's hand would take
  void frame(const HostCalls& calls, double seconds = 1.0 / 60);
  void move(const HostCalls& calls, Vec to);
  void click(const HostCalls& calls, Vec at);
  void right_click(const HostCalls& calls, Vec at);
  void double_click(const HostCalls& calls, Vec at);
  void drag(const HostCalls& calls, Vec from, Vec to);
  /// The same with the Shift key held.
  void shift_drag(const HostCalls& calls, Vec from, Vec to);
  void wheel(const HostCalls& calls, Vec at, float notches);
  void type(const HostCalls& calls, const std::string& text);
  void press(const HostCalls& calls, const KeyPress& key);

 private:
  class Parts;
  std::unique_ptr<Parts> parts_;
  float system_scale_;  ///< what scale 0 stands for
  std::string clipboard_;
};

}  // namespace monazite::viz
