#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <agents/preferences/points.hpp>

namespace monazite::preferences {

/// The Pareto frontier of `candidates` (packages in ascending order): those that no other candidate
/// beats for one party without being worse for another. There is no tolerance: of two packages that
/// are 1e-15 apart both stay, and packages worth the same to all appear all. In ascending order of
/// the first party's value, then the second's and so on; equals in enumeration order.
///
/// Two parties O(n log n) at worst and close to O(n) on clouds that are not themselves a frontier;
/// three parties O(n log n) (Kung, Luccio and Preparata 1975); four and more O(n f) for a frontier
/// of f packages (a sorted filter: Chomicki, Godfrey, Gryz and Liang 2003).
[[nodiscard]] std::vector<std::uint32_t> frontier(Columns values,
                                                  std::vector<std::uint32_t> candidates);

/// The same for two parties, in float or double.
template <class Value>
[[nodiscard]] std::vector<std::uint32_t> two_party_frontier(std::span<const Value> first,
                                                            std::span<const Value> second,
                                                            std::vector<std::uint32_t> candidates);

/// `packages`, ordered as frontier() orders them, with only the first of each group of equals.
[[nodiscard]] std::vector<std::uint32_t> distinct(Columns values,
                                                  std::vector<std::uint32_t> packages);

extern template std::vector<std::uint32_t> two_party_frontier(std::span<const float>,
                                                              std::span<const float>,
                                                              std::vector<std::uint32_t>);
extern template std::vector<std::uint32_t> two_party_frontier(std::span<const double>,
                                                              std::span<const double>,
                                                              std::vector<std::uint32_t>);

}  // namespace monazite::preferences
