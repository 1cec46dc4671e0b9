#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <agents/preferences/points.hpp>

/// Bargaining solutions on a finite set of points, for any number of parties: one function for each
/// definition that is in use, whoever uses it (docs/analysis.md says who, and under which name).
/// Each gives the packages of all maximisers in enumeration order, and nothing for no points.
///
/// u is a point, d the disagreement point (one value per party), m the largest value of each party
/// among the points, `ideal` the largest over all outcomes.
namespace monazite::preferences {

/// Points whose score is this close to the best are maximisers too, as in NegMAS. It is absolute,
/// and so meant for utilities of the order of 1.
constexpr double kTie = 1e-12;

/// argmax prod_k (u_k - d_k): Nash (1950). All parties' gains are multiplied as they are, negative
/// ones too: who wants rational points alone gives those alone.
[[nodiscard]] std::vector<std::uint32_t> nash(const Points& points, std::span<const double> d,
                                              double tolerance = kTie);

/// argmax min_k (u_k - d_k): the egalitarian solution (Kalai 1977), weakly. Of packages with the
/// same smallest gain all are given.
[[nodiscard]] std::vector<std::uint32_t> egalitarian(const Points& points,
                                                     std::span<const double> d,
                                                     double tolerance = kTie);

/// The same by leximin: packages with the same smallest gain are told apart by the next smallest,
/// and so on (Imai 1983; Chun and Peters 1988). Compared exactly.
[[nodiscard]] std::vector<std::uint32_t> egalitarian_leximin(const Points& points,
                                                             std::span<const double> d);

/// leximin of (u_k - d_k) / (m_k - d_k): Kalai and Smorodinsky (1975) on a finite set. A party that
/// can gain nothing (m_k <= d_k) does not count. Compared exactly.
[[nodiscard]] std::vector<std::uint32_t> kalai_smorodinsky_leximin(const Points& points,
                                                                   std::span<const double> d);

/// argmin (max_k s_k - min_k s_k) with s_k = (u_k - d_k) / (ideal_k - d_k): the most even shares of
/// what each could gain at best. NegMAS' "ks"; with d = 0 its "modified ks". A party that can gain
/// nothing has its gain undivided.
[[nodiscard]] std::vector<std::uint32_t> most_even_shares(const Points& points,
                                                          std::span<const double> d,
                                                          std::span<const double> ideal,
                                                          double tolerance = kTie);

/// argmin sum over pairs |u_i - u_j|: what Genius calls Kalai-Smorodinsky.
[[nodiscard]] std::vector<std::uint32_t> most_even_utilities(const Points& points,
                                                             double tolerance = kTie);

/// argmax sum_k (u_k - d_k), utilitarian: with d = 0 NegMAS' max_welfare and what NegoLog calls
/// Kalai.
[[nodiscard]] std::vector<std::uint32_t> welfare(const Points& points, std::span<const double> d,
                                                 double tolerance = kTie);

/// argmax sum_k (u_k - lowest_k) / range_k: NegMAS' max_relative_welfare, which has lowest_k the
/// lowest utility and range_k = highest_k - max(reservation_k, lowest_k).
[[nodiscard]] std::vector<std::uint32_t> relative_welfare(const Points& points,
                                                          std::span<const double> lowest,
                                                          std::span<const double> range,
                                                          double tolerance = kTie);

}  // namespace monazite::preferences
