#include <algorithm>
#include <array>
#include <cmath>

#include <viz/model/what_if/differences.hpp>
#include <world/lab/csv_cell.hpp>
#include <world/lab/ensemble.hpp>
#include <world/lab/wording.hpp>

namespace monazite::viz {
namespace {

using Judgement = DifferenceRow::Judgement;

struct About {
  const char* label;
  const char* unit;
  int decimals;
  int better;  ///< 1: more is better, -1: less is, 0: neither
  const char* more;
  const char* less;
};

const About& about(Figure figure) {
  static const std::array<About, kFigures> kAbout = {{
      {"Agreement", "", 0, -1, "later", "earlier"},
      {"Agreed volume", "t REO/year", 0, 0, "more", "less"},
      {"Magnets returned", "t NdFeB/year", 0, 0, "more", "fewer"},
      {"Lowest cover", "days", 0, 1, "more", "less"},
      {"Months short of NdPr", "months", 0, -1, "more", "fewer"},
      {"Mean price", "USD/kg", 1, 0, "higher", "lower"},
      {"Peak price", "USD/kg", 0, 0, "higher", "lower"},
      {"Lost flow", "t NdPr", 0, -1, "more", "less"},
      {"Gain of India", "M", 1, 1, "better off", "worse off"},
      {"Gain of Japan", "M", 1, 1, "better off", "worse off"},
      {"Distance to Nash", "M", 1, -1, "further away", "closer"},
      {"Requests to hold back", "", 0, 0, "more", "fewer"},
      {"Export notifications", "", 0, 0, "more", "fewer"},
  }};
  return kAbout[static_cast<std::size_t>(figure)];
}

bool counts(Figure figure) {
  return figure == Figure::kMonthsShort || figure == Figure::kRequests ||
         figure == Figure::kNotifications;
}

bool is_gain(Figure figure) {
  return figure == Figure::kGainIndia || figure == Figure::kGainJapan || figure == Figure::kNash;
}

std::string small_number(int n) {
  static const char* const kNames[] = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                       "seven", "eight", "nine", "ten",   "eleven", "twelve"};
  return n >= 0 && n <= 12 ? kNames[n] : std::to_string(n);
}

std::string span_words(int days) {
  const int n = std::abs(days);
  const auto some = [](int count, const char* unit) {
    return small_number(count) + " " + unit + (count == 1 ? "" : "s");
  };
  if (n < 14) return some(n, "day");
  if (n < 90) return some((n + 3) / 7, "week");
  if (n < 730) return some(static_cast<int>(std::lround(n / 30.4)), "month");
  return some(static_cast<int>(std::lround(n / 365.25)), "year");
}

/// Gains and distances have no natural scale: only whether it is much.
std::string gain_words(double a, double b, const About& what) {
  const std::string way = b > a ? what.more : what.less;
  const double scale = std::max(std::abs(a), std::abs(b));
  const double share = std::abs(b - a) / scale;
  return share < 0.1 ? "a little " + way : share < 0.5 ? way : "much " + way;
}

/// How large a difference is for what it is of.
std::string size_words(double a, double b, const About& what) {
  std::string way = b > a ? what.more : what.less;
  if (a <= 0 || b < 0) return way;  // no ratio to speak of
  const double ratio = b / a;
  if (b <= 0.005 * a) return "none left";
  if (ratio > 0.995 && ratio < 1.005) return "about the same";
  if (ratio > 0.9 && ratio < 1.1) return "a little " + way;
  if (ratio >= 3) return "more than three times";
  if (ratio >= 2) return "more than twice";
  if (ratio >= 1.4) return "half as much again";
  if (ratio <= 0.25) return "three quarters " + way;
  if (ratio <= 0.37) return "two thirds " + way;
  if (ratio <= 0.55) return "half of it";
  return way;
}

std::string short_day(double number) {
  const base::Day day{static_cast<std::int32_t>(std::lround(number))};
  const base::Date date = base::to_date(day);
  return std::to_string(date.day) + " " + base::to_month_string(day);
}

std::string shown(Figure figure, const std::optional<double>& value) {
  if (!value) return "none";
  if (figure == Figure::kAgreement) return short_day(*value);
  return lab::number_words(*value, about(figure).decimals);
}

std::string signed_number(double value, int decimals) {
  const std::string text = lab::number_words(value, decimals);
  return text.front() == '-' || text == "0" ? text : "+" + text;
}

/// The row of two values and of their difference, which need not be that of the medians.
DifferenceRow row_of(Figure figure, const std::optional<double>& a, const std::optional<double>& b,
                     const std::optional<double>& difference) {
  const About& what = about(figure);
  DifferenceRow row;
  row.figure = figure;
  row.label = what.label;
  row.unit = what.unit;
  row.a_value = a;
  row.b_value = b;
  row.a = shown(figure, a);
  row.b = shown(figure, b);
  if (!a && !b) {
    row.words = "in neither";
    return row;
  }
  if (!a || !b) {
    row.words = a ? "only in A" : "only in B";
    return row;
  }
  const double less = difference.value_or(*b - *a);
  const double step = 0.5 * std::pow(10.0, -what.decimals);
  const bool same = std::abs(less) < step;
  row.sign = same ? 0 : less > 0 ? 1 : -1;
  row.judgement = same || what.better == 0  ? Judgement::kNeutral
                  : row.sign == what.better ? Judgement::kBetter
                                            : Judgement::kWorse;
  row.difference = signed_number(less, what.decimals);
  if (figure == Figure::kAgreement) {
    row.difference += " d";
    const int days = static_cast<int>(std::lround(less));
    row.words =
        days == 0 ? "the same day" : span_words(days) + " " + (days > 0 ? what.more : what.less);
  } else if (same) {
    row.words = "the same";
  } else if (counts(figure)) {
    const int n = static_cast<int>(std::lround(std::abs(less)));
    row.words = *b == 0 ? "none left" : small_number(n) + " " + (less > 0 ? what.more : what.less);
  } else if (is_gain(figure)) {
    row.words = gain_words(*a, *a + less, what);
  } else {
    row.words = size_words(*a, *a + less, what);
  }
  return row;
}

std::vector<double> values_of(const std::vector<Figures>& runs, Figure figure) {
  std::vector<double> values;
  for (const Figures& run : runs) {
    if (const auto value = run[figure]) values.push_back(*value);
  }
  return values;
}

/// "none in 9 of 10 seeds" and the like, where a share says more than a median.
std::string share_words(Figure figure, const std::vector<Figures>& a,
                        const std::vector<Figures>& b) {
  const std::size_t seeds = std::min(a.size(), b.size());
  const auto of_ten = [seeds](std::size_t count) {
    return std::to_string(
               std::lround(10.0 * static_cast<double>(count) / static_cast<double>(seeds))) +
           " of 10 seeds";
  };
  if (seeds < 10) return {};
  if (counts(figure)) {
    const auto none = [&](const std::vector<Figures>& runs) {
      return static_cast<std::size_t>(std::count_if(
          runs.begin(), runs.end(), [&](const auto& r) { return r[figure].value_or(0) == 0; }));
    };
    if (none(a) != none(b) && 2 * none(b) > seeds) return "none in " + of_ten(none(b));
  } else if (figure == Figure::kAgreement) {
    const std::size_t in_a = values_of(a, figure).size();
    const std::size_t in_b = values_of(b, figure).size();
    const auto gap = in_a > in_b ? in_a - in_b : in_b - in_a;
    if (10 * gap >= seeds) return "in " + of_ten(in_b) + ", A " + of_ten(in_a);
  }
  return {};
}

}  // namespace

std::vector<DifferenceRow> differences(const Figures& a, const Figures& b) {
  std::vector<DifferenceRow> rows;
  for (std::size_t i = 0; i < kFigures; ++i) {
    const auto figure = static_cast<Figure>(i);
    rows.push_back(row_of(figure, a[figure], b[figure], std::nullopt));
    if (figure == Figure::kLeastCover && !b.least_cover_maker.empty()) {
      rows.back().words += ", " + b.least_cover_maker;
    }
  }
  return rows;
}

std::vector<DifferenceRow> differences(const std::vector<Figures>& a,
                                       const std::vector<Figures>& b) {
  std::vector<DifferenceRow> rows;
  for (std::size_t i = 0; i < kFigures; ++i) {
    const auto figure = static_cast<Figure>(i);
    std::vector<double> pairs;
    for (std::size_t seed = 0; seed < std::min(a.size(), b.size()); ++seed) {
      const auto in_a = a[seed][figure];
      const auto in_b = b[seed][figure];
      if (in_a && in_b) pairs.push_back(*in_b - *in_a);
    }
    rows.push_back(row_of(figure, lab::quantile(values_of(a, figure), 0.5),
                          lab::quantile(values_of(b, figure), 0.5), lab::quantile(pairs, 0.5)));
    const std::string share = share_words(figure, a, b);
    if (!share.empty()) rows.back().words = share;
  }
  return rows;
}

std::string differences_csv(const std::vector<DifferenceRow>& rows) {
  std::string csv = "figure,unit,a,b,difference,words\n";
  const auto cell = [](const DifferenceRow& row, const std::optional<double>& value) {
    if (!value) return std::string();
    if (row.figure == Figure::kAgreement) {
      return base::to_string(base::Day{static_cast<std::int32_t>(std::lround(*value))});
    }
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.17g", *value);
    return std::string(text.data());
  };
  for (const DifferenceRow& row : rows) {
    std::optional<double> difference;
    if (row.a_value && row.b_value) difference = *row.b_value - *row.a_value;
    DifferenceRow plain = row;
    plain.figure = Figure::kVolume;  // a difference of days is a number
    csv += lab::csv_cell(row.label) + "," + lab::csv_cell(row.unit) + "," + cell(row, row.a_value) +
           "," + cell(row, row.b_value) + "," + cell(plain, difference) + "," +
           lab::csv_cell(row.words) + "\n";
  }
  return csv;
}

}  // namespace monazite::viz
