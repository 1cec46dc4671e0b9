#include <type_traits>

#include <world/scenarios/parameter_table.hpp>

namespace monazite::scenarios {
namespace {

using equations::Parameters;
using Bindings = std::vector<NumberBinding>;

static_assert(std::is_standard_layout_v<Parameters>, "numbers are found by their offset");

template <class Group, class Member>
void bind(Bindings& table, const char* group, const char* name, const char* unit,
          Group Parameters::*group_member, Member Group::*member) {
  static const Parameters kPlace{};
  const auto* start = reinterpret_cast<const unsigned char*>(&kPlace);
  const auto* here = reinterpret_cast<const unsigned char*>(&(kPlace.*group_member.*member));
  NumberBinding binding;
  binding.group = group;
  binding.name = name;
  binding.unit = unit;
  binding.offset = static_cast<std::size_t>(here - start) / sizeof(double);
  // NOLINTNEXTLINE(bugprone-sizeof-expression): a member is a double or an array of doubles
  binding.count = sizeof(Member) / sizeof(double);
  binding.list = !std::is_same_v<Member, double>;
  table.push_back(std::move(binding));
}

// Writes the name of a member once, so that the key in files cannot differ from it.
#define MONAZITE_BIND(group, name, unit) \
  bind(table, #group, #name, unit, &Parameters::group, &decltype(Parameters::group)::name)

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

void bind_politics(Bindings& table) {
  MONAZITE_BIND(politics, heat_memory, "per month");
  MONAZITE_BIND(politics, heat_base, "heat");
  MONAZITE_BIND(politics, heat_start, "heat");
  MONAZITE_BIND(politics, shortage_weight, "heat");
  MONAZITE_BIND(politics, scarcity_weight, "heat");
  MONAZITE_BIND(politics, scarcity_weeks, "weeks");
  MONAZITE_BIND(politics, scarcity_width, "weeks");
  MONAZITE_BIND(politics, shortage_multiple, "factor");
  MONAZITE_BIND(politics, pressure_memory, "per month");
  MONAZITE_BIND(politics, asks_memory, "per month");
  MONAZITE_BIND(politics, commitment_memory, "per month");
  MONAZITE_BIND(politics, leak_probability, "share");
  MONAZITE_BIND(politics, request_asks, "requests");
  MONAZITE_BIND(politics, request_heat, "heat");
  MONAZITE_BIND(politics, request_pressure, "pressure");
  MONAZITE_BIND(politics, request_commitment, "commitment");
  MONAZITE_BIND(politics, leak_heat, "heat");
  MONAZITE_BIND(politics, leak_pressure, "pressure");
  MONAZITE_BIND(politics, leak_commitment, "commitment");
  MONAZITE_BIND(politics, notification_pressure, "pressure");
  MONAZITE_BIND(politics, notification_commitment, "commitment");
}

void bind_trust(Bindings& table) {
  MONAZITE_BIND(trust, memory, "per month");
  MONAZITE_BIND(trust, japan_in_india_kept, "counts");
  MONAZITE_BIND(trust, japan_in_india_broken, "counts");
  MONAZITE_BIND(trust, india_in_japan_kept, "counts");
  MONAZITE_BIND(trust, india_in_japan_broken, "counts");
  MONAZITE_BIND(trust, weight_per_month, "counts");
  MONAZITE_BIND(trust, prior_pull, "share");
  MONAZITE_BIND(trust, lateness_counts_after_days, "days");
}

void bind_appraisal(Bindings& table) {
  MONAZITE_BIND(appraisal, feed_price_share, "share");
  MONAZITE_BIND(appraisal, surplus_worth, "factor");
  MONAZITE_BIND(appraisal, import_premium_india, "share");
  MONAZITE_BIND(appraisal, separation_cost, "USD/kg");
  MONAZITE_BIND(appraisal, storage_cost, "USD/kg/year");
  MONAZITE_BIND(appraisal, technology_cost_scale, "factor");
  MONAZITE_BIND(appraisal, technology_months_scale, "factor");
  MONAZITE_BIND(appraisal, technology_months_saved, "months");
  MONAZITE_BIND(appraisal, technology_cost_musd, "M");
  MONAZITE_BIND(appraisal, notice_factor, "factor");
  MONAZITE_BIND(appraisal, joint_venture_musd_per_kt, "M/kt");
  MONAZITE_BIND(appraisal, finance_worth_india, "M/bn JPY");
  MONAZITE_BIND(appraisal, finance_cost_japan, "M/bn JPY");
  MONAZITE_BIND(appraisal, floor_felt_by_japan, "share");
  MONAZITE_BIND(appraisal, discount_japan, "per year");
  MONAZITE_BIND(appraisal, below_index_loss_india, "factor");
  MONAZITE_BIND(appraisal, above_index_loss_japan, "factor");
  MONAZITE_BIND(appraisal, audience_india, "M/year");
  MONAZITE_BIND(appraisal, audience_japan, "M");
  MONAZITE_BIND(appraisal, audience_going_back, "factor");
  MONAZITE_BIND(appraisal, relationship_india, "M");
  MONAZITE_BIND(appraisal, relationship_japan, "M");
  MONAZITE_BIND(appraisal, relationship_signature, "share");
  MONAZITE_BIND(appraisal, standing_ask_musd, "M");
  MONAZITE_BIND(appraisal, notification_cost_musd, "M");
  MONAZITE_BIND(appraisal, direction_change_cost_musd, "M");
  MONAZITE_BIND(appraisal, attention, "per month");
  MONAZITE_BIND(appraisal, act_noise_musd, "M");
  MONAZITE_BIND(appraisal, judgement_months, "months");
  MONAZITE_BIND(appraisal, consultation_noise_musd, "M");
  MONAZITE_BIND(appraisal, vote_noise_musd, "M");
  MONAZITE_BIND(appraisal, no_deal_noise_musd, "M");
  MONAZITE_BIND(appraisal, deal_belief, "share");
  MONAZITE_BIND(appraisal, belief_error_log_sd, "log");
  MONAZITE_BIND(appraisal, private_type_log_sd, "log");
}

void bind_talks(Bindings& table) {
  MONAZITE_BIND(talks, meetings_to_full_concession, "meetings");
  MONAZITE_BIND(talks, meeting_gap_days_min, "days");
  MONAZITE_BIND(talks, meeting_gap_days_max, "days");
  MONAZITE_BIND(talks, exchanges_per_meeting, "offers");
  MONAZITE_BIND(talks, urgency_weight, "factor");
  MONAZITE_BIND(talks, firmness_lowest, "exponent");
  MONAZITE_BIND(talks, firmness_highest, "exponent");
  MONAZITE_BIND(talks, summit_clock, "meetings");
  MONAZITE_BIND(talks, suspension_after_meetings, "meetings");
  MONAZITE_BIND(talks, suspension_months, "months");
  MONAZITE_BIND(talks, refusal_weight_factor, "factor");
  MONAZITE_BIND(talks, offer_gap_days, "days");
  MONAZITE_BIND(talks, supply_deadline_rounds, "offers");
  MONAZITE_BIND(talks, allocation_deadline_rounds, "offers");
  MONAZITE_BIND(talks, sample_size, "packages");
  MONAZITE_BIND(talks, linkage_bn_jpy_per_summit, "bn JPY");
  MONAZITE_BIND(talks, linkage_worth_india, "factor");
  MONAZITE_BIND(talks, linkage_cost_japan, "factor");
}

void bind_levers(Bindings& table) {
  MONAZITE_BIND(levers, direction_delay_days, "days");
  MONAZITE_BIND(levers, direction_seen_days, "days");
  MONAZITE_BIND(levers, notification_delay_days, "days");
  MONAZITE_BIND(levers, request_press_days, "days");
  MONAZITE_BIND(levers, leak_credibility, "share");
  MONAZITE_BIND(levers, renegotiation_months, "months");
}
#undef MONAZITE_BIND

Bindings all_numbers() {
  Bindings table;
  bind_ore(table);
  bind_refinery(table);
  bind_plants(table);
  bind_market(table);
  bind_japan(table);
  bind_regime(table);
  bind_politics(table);
  bind_trust(table);
  bind_appraisal(table);
  bind_talks(table);
  bind_levers(table);
  return table;
}

}  // namespace

const std::vector<NumberBinding>& number_bindings() {
  static const std::vector<NumberBinding> kTable = all_numbers();
  return kTable;
}

const std::vector<SwitchBinding>& switch_bindings() {
  using equations::Switches;
  static const std::vector<SwitchBinding> kTable = {
      {"material", &Switches::material},
      {"audience", &Switches::audience},
      {"relationship", &Switches::relationship},
      {"trust", &Switches::trust},
      {"hoarding", &Switches::hoarding},
      {"plants", &Switches::plants},
      {"technology", &Switches::technology},
      {"magnets", &Switches::magnets},
      {"leverage", &Switches::leverage},
      {"acts", &Switches::acts},
      {"noise", &Switches::noise},
      {"private_types", &Switches::private_types},
  };
  return kTable;
}

double* numbers_of(Parameters& parameters, const NumberBinding& binding) {
  return reinterpret_cast<double*>(&parameters) + binding.offset;
}

const double* numbers_of(const Parameters& parameters, const NumberBinding& binding) {
  return reinterpret_cast<const double*>(&parameters) + binding.offset;
}

double* find_number(Parameters& parameters, std::string_view key) {
  for (const NumberBinding& binding : number_bindings()) {
    const std::string whole = binding.group + "." + binding.name;
    if (!binding.list) {
      if (key == whole) return numbers_of(parameters, binding);
      continue;
    }
    for (std::size_t i = 0; i < binding.count; ++i) {
      if (key == whole + "[" + std::to_string(i) + "]") return numbers_of(parameters, binding) + i;
    }
  }
  return nullptr;
}

}  // namespace monazite::scenarios
