#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace monazite::preferences {

/// What two parties have to gain from the same list of packages. A view: whoever makes it keeps the
/// arrays alive. `first[i]` and `second[i]` are the values of package i to the two parties, in M
/// (million USD) in this project, in any cardinal scale elsewhere; all of them finite. `Value` is
/// float or double; differences are always taken in double.
template <class Value>
struct Cloud {
  std::span<const Value> first;
  std::span<const Value> second;
  double first_reservation = 0;   ///< value of no deal to the first party, same unit
  double second_reservation = 0;  ///< and to the second
  /// Which packages may be chosen at all (1) or not (0), for example because both homes would clear
  /// them. Empty: all of them.
  std::span<const std::uint8_t> allowed = {};

  [[nodiscard]] std::size_t size() const { return first.size(); }
  [[nodiscard]] double first_gain(std::size_t i) const {
    return static_cast<double>(first[i]) - first_reservation;
  }
  [[nodiscard]] double second_gain(std::size_t i) const {
    return static_cast<double>(second[i]) - second_reservation;
  }
  /// Individually rational: allowed, and nobody is worse off than without a deal.
  [[nodiscard]] bool in_zone(std::size_t i) const {
    return (allowed.empty() || allowed[i] != 0) && first_gain(i) >= 0 && second_gain(i) >= 0;
  }
};

/// Packages of `cloud` that no other allowed package beats for one party without being worse for
/// the other, reservation values left aside. In ascending order of the first party's value;
/// packages that are worth the same to both appear all, in enumeration order. O(n log n) at worst,
/// close to O(n) on clouds that are not themselves a frontier (10^6 packages: tens of
/// milliseconds).
template <class Value>
[[nodiscard]] std::vector<std::uint32_t> pareto_frontier(const Cloud<Value>& cloud);

/// The same among individually rational packages only: the contract curve. Empty when there is no
/// zone of agreement.
template <class Value>
[[nodiscard]] std::vector<std::uint32_t> zone_frontier(const Cloud<Value>& cloud);

/// Bargaining solutions on a finite set of packages. Each is a list of all maximisers in
/// enumeration order, so front() breaks ties as everything else here does. All lists are empty when
/// no package is individually rational. With d the reservation values and g = value - d the gains:
///
///   nash               argmax g1 * g2                          Nash (1950)
///   kalai_smorodinsky  argmax min(g1/m1, g2/m2), m the largest gain of each in the zone
///                                                              Kalai and Smorodinsky (1975)
///   egalitarian        argmax min(g1, g2)                      Kalai (1977)
///   welfare            argmax g1 + g2 (utilitarian)
///
/// Departures that a finite set needs: every solution lies on the frontier of the zone (so that a
/// product of 0, when nobody can gain anything, does not pick a dominated package); packages with
/// the same smaller gain are told apart by the larger one (leximin; Imai 1983 for
/// Kalai-Smorodinsky); a party that can gain nothing (m = 0) does not count in Kalai-Smorodinsky.
struct Solutions {
  std::vector<std::uint32_t> frontier;  ///< of the zone, as zone_frontier() gives it
  std::vector<std::uint32_t> nash;
  std::vector<std::uint32_t> kalai_smorodinsky;
  std::vector<std::uint32_t> egalitarian;
  std::vector<std::uint32_t> welfare;

  [[nodiscard]] bool empty() const { return frontier.empty(); }
};

template <class Value>
[[nodiscard]] Solutions solve(const Cloud<Value>& cloud);

/// Share of the first party's weight in the split of Rubinstein (1982) as the time between offers
/// goes to nothing: gains stand to each other as -1/ln(delta) of the two, so the patient one gets
/// more. `delta` is what a gain is worth one period later, in (0, 1]; 1 is without end patient and
/// takes all, two such share evenly.
[[nodiscard]] double rubinstein_weight(double first_delta, double second_delta);

/// The package that this split selects: argmax g1^a * g2^(1-a) on the frontier of the zone with
/// a = rubinstein_weight() (Binmore, Rubinstein and Wolinsky 1986: the limit of the alternating
/// offers is this weighted Nash product; on a straight frontier the gains have exactly the stated
/// ratio). All maximisers in enumeration order; empty when there is no zone.
template <class Value>
[[nodiscard]] std::vector<std::uint32_t> rubinstein(const Cloud<Value>& cloud, double first_delta,
                                                    double second_delta);

/// Euclidean distance, in the unit of the values, from a pair of values to the nearest of `points`
/// (indices into `cloud`): to a frontier, or to the Nash points. Nothing when there is no point.
template <class Value>
[[nodiscard]] std::optional<double> distance(const Cloud<Value>& cloud,
                                             std::span<const std::uint32_t> points,
                                             double first_value, double second_value);

extern template std::vector<std::uint32_t> pareto_frontier(const Cloud<float>&);
extern template std::vector<std::uint32_t> pareto_frontier(const Cloud<double>&);
extern template std::vector<std::uint32_t> zone_frontier(const Cloud<float>&);
extern template std::vector<std::uint32_t> zone_frontier(const Cloud<double>&);
extern template Solutions solve(const Cloud<float>&);
extern template Solutions solve(const Cloud<double>&);
extern template std::vector<std::uint32_t> rubinstein(const Cloud<float>&, double, double);
extern template std::vector<std::uint32_t> rubinstein(const Cloud<double>&, double, double);
extern template std::optional<double> distance(const Cloud<float>&, std::span<const std::uint32_t>,
                                               double, double);
extern template std::optional<double> distance(const Cloud<double>&, std::span<const std::uint32_t>,
                                               double, double);

}  // namespace monazite::preferences
