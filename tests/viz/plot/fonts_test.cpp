#include <imgui.h>

#include <tests/support/catch.hpp>
#include <tests/viz/plot/small_screen.hpp>
#include <viz/plot/font_files.hpp>
#include <viz/plot/fonts.hpp>

namespace monazite::viz {
namespace {

TEST_CASE("A machine without fonts, or with files that are none, has no family") {
  CHECK_FALSE(find_fonts({"/nowhere"}).latin);
  CHECK_FALSE(find_fonts({}).japanese);
  CHECK(FontFile::open("/nowhere/at/all.ttf") == nullptr);
  CHECK(FontFile::open(MONAZITE_SOURCE_DIR "/README.md") == nullptr);
  CHECK(FontFile::open(MONAZITE_SOURCE_DIR) == nullptr);
}

TEST_CASE("Noto Sans is preferred, and its line is taller than its em") {
  const FontFamilies families = find_fonts();
  if (!families.latin) {
    WARN("SKIP: neither Noto Sans nor DejaVu Sans is installed");
    return;
  }
  const FontFile& file = *families.latin.regular;
  const float line = families.latin.name == "Noto Sans" ? 1.362F : 1.164F;
  CHECK(file.line() == Approx(line).margin(0.001));
  CHECK(file.x_height() == Approx(0.54).margin(0.03));
  CHECK(file.cap_height() == Approx(0.72).margin(0.03));
}

TEST_CASE("Letters have the size that was asked for, at any scale") {
  for (const float scale : {1.0F, 2.0F}) {
    tests::SmallScreen screen([](Ui&) {}, scale);
    const Fonts& fonts = screen.host().fonts();
    CHECK(fonts.scale() == scale);
    // Bigger sizes are wider; bold is wider than regular.
    const Canvas& canvas = screen.ui().canvas;
    const auto wide = [&](Type type) { return canvas.width("Consultation", type); };
    CHECK(wide(Type::kPlot) < wide(Type::kSmall));
    CHECK(wide(Type::kSmall) < wide(Type::kBody));
    CHECK(wide(Type::kBody) < wide(Type::kBodyBold));
    CHECK(wide(Type::kReadout) < wide(Type::kHeadline));
    for (int i = 0; i < kTypes; ++i) {
      const auto& metrics = fonts.metrics(static_cast<Type>(i));
      CHECK(metrics.above > metrics.below);
      CHECK(metrics.middle > 0);
      CHECK(metrics.middle < fonts.size(static_cast<Type>(i)));
    }
  }
}

TEST_CASE("What is asked for is there, what is not is shown as a question mark") {
  tests::SmallScreen screen([](Ui&) {});
  const ImFont* font = screen.host().fonts().font(Type::kBody);
  CHECK(font->FindGlyphNoFallback(0xE9) != nullptr);
  CHECK(font->FindGlyph(0x0416)->Codepoint == '?');  // Cyrillic
  if (find_fonts().shapes) {
    for (const ImWchar c : std::vector<ImWchar>{0x2192, 0x2191, 0x25B2, 0x25CF, 0x2605, 0x2212}) {
      CHECK(font->FindGlyphNoFallback(c) != nullptr);
    }
  }
  if (find_fonts().japanese) CHECK(font->FindGlyphNoFallback(0x65E5) != nullptr);
  CHECK_FALSE(screen.host().fonts().families().empty());
}

TEST_CASE("Fonts are rebuilt between frames, for another scale or other characters") {
  float width = 0;
  tests::SmallScreen screen([&](Ui& ui) { width = ui.canvas.width("word", Type::kBody); });
  const float before = width;
  screen.host().set_scale(2, "Ж");
  screen.frame();
  CHECK(screen.host().fonts().scale() == 2);
  CHECK(screen.size().x == Approx(200));  // the same pixels are half as many logical ones
  CHECK(width == Approx(before).epsilon(0.05));
  if (find_fonts().latin) {
    CHECK(screen.host().fonts().font(Type::kBody)->FindGlyphNoFallback(0x0416) != nullptr);
  }
}

}  // namespace
}  // namespace monazite::viz
