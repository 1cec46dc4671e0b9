#include <array>

#include <agents/preferences/frontier.hpp>
#include <agents/preferences/solution_points.hpp>
#include <agents/preferences/solutions.hpp>
#include <protocol/base/check.hpp>

namespace monazite::preferences {
namespace {

template <class Value>
void check_sizes(const Cloud<Value>& cloud) {
  MONAZITE_CHECK_EQ(cloud.first.size(), cloud.second.size(),
                    "both parties value the same packages");
  MONAZITE_CHECK(cloud.allowed.empty() || cloud.allowed.size() == cloud.first.size(),
                 "a mask covers all packages or is empty");
  MONAZITE_CHECK(cloud.size() <= std::numeric_limits<std::uint32_t>::max(),
                 "packages are numbered with 32 bits");
}

/// The frontier of the zone with its values.
template <class Value>
Points points_of(const Cloud<Value>& cloud, const std::vector<std::uint32_t>& frontier) {
  return {2, frontier, [&](std::size_t party, std::uint32_t i) {
            return static_cast<double>(party == 0 ? cloud.first[i] : cloud.second[i]);
          }};
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
  return two_party_frontier(cloud.first, cloud.second, std::move(candidates));
}

template <class Value>
std::vector<std::uint32_t> zone_frontier(const Cloud<Value>& cloud) {
  check_sizes(cloud);
  std::vector<std::uint32_t> candidates;
  for (std::size_t i = 0; i < cloud.size(); ++i) {
    if (cloud.in_zone(i)) candidates.push_back(static_cast<std::uint32_t>(i));
  }
  return two_party_frontier(cloud.first, cloud.second, std::move(candidates));
}

template <class Value>
Solutions solve(const Cloud<Value>& cloud) {
  Solutions out;
  out.frontier = zone_frontier(cloud);
  if (out.frontier.empty()) return out;
  const Points points = points_of(cloud, out.frontier);
  const std::array<double, 2> d{cloud.first_reservation, cloud.second_reservation};
  out.nash = nash(points, d, 0);
  out.kalai_smorodinsky = kalai_smorodinsky_leximin(points, d);
  out.egalitarian = egalitarian_leximin(points, d);
  out.welfare = welfare(points, d, 0);
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
  const std::vector<std::uint32_t> frontier = zone_frontier(cloud);
  return maximisers(points_of(cloud, frontier), 0, [&](std::span<const double> u) {
    return std::pow(u[0] - cloud.first_reservation, a) *
           std::pow(u[1] - cloud.second_reservation, 1 - a);
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
