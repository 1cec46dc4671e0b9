#include <cmath>
#include <numbers>

#include <viz/plot/detail/icons.hpp>

namespace monazite::viz {
namespace {

/// A triangle that points to the right (1) or left (-1), its middle at `centre`.
void arrow(Canvas& canvas, Vec centre, float r, float to, Color color) {
  canvas.triangle({centre.x - to * r * 0.8F, centre.y - r}, {centre.x + to * r, centre.y},
                  {centre.x - to * r * 0.8F, centre.y + r}, color);
}

void magnifier(Canvas& canvas, Vec c, float r, Color color) {
  const Vec lens{c.x - r * 0.2F, c.y - r * 0.2F};
  canvas.ring(lens, r * 0.62F, color, 1.5F);
  canvas.line(lens + Vec{r * 0.48F, r * 0.48F}, {c.x + r * 0.85F, c.y + r * 0.85F}, color, 1.8F);
}

/// An arc with an arrow's head.
void loop(Canvas& canvas, Vec c, float r, Color color) {
  constexpr int kParts = 20;
  constexpr float kWay = 1.6F * std::numbers::pi_v<float>;
  std::vector<Vec> arc;
  for (int i = 0; i <= kParts; ++i) {
    const float angle = -0.25F * std::numbers::pi_v<float> + kWay * static_cast<float>(i) / kParts;
    arc.push_back({c.x + r * 0.78F * std::cos(angle), c.y + r * 0.78F * std::sin(angle)});
  }
  canvas.polyline(arc, color, 1.5F);
  const Vec tip = arc.front();
  canvas.triangle(tip + Vec{-r * 0.55F, -r * 0.1F}, tip + Vec{r * 0.15F, -r * 0.6F},
                  tip + Vec{r * 0.25F, r * 0.25F}, color);
}

}  // namespace

void draw_icon(Canvas& canvas, std::string_view icon, Vec c, float size, Color color) {
  const float r = size / 2;
  if (icon == "play") {
    arrow(canvas, c, r, 1, color);
  } else if (icon == "pause") {
    canvas.fill({c.x - r * 0.7F, c.y - r * 0.9F, r * 0.5F, r * 1.8F}, color, 1);
    canvas.fill({c.x + r * 0.2F, c.y - r * 0.9F, r * 0.5F, r * 1.8F}, color, 1);
  } else if (icon == "back" || icon == "forward") {
    arrow(canvas, c, r * 0.75F, icon == "back" ? -1.0F : 1.0F, color);
  } else if (icon == "start" || icon == "end") {
    const float to = icon == "start" ? -1.0F : 1.0F;
    arrow(canvas, {c.x - to * r * 0.2F, c.y}, r * 0.75F, to, color);
    canvas.fill({c.x + to * r * 0.75F - 1, c.y - r * 0.75F, 2, r * 1.5F}, color);
  } else if (icon == "search") {
    magnifier(canvas, c, r, color);
  } else if (icon == "close") {
    canvas.line({c.x - r * 0.6F, c.y - r * 0.6F}, {c.x + r * 0.6F, c.y + r * 0.6F}, color, 1.6F);
    canvas.line({c.x - r * 0.6F, c.y + r * 0.6F}, {c.x + r * 0.6F, c.y - r * 0.6F}, color, 1.6F);
  } else if (icon == "plus" || icon == "minus") {
    canvas.line({c.x - r * 0.7F, c.y}, {c.x + r * 0.7F, c.y}, color, 2);
    if (icon == "plus") canvas.line({c.x, c.y - r * 0.7F}, {c.x, c.y + r * 0.7F}, color, 2);
  } else if (icon == "down") {
    canvas.polyline({{c.x - r * 0.6F, c.y - r * 0.3F},
                     {c.x, c.y + r * 0.35F},
                     {c.x + r * 0.6F, c.y - r * 0.3F}},
                    color, 1.6F);
  } else if (icon == "check") {
    canvas.polyline({{c.x - r * 0.75F, c.y},
                     {c.x - r * 0.2F, c.y + r * 0.6F},
                     {c.x + r * 0.8F, c.y - r * 0.6F}},
                    color, 1.8F);
  } else if (icon == "loop") {
    loop(canvas, c, r, color);
  }
}

}  // namespace monazite::viz
