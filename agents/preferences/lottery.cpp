#include <algorithm>

#include <agents/preferences/lottery.hpp>
#include <protocol/base/check.hpp>

namespace monazite::preferences {
namespace {

using Point = std::array<double, 2>;

Point point_of(const Payoffs& payoffs, std::uint32_t package) {
  return {payoffs.values[0][package], payoffs.values[1][package]};
}

/// Share `t` of the way from a to b, exact at both ends.
Lottery mix(const Payoffs& payoffs, std::uint32_t a, std::uint32_t b, double t) {
  if (t <= 0) return {a, a, 1, point_of(payoffs, a)};
  if (t >= 1) return {b, b, 1, point_of(payoffs, b)};
  const Point from = point_of(payoffs, a);
  const Point to = point_of(payoffs, b);
  return {a, b, 1 - t, {(1 - t) * from[0] + t * to[0], (1 - t) * from[1] + t * to[1]}};
}

/// Where on the line scale[0] * (u1 - d1) = scale[1] * (u2 - d2). The left side grows along it and
/// the right side falls: there is one such place, or an end is the closest.
Lottery balanced(const Payoffs& payoffs, const std::vector<std::uint32_t>& corners,
                 std::span<const double> d, const Point& scale) {
  const auto excess = [&](std::uint32_t package) {
    const Point u = point_of(payoffs, package);
    return scale[0] * (u[0] - d[0]) - scale[1] * (u[1] - d[1]);
  };
  if (excess(corners.front()) >= 0) return mix(payoffs, corners.front(), corners.front(), 0);
  for (std::size_t i = 1; i < corners.size(); ++i) {
    const double before = excess(corners[i - 1]);
    const double after = excess(corners[i]);
    if (after >= 0) return mix(payoffs, corners[i - 1], corners[i], before / (before - after));
  }
  return mix(payoffs, corners.back(), corners.back(), 0);
}

/// Along a segment the product is a parabola that opens downwards: its top, or the nearer end.
Lottery best_product(const Payoffs& payoffs, const std::vector<std::uint32_t>& corners,
                     std::span<const double> d) {
  const auto product = [&](const Lottery& lottery) {
    return (lottery.values[0] - d[0]) * (lottery.values[1] - d[1]);
  };
  Lottery best = mix(payoffs, corners.front(), corners.front(), 0);
  for (std::size_t i = 1; i < corners.size(); ++i) {
    const Point a = point_of(payoffs, corners[i - 1]);
    const Point b = point_of(payoffs, corners[i]);
    const double rise = b[0] - a[0];  // > 0
    const double fall = a[1] - b[1];  // > 0
    const double t = (rise * (a[1] - d[1]) - fall * (a[0] - d[0])) / (2 * rise * fall);
    const Lottery mine = mix(payoffs, corners[i - 1], corners[i], std::clamp(t, 0.0, 1.0));
    if (product(mine) > product(best)) best = mine;
  }
  return best;
}

}  // namespace

std::vector<std::uint32_t> hull(const Payoffs& payoffs, std::span<const std::uint32_t> frontier) {
  MONAZITE_CHECK_EQ(payoffs.parties(), std::size_t{2}, "lotteries are over what two parties gain");
  std::vector<std::uint32_t> sorted(frontier.begin(), frontier.end());
  std::sort(sorted.begin(), sorted.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Point u = point_of(payoffs, a);
    const Point v = point_of(payoffs, b);
    return u < v || (u == v && a < b);
  });
  std::vector<std::uint32_t> corners;
  for (const std::uint32_t package : sorted) {
    const Point c = point_of(payoffs, package);
    if (!corners.empty() && point_of(payoffs, corners.back()) == c) continue;
    while (corners.size() >= 2) {
      const Point a = point_of(payoffs, corners[corners.size() - 2]);
      const Point b = point_of(payoffs, corners.back());
      const double turn = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
      if (turn < 0) break;  // to the right: b is a corner
      corners.pop_back();
    }
    corners.push_back(package);
  }
  return corners;
}

std::optional<LotterySolutions> lottery_solutions(const Payoffs& payoffs,
                                                  std::span<const std::uint32_t> frontier,
                                                  std::span<const double> disagreement) {
  if (frontier.empty()) return std::nullopt;
  const std::vector<std::uint32_t> corners = hull(payoffs, frontier);
  const double most_first = point_of(payoffs, corners.back())[0] - disagreement[0];
  const double most_second = point_of(payoffs, corners.front())[1] - disagreement[1];
  LotterySolutions out;
  out.nash = best_product(payoffs, corners, disagreement);
  out.kalai = balanced(payoffs, corners, disagreement, {1, 1});
  // Who can gain nothing does not count (analysis.hpp): the other takes what there is.
  out.kalai_smorodinsky =
      most_first > 0 && most_second > 0
          ? balanced(payoffs, corners, disagreement, {1 / most_first, 1 / most_second})
          : mix(payoffs, most_first > 0 ? corners.back() : corners.front(), corners.front(), 0);
  const auto sum = [&](std::uint32_t package) {
    const Point u = point_of(payoffs, package);
    return u[0] + u[1];
  };
  const auto richest =
      std::max_element(corners.begin(), corners.end(),
                       [&](std::uint32_t a, std::uint32_t b) { return sum(a) < sum(b); });
  out.max_welfare = mix(payoffs, *richest, *richest, 0);
  return out;
}

}  // namespace monazite::preferences
