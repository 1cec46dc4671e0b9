#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include <viz/plot/axes.hpp>

namespace monazite::viz {
namespace {

/// 1, 2 or 5 times a power of ten, so that `range` has about `wanted` of them.
double nice_step(double range, int wanted) {
  const double raw = range / std::max(1, wanted);
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  const double mantissa = raw / power;
  if (mantissa < 1.5) return power;
  if (mantissa < 3.5) return 2 * power;
  if (mantissa < 7.5) return 5 * power;
  return 10 * power;
}

bool is_drawable(double lowest, double highest) {
  return std::isfinite(lowest) && std::isfinite(highest) && highest > lowest;
}

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// Months between ticks, from the closest; the last ones are years.
constexpr std::array<int, 10> kSteps{1, 3, 6, 12, 24, 60, 120, 240, 600, 1200};

/// Around the text of a plate.
constexpr float kPlatePadX = 5, kPlatePadY = 2;

}  // namespace

std::vector<double> nice_ticks(double lowest, double highest, int wanted) {
  std::vector<double> ticks;
  if (!is_drawable(lowest, highest)) return ticks;
  const double step = nice_step(highest - lowest, wanted);
  // A little slack, for ends that are multiples but for their last digit.
  const double slack = step * 1e-9;
  const auto first = static_cast<long long>(std::ceil((lowest - slack) / step));
  const auto last = static_cast<long long>(std::floor((highest + slack) / step));
  for (long long i = first; i <= last; ++i) {
    ticks.push_back(std::clamp(static_cast<double>(i) * step, lowest, highest));
  }
  return ticks;
}

Interval nice_interval(double lowest, double highest, int wanted) {
  if (!std::isfinite(lowest) || !std::isfinite(highest)) return {};
  if (lowest > highest) std::swap(lowest, highest);
  if (lowest == highest) {
    const double room = lowest == 0 ? 1 : std::abs(lowest) * 0.1;
    lowest -= lowest == 0 ? 0 : room;
    highest += room;
  }
  const double step = nice_step(highest - lowest, wanted);
  const double slack = 1e-9;
  return {std::floor(lowest / step + slack) * step, std::ceil(highest / step - slack) * step};
}

std::string tick_words(double value, double step) {
  const double size = std::abs(step);
  const int decimals =
      size > 0 ? std::clamp(static_cast<int>(std::ceil(-std::log10(size) - 1e-9)), 0, 9) : 0;
  std::array<char, 64> digits{};
  std::snprintf(digits.data(), digits.size(), "%.*f", decimals, std::abs(value));
  std::string text{digits.data()};
  const bool is_zero = text.find_first_not_of("0.") == std::string::npos;
  const std::size_t whole = std::min(text.find('.'), text.size());
  for (std::size_t i = whole; i > 3; i -= 3) text.insert(i - 3, ",");
  return value < 0 && !is_zero ? "−" + text : text;
}

base::Day TimeAxis::day_at(float x) const {
  const double share = right > left ? (x - left) / (right - left) : 0;
  return base::Day{static_cast<std::int32_t>(std::lround(from + share * (to - from)))};
}

std::vector<TimeTick> time_ticks(const TimeAxis& axis, float room, const Strings& tr) {
  std::vector<TimeTick> ticks;
  if (axis.to <= axis.from || axis.right <= axis.left) return ticks;
  constexpr double kMonth = 30.44;
  const double a_month = kMonth / (axis.to - axis.from) * (axis.right - axis.left);
  // 28 days of February leave less room than a mean month.
  const auto fits = std::find_if(kSteps.begin(), kSteps.end(), [&](int months) {
    return a_month * months * (28 / kMonth) >= room;
  });
  const int step = fits == kSteps.end() ? kSteps.back() : *fits;
  const base::Date start =
      base::to_date(base::Day{static_cast<std::int32_t>(std::floor(axis.from))});
  const int first_month = start.year * 12 + start.month - 1;
  for (int month = first_month / step * step;; month += step) {
    const base::Day day = base::to_day({month / 12, month % 12 + 1, 1});
    if (day.number > axis.to) break;
    if (day.number < axis.from) continue;
    TimeTick tick{day, {}, month % 12 == 0};
    tick.label = tick.of_a_year ? std::to_string(month / 12)
                                : std::string{tr(kMonths[static_cast<std::size_t>(month % 12)])};
    ticks.push_back(std::move(tick));
  }
  return ticks;
}

std::vector<double> ticks_with_room(double lowest, double highest, int wanted, float length,
                                    float gap) {
  for (int count = wanted; count > 0; --count) {
    std::vector<double> ticks = nice_ticks(lowest, highest, count);
    if (ticks.size() < 2) return ticks;
    const double between = (ticks[1] - ticks[0]) / (highest - lowest) * length;
    if (between >= gap) return ticks;
  }
  return {};
}

void draw_y_axis(Ui& ui, const PlotArea& area, int ticks) {
  const Palette& p = ui.palette;
  ui.canvas.fill(area.rect, p.inset);
  const std::vector<double> at = ticks_with_room(area.y.lowest, area.y.highest, ticks, area.rect.h,
                                                 Canvas::line_height(Type::kSmall));
  const double step = at.size() > 1 ? at[1] - at[0] : area.y.highest - area.y.lowest;
  for (const double value : at) {
    const float y = area.at(area.x.lowest, value).y;
    ui.canvas.line({area.rect.x, y}, {area.rect.right(), y}, p.hairline);
    ui.canvas.text({area.rect.x - 6, y}, tick_words(value, step), Type::kSmall, p.text3,
                   Align::kRight);
  }
}

void draw_x_axis(Ui& ui, const PlotArea& area, int ticks) {
  const Palette& p = ui.palette;
  float widest = 0;
  for (const double end : {area.x.lowest, area.x.highest}) {
    // A tick between them may have a decimal more.
    const double step = (area.x.highest - area.x.lowest) / ticks;
    widest = std::max(widest, ui.canvas.width(tick_words(end, step), Type::kSmall));
  }
  const std::vector<double> at =
      ticks_with_room(area.x.lowest, area.x.highest, ticks, area.rect.w, widest + 8);
  const double step = at.size() > 1 ? at[1] - at[0] : area.x.highest - area.x.lowest;
  for (const double value : at) {
    const float x = area.at(value, area.y.lowest).x;
    ui.canvas.line({x, area.rect.y}, {x, area.rect.bottom()}, p.hairline);
    ui.canvas.text({x, area.rect.bottom() + 10}, tick_words(value, step), Type::kSmall, p.text3,
                   Align::kCentre);
  }
}

Vec plate_size(Ui& ui, std::string_view text, Type type, std::string_view second_line) {
  const bool two = !second_line.empty();
  const float wide = std::max(ui.canvas.width(text, type),
                              two ? ui.canvas.width(second_line, Type::kSmall) : 0.0F);
  const float high =
      Canvas::line_height(type) + (two ? Canvas::line_height(Type::kSmall) - 1 : 0.0F);
  return {wide + 2 * kPlatePadX, high + 2 * kPlatePadY};
}

Rect draw_plate(Ui& ui, Vec at, std::string_view text, Type type, Color color, Align align,
                std::string_view second_line) {
  const Vec size = plate_size(ui, text, type, second_line);
  Rect box{at.x, at.y - size.y / 2, size.x, size.y};
  if (align == Align::kCentre) box.x -= size.x / 2;
  if (align == Align::kRight) box.x -= size.x;
  ui.canvas.fill(box, ui.palette.panel.faded(0.88F), 3);
  const float x = box.x + kPlatePadX;
  const float first_high = Canvas::line_height(type);
  ui.canvas.text({x, box.y + kPlatePadY + first_high / 2}, text, type, color);
  if (!second_line.empty()) {
    const float second_high = Canvas::line_height(Type::kSmall) - 1;
    ui.canvas.text({x, box.y + kPlatePadY + first_high + second_high / 2}, second_line,
                   Type::kSmall, ui.palette.text2);
  }
  return box;
}

std::vector<float> push_apart(std::vector<float> wanted, float gap, float lowest, float highest) {
  if (wanted.empty()) return wanted;
  std::vector<std::size_t> order(wanted.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
  const auto count = static_cast<float>(wanted.size());
  // More than fit share what room there is.
  if (count > 1) gap = std::min(gap, std::max(0.0F, highest - lowest) / (count - 1));

  // Blocks of labels that touch: each stands where the sum of squared moves is least, and swallows
  // the block before it as long as they overlap (pool adjacent violators).
  struct Block {
    float sum = 0;  // of the places wanted by its first label
    float count = 0;
    std::size_t first = 0;
    [[nodiscard]] float at() const { return sum / count; }
  };
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < order.size(); ++i) {
    blocks.push_back({wanted[order[i]], 1, i});
    while (blocks.size() > 1) {
      const Block& last = blocks.back();
      Block& before = blocks[blocks.size() - 2];
      if (before.at() + gap * before.count <= last.at()) break;
      before.sum += last.sum - last.count * before.count * gap;
      before.count += last.count;
      blocks.pop_back();
    }
  }
  std::vector<float> places(wanted.size());
  for (const Block& block : blocks) {
    for (std::size_t k = 0; k < static_cast<std::size_t>(block.count); ++k) {
      places[order[block.first + k]] = block.at() + gap * static_cast<float>(k);
    }
  }
  // Against the ends, from the outside in.
  float limit = lowest;
  for (const std::size_t i : order) {
    places[i] = std::max(places[i], limit);
    limit = places[i] + gap;
  }
  limit = highest;
  std::reverse(order.begin(), order.end());
  for (const std::size_t i : order) {
    places[i] = std::min(places[i], limit);
    limit = places[i] - gap;
  }
  return places;
}

}  // namespace monazite::viz
