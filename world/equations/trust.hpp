#pragma once

#include <world/equations/parameters.hpp>

namespace monazite::equations {

/// What one side believes of the other's promises: a Beta posterior with counts of promises kept
/// and broken (Josang and Ismail 2002), which forgets towards a part of its prior.
struct TrustCounts {
  double kept = 0;
  double broken = 0;

  /// Expected share of promises kept, 0 to 1.
  [[nodiscard]] double share() const { return kept / (kept + broken); }
};

/// Japan's trust in India, which India's deliveries move.
[[nodiscard]] TrustCounts prior_of_japan_in_india(const Trust& trust);
/// India's trust in Japan, which Japan's magnets and technology move.
[[nodiscard]] TrustCounts prior_of_india_in_japan(const Trust& trust);

/// One month's account: kept <- g kept + (1-g) pull kept0 + w phi, broken likewise with 1 - phi.
/// `fulfilment` phi is clipped to [0, 1]. With phi = 1 for ever the share stays below 1; half of a
/// shock to a count is forgotten after ln 2 / -ln g months (23 with g = 0.97).
[[nodiscard]] TrustCounts next_trust(const TrustCounts& now, const TrustCounts& prior,
                                     double fulfilment, const Trust& trust);

}  // namespace monazite::equations
