#include <algorithm>
#include <utility>
#include <vector>

#include <agents/preferences/pair_counts.hpp>
#include <protocol/base/check.hpp>

namespace monazite::preferences {
namespace {

/// Pairs of equal neighbours' groups in something sorted: the sum of n (n - 1) / 2 over the groups.
template <class Equal>
std::uint64_t tied_pairs(std::size_t size, Equal equal_to_previous) {
  std::uint64_t pairs = 0;
  std::uint64_t group = 1;
  for (std::size_t i = 1; i <= size; ++i) {
    if (i < size && equal_to_previous(i)) {
      ++group;
      continue;
    }
    pairs += group * (group - 1) / 2;
    group = 1;
  }
  return pairs;
}

/// Sorts `values` by merging from the bottom up and gives how often a larger one stood before a
/// smaller one.
std::uint64_t sort_counting(std::vector<double>& values) {
  std::uint64_t inversions = 0;
  std::vector<double> merged(values.size());
  for (std::size_t width = 1; width < values.size(); width *= 2) {
    for (std::size_t begin = 0; begin < values.size(); begin += 2 * width) {
      const std::size_t middle = std::min(begin + width, values.size());
      const std::size_t end = std::min(begin + 2 * width, values.size());
      std::size_t left = begin;
      std::size_t right = middle;
      for (std::size_t to = begin; to < end; ++to) {
        const bool take_left = right == end || (left < middle && values[left] <= values[right]);
        if (!take_left) inversions += middle - left;
        merged[to] = take_left ? values[left++] : values[right++];
      }
    }
    values.swap(merged);
  }
  return inversions;
}

}  // namespace

PairCounts count_pairs(std::span<const double> first, std::span<const double> second) {
  MONAZITE_CHECK_EQ(first.size(), second.size(), "both rankings are of the same things");
  PairCounts pairs;
  const std::uint64_t n = first.size();
  if (n < 2) return pairs;
  pairs.all = n * (n - 1) / 2;
  std::vector<std::pair<double, double>> both;
  both.reserve(n);
  for (std::size_t i = 0; i < n; ++i) both.emplace_back(first[i], second[i]);
  std::sort(both.begin(), both.end());
  const std::uint64_t equal_first =
      tied_pairs(n, [&](std::size_t i) { return both[i].first == both[i - 1].first; });
  pairs.tied_both = tied_pairs(n, [&](std::size_t i) { return both[i] == both[i - 1]; });
  std::vector<double> seconds;
  seconds.reserve(n);
  for (const auto& pair : both) seconds.push_back(pair.second);
  pairs.discordant = sort_counting(seconds);
  const std::uint64_t equal_second =
      tied_pairs(n, [&](std::size_t i) { return seconds[i] == seconds[i - 1]; });
  pairs.tied_first = equal_first - pairs.tied_both;
  pairs.tied_second = equal_second - pairs.tied_both;
  pairs.concordant =
      pairs.all - pairs.discordant - pairs.tied_first - pairs.tied_second - pairs.tied_both;
  return pairs;
}

}  // namespace monazite::preferences
