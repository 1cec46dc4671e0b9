#include <algorithm>
#include <cmath>

#include <world/economy/market.hpp>
#include <world/economy/regimes.hpp>
#include <world/equations/adjustment.hpp>
#include <world/equations/prices.hpp>
#include <world/equations/shapes.hpp>

namespace monazite::economy {
namespace {

constexpr base::Purpose kDemand{"economy.market.demand"};
constexpr base::Purpose kJump{"economy.market.jump"};
constexpr base::Purpose kExpectation{"economy.market.expectation"};

/// Tonnes a month at rest on the first day: what makes the fixed point. At the anchor price demand
/// equals supply in both pools.
struct Rest {
  double use_china, use_outside;  ///< outside: with Japan
  double supply_china, supply_outside;
  double exports;  ///< out of China
};

Rest at_rest(const equations::Parameters& p) {
  const equations::Market& k = p.market;
  const double indian = p.refinery.baseline_t_per_year * p.ore.ndpr_share / p.refinery.japan_share;
  const double recycled = p.japan.recycling_share * p.japan.need_t_per_year;
  Rest r{};
  r.use_china = (k.world_use_t_per_year - k.outside_use_t_per_year) / 12;
  r.use_outside = k.outside_use_t_per_year / 12;
  r.supply_outside = k.outside_supply_t_per_year / 12;
  r.exports = (k.outside_use_t_per_year - k.outside_supply_t_per_year - indian - recycled) / 12;
  r.supply_china = r.use_china + r.exports;
  return r;
}

double outside_anchor(const equations::Market& k) {
  return k.marginal_cost_usd_per_kg * (1 + k.outside_premium);
}

/// What flows in the month, t NdPr, before the pools are settled.
struct Flows {
  double demand_china, supply_china;
  double demand_rest;  ///< outside China, without Japan
  double supply_outside;
  double exports_wanted, licences, exports;
  double use_outside;  ///< all of outside, for the cover
};

double chinese_licences(const Month& m, double ordinary_exports) {
  const equations::Parameters& p = m.parameters;
  const double open = 1 -
                      p.market.quota_exposure_light * cut_light(p.regime, m.state.regime_light) -
                      p.market.quota_exposure_magnet * cut_magnet(p.regime, m.state.regime_magnet);
  return p.market.quota_headroom * ordinary_exports * open;
}

Flows flows_of_month(const Month& m, const Rest& rest, double trend) {
  const equations::Parameters& p = m.parameters;
  const equations::Market& k = p.market;
  const State& s = m.state;
  const double anchor = k.marginal_cost_usd_per_kg;
  const double shock = s.intensity * std::exp(s.demand_shock);
  const double inside = equations::demand_factor(s.price_china, anchor, k.demand_elasticity_short);
  const double outside =
      equations::demand_factor(s.price_outside, outside_anchor(k), k.demand_elasticity_short);
  double japan_need = 0;
  for (const double need : m.account.maker_need_t) japan_need += need;
  const double japan_trend =
      p.japan.need_t_per_year / 12 * std::pow(1 + p.japan.need_growth_per_year, m.index / 12.0);

  Flows f{};
  f.demand_china = rest.use_china * trend * shock * inside;
  f.demand_rest =
      equations::positive_part(rest.use_outside * trend - japan_trend) * shock * outside;
  f.use_outside = f.demand_rest + japan_need;
  f.supply_china =
      rest.supply_china * trend * s.capacity_china *
      equations::utilisation(s.price_china, anchor, k.utilisation_elasticity, k.full_use);
  f.supply_outside = rest.supply_outside * trend * s.capacity_outside *
                         equations::utilisation(s.price_outside, outside_anchor(k),
                                                k.utilisation_elasticity, k.full_use) +
                     m.sold_elsewhere.ndpr_t + m.joint_source_t;
  const double normal_stock = k.outside_normal_cover_months * f.use_outside;
  f.exports_wanted =
      equations::positive_part(f.demand_rest + m.japan_purchases_t - f.supply_outside +
                               (normal_stock - s.stock_outside_t) / k.pool_refill_months);
  f.licences = chinese_licences(m, rest.exports * trend);
  const double rent = std::max(1.0, s.price_outside / (s.price_china * (1 + k.outside_premium)));
  f.exports = std::min(f.exports_wanted, f.licences * std::pow(rent, k.licence_leakage));
  return f;
}

/// Moves the tonnes; nobody uses what is not there.
void settle_pools(Month& m, Flows& f) {
  State& s = m.state;
  f.exports = std::min(f.exports, s.stock_china_t + f.supply_china);
  const double in_china = s.stock_china_t + f.supply_china - f.exports;
  f.demand_china = std::min(f.demand_china, in_china);
  s.stock_china_t = in_china - f.demand_china;

  const double outside = s.stock_outside_t + f.supply_outside + f.exports - m.japan_purchases_t;
  f.demand_rest = equations::clip(f.demand_rest, 0, std::max(0.0, outside));
  s.stock_outside_t = outside - f.demand_rest;

  Ledger& l = m.ledger;
  l.move(Material::kNdpr, Node::kGround, Node::kPoolChina, f.supply_china);
  l.move(Material::kNdpr, Node::kPoolChina, Node::kUsed, f.demand_china);
  l.move(Material::kNdpr, Node::kPoolChina, Node::kPoolOutside, f.exports);
  l.move(Material::kNdpr, Node::kElsewhere, Node::kPoolOutside,
         f.supply_outside - m.sold_elsewhere.ndpr_t);
  l.move(Material::kNdpr, Node::kPoolOutside, Node::kUsed, f.demand_rest);
  m.account.chinese_exports_t = f.exports;
}

void shock_demand(Month& m) {
  const equations::Market& k = m.parameters.market;
  double shock = k.demand_shock_sd * m.normal(kDemand);
  if (m.chance(kJump, k.demand_jump_probability)) shock *= k.demand_jump_factor;
  m.state.demand_shock = k.demand_shock_persistence * m.state.demand_shock + shock;
}

void form_expectations(Month& m) {
  const equations::Market& k = m.parameters.market;
  State& s = m.state;
  s.price_expected =
      equations::next_expected_price(s.price_expected, s.price_china, k.marginal_cost_usd_per_kg,
                                     k.expectation_lag_months, k.reversion_months);
  const double shock = k.expectation_shock_sd * m.normal(kExpectation);
  s.price_expected *= std::exp(shock + k.regime_expectation_jump * m.light_tightened);
}

void form_prices(Month& m, const Flows& f) {
  const equations::Market& k = m.parameters.market;
  State& s = m.state;
  s.cover_china_months = s.stock_china_t / f.demand_china;
  s.cover_outside_months = s.stock_outside_t / f.use_outside;
  form_expectations(m);
  double rent = 1;
  if (k.price_rule < 0.5) {
    s.price_china = equations::cover_price(s.price_expected, s.cover_china_months,
                                           k.normal_cover_months, k.cover_exponent);
    rent = equations::licence_rent_factor(s.cover_outside_months, k.outside_normal_cover_months,
                                          k.outside_cover_exponent, k.rent_below_cover_share);
  } else {
    const double gap = k.normal_cover_months * f.demand_china - s.stock_china_t;
    const double shock = std::exp(k.expectation_shock_sd * m.normal(kExpectation) +
                                  k.regime_expectation_jump * m.light_tightened);
    s.price_china =
        shock * equations::next_spot_price(s.price_china,
                                           f.demand_china + f.exports + gap / k.china_refill_months,
                                           f.supply_china, k.spot_elasticity);
    rent = equations::quota_rent_factor(f.exports_wanted + f.supply_outside, f.supply_outside,
                                        f.licences, k.demand_elasticity_short,
                                        k.utilisation_elasticity + k.licence_leakage);
  }
  s.price_outside = s.price_china * (1 + k.outside_premium) * rent;
  s.outside_prices_six_months.erase(s.outside_prices_six_months.begin());
  s.outside_prices_six_months.push_back(s.price_outside);
}

/// Long-run answers: users and mines look at what the price has been, each pool at its own.
void adapt(Month& m, const Rest& rest) {
  const equations::Market& k = m.parameters.market;
  State& s = m.state;
  const double inside = s.price_expected / k.marginal_cost_usd_per_kg;
  const double outside = outside_price_ratio(m);
  const double china_part = rest.use_china / (rest.use_china + rest.use_outside);
  const double mean = china_part * inside + (1 - china_part) * outside;
  s.intensity = equations::next_intensity(s.intensity, mean, k.demand_elasticity_long,
                                          k.substitution_lag_months, k.substitution_cap_per_year);
  s.capacity_china = equations::next_capacity(s.capacity_china, inside, k.capacity_lag_months,
                                              k.expansion_cap_per_year);
  s.capacity_outside = equations::next_capacity(s.capacity_outside, outside, k.capacity_lag_months,
                                                k.expansion_cap_per_year);
}

}  // namespace

double outside_price_ratio(const Month& m) {
  double sum = 0;
  for (const double price : m.state.outside_prices_six_months) sum += price;
  return sum / static_cast<double>(m.state.outside_prices_six_months.size()) /
         outside_anchor(m.parameters.market);
}

void open_market(const equations::Parameters& p, State& s) {
  const equations::Market& k = p.market;
  const Rest rest = at_rest(p);
  const double price = k.initial_price_usd_per_kg;
  s.price_china = s.price_expected = price;
  s.price_outside = price * (1 + k.outside_premium);
  s.outside_prices_six_months.assign(6, s.price_outside);
  s.cover_china_months = k.normal_cover_months;
  s.cover_outside_months = k.outside_normal_cover_months;
  s.stock_china_t = k.normal_cover_months * rest.use_china;
  s.stock_outside_t = k.outside_normal_cover_months * rest.use_outside;
  s.price_heavy = s.price_heavy_expected = k.heavy_anchor_usd_per_kg;
  s.heavy_cover_days = k.heavy_initial_cover_days_japan;
  s.price_light = s.price_light_expected = k.light_anchor_usd_per_kg;
  s.light_cover_months = k.light_normal_cover_months;
}

void settle_market(Month& m) {
  const double trend = std::pow(1 + m.parameters.market.growth_per_year, m.index / 12.0);
  const Rest rest = at_rest(m.parameters);
  shock_demand(m);
  Flows flows = flows_of_month(m, rest, trend);
  m.ndpr_output_ratio = (flows.supply_china + flows.supply_outside - m.sold_elsewhere.ndpr_t) /
                        ((rest.supply_china + rest.supply_outside) * trend);
  settle_pools(m, flows);
  form_prices(m, flows);
  adapt(m, rest);
}

}  // namespace monazite::economy
