#include <algorithm>
#include <cmath>
#include <vector>

#include <imgui.h>

#include <viz/plot/font_files.hpp>
#include <viz/plot/fonts.hpp>
#include <viz/plot/utf8.hpp>

namespace monazite::viz {
namespace {

struct Face {
  float em;  ///< logical pixels
  bool bold;
};
constexpr std::array<Face, kTypes> kFaces{Face{10, false}, Face{11, false}, Face{11, true},
                                          Face{12, false}, Face{12, true},  Face{13, true},
                                          Face{15, true},  Face{20, true}};

/// What the program writes beyond Latin-1 whatever the language.
constexpr std::string_view kAlways = "→←↑↓↔▲▼△▽▶◀●○◆◇■□★☆−–—…·•×÷±≤≥≈≠‹›“”‘’₂✓✕∞Δ";

struct Ranges {
  ImVector<ImWchar> latin, shapes, japanese;
};

/// Splits what is to be shown by the family that has it: Dear ImGui takes the first that does, and
/// the Japanese fonts' arrows and shapes are twice as wide as the text around them wants.
Ranges ranges_of(std::string_view text) {
  ImFontGlyphRangesBuilder latin;
  ImFontGlyphRangesBuilder shapes;
  ImFontGlyphRangesBuilder japanese;
  for (ImWchar c = 0x20; c < 0x100; ++c) latin.AddChar(c);
  const auto add = [&](std::string_view from) {
    while (!from.empty()) {
      const char32_t c = take_character(from);
      if (c < 0x100 || c > 0xFFFD) continue;
      const auto narrow = static_cast<ImWchar>(c);
      if (is_ideographic(c)) {
        japanese.AddChar(narrow);
      } else {
        latin.AddChar(narrow);
        shapes.AddChar(narrow);
        japanese.AddChar(narrow);
      }
    }
  };
  add(kAlways);
  add(text);
  Ranges ranges;
  latin.BuildRanges(&ranges.latin);
  shapes.BuildRanges(&ranges.shapes);
  japanese.BuildRanges(&ranges.japanese);
  return ranges;
}

/// Adds a family's file to the atlas, on its own or merged into the font added last.
ImFont* add_font(const FontFile& file, float em, float scale, const ImVector<ImWchar>& ranges,
                 bool merged) {
  ImFontConfig config;
  config.FontData = const_cast<unsigned char*>(file.data());
  config.FontDataSize = static_cast<int>(file.size());
  config.SizePixels = em * scale * file.line();
  config.GlyphRanges = ranges.Data;
  config.MergeMode = merged;
  // Letters begin at any third of a pixel; lines stand on whole ones.
  config.OversampleH = 3;
  config.OversampleV = 1;
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  ImFont* font = atlas->AddFont(&config);
  // Said any earlier, and Dear ImGui makes a copy of the file.
  atlas->ConfigData.back().FontDataOwnedByAtlas = false;
  return font;
}

}  // namespace

void Fonts::build(float scale, std::string_view text) {
  scale_ = scale > 0 ? scale : 1;
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  atlas->Clear();
  atlas->Flags |= ImFontAtlasFlags_NoMouseCursors;
  const Ranges ranges = ranges_of(text);
  const FontFamilies families = find_fonts();
  const bool dejavu = families.latin && families.latin.regular == families.shapes.regular;
  for (std::size_t i = 0; i < kFaces.size(); ++i) {
    const Face& face = kFaces[i];
    const auto pick = [&](const FontFamily& family) -> const FontFile& {
      return face.bold ? *family.bold : *family.regular;
    };
    if (!families.latin) {
      ImFontConfig config;
      config.SizePixels = std::round(13 * scale_);  // the built-in font has no other size
      fonts_[i] = atlas->AddFontDefault(&config);
      metrics_[i] = {7, 4, 3};
    } else {
      // DejaVu is larger than Noto at the same em.
      const float em = dejavu ? face.em - 1 : face.em;
      const FontFile& latin = pick(families.latin);
      fonts_[i] = add_font(latin, em, scale_, ranges.latin, false);
      const float half = em * latin.x_height() / 2;
      metrics_[i] = {0, em * latin.cap_height() - half, half};
      if (families.shapes && !dejavu) {
        add_font(pick(families.shapes), em - 1, scale_, ranges.shapes, true);
      }
    }
    if (families.japanese) {
      add_font(pick(families.japanese), face.em, scale_, ranges.japanese, true);
    }
  }
  atlas->Build();
  for (std::size_t i = 0; i < kFaces.size(); ++i) {
    sizes_[i] = fonts_[i]->FontSize / scale_;
    // Dear ImGui rounds a font's ascent to whole pixels, and so does the baseline.
    if (families.latin) metrics_[i].middle = fonts_[i]->Ascent / scale_ - metrics_[i].below;
  }
  ImGui::GetIO().FontGlobalScale = 1 / scale_;
  // The files are mapped only while the atlas is built.
  atlas->ClearInputData();

  families_.clear();
  for (const FontFamily* family : {&families.latin, &families.japanese, &families.shapes}) {
    if (!*family || families_.find(family->name) != std::string::npos) continue;
    families_ += (families_.empty() ? "" : ", ") + family->name;
  }
  if (families_.empty()) families_ = "the built-in font";
}

}  // namespace monazite::viz
