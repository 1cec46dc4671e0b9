#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include <agents/preferences/analysis.hpp>
#include <agents/preferences/frontier.hpp>
#include <agents/preferences/opposition.hpp>
#include <agents/preferences/solution_points.hpp>
#include <protocol/base/check.hpp>

namespace monazite::preferences {
namespace {

using Packages = std::vector<std::uint32_t>;

struct Named {
  Definitions definitions;
  std::string_view name;
};
constexpr std::array<Named, 4> kNames{{{Definitions::kMonazite, "monazite"},
                                       {Definitions::kNegmas, "negmas"},
                                       {Definitions::kGenius, "genius"},
                                       {Definitions::kNegolog, "negolog"}}};

Packages everything(std::size_t size) {
  Packages all(size);
  std::iota(all.begin(), all.end(), 0U);
  return all;
}

Packages rational_packages(const Payoffs& payoffs) {
  Packages rational;
  for (std::size_t i = 0; i < payoffs.size(); ++i) {
    if (payoffs.rational(i)) rational.push_back(static_cast<std::uint32_t>(i));
  }
  return rational;
}

/// In descending order of the sum of utilities, equal sums in the order they have.
void sort_by_sum(const Payoffs& payoffs, Packages& packages) {
  const auto sum = [&](std::uint32_t i) {
    double total = 0;
    for (const auto& values : payoffs.values) total += values[i];
    return total;
  };
  std::stable_sort(packages.begin(), packages.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return sum(a) > sum(b); });
}

/// Over rational packages. Nobody is further from the ideal than who he is dominated by, so that
/// the frontier decides, unless a party's best is worth nothing or less to it.
double rational_opposition(const Payoffs& payoffs, const Analysis& analysis) {
  const auto& highest = analysis.ranges.highest;
  const bool positive = std::all_of(highest.begin(), highest.end(), [](double m) { return m > 0; });
  return opposition(payoffs, positive ? analysis.frontier : rational_packages(payoffs), highest);
}

void analyse_as_monazite(const Payoffs& payoffs, Analysis& out) {
  for (std::size_t k = 0; k < payoffs.parties(); ++k) {
    const double reservation = payoffs.reservations[k];
    out.disagreement.push_back(std::isfinite(reservation) ? reservation : out.ranges.lowest[k]);
  }
  out.frontier = frontier(payoffs.columns(), rational_packages(payoffs));
  const Points points(payoffs.columns(), out.frontier);
  const auto& d = out.disagreement;
  out.points = {
      {"nash", "max prod(u - d)", nash(points, d, 0)},
      {"kalai", "leximin (u - d)", egalitarian_leximin(points, d)},
      {"kalai_smorodinsky", "leximin (u - d)/(m - d)", kalai_smorodinsky_leximin(points, d)},
      {"max_welfare", "max sum(u - d)", welfare(points, d, 0)}};
  out.opposition = rational_opposition(payoffs, out);
}

void analyse_as_negmas(const Payoffs& payoffs, Analysis& out) {
  const auto& [lowest, highest] = out.ranges;
  std::vector<double> relative;  // what a unit of relative welfare is
  bool nothing_to_gain = false;
  bool flat = false;
  for (std::size_t k = 0; k < payoffs.parties(); ++k) {
    const double reservation = payoffs.reservations[k];
    out.disagreement.push_back(std::isfinite(reservation) && reservation >= lowest[k] ? reservation
                                                                                      : lowest[k]);
    relative.push_back(highest[k] - std::max(reservation, lowest[k]));
    nothing_to_gain = nothing_to_gain || highest[k] - out.disagreement[k] <= kTie;
    flat = flat || highest[k] - lowest[k] <= kTie;
  }
  out.frontier =
      distinct(payoffs.columns(), frontier(payoffs.columns(), rational_packages(payoffs)));
  sort_by_sum(payoffs, out.frontier);
  const Points points(payoffs.columns(), out.frontier);
  const auto& d = out.disagreement;
  const std::vector<double> zero(payoffs.parties(), 0.0);
  Packages all = out.frontier;
  std::sort(all.begin(), all.end());
  const auto unless = [&](bool degenerate, Packages packages) {
    return degenerate ? all : std::move(packages);
  };
  out.points = {
      {"nash", "max prod(u - d)", unless(nothing_to_gain, nash(points, d))},
      {"kalai", "max min(u - d)", unless(nothing_to_gain, egalitarian(points, d))},
      {"kalai_smorodinsky", "min spread of (u - d)/(max - d)",
       unless(nothing_to_gain, most_even_shares(points, d, highest))},
      {"max_welfare", "max sum(u)", unless(flat, welfare(points, zero))},
      {"modified_kalai", "max min(u)", unless(nothing_to_gain, egalitarian(points, zero))},
      {"modified_kalai_smorodinsky", "min spread of u/max",
       unless(nothing_to_gain, most_even_shares(points, zero, highest))},
      {"max_relative_welfare", "max sum((u - min)/(max - d))",
       unless(flat, relative_welfare(points, lowest, relative))}};
  out.opposition = rational_opposition(payoffs, out);
}

void analyse_as_genius(const Payoffs& payoffs, Analysis& out) {
  for (const double reservation : payoffs.reservations) {
    out.disagreement.push_back(std::isfinite(reservation) ? reservation : 0);
  }
  out.frontier = frontier(payoffs.columns(), everything(payoffs.size()));
  const Points points(payoffs.columns(), out.frontier);
  const std::vector<double> zero(payoffs.parties(), 0.0);
  out.points = {{"nash", "max prod(u - rv)", nash(points, out.disagreement)},
                {"kalai", "max min(u - rv) [not Genius']", egalitarian(points, out.disagreement)},
                {"kalai_smorodinsky", "min sum|ui - uj|", most_even_utilities(points)},
                {"max_welfare", "max sum(u) [not Genius']", welfare(points, zero)}};
  out.opposition = distance_to_ones(payoffs, everything(payoffs.size()));
}

void analyse_as_negolog(const Payoffs& payoffs, Analysis& out) {
  out.disagreement.assign(payoffs.parties(), 0.0);
  out.frontier = frontier(payoffs.columns(), everything(payoffs.size()));
  // NegoLog looks among all bids. With utilities of 0 and more, product and sum are largest on the
  // frontier as well; of bids with the same product the dominated ones are left out here.
  const Points points(payoffs.columns(), out.frontier);
  const auto& zero = out.disagreement;
  out.points = {{"nash", "max prod(u)", nash(points, zero)},
                {"kalai", "max sum(u)", welfare(points, zero)},
                {"kalai_smorodinsky", "min spread of u/max [not NegoLog's]",
                 most_even_shares(points, zero, out.ranges.highest)},
                {"max_welfare", "max sum(u)", welfare(points, zero)}};
  // Its Kalai point is the first that it meets.
  out.opposition = distance_to_ones(payoffs, {out.find("kalai")->packages.data(), 1});
}

}  // namespace

std::string_view name_of(Definitions definitions) {
  const auto* found = std::find_if(kNames.begin(), kNames.end(), [&](const Named& named) {
    return named.definitions == definitions;
  });
  return found->name;
}

std::optional<Definitions> definitions_named(std::string_view name) {
  const auto* found = std::find_if(kNames.begin(), kNames.end(),
                                   [&](const Named& named) { return named.name == name; });
  if (found == kNames.end()) return std::nullopt;
  return found->definitions;
}

const SolutionPoint* Analysis::find(std::string_view name) const {
  const auto found = std::find_if(points.begin(), points.end(),
                                  [&](const SolutionPoint& point) { return point.name == name; });
  return found == points.end() ? nullptr : &*found;
}

Analysis analyse(const Payoffs& payoffs, Definitions definitions) {
  MONAZITE_CHECK_GE(payoffs.parties(), std::size_t{2}, "an analysis needs two parties at least");
  MONAZITE_CHECK_EQ(payoffs.parties(), payoffs.reservations.size(),
                    "each party has a reservation value");
  Analysis out;
  out.definitions = definitions;
  out.ranges = ranges_of(payoffs);
  out.rational_fraction = rational_fraction(payoffs);
  switch (definitions) {
    case Definitions::kMonazite:
      analyse_as_monazite(payoffs, out);
      break;
    case Definitions::kNegmas:
      analyse_as_negmas(payoffs, out);
      break;
    case Definitions::kGenius:
      analyse_as_genius(payoffs, out);
      break;
    case Definitions::kNegolog:
      analyse_as_negolog(payoffs, out);
      break;
  }
  return out;
}

double distance(const Payoffs& payoffs, std::span<const std::uint32_t> packages,
                std::span<const double> from) {
  MONAZITE_CHECK_EQ(payoffs.parties(), from.size(), "a point has a value for each party");
  double nearest = std::numeric_limits<double>::infinity();
  for (const std::uint32_t i : packages) {
    double squares = 0;
    for (std::size_t k = 0; k < from.size(); ++k) {
      const double apart = payoffs.values[k][i] - from[k];
      squares += apart * apart;
    }
    nearest = std::min(nearest, squares);
  }
  return std::sqrt(nearest);
}

}  // namespace monazite::preferences
