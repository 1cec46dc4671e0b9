#pragma once

#include <string_view>

#include <viz/plot/canvas.hpp>

namespace monazite::viz {

/// The small drawing of an icon button (Ui::icon_button names them), `size` across.
void draw_icon(Canvas& canvas, std::string_view icon, Vec centre, float size, Color color);

}  // namespace monazite::viz
