#include <world/equations/shapes.hpp>
#include <world/equations/trust.hpp>

namespace monazite::equations {

TrustCounts prior_of_japan_in_india(const Trust& trust) {
  return {trust.japan_in_india_kept, trust.japan_in_india_broken};
}

TrustCounts prior_of_india_in_japan(const Trust& trust) {
  return {trust.india_in_japan_kept, trust.india_in_japan_broken};
}

TrustCounts next_trust(const TrustCounts& now, const TrustCounts& prior, double fulfilment,
                       const Trust& trust) {
  const double phi = clip(fulfilment, 0, 1);
  const double g = trust.memory;
  const double pull = (1 - g) * trust.prior_pull;
  return {g * now.kept + pull * prior.kept + trust.weight_per_month * phi,
          g * now.broken + pull * prior.broken + trust.weight_per_month * (1 - phi)};
}

}  // namespace monazite::equations
