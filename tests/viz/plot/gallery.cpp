// Draws every control and mark in both themes, to be looked at: gallery FOLDER [SCALE] writes
// gallery-dark.png and gallery-light.png there.
#include <cstdlib>
#include <iostream>

#include <tests/viz/plot/gallery_scene.hpp>
#include <viz/host/host.hpp>
#include <viz/plot/screen.hpp>

int main(int argc, char** argv) {
  using namespace monazite;
  using namespace monazite::viz;
  const std::string folder = argc > 1 ? argv[1] : ".";
  const float scale = argc > 2 ? std::strtof(argv[2], nullptr) : 1;
  HostOptions options;
  options.width = static_cast<int>(1000 * scale);
  options.height = static_cast<int>(760 * scale);
  options.scale = scale;
  options.text = "操作印入力日本は覚書を守り、インド製磁石の増加を歓迎する。";
  auto host = open_off_screen(options);
  if (!host) {
    std::cerr << host.error().message << '\n';
    return 1;
  }
  Canvas canvas{nullptr, (*host)->fonts()};
  Ui ui{canvas, dark_palette(), Strings{}};
  tests::GalleryState state;
  HostCalls calls;
  calls.draw = [&](Vec size, double) {
    begin_screen(canvas, size);
    ui.begin_frame();
    tests::draw_gallery(ui, {0, 0, size.x, size.y}, state);
    end_screen(canvas);
  };
  for (const bool dark : {true, false}) {
    ui.palette = dark ? dark_palette() : light_palette();
    const std::string path = folder + (dark ? "/gallery-dark.png" : "/gallery-light.png");
    if (const auto done = write_png(path, (*host)->picture(calls)); !done) {
      std::cerr << done.error().message << '\n';
      return 1;
    }
    std::cout << path << '\n';
  }
  std::cout << (*host)->fonts().families() << '\n';
}
