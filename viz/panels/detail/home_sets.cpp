#include <algorithm>
#include <cmath>

#include <viz/panels/detail/home_sets.hpp>
#include <viz/plot/axes.hpp>

namespace monazite::viz {
namespace {

constexpr float kAxis = 40;
constexpr float kLeastPlot = 66;

/// Of each second, third, ... meeting, so that numbers stay apart.
std::size_t every(const Rect& rect, std::size_t count, float room) {
  const float step = rect.w / static_cast<float>(std::max<std::size_t>(1, count));
  return step > 0 ? static_cast<std::size_t>(std::ceil(room / step)) : count + 1;
}

float middle_of(const Rect& rect, std::size_t i, std::size_t count) {
  return rect.x + (static_cast<float>(i) + 0.5F) * rect.w / static_cast<float>(count);
}

/// Shape, name, the latest number; as many as fit.
void draw_home_legend(Ui& ui, const Rect& rect, const HomeSets& last,
                      const std::array<Look, 2>& looks, const std::array<std::string, 2>& names) {
  float x = rect.x;
  const float y = rect.centre().y;
  const auto entry = [&](const Look& look, const std::string& name, std::uint32_t value) {
    const std::string number = std::to_string(value);
    const float width =
        16 + ui.canvas.width(name, Type::kSmall) + 5 + ui.canvas.width(number, Type::kSmallBold);
    if (x + width > rect.right()) return;
    ui.canvas.mark(look, {x + 6, y}, 9);
    const float used = ui.canvas.text({x + 16, y}, name, Type::kSmall, ui.palette.text2);
    ui.canvas.text({x + 21 + used, y}, number, Type::kSmallBold, look.tone.word);
    x += width + 14;
  };
  entry(looks[0], names[0], last.first);
  entry(looks[1], names[1], last.second);
  entry({ui.palette.in_force(), Shape::kSquare, false}, std::string(ui.tr("both homes")),
        last.both);
}

/// Bars with their numbers, on a scale of their own.
void draw_overlap(Ui& ui, const Rect& rect, const std::vector<HomeSets>& sets) {
  std::uint32_t most = 1;
  for (const HomeSets& set : sets) most = std::max(most, set.both);
  ui.canvas.fill(rect, ui.palette.inset);
  ui.canvas.text({rect.x - 6, rect.centre().y}, ui.tr("both"), Type::kSmall, ui.palette.text2,
                 Align::kRight);
  const Tone& tone = ui.palette.in_force();
  const float step = rect.w / static_cast<float>(sets.size());
  const std::size_t numbered = every(rect, sets.size(), 22);
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const float x = middle_of(rect, i, sets.size());
    const float high = (rect.h - 16) * static_cast<float>(sets[i].both) / static_cast<float>(most);
    const float wide = std::clamp(step * 0.6F, 2.0F, 22.0F);
    ui.canvas.fill({x - wide / 2, rect.bottom() - std::max(1.0F, high), wide, std::max(1.0F, high)},
                   tone.mark.faded(0.8F));
    if (i % numbered != 0) continue;
    ui.canvas.text({x, rect.bottom() - std::max(1.0F, high) - 8}, std::to_string(sets[i].both),
                   Type::kSmallBold, tone.word, Align::kCentre);
  }
}

}  // namespace

void draw_home_sets(Ui& ui, Rect rect, const std::vector<HomeSets>& sets,
                    const std::array<Look, 2>& looks, const std::array<std::string, 2>& names) {
  if (sets.empty()) return;
  draw_home_legend(ui, rect.cut_top(18, 4), sets.back(), looks, names);
  if (rect.h < kLeastPlot) return;  // the latest numbers stand in the legend
  const Rect numbers = rect.cut_bottom(18);
  rect.cut_left(kAxis);
  const Rect strip = rect.cut_bottom(std::clamp(rect.h * 0.3F, 26.0F, 60.0F), 6);
  ui.place("home_sets/overlap", strip);
  draw_overlap(ui, strip, sets);
  std::uint32_t most = 1;
  for (const HomeSets& set : sets) most = std::max({most, set.first, set.second});
  const PlotArea area{rect, {0, 1}, nice_interval(0, most, 3)};
  draw_y_axis(ui, area, rect.h > 90 ? 4 : 2);
  const std::size_t each = every(rect, sets.size(), 24);
  std::array<std::vector<Vec>, 2> lines;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const float x = middle_of(rect, i, sets.size());
    lines[0].push_back({x, area.at(0, sets[i].first).y});
    lines[1].push_back({x, area.at(0, sets[i].second).y});
    if (i % each == 0) {
      ui.canvas.text({x, numbers.centre().y}, std::to_string(sets[i].meeting), Type::kSmall,
                     ui.palette.text2, Align::kCentre);
    }
  }
  for (std::size_t side = 0; side < 2; ++side) {
    if (lines[side].size() > 1) ui.canvas.polyline(lines[side], looks[side].tone.mark, 1.6F);
    const float size = sets.size() > 30 ? 5 : 8;
    for (const Vec& point : lines[side]) ui.canvas.mark(looks[side], point, size);
  }
}

}  // namespace monazite::viz
