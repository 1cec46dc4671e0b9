#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include <world/lab/detail/plot_axis.hpp>

namespace monazite::lab::detail {

PlotAxis::PlotAxis(double lowest, double highest, double from_pixel, double to_pixel)
    : from(from_pixel), to(to_pixel) {
  if (!(lowest <= highest)) {
    lowest = 0;
    highest = 1;
  }
  double range = highest - lowest;
  if (!(range > 0)) range = std::max(1e-6, std::abs(highest));
  low = lowest - 0.04 * range;
  high = highest + 0.04 * range;
  const double rough = (high - low) / 6;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  step = rough / power < 1.5 ? power : rough / power < 3.5 ? 2 * power : 5 * power;
  if (rough / power >= 7.5) step = 10 * power;
  decimals = std::max(0, static_cast<int>(-std::floor(std::log10(step) + 1e-9)));
}

std::vector<double> PlotAxis::ticks() const {
  std::vector<double> out;
  for (double i = std::ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; ++i) {
    out.push_back(i * step);
  }
  return out;
}

std::string PlotAxis::label(double tick) const {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", std::min(decimals, 9),
                std::abs(tick) < 1e-9 * step ? 0.0 : tick);
  return text.data();
}

}  // namespace monazite::lab::detail
