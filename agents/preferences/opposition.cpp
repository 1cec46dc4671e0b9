#include <cmath>
#include <limits>

#include <agents/preferences/opposition.hpp>
#include <agents/preferences/pair_counts.hpp>
#include <protocol/base/check.hpp>

namespace monazite::preferences {
namespace {

template <class Shortfall>
double shortest(std::span<const std::uint32_t> packages, std::size_t parties, Shortfall shortfall) {
  double nearest = std::numeric_limits<double>::infinity();
  for (const std::uint32_t i : packages) {
    double squares = 0;
    for (std::size_t k = 0; k < parties; ++k) {
      const double missing = shortfall(k, i);
      squares += missing * missing;
    }
    nearest = std::min(nearest, squares);
  }
  return std::sqrt(nearest);
}

}  // namespace

double opposition(const Payoffs& payoffs, std::span<const std::uint32_t> packages,
                  std::span<const double> highest) {
  MONAZITE_CHECK_EQ(payoffs.parties(), highest.size(), "each party has a highest value");
  return shortest(packages, payoffs.parties(), [&](std::size_t k, std::uint32_t i) {
    return 1 - payoffs.values[k][i] / (highest[k] == 0 ? 1 : highest[k]);
  });
}

double distance_to_ones(const Payoffs& payoffs, std::span<const std::uint32_t> packages) {
  return shortest(packages, payoffs.parties(),
                  [&](std::size_t k, std::uint32_t i) { return 1 - payoffs.values[k][i]; });
}

double rational_fraction(const Payoffs& payoffs) {
  std::size_t wanted = 0;
  for (std::size_t i = 0; i < payoffs.size(); ++i) {
    bool all = true;
    for (std::size_t k = 0; k < payoffs.parties(); ++k) {
      all = all & (payoffs.values[k][i] > payoffs.reservations[k]);
    }
    wanted += all ? 1 : 0;
  }
  return static_cast<double>(wanted) / static_cast<double>(payoffs.size());
}

double conflict(std::span<const double> first, std::span<const double> second) {
  const PairCounts pairs = count_pairs(first, second);
  const std::uint64_t counted = pairs.all - pairs.tied_both;
  return counted == 0 ? 1 : static_cast<double>(pairs.discordant) / static_cast<double>(counted);
}

}  // namespace monazite::preferences
