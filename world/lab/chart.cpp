#include <algorithm>
#include <cmath>

#include <world/lab/chart.hpp>
#include <world/lab/wording.hpp>

namespace monazite::lab {
namespace {

constexpr int kAxisWidth = 8;

std::string right(const std::string& text, int width) {
  const int missing = width - static_cast<int>(text.size());
  return std::string(static_cast<std::size_t>(std::max(0, missing)), ' ') + text;
}

/// A round number not less than `value`: 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten.
double round_up(double value) {
  if (value <= 0) return 1;
  const double decade = std::pow(10.0, std::floor(std::log10(value)));
  for (const double step : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
    if (value <= step * decade * (1 + 1e-9)) return step * decade;
  }
  return 10 * decade;
}

}  // namespace

std::vector<std::string> text_chart(const std::vector<double>& values, base::Day first_month,
                                    const ChartOptions& options) {
  std::vector<std::string> lines;
  if (values.empty()) return lines;
  const auto months = static_cast<int>(values.size());
  const int per_column = (months + options.width - 1) / options.width;
  std::vector<double> columns;
  for (int at = 0; at < months; at += per_column) {
    const int end = std::min(months, at + per_column);
    double sum = 0;
    for (int i = at; i < end; ++i) sum += values[static_cast<std::size_t>(i)];
    columns.push_back(sum / (end - at));
  }
  const double highest = round_up(*std::max_element(columns.begin(), columns.end()));
  const double least = *std::min_element(columns.begin(), columns.end());
  const double lowest = options.from_zero || least <= 0 ? std::min(0.0, least) : 0;
  const double step = (highest - lowest) / options.height;
  if (!options.unit.empty()) lines.push_back(right("", kAxisWidth) + "  " + options.unit);
  for (int row = options.height; row >= 1; --row) {
    const double from = lowest + (row - 1) * step;
    const bool labelled = row == options.height || row == (options.height + 1) / 2 || row == 1;
    const double label = row == 1 ? lowest : lowest + row * step;
    std::string line =
        right(labelled ? number_words(label, highest < 10 ? 1 : 0) : "", kAxisWidth) +
        (labelled ? " +" : " |");
    for (const double value : columns) {
      const double filled = (value - from) / step;
      line += filled >= 0.75 ? '#' : filled >= 0.25 ? ':' : filled > 0.02 ? '.' : ' ';
    }
    while (line.back() == ' ') line.pop_back();
    lines.push_back(line);
  }
  std::string axis = right("", kAxisWidth) + " +" + std::string(columns.size(), '-');
  std::string years = right("", kAxisWidth + 2);
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const base::Date date =
        base::to_date(base::add_months(first_month, static_cast<int>(column) * per_column));
    const bool new_year = date.month <= per_column || column == 0;
    const std::size_t at = static_cast<std::size_t>(kAxisWidth) + 2 + column;
    if (!new_year || years.size() > at) continue;
    years.resize(at, ' ');
    years += std::to_string(date.year) + " ";
    axis[at] = '|';
  }
  while (years.back() == ' ') years.pop_back();
  lines.push_back(axis);
  lines.push_back(years);
  return lines;
}

}  // namespace monazite::lab
