#include <algorithm>
#include <cmath>

#include <agents/strategies/encounter/risk.hpp>

namespace monazite::strategies {
namespace {

int sign(double value) {
  return value < 0 ? -1 : value > 0 ? 1 : 0;
}

}  // namespace

int compare_products(double a, double b, double c, double d) {
  // Rounding keeps the order, so only products that round to the same number need their errors,
  // which a fused multiply-add gives exactly (Dekker 1971).
  const double left = a * b;
  const double right = c * d;
  if (left != right) return left < right ? -1 : 1;
  return sign(std::fma(a, b, -left) - std::fma(c, d, -right));
}

int compare_risk(const Gains& gains) {
  const double mine_lost = std::max(gains.mine_from_theirs, 0.0);
  const double theirs_lost = std::max(gains.theirs_from_mine, 0.0);
  const bool mine_is_one = !(gains.mine_from_mine > 0);
  const bool theirs_is_one = !(gains.theirs_from_theirs > 0);
  // A ratio is 1 when the other's proposal gains nothing, and smaller otherwise.
  if (mine_is_one && theirs_is_one) return 0;
  if (mine_is_one) return sign(theirs_lost);
  if (theirs_is_one) return -sign(mine_lost);
  return compare_products(gains.mine_from_mine, theirs_lost, mine_lost, gains.theirs_from_theirs);
}

}  // namespace monazite::strategies
