#include <algorithm>
#include <cmath>
#include <numeric>

#include <agents/preferences/model_accuracy.hpp>
#include <agents/preferences/pair_counts.hpp>
#include <agents/preferences/utility_table.hpp>
#include <protocol/base/check.hpp>

namespace monazite::preferences {
namespace {

void check_sizes(std::span<const double> estimated, std::span<const double> actual) {
  MONAZITE_CHECK_EQ(estimated.size(), actual.size(), "both are values of the same packages");
  MONAZITE_CHECK(!actual.empty(), "there is at least one package");
}

double mean(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::optional<double> tau_b(const PairCounts& pairs) {
  const auto first = static_cast<double>(pairs.all - pairs.tied_first - pairs.tied_both);
  const auto second = static_cast<double>(pairs.all - pairs.tied_second - pairs.tied_both);
  if (first == 0 || second == 0) return std::nullopt;
  return (static_cast<double>(pairs.concordant) - static_cast<double>(pairs.discordant)) /
         std::sqrt(first) / std::sqrt(second);
}

double differently_ordered(const PairCounts& pairs, std::size_t size) {
  const auto n = static_cast<double>(size);
  return 2 * static_cast<double>(pairs.discordant + pairs.tied_first + pairs.tied_second) / (n * n);
}

}  // namespace

std::vector<double> mean_ranks(std::span<const double> values) {
  const Ranking ranking(values, -std::numeric_limits<double>::infinity());
  std::vector<double> ranks(values.size());
  for (std::size_t begin = 0; begin < ranking.size();) {
    std::size_t end = begin + 1;
    while (end < ranking.size() && ranking.value(end) == ranking.value(begin)) ++end;
    const double shared = static_cast<double>(begin + 1 + end) / 2;
    for (std::size_t rank = begin; rank < end; ++rank) ranks[ranking.at(rank)] = shared;
    begin = end;
  }
  return ranks;
}

double rmse(std::span<const double> estimated, std::span<const double> actual) {
  check_sizes(estimated, actual);
  double squares = 0;
  for (std::size_t i = 0; i < actual.size(); ++i) {
    squares += (estimated[i] - actual[i]) * (estimated[i] - actual[i]);
  }
  return std::sqrt(squares / static_cast<double>(actual.size()));
}

// Own, though Boost.Math has one: its header includes <execution>, and with that the whole program
// would have to link TBB wherever it is installed.
std::optional<double> pearson(std::span<const double> estimated, std::span<const double> actual) {
  check_sizes(estimated, actual);
  // Of equal values the mean may differ from them by rounding, and with it their deviations from 0.
  const auto constant = [](std::span<const double> values) {
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return *low == *high;
  };
  if (constant(estimated) || constant(actual)) return std::nullopt;
  const double mean_estimated = mean(estimated);
  const double mean_actual = mean(actual);
  double together = 0;
  double first = 0;
  double second = 0;
  for (std::size_t i = 0; i < actual.size(); ++i) {
    const double a = estimated[i] - mean_estimated;
    const double b = actual[i] - mean_actual;
    together += a * b;
    first += a * a;
    second += b * b;
  }
  if (!(first > 0 && second > 0)) return std::nullopt;
  return std::clamp(together / std::sqrt(first) / std::sqrt(second), -1.0, 1.0);
}

std::optional<double> spearman(std::span<const double> estimated, std::span<const double> actual) {
  check_sizes(estimated, actual);
  return pearson(mean_ranks(estimated), mean_ranks(actual));
}

std::optional<double> kendall(std::span<const double> estimated, std::span<const double> actual) {
  check_sizes(estimated, actual);
  return tau_b(count_pairs(estimated, actual));
}

double ranking_distance(std::span<const double> estimated, std::span<const double> actual) {
  check_sizes(estimated, actual);
  return differently_ordered(count_pairs(estimated, actual), actual.size());
}

ModelAccuracy accuracy(std::span<const double> estimated, std::span<const double> actual) {
  check_sizes(estimated, actual);
  const PairCounts pairs = count_pairs(estimated, actual);
  return {rmse(estimated, actual), pearson(estimated, actual), spearman(estimated, actual),
          tau_b(pairs), differently_ordered(pairs, actual.size())};
}

}  // namespace monazite::preferences
