#include <algorithm>
#include <cmath>

#include <world/economy/minor_market.hpp>
#include <world/economy/regimes.hpp>
#include <world/equations/adjustment.hpp>
#include <world/equations/prices.hpp>
#include <world/equations/shapes.hpp>

namespace monazite::economy {
namespace {

constexpr base::Purpose kHeavy{"economy.market.heavy"};
constexpr base::Purpose kLight{"economy.market.light"};

constexpr double kMonthsPerYear = 12;

void settle_heavy(Month& m) {
  const equations::Market& k = m.parameters.market;
  State& s = m.state;
  const double normal_days = k.heavy_initial_cover_days_japan;
  const double swapped_days = equations::kDaysPerMonth * kMonthsPerYear *
                              std::max(0.0, m.controls.heavy_swap_t) / k.heavy_use_japan_t_per_year;
  const double swapped = std::min(swapped_days, s.heavy_cover_days);
  s.heavy_cover_days -= swapped;
  m.account.heavy_swapped_t =
      swapped * k.heavy_use_japan_t_per_year / (equations::kDaysPerMonth * kMonthsPerYear);

  // In months of normal use: 1 is what is used in a month at the anchor.
  const double use =
      s.heavy_intensity *
      equations::demand_factor(s.price_heavy, k.heavy_anchor_usd_per_kg, k.demand_elasticity_short);
  const double rent = std::max(1.0, s.price_heavy / s.price_heavy_expected);
  const double licences = k.quota_headroom * (1 - cut_magnet(m.parameters.regime, s.regime_magnet));
  const double wanted = equations::positive_part(
      use + (normal_days - s.heavy_cover_days) / equations::kDaysPerMonth / k.pool_refill_months);
  const double coming = std::min(wanted, licences * std::pow(rent, k.licence_leakage));
  s.heavy_cover_days =
      equations::positive_part(s.heavy_cover_days + equations::kDaysPerMonth * (coming - use));

  s.price_heavy_expected +=
      (k.heavy_anchor_usd_per_kg - s.price_heavy_expected) / k.reversion_months;
  s.price_heavy_expected *= std::exp(k.expectation_shock_sd * m.normal(kHeavy) +
                                     k.regime_expectation_jump * m.magnet_tightened);
  s.price_heavy = s.price_heavy_expected *
                  equations::licence_rent_factor(s.heavy_cover_days, normal_days,
                                                 k.heavy_cover_exponent, k.rent_below_cover_share);
  s.heavy_intensity = equations::next_intensity(
      s.heavy_intensity, s.price_heavy / k.heavy_anchor_usd_per_kg, k.demand_elasticity_long,
      k.substitution_lag_months, k.substitution_cap_per_year);
}

void settle_light(Month& m) {
  const equations::Market& k = m.parameters.market;
  State& s = m.state;
  // In months of normal use. What comes along with NdPr is not all worth separating: at the anchor
  // as much as is used, more of it at a better price, never more than there is.
  const double anchor = k.light_anchor_usd_per_kg;
  const double separated =
      m.ndpr_output_ratio *
      std::min(k.light_offered_over_use,
               equations::utilisation(s.price_light, anchor, k.utilisation_elasticity, k.full_use));
  const double use = equations::demand_factor(s.price_light, anchor, k.demand_elasticity_short);
  s.light_cover_months = equations::positive_part(s.light_cover_months + separated - use);

  s.price_light_expected =
      equations::next_expected_price(s.price_light_expected, s.price_light, anchor,
                                     k.expectation_lag_months, k.reversion_months) *
      std::exp(k.light_shock_sd * m.normal(kLight));
  s.price_light = equations::cover_price(s.price_light_expected, s.light_cover_months,
                                         k.light_normal_cover_months, k.cover_exponent);
}

}  // namespace

void settle_minor_prices(Month& m) {
  settle_heavy(m);
  settle_light(m);
}

}  // namespace monazite::economy
