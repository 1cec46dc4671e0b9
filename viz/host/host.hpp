#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <protocol/base/result.hpp>
#include <viz/model/geometry.hpp>
#include <viz/model/key_press.hpp>
#include <viz/plot/fonts.hpp>

namespace monazite::viz {

/// A picture: 4 bytes a pixel (RGBA), rows from the top.
struct Pixels {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;
};
/// Writes a PNG. kIo with path and remedy when the machine refuses.
[[nodiscard]] base::Result<void> write_png(const std::string& path, const Pixels& pixels);
/// A part of a picture, `part` in logical pixels of which each has `scale` of the picture's.
[[nodiscard]] Pixels cut_out(const Pixels& pixels, const Rect& part, float scale);

/// What a host calls back.
struct HostCalls {
  /// Draws a frame; between ImGui's NewFrame and Render. `seconds` since the last frame.
  std::function<void(Vec size, double seconds)> draw;
  std::function<void(const KeyPress&)> key;
  std::function<void(const std::string& path)> file_dropped;
  /// After a frame has been shown, outside of it: here Host::picture() may be called.
  std::function<void()> after_frame;
  /// Seconds until the next frame is wanted even if nothing happens; 0: at once (playing, working).
  std::function<double()> next_frame_in;
  /// Looks at what may have changed outside (a file that is being written, a host). Called while
  /// the window rests; next_frame_in() then says whether there is something to draw. May be empty.
  std::function<void()> look;
  /// Seconds from one look to the next, as things stand now. Goes with `look`.
  std::function<double()> next_look_in;
  /// Asked when the window is to be closed; false keeps it open.
  std::function<bool()> may_close;
};

/// Where frames are drawn. One at a time in a process: it owns the ImGui context.
class Host {
 public:
  virtual ~Host() = default;
  /// Runs until the window is closed or close() is called.
  virtual void run(const HostCalls& calls) = 0;
  virtual void close() = 0;
  /// Draws one frame off the screen and gives its pixels (the null host: blank ones).
  [[nodiscard]] virtual Pixels picture(const HostCalls& calls) = 0;
  /// Rebuilds the fonts: another scale (0: that of the screen), or text with new characters.
  virtual void set_scale(float scale, const std::string& text) = 0;
  [[nodiscard]] virtual const Fonts& fonts() const = 0;
  /// Text of the clipboard.
  virtual void copy(const std::string& text) = 0;
};

struct HostOptions {
  int width = 1600, height = 900;  ///< pixels
  float scale = 1;  ///< pixels for a logical one; 0: that of the screen (window only)
  std::string title = "Monazite";
  std::string text;  ///< characters that will be shown, see Fonts::build
};

/// A window with OpenGL 3. kIo when there is no display, or no OpenGL.
[[nodiscard]] base::Result<std::unique_ptr<Host>> open_window(const HostOptions& options);
/// Off the screen: EGL without a surface, drawing into a texture. Needs no display.
[[nodiscard]] base::Result<std::unique_ptr<Host>> open_off_screen(const HostOptions& options);

}  // namespace monazite::viz
