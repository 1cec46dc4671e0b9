#pragma once

#include <vector>

#include <protocol/base/calendar.hpp>
#include <tests/support/default_behaviour.hpp>
#include <world/economy/economy.hpp>
#include <world/equations/parameters.hpp>

/// A complete set of numbers for tests of single layers: close to the scenario june-2025, but
/// theirs is the file, and nothing here says where a number comes from.
namespace monazite::fixtures {

inline void set_trade(equations::Parameters& p) {
  p.ore = {2900, 0.87, 0.9, 0.1, 0.255, 0.68, 0.95, 0.004, 0.2,  30,   40,
           200,  500,  900, 20,  40,    24,   0.3,  1.15,  0.98, 0.99, 0.95};
  equations::Refinery& r = p.refinery;
  r.recovery = 0.97;
  r.intake_t_per_year = 3000;
  r.japan_share = 0.9;
  r.baseline_t_per_year = 1000;
  r.initial_stock_reo_t = 95;
  r.cost_usd_per_kg_ndpr = 18;
  r.idle_cost_musd_per_year = 4;
  r.road_days = 3;
  r.sea_days_min = 18;
  r.sea_days_max = 25;
  r.late_probability = 0.12;
  r.late_days = 30;
  r.cargoes_per_month = 2;
  r.light_only_ndpr_share = 0.05;
  r.storage_reo_t = 1500;
  r.light_price_share = 0.5;
  equations::Plants& q = p.plants;
  q.planned_month = 48;
  q.slip_mean_months = 14;
  q.slip_sd_months = 10;
  q.capacity_t_per_year = 6000;
  q.load = 0.6;
  q.ramp_months = 24;
  q.magnet_per_oxide = 3;
  q.yield = 0.97;
  q.need_2025_t_per_year = 3500;
  q.need_growth_per_year = 0.14;
  q.cover_months = 2;
  q.order_adjustment_months = 4;
  q.announcement_lead_months = 3;
  q.announcement_step_months = 9;
  q.china_share = 0.93;
  q.loss_usd_per_kg_magnet = 300;
  q.shortfall_usd_per_kg_ndpr = 50;
  q.margin_usd_per_kg_magnet = 20;
}

inline void set_market(equations::Parameters& p) {
  equations::Market& k = p.market;
  k.world_use_t_per_year = 90000;
  k.outside_use_t_per_year = 18000;
  k.outside_supply_t_per_year = 10700;
  k.growth_per_year = 0.05;
  k.marginal_cost_usd_per_kg = 58;
  k.initial_price_usd_per_kg = 58;
  k.price_rule = 0;
  k.spot_elasticity = 0.25;
  k.expectation_lag_months = 12;
  k.reversion_months = 24;
  k.cover_exponent = 0.6;
  k.normal_cover_months = 3;
  k.outside_cover_exponent = 0.7;
  k.outside_normal_cover_months = 2.5;
  k.rent_below_cover_share = 0.9;
  k.full_use = 1.15;
  k.outside_premium = 0.04;
  k.utilisation_elasticity = 0.24;
  k.demand_elasticity_short = 0.2;
  k.demand_elasticity_long = 0.8;
  k.substitution_cap_per_year = 0.1;
  k.expansion_cap_per_year = 0.04;
  k.substitution_lag_months = 60;
  k.capacity_lag_months = 48;
  k.pool_refill_months = 3;
  k.demand_shock_sd = 0.02;
  k.demand_shock_persistence = 0.9;
  k.demand_jump_probability = 0.01;
  k.demand_jump_factor = 4;
  k.expectation_shock_sd = 0.06;
  k.quota_headroom = 1.15;
  k.quota_exposure_light = 0.5;
  k.quota_exposure_magnet = 0.15;
  k.licence_leakage = 0.3;
  k.regime_expectation_jump = 0.05;
  k.heavy_anchor_usd_per_kg = 260;
  k.heavy_cover_exponent = 0.9;
  k.heavy_initial_cover_days_japan = 75;
  k.heavy_use_japan_t_per_year = 300;
  k.light_anchor_usd_per_kg = 1.2;
  k.light_normal_cover_months = 6;
  k.light_offered_over_use = 1.5;
  k.light_shock_sd = 0.03;
  k.price_log_sd = 0.35;
  equations::Regime& c = p.regime;
  c.cut_slow = 0.1;
  c.cut_light_stopped = 0.7;
  c.cut_magnet_tight = 0.55;
  c.light_01 = 0.02;
  c.light_12 = 0.05;
  c.light_10 = 0.1;
  c.light_21 = 0.15;
  c.magnet_01 = 0.02;
  c.magnet_12 = 0.05;
  c.magnet_10 = 0.05;
  c.magnet_21 = 0.25;
  c.risk_light = {0.06, 0.18, 0.5};
  c.risk_magnet = {0.1, 0.22, 0.55};
  c.risk_magnet_long_run = 0.081;
}

inline void set_japan(equations::Parameters& p) {
  equations::Japan& j = p.japan;
  j.need_t_per_year = 5500;
  j.need_growth_per_year = 0.02;
  j.china_share = 0.62;
  j.target_cover_days = 65;
  j.car_maker_cover_days = 25;
  j.state_stock_days = 60;
  j.state_refill_months = 36;
  j.hoarding = 0.6;
  j.hoarding_risk = {0.1, 0.5, 1};
  j.hoarding_risk_india = 0.1;
  j.stock_adjustment_months = 3;
  j.other_supplier_flexibility = 0.2;
  j.other_supplier_stretch = 1.6;
  j.recycling_share = 0.02;
  j.recycling_share_max = 0.1;
  j.recycling_response_per_year = 0.2;
  j.substitution_price_ratio = 2;
  j.substitution_elasticity = 0.3;
  j.substitution_lag_months = 24;
  j.loss_usd_per_kg_ndpr = 1500;
  j.security_usd_per_kg = 25;
  j.magnet_cost_usd_per_kg = 6;
  j.magnet_return_light_stopped = 0.6;
  j.magnet_return_exposure = 0.5;
  j.conversion_fee_usd_per_kg_magnet = 25;
  j.joint_source_t_per_year = 400;
  j.joint_source_delay_months = 60;
  j.joint_source_ramp_months = 36;
}

inline void set_politics(equations::Parameters& p) {
  equations::Politics& h = p.politics;
  h.heat_memory = 0.84;
  h.heat_base = 0.05;
  h.heat_start = 0.05;
  h.shortage_weight = 0.45;
  h.scarcity_weight = 0.16;
  h.scarcity_weeks = 4;
  h.scarcity_width = 0.8;
  h.shortage_multiple = 3;
  h.pressure_memory = 0.85;
  h.asks_memory = 0.85;
  h.commitment_memory = 0.96;
  h.leak_probability = 0.35;
  h.request_asks = 1;
  h.request_heat = 0.1;
  h.request_pressure = 0.5;
  h.request_commitment = 0.5;
  h.leak_heat = 0.08;
  h.leak_pressure = 0.5;
  h.leak_commitment = 0.25;
  h.notification_pressure = 1;
  h.notification_commitment = 0.5;
  p.trust = {0.97, 8, 1.5, 6, 2, 0.35, 0.5, 30};
}

[[nodiscard]] inline equations::Parameters default_parameters() {
  equations::Parameters p;
  set_trade(p);
  set_market(p);
  set_japan(p);
  set_politics(p);
  set_behaviour(p);
  p.appraisal.feed_price_share = 0.6;
  p.appraisal.separation_cost = 8;
  return p;
}

/// Two magnet makers and two car makers, seats 7 to 10.
[[nodiscard]] inline std::vector<economy::MakerSetup> default_makers() {
  return {{7, "shin_etsu", false, 0.42, 65, 1500, 6},
          {8, "proterial", false, 0.33, 65, 1500, 9},
          {9, "toyota", true, 0.17, 45, 900, 12},
          {10, "suzuki", true, 0.08, 45, 900, 18}};
}

/// The memorandum as it is at the start: 1,000 t a year to Japan, of the basket.
[[nodiscard]] inline economy::Controls default_controls(const equations::Parameters& p) {
  economy::Controls c;
  c.committed_reo_t = p.refinery.baseline_t_per_year / 12;
  c.committed_ndpr_t = c.committed_reo_t * p.ore.ndpr_share;
  c.contract_reo_t = c.committed_reo_t / (p.refinery.japan_share * p.refinery.recovery);
  c.contract_ndpr_share = p.ore.ndpr_share;
  c.feed_price_usd_per_kg_ndpr = 0.6 * 60;
  return c;
}

/// China's regimes as they were: magnets tight from April to June 2025, then slow for a while.
[[nodiscard]] inline economy::RegimePath path_of_2025() {
  economy::RegimePath path;
  path.light.assign(18, 0);
  path.magnet.assign(18, 0);
  for (std::size_t month = 15; month < 18; ++month) path.magnet[month] = 2;
  path.light.push_back(0);
  path.magnet.push_back(1);
  return path;
}

inline constexpr base::Day kFirstDay{19723};  // 2024-01-01

[[nodiscard]] inline base::Day month_end(int index) {
  return base::end_of_month(base::add_months(kFirstDay, index));
}

}  // namespace monazite::fixtures
