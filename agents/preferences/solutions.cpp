#include <algorithm>

#include <agents/preferences/solutions.hpp>
#include <protocol/base/check.hpp>

namespace monazite::preferences {
namespace {

/// Leaves in `candidates` what can still be on the frontier. Packages are sorted into slices by the
/// first party's value; whoever gives the second party no more than some package of a higher slice
/// gives the first one less and is dominated. Exact: it removes dominated packages only.
template <class Value>
void drop_clearly_dominated(const Cloud<Value>& cloud, std::vector<std::uint32_t>& candidates) {
  constexpr std::size_t kFewest = 64;
  if (candidates.size() < kFewest) return;
  double lowest = std::numeric_limits<double>::infinity();
  double highest = -lowest;
  for (const std::uint32_t i : candidates) {
    lowest = std::min(lowest, static_cast<double>(cloud.first[i]));
    highest = std::max(highest, static_cast<double>(cloud.first[i]));
  }
  const std::size_t slices = std::min<std::size_t>(4096, candidates.size() / 8);
  const double scale = static_cast<double>(slices - 1) / (highest - lowest);
  if (!std::isfinite(scale) || !(scale > 0)) return;  // one value only, or next to it
  const auto slice = [&](std::uint32_t i) {
    return static_cast<std::size_t>((static_cast<double>(cloud.first[i]) - lowest) * scale);
  };
  constexpr Value kNone = std::numeric_limits<Value>::lowest();
  // best[s]: most that any package of slice s or a higher one gives to the second party
  std::vector<Value> best(slices + 1, kNone);
  for (const std::uint32_t i : candidates) {
    Value& top = best[slice(i)];
    top = std::max(top, cloud.second[i]);
  }
  for (std::size_t s = slices; s-- > 0;) best[s] = std::max(best[s], best[s + 1]);
  const auto dominated = [&](std::uint32_t i) {
    const std::size_t above = slice(i) + 1;
    return above < slices && best[above] >= cloud.second[i];
  };
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(), dominated),
                   candidates.end());
}

template <class Value>
std::vector<std::uint32_t> frontier_of(const Cloud<Value>& cloud,
                                       std::vector<std::uint32_t> candidates) {
  drop_clearly_dominated(cloud, candidates);
  // The values themselves are sorted, not indices to them: four times faster on a million packages.
  struct Entry {
    Value first;
    Value second;
    std::uint32_t package;
  };
  std::vector<Entry> entries;
  entries.reserve(candidates.size());
  for (const std::uint32_t i : candidates) entries.push_back({cloud.first[i], cloud.second[i], i});
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

template <class Value>
void check_sizes(const Cloud<Value>& cloud) {
  MONAZITE_CHECK_EQ(cloud.first.size(), cloud.second.size(),
                    "both parties value the same packages");
  MONAZITE_CHECK(cloud.allowed.empty() || cloud.allowed.size() == cloud.first.size(),
                 "a mask covers all packages or is empty");
  MONAZITE_CHECK(cloud.size() <= std::numeric_limits<std::uint32_t>::max(),
                 "packages are numbered with 32 bits");
}

/// All points with the largest key, in enumeration order. `key` gives something with operator<.
template <class Key>
std::vector<std::uint32_t> all_maximisers(const std::vector<std::uint32_t>& points, Key key) {
  if (points.empty()) return {};
  std::vector<std::uint32_t> best;
  auto top = key(points.front());
  for (const std::uint32_t i : points) {
    const auto mine = key(i);
    if (mine < top) continue;
    if (top < mine) {
      best.clear();
      top = mine;
    }
    best.push_back(i);
  }
  std::sort(best.begin(), best.end());
  return best;
}

/// Two gains compared by the smaller first, then by the larger.
std::pair<double, double> leximin(double a, double b) {
  return a < b ? std::pair{a, b} : std::pair{b, a};
}

}  // namespace

template <class Value>
std::vector<std::uint32_t> pareto_frontier(const Cloud<Value>& cloud) {
  check_sizes(cloud);
  std::vector<std::uint32_t> candidates;
  candidates.reserve(cloud.size());
  for (std::size_t i = 0; i < cloud.size(); ++i) {
    if (cloud.allowed.empty() || cloud.allowed[i] != 0) {
      candidates.push_back(static_cast<std::uint32_t>(i));
    }
  }
  return frontier_of(cloud, std::move(candidates));
}

template <class Value>
std::vector<std::uint32_t> zone_frontier(const Cloud<Value>& cloud) {
  check_sizes(cloud);
  std::vector<std::uint32_t> candidates;
  for (std::size_t i = 0; i < cloud.size(); ++i) {
    if (cloud.in_zone(i)) candidates.push_back(static_cast<std::uint32_t>(i));
  }
  return frontier_of(cloud, std::move(candidates));
}

template <class Value>
Solutions solve(const Cloud<Value>& cloud) {
  Solutions out;
  out.frontier = zone_frontier(cloud);
  if (out.frontier.empty()) return out;
  const double first_best = cloud.first_gain(out.frontier.back());
  const double second_best = cloud.second_gain(out.frontier.front());
  const auto share = [](double gain, double best) { return best > 0 ? gain / best : 1.0; };
  out.nash = all_maximisers(
      out.frontier, [&](std::uint32_t i) { return cloud.first_gain(i) * cloud.second_gain(i); });
  out.kalai_smorodinsky = all_maximisers(out.frontier, [&](std::uint32_t i) {
    return leximin(share(cloud.first_gain(i), first_best),
                   share(cloud.second_gain(i), second_best));
  });
  out.egalitarian = all_maximisers(out.frontier, [&](std::uint32_t i) {
    return leximin(cloud.first_gain(i), cloud.second_gain(i));
  });
  out.welfare = all_maximisers(
      out.frontier, [&](std::uint32_t i) { return cloud.first_gain(i) + cloud.second_gain(i); });
  return out;
}

double rubinstein_weight(double first_delta, double second_delta) {
  MONAZITE_CHECK(first_delta > 0 && first_delta <= 1 && second_delta > 0 && second_delta <= 1,
                 "a discount factor lies in (0, 1]");
  const double first_haste = -std::log(first_delta);
  const double second_haste = -std::log(second_delta);
  if (first_haste == 0 && second_haste == 0) return 0.5;
  return second_haste / (first_haste + second_haste);
}

template <class Value>
std::vector<std::uint32_t> rubinstein(const Cloud<Value>& cloud, double first_delta,
                                      double second_delta) {
  const double a = rubinstein_weight(first_delta, second_delta);
  return all_maximisers(zone_frontier(cloud), [&](std::uint32_t i) {
    return std::pow(cloud.first_gain(i), a) * std::pow(cloud.second_gain(i), 1 - a);
  });
}

template <class Value>
std::optional<double> distance(const Cloud<Value>& cloud, std::span<const std::uint32_t> points,
                               double first_value, double second_value) {
  if (points.empty()) return std::nullopt;
  double nearest = std::numeric_limits<double>::infinity();
  for (const std::uint32_t i : points) {
    nearest = std::min(nearest, std::hypot(static_cast<double>(cloud.first[i]) - first_value,
                                           static_cast<double>(cloud.second[i]) - second_value));
  }
  return nearest;
}

template std::vector<std::uint32_t> pareto_frontier(const Cloud<float>&);
template std::vector<std::uint32_t> pareto_frontier(const Cloud<double>&);
template std::vector<std::uint32_t> zone_frontier(const Cloud<float>&);
template std::vector<std::uint32_t> zone_frontier(const Cloud<double>&);
template Solutions solve(const Cloud<float>&);
template Solutions solve(const Cloud<double>&);
template std::vector<std::uint32_t> rubinstein(const Cloud<float>&, double, double);
template std::vector<std::uint32_t> rubinstein(const Cloud<double>&, double, double);
template std::optional<double> distance(const Cloud<float>&, std::span<const std::uint32_t>, double,
                                        double);
template std::optional<double> distance(const Cloud<double>&, std::span<const std::uint32_t>,
                                        double, double);

}  // namespace monazite::preferences
