#include <GL/gl.h>
#define GLFW_INCLUDE_NONE
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <viz/host/host.hpp>
#include <viz/plot/imgui_186.hpp>

namespace monazite::viz {
namespace {

/// After the last event, Dear ImGui needs some frames until all that follows from it is drawn.
constexpr int kFramesAfterEvent = 3;
/// A window at rest wakes up that often to ask whether it may go on resting.
constexpr double kLongestWait = 10;
/// A frame that comes later than this after the one before it ends a rest, in seconds.
constexpr double kRest = 0.1;

/// GLFW, from the first window to the last, and what it complains about.
class Glfw {
 public:
  Glfw() {
    glfwSetErrorCallback([](int, const char* text) { last_error() = text; });
    if (can_have_display()) {
      works_ = glfwInit() == GLFW_TRUE;
    } else {
      last_error() = "neither DISPLAY nor WAYLAND_DISPLAY is set";
    }
  }
  ~Glfw() {
    if (works_) glfwTerminate();
    glfwSetErrorCallback(nullptr);
  }
  Glfw(const Glfw&) = delete;
  Glfw& operator=(const Glfw&) = delete;

  [[nodiscard]] bool works() const { return works_; }
  /// GLFW's callback for errors takes no data of ours.
  static std::string& last_error() {
    static std::string text;
    return text;
  }

 private:
  /// Without any of these GLFW fails, and what it asks (Wayland) tells the user so in its own
  /// words.
  static bool can_have_display() {
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"}) {
      if (std::getenv(name) != nullptr) return true;
    }
    return false;
  }

  bool works_ = false;
};

/// Pixels of the screen for a logical one, as the desktop has it.
float desktop_scale(GLFWwindow* window) {
  float x = 1;
  float y = 1;
  glfwGetWindowContentScale(window, &x, &y);
  return std::clamp(std::max(x, y), 0.5F, 4.0F);
}

class WindowHost final : public Host {
 public:
  WindowHost(std::unique_ptr<Glfw> glfw, GLFWwindow* window, const HostOptions& options)
      : glfw_(std::move(glfw)),
        window_(window),
        session_(options.scale > 0 ? options.scale : desktop_scale(window), options.text) {
    glfwSetWindowUserPointer(window_, this);
    listen();  // first: Dear ImGui's own listeners call those that were there before
    ImGui_ImplGlfw_InitForOpenGL(window_, true);
    ImGui_ImplOpenGL3_Init("#version 150");
  }
  ~WindowHost() override {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    glfwDestroyWindow(window_);
  }
  WindowHost(const WindowHost&) = delete;
  WindowHost& operator=(const WindowHost&) = delete;

  void run(const HostCalls& calls) override {
    calls_ = &calls;
    closed_ = false;
    pending_ = kFramesAfterEvent;
    last_frame_ = glfwGetTime();
    while (!closed_) {
      wait();
      if (glfwWindowShouldClose(window_) == GLFW_TRUE) {
        if (!calls.may_close || calls.may_close()) break;
        glfwSetWindowShouldClose(window_, GLFW_FALSE);
        pending_ = kFramesAfterEvent;
      }
      const bool hidden = glfwGetWindowAttrib(window_, GLFW_ICONIFIED) == GLFW_TRUE;
      if (hidden || !wants_frame()) continue;
      pending_ = std::max(0, pending_ - 1);
      // A key that ends a rest must not have the time of the rest pass under what it switches on.
      const bool rested = glfwGetTime() - last_frame_ > kRest;
      if (!rested) deliver_keys();
      render();
      glfwSwapBuffers(window_);
      if (rested) deliver_keys();
      if (calls.after_frame) calls.after_frame();
    }
    calls_ = nullptr;
  }
  void close() override {
    closed_ = true;
    glfwPostEmptyEvent();
  }

  Pixels picture(const HostCalls& calls) override {
    const HostCalls* before = std::exchange(calls_, &calls);
    render();
    calls_ = before;
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    const auto row = static_cast<std::size_t>(width) * 4;
    Pixels pixels{width, height, std::vector<std::uint8_t>(row * static_cast<std::size_t>(height))};
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    for (int y = 0; y < height; ++y) {
      glReadPixels(0, height - 1 - y, width, 1, GL_RGBA, GL_UNSIGNED_BYTE,
                   &pixels.rgba[static_cast<std::size_t>(y) * row]);
    }
    for (std::size_t i = 3; i < pixels.rgba.size(); i += 4) pixels.rgba[i] = 255;
    return pixels;
  }

  void set_scale(float scale, const std::string& text) override {
    session_.want_fonts(scale > 0 ? scale : desktop_scale(window_), text);
    pending_ = kFramesAfterEvent;
  }
  const Fonts& fonts() const override { return session_.fonts(); }
  void copy(const std::string& text) override { glfwSetClipboardString(window_, text.c_str()); }

 private:
  static WindowHost& of(GLFWwindow* window) {
    return *static_cast<WindowHost*>(glfwGetWindowUserPointer(window));
  }
  void happened() { pending_ = kFramesAfterEvent; }
  void tell(const std::optional<KeyPress>& key) {
    happened();
    if (key) keys_.push_back(*key);
  }
  void deliver_keys() {
    if (keys_.empty()) return;
    const std::vector<KeyPress> keys = std::exchange(keys_, {});
    if (!calls_->key) return;
    for (const KeyPress& key : keys) calls_->key(key);
    happened();
  }

  void listen() {
    glfwSetKeyCallback(window_, [](GLFWwindow* w, int key, int code, int action, int modifiers) {
      if (action == GLFW_RELEASE) {
        of(w).happened();
        return;
      }
      const char* layout = glfwGetKeyName(key, code);
      of(w).tell(key_press(key, modifiers, layout != nullptr ? layout : ""));
    });
    glfwSetCharCallback(
        window_, [](GLFWwindow* w, unsigned character) { of(w).tell(character_press(character)); });
    glfwSetCursorPosCallback(window_, [](GLFWwindow* w, double, double) { of(w).happened(); });
    glfwSetCursorEnterCallback(window_, [](GLFWwindow* w, int) { of(w).happened(); });
    glfwSetMouseButtonCallback(window_, [](GLFWwindow* w, int, int, int) { of(w).happened(); });
    glfwSetScrollCallback(window_, [](GLFWwindow* w, double, double) { of(w).happened(); });
    glfwSetWindowFocusCallback(window_, [](GLFWwindow* w, int) { of(w).happened(); });
    glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) { of(w).happened(); });
    glfwSetWindowRefreshCallback(window_, [](GLFWwindow* w) { of(w).happened(); });
    glfwSetWindowCloseCallback(window_, [](GLFWwindow* w) { of(w).happened(); });
    glfwSetDropCallback(window_, [](GLFWwindow* w, int count, const char** paths) {
      WindowHost& host = of(w);
      host.happened();
      if (host.calls_ == nullptr || !host.calls_->file_dropped) return;
      for (int i = 0; i < count; ++i) host.calls_->file_dropped(paths[i]);
    });
  }

  /// Seconds until a frame is wanted that no event asks for.
  [[nodiscard]] double next_frame_in() const {
    const double wanted = calls_->next_frame_in ? calls_->next_frame_in() : kLongestWait;
    return wanted - (glfwGetTime() - last_frame_);
  }

  /// Sleeps until something happens or a frame is due.
  void wait() {
    double until_look = kLongestWait;
    if (calls_->look) {
      if (glfwGetTime() - last_look_ >= calls_->next_look_in()) {
        last_look_ = glfwGetTime();
        calls_->look();
      }
      until_look = last_look_ + calls_->next_look_in() - glfwGetTime();
    }
    const double seconds = pending_ > 0 ? 0 : std::min({next_frame_in(), until_look, kLongestWait});
    if (seconds > 0) {
      glfwWaitEventsTimeout(seconds);
    } else {
      glfwPollEvents();
    }
  }

  [[nodiscard]] bool wants_frame() const { return pending_ > 0 || next_frame_in() <= 0; }

  void render() {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    if (width <= 0 || height <= 0) return;
    if (session_.rebuild_fonts()) {
      ImGui_ImplOpenGL3_DestroyFontsTexture();
      ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    mouse_to_logical(width);
    const double now = glfwGetTime();
    const double seconds = std::max(0.0, now - std::exchange(last_frame_, now));
    const Vec size =
        session_.begin_frame({static_cast<float>(width), static_cast<float>(height)}, seconds);
    if (calls_ != nullptr && calls_->draw) calls_->draw(size, seconds);
    session_.end_frame();
    glViewport(0, 0, width, height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  }

  /// Dear ImGui's back end gives the mouse in the window system's units, which may be neither
  /// pixels nor ours.
  void mouse_to_logical(int width_in_pixels) {
    ImGuiIO& io = ImGui::GetIO();
    int units = 0;
    glfwGetWindowSize(window_, &units, nullptr);
    if (units <= 0 || io.MousePos.x < -1e6F) return;
    const float factor =
        static_cast<float>(width_in_pixels) / static_cast<float>(units) / session_.fonts().scale();
    io.MousePos = {io.MousePos.x * factor, io.MousePos.y * factor};
  }

  std::unique_ptr<Glfw> glfw_;
  GLFWwindow* window_;
  ImGuiSession session_;
  const HostCalls* calls_ = nullptr;
  std::vector<KeyPress> keys_;  ///< pressed, and not told of yet
  int pending_ = kFramesAfterEvent;
  double last_frame_ = 0;
  double last_look_ = 0;
  bool closed_ = false;
};

base::Error no_window() {
  const std::string reason = Glfw::last_error();
  return {base::ErrorCode::kIo,
          "No window can be opened here" + (reason.empty() ? "" : " (" + reason + ")") +
              ": it takes a display and OpenGL 3.2; --screenshot FILE draws without either."};
}

}  // namespace

base::Result<std::unique_ptr<Host>> open_window(const HostOptions& options) {
  auto glfw = std::make_unique<Glfw>();
  if (!glfw->works()) return tl::unexpected<base::Error>(no_window());
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_SAMPLES, 0);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, options.scale > 0 ? GLFW_FALSE : GLFW_TRUE);
  GLFWwindow* window =
      glfwCreateWindow(options.width, options.height, options.title.c_str(), nullptr, nullptr);
  if (window == nullptr) return tl::unexpected<base::Error>(no_window());
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  return std::make_unique<WindowHost>(std::move(glfw), window, options);
}

}  // namespace monazite::viz
