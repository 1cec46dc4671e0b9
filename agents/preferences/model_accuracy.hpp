#pragma once

#include <optional>
#include <span>
#include <vector>

namespace monazite::preferences {

/// How well a model of a party knows what packages are worth to it: `estimated[i]` against
/// `actual[i]`. A correlation is nothing when either side values all packages alike or there are
/// fewer than two.
struct ModelAccuracy {
  double rmse = 0;                 ///< root of the mean squared error, unit of the values
  std::optional<double> pearson;   ///< correlation of the values, in [-1, 1]
  std::optional<double> spearman;  ///< correlation of their ranks, equals sharing the mean rank
  std::optional<double> kendall;   ///< tau-b (Kendall 1945), which allows for equals
  double ranking_distance = 0;     ///< see ranking_distance()
};

/// Both spans have the same length, at least one. O(n log n).
[[nodiscard]] ModelAccuracy accuracy(std::span<const double> estimated,
                                     std::span<const double> actual);

[[nodiscard]] double rmse(std::span<const double> estimated, std::span<const double> actual);
[[nodiscard]] std::optional<double> pearson(std::span<const double> estimated,
                                            std::span<const double> actual);
[[nodiscard]] std::optional<double> spearman(std::span<const double> estimated,
                                             std::span<const double> actual);
[[nodiscard]] std::optional<double> kendall(std::span<const double> estimated,
                                            std::span<const double> actual);
/// Share of ordered pairs of packages, each with itself included, that the two order differently
/// (one better, worse or equal): sum over (b, b') of c / n^2 with c in {0, 1} (Hindriks and
/// Tykhonov 2008). In [0, 1), 0 for the same order.
[[nodiscard]] double ranking_distance(std::span<const double> estimated,
                                      std::span<const double> actual);

/// Ranks 1, 2, ..., n in ascending order; equal values share the mean of theirs.
[[nodiscard]] std::vector<double> mean_ranks(std::span<const double> values);

}  // namespace monazite::preferences
