#pragma once

#include <string>

#include <viz/plot/ui.hpp>

namespace monazite::tests {

/// What the gallery's controls stand at.
struct GalleryState {
  int segment = 1, tab = 0, radio = 1;
  bool toggle = true, checkbox = true;
  double volume = 760, notice = 90;
  std::string search, name = "june-2025.mcap";
  std::string statement =
      "Japan stands by the memorandum and welcomes more magnets made in India, 日本は覚書を守り、"
      "インド製磁石の増加を歓迎する。";
  int clicks = 0;
};

/// Every control, mark and kind of text on one screen of some 960 by 700.
void draw_gallery(viz::Ui& ui, const viz::Rect& screen, GalleryState& state);

}  // namespace monazite::tests
