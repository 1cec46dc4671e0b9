#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>

#include <agents/preferences/frontier.hpp>
#include <protocol/base/check.hpp>

namespace monazite::preferences {
namespace {

/// Leaves in `candidates` what can still be on the frontier. Packages are sorted into slices by the
/// first party's value; whoever gives the second party no more than some package of a higher slice
/// gives the first one less and is dominated. Exact: it removes dominated packages only.
template <class Value>
void drop_clearly_dominated(std::span<const Value> first, std::span<const Value> second,
                            std::vector<std::uint32_t>& candidates) {
  constexpr std::size_t kFewest = 64;
  if (candidates.size() < kFewest) return;
  double lowest = std::numeric_limits<double>::infinity();
  double highest = -lowest;
  for (const std::uint32_t i : candidates) {
    lowest = std::min(lowest, static_cast<double>(first[i]));
    highest = std::max(highest, static_cast<double>(first[i]));
  }
  const std::size_t slices = std::min<std::size_t>(4096, candidates.size() / 8);
  const double scale = static_cast<double>(slices - 1) / (highest - lowest);
  if (!std::isfinite(scale) || !(scale > 0)) return;  // one value only, or next to it
  const auto slice = [&](std::uint32_t i) {
    return static_cast<std::size_t>((static_cast<double>(first[i]) - lowest) * scale);
  };
  constexpr Value kNone = std::numeric_limits<Value>::lowest();
  // best[s]: most that any package of slice s or a higher one gives to the second party
  std::vector<Value> best(slices + 1, kNone);
  for (const std::uint32_t i : candidates) {
    Value& top = best[slice(i)];
    top = std::max(top, second[i]);
  }
  for (std::size_t s = slices; s-- > 0;) best[s] = std::max(best[s], best[s + 1]);
  const auto dominated = [&](std::uint32_t i) {
    const std::size_t above = slice(i) + 1;
    return above < slices && best[above] >= second[i];
  };
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(), dominated),
                   candidates.end());
}

bool equal(const Points& points, std::size_t a, std::size_t b) {
  return std::equal(points[a].begin(), points[a].end(), points[b].begin());
}

bool less(const Points& points, std::size_t a, std::size_t b) {
  return std::lexicographical_compare(points[a].begin(), points[a].end(), points[b].begin(),
                                      points[b].end());
}

/// Whether a is no worse than b for all. Without branches: parties are few.
bool covers(std::span<const double> a, std::span<const double> b) {
  bool all = true;
  for (std::size_t k = 0; k < a.size(); ++k) all = all & (a[k] >= b[k]);
  return all;
}

/// Positions 0, 1, ..., size - 1 sorted so that a package comes after all that dominate it, and
/// equals follow each other.
std::vector<std::uint32_t> best_first(const Points& points, bool by_sum) {
  std::vector<double> sums;
  if (by_sum) {
    // Rounding is monotone: who dominates has no smaller sum, in floating point as well.
    for (std::size_t i = 0; i < points.size(); ++i) {
      sums.push_back(std::accumulate(points[i].begin(), points[i].end(), 0.0));
    }
  }
  std::vector<std::uint32_t> order(points.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (by_sum && sums[a] != sums[b]) return sums[a] > sums[b];
    if (less(points, b, a)) return true;
    return !less(points, a, b) && a < b;
  });
  return order;
}

/// A sweep in descending order of the first party's value; the other two parties' values of what
/// was met form a staircase.
std::vector<char> stay_of_three(const Points& points) {
  std::vector<char> stays(points.size(), 0);
  std::map<double, double> stairs;  // second party's value to third's: one rises, the other falls
  std::uint32_t last = 0;
  bool any = false;
  for (const std::uint32_t i : best_first(points, false)) {
    if (any && equal(points, i, last)) {
      stays[i] = stays[last];
      continue;
    }
    last = i;
    any = true;
    const double second = points[i][1];
    const double third = points[i][2];
    auto step = stairs.lower_bound(second);
    if (step != stairs.end() && step->second >= third) continue;
    stays[i] = 1;
    if (step != stairs.end() && step->first == second) step = stairs.erase(step);
    while (step != stairs.begin() && std::prev(step)->second <= third) {
      step = stairs.erase(std::prev(step));
    }
    stairs.emplace_hint(step, second, third);
  }
  return stays;
}

/// Packages in descending order of their sums: whoever is dominated is so by one that stayed.
std::vector<char> stay_of_many(const Points& points) {
  std::vector<char> stays(points.size(), 0);
  std::vector<std::span<const double>> kept;
  std::uint32_t last = 0;
  bool any = false;
  for (const std::uint32_t i : best_first(points, true)) {
    if (any && equal(points, i, last)) {
      stays[i] = stays[last];
      continue;
    }
    last = i;
    any = true;
    const std::span<const double> mine = points[i];
    const auto beater = std::find_if(kept.begin(), kept.end(), [&](std::span<const double> other) {
      return covers(other, mine);
    });
    if (beater == kept.end()) {
      stays[i] = 1;
      kept.push_back(mine);
    } else {
      // Who beats one package beats many: the most successful are asked first.
      std::iter_swap(kept.begin() + (beater - kept.begin()) / 2, beater);
    }
  }
  return stays;
}

std::vector<char> stay_of(const Points& points) {
  return points.parties() == 3 ? stay_of_three(points) : stay_of_many(points);
}

/// Leaves in `candidates` what can still be on the frontier: an evenly drawn thousand of them
/// elects the few points that the others are held against. Exact: it removes dominated packages
/// only.
void drop_beaten_by_a_sample(Columns values, std::vector<std::uint32_t>& candidates) {
  constexpr std::size_t kSample = 1000;
  constexpr std::size_t kJudges = 32;
  if (candidates.size() < 10 * kSample) return;
  std::vector<std::uint32_t> sample;
  for (std::size_t i = 0; i < kSample; ++i) {
    sample.push_back(candidates[i * (candidates.size() / kSample)]);
  }
  const Points drawn(values, sample);
  const std::vector<char> stays = stay_of(drawn);
  std::vector<std::uint32_t> judges;
  for (const std::uint32_t i : best_first(drawn, true)) {
    if (stays[i] != 0 && judges.size() < kJudges) judges.push_back(i);
  }
  const auto beaten = [&](std::uint32_t package) {
    return std::any_of(judges.begin(), judges.end(), [&](std::uint32_t judge) {
      bool covered = true;
      bool worse = false;
      for (std::size_t k = 0; k < values.size(); ++k) {
        covered = covered & (drawn[judge][k] >= values[k][package]);
        worse = worse | (drawn[judge][k] > values[k][package]);
      }
      return covered && worse;
    });
  };
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(), beaten), candidates.end());
}

}  // namespace

template <class Value>
std::vector<std::uint32_t> two_party_frontier(std::span<const Value> first,
                                              std::span<const Value> second,
                                              std::vector<std::uint32_t> candidates) {
  drop_clearly_dominated(first, second, candidates);
  // The values themselves are sorted, not indices to them: four times faster on a million packages.
  struct Entry {
    Value first;
    Value second;
    std::uint32_t package;
  };
  std::vector<Entry> entries;
  entries.reserve(candidates.size());
  for (const std::uint32_t i : candidates) entries.push_back({first[i], second[i], i});
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    if (a.first != b.first) return a.first > b.first;
    if (a.second != b.second) return a.second > b.second;
    return a.package > b.package;  // the list is turned round at the end
  });
  std::vector<std::uint32_t> frontier;
  const Entry* last = nullptr;
  for (const Entry& entry : entries) {
    const bool same = last != nullptr && last->first == entry.first && last->second == entry.second;
    if (last != nullptr && !same && entry.second <= last->second) continue;
    frontier.push_back(entry.package);
    last = &entry;
  }
  std::reverse(frontier.begin(), frontier.end());
  return frontier;
}

std::vector<std::uint32_t> frontier(Columns values, std::vector<std::uint32_t> candidates) {
  MONAZITE_CHECK_GE(values.size(), std::size_t{2}, "a frontier needs two parties at least");
  for (const auto& column : values) {
    MONAZITE_CHECK_EQ(column.size(), values[0].size(), "all parties value the same packages");
  }
  if (values.size() == 2) {
    return two_party_frontier(values[0], values[1], std::move(candidates));
  }
  drop_beaten_by_a_sample(values, candidates);
  const Points points(values, candidates);
  const std::vector<char> stays = stay_of(points);
  std::vector<std::uint32_t> positions;
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    if (stays[i] != 0) positions.push_back(i);
  }
  std::stable_sort(positions.begin(), positions.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return less(points, a, b); });
  for (std::uint32_t& position : positions) position = candidates[position];
  return positions;
}

std::vector<std::uint32_t> distinct(Columns values, std::vector<std::uint32_t> packages) {
  packages.erase(std::unique(packages.begin(), packages.end(),
                             [&](std::uint32_t a, std::uint32_t b) {
                               return std::all_of(
                                   values.begin(), values.end(),
                                   [&](const auto& column) { return column[a] == column[b]; });
                             }),
                 packages.end());
  return packages;
}

template std::vector<std::uint32_t> two_party_frontier(std::span<const float>,
                                                       std::span<const float>,
                                                       std::vector<std::uint32_t>);
template std::vector<std::uint32_t> two_party_frontier(std::span<const double>,
                                                       std::span<const double>,
                                                       std::vector<std::uint32_t>);

}  // namespace monazite::preferences
