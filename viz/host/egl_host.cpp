#define GL_GLEXT_PROTOTYPES
#include <algorithm>
#include <cstring>
#include <utility>

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <viz/host/host.hpp>
#include <viz/plot/imgui_186.hpp>

namespace monazite::viz {
namespace {

/// A context of OpenGL that is bound to no window.
class EglContext {
 public:
  EglContext() = default;
  ~EglContext() {
    if (display_ == EGL_NO_DISPLAY) return;
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    if (context_ != EGL_NO_CONTEXT) eglDestroyContext(display_, context_);
    eglTerminate(display_);
  }
  EglContext(const EglContext&) = delete;
  EglContext& operator=(const EglContext&) = delete;

  /// What failed, or null.
  const char* create() {
    const auto get_display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
        eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (get_display == nullptr) return "EGL knows no platforms";
    display_ = get_display(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
    if (display_ == EGL_NO_DISPLAY || eglInitialize(display_, nullptr, nullptr) == EGL_FALSE) {
      display_ = EGL_NO_DISPLAY;
      return "EGL has no display without a surface";
    }
    if (eglBindAPI(EGL_OPENGL_API) == EGL_FALSE) return "EGL has no OpenGL";
    constexpr EGLint kWanted[] = {EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0,
                                  EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (eglChooseConfig(display_, kWanted, &config, 1, &count) == EGL_FALSE || count == 0) {
      return "EGL has no fitting configuration";
    }
    constexpr EGLint kVersion[] = {EGL_CONTEXT_MAJOR_VERSION,
                                   3,
                                   EGL_CONTEXT_MINOR_VERSION,
                                   3,
                                   EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                   EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                   EGL_NONE};
    context_ = eglCreateContext(display_, config, EGL_NO_CONTEXT, kVersion);
    if (context_ == EGL_NO_CONTEXT) return "there is no OpenGL 3.3";
    if (eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) == EGL_FALSE) {
      return "EGL cannot draw without a surface";
    }
    return nullptr;
  }

 private:
  EGLDisplay display_ = EGL_NO_DISPLAY;
  EGLContext context_ = EGL_NO_CONTEXT;
};

/// A texture that is drawn into, without multisampling.
class Target {
 public:
  Target(int width, int height) {
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glGenFramebuffers(1, &frame_);
    glBindFramebuffer(GL_FRAMEBUFFER, frame_);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
    whole_ = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  }
  ~Target() {
    glDeleteFramebuffers(1, &frame_);
    glDeleteTextures(1, &texture_);
  }
  Target(const Target&) = delete;
  Target& operator=(const Target&) = delete;

  [[nodiscard]] bool whole() const { return whole_; }
  void bind() const { glBindFramebuffer(GL_FRAMEBUFFER, frame_); }

 private:
  GLuint texture_ = 0, frame_ = 0;
  bool whole_ = false;
};

class OffScreenHost final : public Host {
 public:
  OffScreenHost(const HostOptions& options, std::unique_ptr<EglContext> context,
                std::unique_ptr<Target> target)
      : width_(options.width),
        height_(options.height),
        context_(std::move(context)),
        target_(std::move(target)),
        session_(options.scale, options.text) {
    ImGui_ImplOpenGL3_Init("#version 330 core");
    if (session_.rebuild_fonts()) ImGui_ImplOpenGL3_CreateFontsTexture();
  }
  ~OffScreenHost() override {
    ImGui_ImplOpenGL3_Shutdown();
    // Whatever needs the context goes before it.
    target_.reset();
  }
  OffScreenHost(const OffScreenHost&) = delete;
  OffScreenHost& operator=(const OffScreenHost&) = delete;

  void run(const HostCalls& calls) override {
    for (closed_ = false; !closed_;) render(calls);
  }
  void close() override { closed_ = true; }

  Pixels picture(const HostCalls& calls) override {
    render(calls);
    const auto row = static_cast<std::size_t>(width_) * 4;
    std::vector<std::uint8_t> upside_down(row * static_cast<std::size_t>(height_));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
    Pixels pixels{width_, height_, std::vector<std::uint8_t>(upside_down.size())};
    for (std::size_t y = 0; y < static_cast<std::size_t>(height_); ++y) {
      std::memcpy(&pixels.rgba[y * row],
                  &upside_down[(static_cast<std::size_t>(height_) - 1 - y) * row], row);
    }
    // A picture has no holes, whatever blending left in the fourth channel.
    for (std::size_t i = 3; i < pixels.rgba.size(); i += 4) pixels.rgba[i] = 255;
    return pixels;
  }

  void set_scale(float scale, const std::string& text) override {
    session_.want_fonts(scale, text);
  }
  const Fonts& fonts() const override { return session_.fonts(); }
  void copy(const std::string& text) override { ImGui::SetClipboardText(text.c_str()); }

 private:
  void render(const HostCalls& calls) {
    constexpr double kStep = 1.0 / 60;
    if (session_.rebuild_fonts()) {
      ImGui_ImplOpenGL3_DestroyFontsTexture();
      ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    ImGui_ImplOpenGL3_NewFrame();
    const Vec size =
        session_.begin_frame({static_cast<float>(width_), static_cast<float>(height_)}, kStep);
    if (calls.draw) calls.draw(size, kStep);
    session_.end_frame();
    target_->bind();
    glViewport(0, 0, width_, height_);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glFinish();
  }

  int width_, height_;
  std::unique_ptr<EglContext> context_;
  std::unique_ptr<Target> target_;
  ImGuiSession session_;
  bool closed_ = false;
};

}  // namespace

base::Result<std::unique_ptr<Host>> open_off_screen(const HostOptions& options) {
  auto context = std::make_unique<EglContext>();
  if (const char* fault = context->create(); fault != nullptr) {
    return base::fail(base::ErrorCode::kIo,
                      std::string{"No picture can be drawn off the screen here: "} + fault +
                          " (the packages libegl-mesa0 and libgl1-mesa-dri bring one).");
  }
  HostOptions checked = options;
  if (checked.scale <= 0) checked.scale = 1;
  auto target = std::make_unique<Target>(options.width, options.height);
  if (!target->whole()) {
    return base::fail(base::ErrorCode::kBadInput, "A picture of " + std::to_string(options.width) +
                                                      " by " + std::to_string(options.height) +
                                                      " pixels cannot be drawn here.");
  }
  return std::make_unique<OffScreenHost>(checked, std::move(context), std::move(target));
}

}  // namespace monazite::viz
