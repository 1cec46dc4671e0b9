// Opens a real window, for a display without a screen (xvfb-run): draws the gallery in it, closes
// it by itself, sees that it comes to rest, and compares what it showed with the picture drawn off
// the screen. Exit code 0: the same but for some pixels; 77: no window can be opened here.
#include <cstdlib>
#include <iostream>
#include <optional>

#include <tests/viz/plot/gallery_scene.hpp>
#include <viz/host/host.hpp>
#include <viz/plot/screen.hpp>

namespace {

using namespace monazite;
using namespace monazite::viz;

/// A picture of the gallery by this host; first some frames in its loop if `frames` are wanted.
Pixels shoot(Host& host, int frames) {
  Canvas canvas{nullptr, host.fonts()};
  Ui ui{canvas, dark_palette(), Strings{}};
  tests::GalleryState state;
  int drawn = 0;
  HostCalls calls;
  calls.draw = [&](Vec size, double) {
    begin_screen(canvas, size);
    ui.begin_frame();
    tests::draw_gallery(ui, {0, 0, size.x, size.y}, state);
    end_screen(canvas);
    if (++drawn == frames) host.close();
  };
  calls.next_frame_in = [] { return 0; };
  if (frames > 0) host.run(calls);
  return host.picture(calls);
}

/// Frames that a window draws until it rests, where nothing happens: it must not go on for ever.
int frames_until_rest(Host& host) {
  int drawn = 0;
  HostCalls calls;
  calls.draw = [&](Vec, double) { ++drawn; };
  calls.next_frame_in = [&] {  // asked only when no frame is due any more
    host.close();
    return 1e9;
  };
  host.run(calls);
  return drawn;
}

}  // namespace

int main() {
  constexpr int kSkipped = 77;
  HostOptions options;
  options.width = 1000;
  options.height = 760;
  options.text = "操作印入力日本は覚書を守り、インド製磁石の増加を歓迎する。";
  std::optional<Pixels> shown;
  {
    const auto window = open_window(options);
    if (!window) {
      std::cout << "SKIP: " << window.error().message << '\n';
      return kSkipped;
    }
    shown = shoot(**window, 5);
    std::cout << frames_until_rest(**window) << " frames until the window rests\n";
  }
  const auto off_screen = open_off_screen(options);
  if (!off_screen) {
    std::cout << "SKIP: " << off_screen.error().message << '\n';
    return kSkipped;
  }
  const Pixels wanted = shoot(**off_screen, 0);
  if (shown->width != wanted.width || shown->height != wanted.height) {
    std::cout << "the window has " << shown->width << " x " << shown->height << " pixels\n";
    return EXIT_FAILURE;
  }
  std::size_t different = 0;
  for (std::size_t i = 0; i < wanted.rgba.size(); i += 4) {
    for (std::size_t c = 0; c < 3; ++c) {
      if (std::abs(shown->rgba[i + c] - wanted.rgba[i + c]) > 8) {
        ++different;
        break;
      }
    }
  }
  std::cout << different << " pixels differ\n";
  return different * 1000 < wanted.rgba.size() / 4 ? EXIT_SUCCESS : EXIT_FAILURE;
}
