// Numbers of the economy.
#include <world/scenarios/detail/bind.hpp>

namespace monazite::scenarios::detail {
namespace {

void bind_ore(Bindings& table) {
  MONAZITE_BIND(ore, mined_reo_t_per_year, "t REO/year");
  MONAZITE_BIND(ore, crack_recovery, "share");
  MONAZITE_BIND(ore, availability_mean, "share");
  MONAZITE_BIND(ore, availability_sd, "share");
  MONAZITE_BIND(ore, ndpr_share, "share");
  MONAZITE_BIND(ore, light_share, "share");
  MONAZITE_BIND(ore, separation_recovery, "share");
  MONAZITE_BIND(ore, cyclone_probability, "per month");
  MONAZITE_BIND(ore, cyclone_output_factor, "factor");
  MONAZITE_BIND(ore, initial_indian_ndpr_stock_t, "t NdPr");
  MONAZITE_BIND(ore, finishing_2024_t_per_year, "t NdPr/year");
  MONAZITE_BIND(ore, finishing_2025_t_per_year, "t NdPr/year");
  MONAZITE_BIND(ore, finishing_2026_t_per_year, "t NdPr/year");
  MONAZITE_BIND(ore, finishing_2030_t_per_year, "t NdPr/year");
  MONAZITE_BIND(ore, other_use_t_per_year, "t NdPr/year");
  MONAZITE_BIND(ore, expansion_t_per_year_per_bn_jpy, "t REO/year/bn JPY");
  MONAZITE_BIND(ore, expansion_delay_months, "months");
  MONAZITE_BIND(ore, availability_lowest, "share");
  MONAZITE_BIND(ore, availability_highest, "share");
  MONAZITE_BIND(ore, feed_share_of_store, "share");
  MONAZITE_BIND(ore, feed_share_of_stored_ndpr, "share");
  MONAZITE_BIND(ore, committable_share, "share");
}

void bind_refinery(Bindings& table) {
  MONAZITE_BIND(refinery, recovery, "share");
  MONAZITE_BIND(refinery, intake_t_per_year, "t REO/year");
  MONAZITE_BIND(refinery, japan_share, "share");
  MONAZITE_BIND(refinery, baseline_t_per_year, "t REO/year");
  MONAZITE_BIND(refinery, initial_stock_reo_t, "t REO");
  MONAZITE_BIND(refinery, cost_usd_per_kg_ndpr, "USD/kg");
  MONAZITE_BIND(refinery, idle_cost_musd_per_year, "M/year");
  MONAZITE_BIND(refinery, road_days, "days");
  MONAZITE_BIND(refinery, sea_days_min, "days");
  MONAZITE_BIND(refinery, sea_days_max, "days");
  MONAZITE_BIND(refinery, late_probability, "share");
  MONAZITE_BIND(refinery, late_days, "days");
  MONAZITE_BIND(refinery, cargoes_per_month, "cargoes");
  MONAZITE_BIND(refinery, light_only_ndpr_share, "share");
  MONAZITE_BIND(refinery, storage_reo_t, "t REO");
  MONAZITE_BIND(refinery, light_price_share, "share");
  MONAZITE_BIND(refinery, light_net_share, "share");
  MONAZITE_BIND(refinery, clear_months, "months");
  MONAZITE_BIND(refinery, stock_refill_months, "months");
}

void bind_plants(Bindings& table) {
  MONAZITE_BIND(plants, planned_month, "months");
  MONAZITE_BIND(plants, slip_mean_months, "months");
  MONAZITE_BIND(plants, slip_sd_months, "months");
  MONAZITE_BIND(plants, capacity_t_per_year, "t NdFeB/year");
  MONAZITE_BIND(plants, load, "share");
  MONAZITE_BIND(plants, ramp_months, "months");
  MONAZITE_BIND(plants, magnet_per_oxide, "kg/kg");
  MONAZITE_BIND(plants, yield, "share");
  MONAZITE_BIND(plants, need_2025_t_per_year, "t NdFeB/year");
  MONAZITE_BIND(plants, need_growth_per_year, "per year");
  MONAZITE_BIND(plants, cover_months, "months");
  MONAZITE_BIND(plants, order_adjustment_months, "months");
  MONAZITE_BIND(plants, announcement_lead_months, "months");
  MONAZITE_BIND(plants, announcement_step_months, "months");
  MONAZITE_BIND(plants, china_share, "share");
  MONAZITE_BIND(plants, loss_usd_per_kg_magnet, "USD/kg");
  MONAZITE_BIND(plants, shortfall_usd_per_kg_ndpr, "USD/kg");
  MONAZITE_BIND(plants, margin_usd_per_kg_magnet, "USD/kg");
  MONAZITE_BIND(plants, importer_stock_most, "factor");
}

void bind_market(Bindings& table) {
  MONAZITE_BIND(market, world_use_t_per_year, "t NdPr/year");
  MONAZITE_BIND(market, outside_use_t_per_year, "t NdPr/year");
  MONAZITE_BIND(market, outside_supply_t_per_year, "t NdPr/year");
  MONAZITE_BIND(market, growth_per_year, "per year");
  MONAZITE_BIND(market, marginal_cost_usd_per_kg, "USD/kg");
  MONAZITE_BIND(market, initial_price_usd_per_kg, "USD/kg");
  MONAZITE_BIND(market, price_rule, "0 or 1");
  MONAZITE_BIND(market, spot_elasticity, "elasticity");
  MONAZITE_BIND(market, expectation_lag_months, "months");
  MONAZITE_BIND(market, reversion_months, "months");
  MONAZITE_BIND(market, cover_exponent, "exponent");
  MONAZITE_BIND(market, normal_cover_months, "months");
  MONAZITE_BIND(market, outside_cover_exponent, "exponent");
  MONAZITE_BIND(market, outside_normal_cover_months, "months");
  MONAZITE_BIND(market, rent_below_cover_share, "share");
  MONAZITE_BIND(market, full_use, "factor");
  MONAZITE_BIND(market, outside_premium, "share");
  MONAZITE_BIND(market, utilisation_elasticity, "elasticity");
  MONAZITE_BIND(market, demand_elasticity_short, "elasticity");
  MONAZITE_BIND(market, demand_elasticity_long, "elasticity");
  MONAZITE_BIND(market, substitution_cap_per_year, "per year");
  MONAZITE_BIND(market, expansion_cap_per_year, "per year");
  MONAZITE_BIND(market, substitution_lag_months, "months");
  MONAZITE_BIND(market, capacity_lag_months, "months");
  MONAZITE_BIND(market, pool_refill_months, "months");
  MONAZITE_BIND(market, demand_shock_sd, "per month");
  MONAZITE_BIND(market, demand_shock_persistence, "share");
  MONAZITE_BIND(market, demand_jump_probability, "per month");
  MONAZITE_BIND(market, demand_jump_factor, "factor");
  MONAZITE_BIND(market, expectation_shock_sd, "per month");
  MONAZITE_BIND(market, quota_headroom, "factor");
  MONAZITE_BIND(market, quota_exposure_light, "share");
  MONAZITE_BIND(market, quota_exposure_magnet, "share");
  MONAZITE_BIND(market, licence_leakage, "elasticity");
  MONAZITE_BIND(market, regime_expectation_jump, "log");
  MONAZITE_BIND(market, heavy_anchor_usd_per_kg, "USD/kg");
  MONAZITE_BIND(market, heavy_cover_exponent, "exponent");
  MONAZITE_BIND(market, heavy_initial_cover_days_japan, "days");
  MONAZITE_BIND(market, heavy_use_japan_t_per_year, "t Dy-Tb/year");
  MONAZITE_BIND(market, light_anchor_usd_per_kg, "USD/kg");
  MONAZITE_BIND(market, light_normal_cover_months, "months");
  MONAZITE_BIND(market, light_offered_over_use, "factor");
  MONAZITE_BIND(market, light_shock_sd, "per month");
  MONAZITE_BIND(market, price_log_sd, "log");
  MONAZITE_BIND(market, china_refill_months, "months");
  MONAZITE_BIND(market, rate_musd_per_bn_jpy, "M/bn JPY");
}

void bind_japan(Bindings& table) {
  MONAZITE_BIND(japan, need_t_per_year, "t NdPr/year");
  MONAZITE_BIND(japan, need_growth_per_year, "per year");
  MONAZITE_BIND(japan, china_share, "share");
  MONAZITE_BIND(japan, target_cover_days, "days");
  MONAZITE_BIND(japan, car_maker_cover_days, "days");
  MONAZITE_BIND(japan, state_stock_days, "days");
  MONAZITE_BIND(japan, state_refill_months, "months");
  MONAZITE_BIND(japan, hoarding, "factor");
  MONAZITE_BIND(japan, hoarding_risk, "share");
  MONAZITE_BIND(japan, hoarding_risk_india, "share");
  MONAZITE_BIND(japan, stock_adjustment_months, "months");
  MONAZITE_BIND(japan, other_supplier_flexibility, "share");
  MONAZITE_BIND(japan, other_supplier_stretch, "factor");
  MONAZITE_BIND(japan, recycling_share, "share");
  MONAZITE_BIND(japan, recycling_share_max, "share");
  MONAZITE_BIND(japan, recycling_response_per_year, "per year");
  MONAZITE_BIND(japan, substitution_price_ratio, "ratio");
  MONAZITE_BIND(japan, substitution_elasticity, "elasticity");
  MONAZITE_BIND(japan, substitution_lag_months, "months");
  MONAZITE_BIND(japan, loss_usd_per_kg_ndpr, "USD/kg");
  MONAZITE_BIND(japan, security_usd_per_kg, "USD/kg");
  MONAZITE_BIND(japan, magnet_cost_usd_per_kg, "USD/kg");
  MONAZITE_BIND(japan, magnet_return_light_stopped, "share");
  MONAZITE_BIND(japan, magnet_return_exposure, "share");
  MONAZITE_BIND(japan, conversion_fee_usd_per_kg_magnet, "USD/kg");
  MONAZITE_BIND(japan, joint_source_t_per_year, "t NdPr/year");
  MONAZITE_BIND(japan, joint_source_delay_months, "months");
  MONAZITE_BIND(japan, joint_source_ramp_months, "months");
  MONAZITE_BIND(japan, magnet_return_stock_share, "share");
  MONAZITE_BIND(japan, recycling_response_most, "factor");
}

void bind_regime(Bindings& table) {
  MONAZITE_BIND(regime, cut_slow, "share");
  MONAZITE_BIND(regime, cut_light_stopped, "share");
  MONAZITE_BIND(regime, cut_magnet_tight, "share");
  MONAZITE_BIND(regime, light_01, "per month");
  MONAZITE_BIND(regime, light_12, "per month");
  MONAZITE_BIND(regime, light_10, "per month");
  MONAZITE_BIND(regime, light_21, "per month");
  MONAZITE_BIND(regime, magnet_01, "per month");
  MONAZITE_BIND(regime, magnet_12, "per month");
  MONAZITE_BIND(regime, magnet_10, "per month");
  MONAZITE_BIND(regime, magnet_21, "per month");
  MONAZITE_BIND(regime, risk_light, "share");
  MONAZITE_BIND(regime, risk_magnet, "share");
  MONAZITE_BIND(regime, risk_magnet_long_run, "share");
}

}  // namespace

void bind_trade(Bindings& table) {
  bind_ore(table);
  bind_refinery(table);
  bind_plants(table);
  bind_market(table);
  bind_japan(table);
  bind_regime(table);
}

}  // namespace monazite::scenarios::detail
