#include <filesystem>
#include <fstream>

#include <tests/support/catch.hpp>
#include <tests/support/scratch.hpp>
#include <tests/viz/plot/gallery_scene.hpp>
#include <viz/host/host.hpp>
#include <viz/plot/screen.hpp>
#include <viz/plot/text_check.hpp>

namespace monazite::viz {
namespace {

/// A picture of the gallery, off the screen, each time by a host of its own.
struct Shot {
  Pixels with_texts, without;
  std::vector<DrawnText> texts;
};
base::Result<Shot> shoot(const Palette& palette, float scale) {
  HostOptions options;
  options.width = static_cast<int>(1000 * scale);
  options.height = static_cast<int>(760 * scale);
  options.scale = scale;
  options.text = "操作印入力日本は覚書を守り、インド製磁石の増加を歓迎する。";
  auto host = open_off_screen(options);
  if (!host) return tl::unexpected<base::Error>(host.error());
  Canvas canvas{nullptr, (*host)->fonts()};
  Ui ui{canvas, palette, Strings{}};
  tests::GalleryState state;
  HostCalls calls;
  calls.draw = [&](Vec size, double) {
    begin_screen(canvas, size);
    ui.begin_frame();
    tests::draw_gallery(ui, {0, 0, size.x, size.y}, state);
    end_screen(canvas);
  };
  Shot shot;
  canvas.keep_texts(&shot.texts);
  shot.with_texts = (*host)->picture(calls);
  canvas.keep_texts(nullptr);
  canvas.set_texts_visible(false);
  shot.without = (*host)->picture(calls);
  return shot;
}

/// Machines without EGL or without OpenGL by software draw no pictures.
std::optional<Shot> shot_or_skip(const Palette& palette, float scale) {
  auto shot = shoot(palette, scale);
  if (!shot) {
    WARN("SKIP: " + shot.error().message);
    return std::nullopt;
  }
  return std::move(*shot);
}

TEST_CASE("Two pictures of the same are the same bytes") {
  const auto one = shot_or_skip(dark_palette(), 1);
  if (!one) return;
  const auto two = shot_or_skip(dark_palette(), 1);
  REQUIRE(two.has_value());
  REQUIRE(one->with_texts.rgba.size() == std::size_t{1000} * 760 * 4);
  CHECK(one->with_texts.rgba == two->with_texts.rgba);
  CHECK(one->with_texts.rgba != one->without.rgba);
}

TEST_CASE("A picture stands upright and has the colours of the palette") {
  const auto shot = shot_or_skip(light_palette(), 1);
  if (!shot) return;
  const auto pixel = [&](int x, int y) {
    const auto* p = &shot->with_texts.rgba[static_cast<std::size_t>((y * 1000 + x) * 4)];
    return Color{p[0], p[1], p[2], p[3]};
  };
  const Palette& p = light_palette();
  CHECK(pixel(2, 2) == p.window);
  CHECK(pixel(220, 26) == p.panel);     // a title's strip
  CHECK(pixel(126, 62) == p.primary);   // the primary button
  CHECK(pixel(100, 43) == p.hairline);  // under the title
  CHECK(pixel(100, 757) == p.window);
}

TEST_CASE("No text of any control is cut, covered or too faint, in both themes and two scales") {
  for (const Palette* palette : {&dark_palette(), &light_palette()}) {
    for (const float scale : {1.0F, 1.5F}) {
      const auto shot = shot_or_skip(*palette, scale);
      if (!shot) return;
      CHECK(shot->texts.size() > 60);
      const auto faults = text_faults(shot->texts, shot->without.width, shot->without.height,
                                      shot->without.rgba, scale);
      for (const auto& fault : faults) {
        CAPTURE(palette->dark, scale);
        FAIL_CHECK(fault);
      }
    }
  }
}

TEST_CASE("A picture is written as PNG, or a sentence says why not") {
  const std::string folder = test_support::fresh_folder("png");
  Pixels pixels{2, 1, {255, 0, 0, 255, 0, 255, 0, 255}};
  const std::string path = folder + "/two.png";
  REQUIRE(write_png(path, pixels).has_value());
  std::ifstream file{path, std::ios::binary};
  std::string head(8, '\0');
  file.read(head.data(), 8);
  CHECK(head == "\x89PNG\r\n\x1A\n");

  const auto refused = write_png(folder + "/no/such/folder.png", pixels);
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().code == base::ErrorCode::kIo);
  CHECK(refused.error().message.find("folder.png") != std::string::npos);
  CHECK_FALSE(write_png(path, {}).has_value());
  std::filesystem::remove_all(folder);
}

TEST_CASE("A picture of no size is refused with a sentence") {
  HostOptions options;
  options.width = 0;
  const auto host = open_off_screen(options);
  REQUIRE_FALSE(host.has_value());
  CHECK_FALSE(host.error().message.empty());
}

}  // namespace
}  // namespace monazite::viz
