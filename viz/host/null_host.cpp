#include <cctype>

#include <imgui.h>

#include <viz/host/null_host.hpp>
#include <viz/plot/imgui_186.hpp>

namespace monazite::viz {

class NullHost::Parts {
 public:
  explicit Parts(const HostOptions& options)
      : session(options.scale > 0 ? options.scale : 1, options.text),
        pixels{static_cast<float>(options.width), static_cast<float>(options.height)} {
    session.rebuild_fonts();
    session.move_mouse({-1, -1});
  }

  ImGuiSession session;
  Vec pixels;
};

NullHost::NullHost(const HostOptions& options)
    : parts_(std::make_unique<Parts>(options)),
      system_scale_(options.scale > 0 ? options.scale : 1) {
  ImGuiIO& io = ImGui::GetIO();
  io.ClipboardUserData = this;
  io.SetClipboardTextFn = [](void* host, const char* text) {
    static_cast<NullHost*>(host)->clipboard_ = text;
  };
  io.GetClipboardTextFn = [](void* host) {
    return static_cast<NullHost*>(host)->clipboard_.c_str();
  };
}

NullHost::~NullHost() = default;

void NullHost::run(const HostCalls& calls) {
  frame(calls);
}

Pixels NullHost::picture(const HostCalls& calls) {
  frame(calls);
  const int width = static_cast<int>(parts_->pixels.x), height = static_cast<int>(parts_->pixels.y);
  const auto bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
  return {width, height, std::vector<std::uint8_t>(bytes)};
}

void NullHost::set_scale(float scale, const std::string& text) {
  parts_->session.want_fonts(scale > 0 ? scale : system_scale_, text);
}

const Fonts& NullHost::fonts() const {
  return parts_->session.fonts();
}

void NullHost::frame(const HostCalls& calls, double seconds) {
  parts_->session.rebuild_fonts();
  const Vec size = parts_->session.begin_frame(parts_->pixels, seconds);
  if (calls.draw) calls.draw(size, seconds);
  parts_->session.end_frame();
  if (calls.after_frame) calls.after_frame();
}

void NullHost::move(const HostCalls& calls, Vec to) {
  parts_->session.move_mouse(to);
  frame(calls);
}

void NullHost::click(const HostCalls& calls, Vec at) {
  move(calls, at);
  // Dear ImGui takes what lies on top from the frame before.
  frame(calls);
  parts_->session.set_button(0, true);
  frame(calls);
  parts_->session.set_button(0, false);
  frame(calls);
  // The next click of a test is another one, not the second half of a double one.
  frame(calls, 1);
}

void NullHost::right_click(const HostCalls& calls, Vec at) {
  move(calls, at);
  frame(calls);
  parts_->session.set_button(1, true);
  frame(calls);
  parts_->session.set_button(1, false);
  frame(calls);
  frame(calls);
}

void NullHost::shift_drag(const HostCalls& calls, Vec from, Vec to) {
  const KeyPress shift{"", false, true, false};
  parts_->session.set_key(shift, true);
  drag(calls, from, to);
  parts_->session.set_key(shift, false);
  frame(calls);
}

void NullHost::double_click(const HostCalls& calls, Vec at) {
  move(calls, at);
  frame(calls);
  for (int i = 0; i < 2; ++i) {
    parts_->session.set_button(0, true);
    frame(calls);
    parts_->session.set_button(0, false);
    frame(calls);
  }
  frame(calls, 1);
}

void NullHost::drag(const HostCalls& calls, Vec from, Vec to) {
  constexpr int kSteps = 4;
  move(calls, from);
  frame(calls);
  parts_->session.set_button(0, true);
  frame(calls);
  for (int i = 1; i <= kSteps; ++i) {
    move(calls, from + (to - from) * (static_cast<float>(i) / kSteps));
  }
  parts_->session.set_button(0, false);
  frame(calls);
  frame(calls, 1);
}

void NullHost::wheel(const HostCalls& calls, Vec at, float notches) {
  move(calls, at);
  frame(calls);
  parts_->session.turn_wheel(notches);
  frame(calls);
  frame(calls);
}

void NullHost::type(const HostCalls& calls, const std::string& text) {
  for (const char c : text) {
    // A window tells of both: the key, and the character that it types.
    const auto byte = static_cast<unsigned char>(c);
    if (calls.key && (std::isalnum(byte) != 0 || c == ' ')) {
      const char upper = static_cast<char>(std::toupper(byte));
      KeyPress key{c == ' ' ? std::string{"Space"} : std::string(1, upper)};
      key.shift = std::isupper(byte) != 0;
      calls.key(key);
    } else if (calls.key) {
      if (const auto key = character_press(byte)) calls.key(*key);
    }
  }
  parts_->session.add_text(text);
  frame(calls);
  frame(calls);
}

void NullHost::press(const HostCalls& calls, const KeyPress& key) {
  if (calls.key) calls.key(key);
  parts_->session.set_key(key, true);
  frame(calls);
  parts_->session.set_key(key, false);
  frame(calls);
}

}  // namespace monazite::viz
