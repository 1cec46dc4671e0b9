// Numbers of politics, appraisal and acts.
#include <world/scenarios/detail/bind.hpp>

namespace monazite::scenarios::detail {
namespace {

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
  MONAZITE_BIND(appraisal, finance_steps_india_bn_jpy, "bn JPY");
  MONAZITE_BIND(appraisal, finance_counted_india, "factor");
  MONAZITE_BIND(appraisal, finance_steps_japan_bn_jpy, "bn JPY");
  MONAZITE_BIND(appraisal, finance_counted_japan, "factor");
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
  MONAZITE_BIND(appraisal, joint_venture_effect, "factor");
  MONAZITE_BIND(appraisal, heavy_before_plants, "share");
  MONAZITE_BIND(appraisal, magnets_noticed_t_per_year, "t NdFeB/year");
  MONAZITE_BIND(appraisal, audience_technology_quiet, "share");
  MONAZITE_BIND(appraisal, signature_near_summit, "factor");
  MONAZITE_BIND(appraisal, summit_near_days, "days");
  MONAZITE_BIND(appraisal, prospect_share, "share");
  MONAZITE_BIND(appraisal, friendship_at_stake, "share");
  MONAZITE_BIND(appraisal, friendship_without_trust, "share");
}

void bind_expectations(Bindings& table) {
  MONAZITE_BIND(expectations, recent_price_weight, "share");
  MONAZITE_BIND(expectations, plant_date_width_months, "months");
  MONAZITE_BIND(expectations, plants_soonest_months, "months");
  MONAZITE_BIND(expectations, load_without_slip, "factor");
  MONAZITE_BIND(expectations, slip_that_ends_plans_months, "months");
  MONAZITE_BIND(expectations, slip_seen_from_japan_months, "months");
  MONAZITE_BIND(expectations, slip_seen_by_irel_months, "months");
  MONAZITE_BIND(expectations, need_horizon_years, "years");
  MONAZITE_BIND(expectations, need_gap_width_t, "t NdPr");
  MONAZITE_BIND(expectations, ramp_need_share, "share");
  MONAZITE_BIND(expectations, ramp_years, "years");
  MONAZITE_BIND(expectations, ramp_use_share, "share");
  MONAZITE_BIND(expectations, longest_wait_years, "years");
  MONAZITE_BIND(expectations, stop_days, "days");
  MONAZITE_BIND(expectations, stop_width_days, "days");
  MONAZITE_BIND(expectations, stop_shortage, "share");
  MONAZITE_BIND(expectations, thin_cover_days, "days");
  MONAZITE_BIND(expectations, thin_cover_width_days, "days");
  MONAZITE_BIND(expectations, thin_cover_shortage, "share");
  MONAZITE_BIND(expectations, unmet_shortage, "share");
  MONAZITE_BIND(expectations, unmet_share_in_full, "share");
  MONAZITE_BIND(expectations, loss_share, "share");
  MONAZITE_BIND(expectations, trust_by_signature, "share");
  MONAZITE_BIND(expectations, asks_as_heat, "factor");
  MONAZITE_BIND(expectations, doubt_when_hot, "share");
  MONAZITE_BIND(expectations, cap_expected_to_last, "share");
  MONAZITE_BIND(expectations, magnet_cut_share_of_year, "share");
  MONAZITE_BIND(expectations, magnet_stock_usable, "share");
  MONAZITE_BIND(expectations, magnet_stock_later_months, "months");
  MONAZITE_BIND(expectations, no_deal_years, "years");
}

void bind_worth_to_india(Bindings& table) {
  MONAZITE_BIND(worth_to_india, separation_in_any_case, "share");
  MONAZITE_BIND(worth_to_india, storage_years, "years");
  MONAZITE_BIND(worth_to_india, diversion_before_plants, "share");
  MONAZITE_BIND(worth_to_india, diversion_after_plants, "share");
  MONAZITE_BIND(worth_to_india, term_cost_musd_per_year, "M/year");
  MONAZITE_BIND(worth_to_india, heavy_factor, "factor");
  MONAZITE_BIND(worth_to_india, technology_once_plants_run, "factor");
  MONAZITE_BIND(worth_to_india, technology_discount_per_year, "per year");
  MONAZITE_BIND(worth_to_india, technology_without_trust, "share");
  MONAZITE_BIND(worth_to_india, magnets_convenience_musd_per_t, "M/t");
  MONAZITE_BIND(worth_to_india, audience_magnets, "share");
  MONAZITE_BIND(worth_to_india, audience_magnets_heat, "share");
  MONAZITE_BIND(worth_to_india, audience_technology, "share");
  MONAZITE_BIND(worth_to_india, audience_going_back_quiet, "share");
  MONAZITE_BIND(worth_to_india, relationship_flow, "per year");
}

void bind_worth_to_japan(Bindings& table) {
  MONAZITE_BIND(worth_to_japan, refinery_margin, "share");
  MONAZITE_BIND(worth_to_japan, crowding_per_t, "per t");
  MONAZITE_BIND(worth_to_japan, diversion_security, "share");
  MONAZITE_BIND(worth_to_japan, diversion_cost_usd_per_kg, "USD/kg");
  MONAZITE_BIND(worth_to_japan, joint_venture_magnets_musd_per_kt, "M/kt");
  MONAZITE_BIND(worth_to_japan, joint_venture_technology_musd_per_kt, "M/kt");
  MONAZITE_BIND(worth_to_japan, heavy_factor, "factor");
  MONAZITE_BIND(worth_to_japan, heavy_factor_scarce, "factor");
  MONAZITE_BIND(worth_to_japan, heavy_scarce_days, "days");
  MONAZITE_BIND(worth_to_japan, heavy_scarce_width_days, "days");
  MONAZITE_BIND(worth_to_japan, term_worth_musd_per_year, "M/year");
  MONAZITE_BIND(worth_to_japan, magnets_any_origin, "factor");
  MONAZITE_BIND(worth_to_japan, magnets_first_cost, "factor");
  MONAZITE_BIND(worth_to_japan, magnets_cost_step_t_per_year, "t NdFeB/year");
  MONAZITE_BIND(worth_to_japan, magnets_heavy_content, "kg/kg");
  MONAZITE_BIND(worth_to_japan, magnets_heavy_factor, "factor");
  MONAZITE_BIND(worth_to_japan, magnets_heavy_factor_scarce, "factor");
  MONAZITE_BIND(worth_to_japan, magnets_heavy_factor_later, "factor");
  MONAZITE_BIND(worth_to_japan, magnets_security, "kg/kg");
  MONAZITE_BIND(worth_to_japan, audience_technology, "share");
  MONAZITE_BIND(worth_to_japan, audience_magnets, "share");
  MONAZITE_BIND(worth_to_japan, relationship_flow, "per year");
}

void bind_acts(Bindings& table) {
  MONAZITE_BIND(acts, breach_near_summit, "factor");
  MONAZITE_BIND(acts, breach_during_talks, "factor");
  MONAZITE_BIND(acts, breach_of_signed_deal, "factor");
  MONAZITE_BIND(acts, breach_small, "share");
  MONAZITE_BIND(acts, lawful_when_quiet, "share");
  MONAZITE_BIND(acts, hot_heat, "heat");
  MONAZITE_BIND(acts, hot_heat_width, "heat");
  MONAZITE_BIND(acts, leverage_under_deal, "factor");
  MONAZITE_BIND(acts, fresh_order_cost, "factor");
  MONAZITE_BIND(acts, fresh_order_months, "months");
  MONAZITE_BIND(acts, request_audience, "share");
  MONAZITE_BIND(acts, request_friendship, "share");
  MONAZITE_BIND(acts, request_effort_musd, "M");
  MONAZITE_BIND(acts, request_repeated_musd, "M");
  MONAZITE_BIND(acts, notification_friendship, "share");
  MONAZITE_BIND(acts, notification_near_summit, "factor");
  MONAZITE_BIND(acts, notification_of_stop, "factor");
  MONAZITE_BIND(acts, leak_friendship, "share");
  MONAZITE_BIND(acts, attention_to_talks, "share");
  MONAZITE_BIND(acts, attention_to_leaks, "share");
  MONAZITE_BIND(acts, talks_hesitation_musd, "M");
  MONAZITE_BIND(acts, talks_cost_musd, "M");
  MONAZITE_BIND(acts, talks_refusal_friendship, "share");
  MONAZITE_BIND(acts, talks_per_ask_musd, "M");
  MONAZITE_BIND(acts, talks_per_heat_musd, "M");
  MONAZITE_BIND(acts, talks_per_flow_held_musd, "M");
  MONAZITE_BIND(acts, talks_per_pressure_musd, "M");
  MONAZITE_BIND(acts, talks_damping, "share");
  MONAZITE_BIND(acts, release_months, "months");
  MONAZITE_BIND(acts, release_cover_days, "days");
  MONAZITE_BIND(acts, release_width_days, "days");
  MONAZITE_BIND(acts, release_premium, "share");
  MONAZITE_BIND(acts, release_handling_usd_per_kg, "USD/kg");
  MONAZITE_BIND(acts, firm_noise, "factor");
}

void bind_clearance(Bindings& table) {
  MONAZITE_BIND(clearance, majority, "share");
  MONAZITE_BIND(clearance, overrule_musd, "M");
  MONAZITE_BIND(clearance, veto_tolerance_musd, "M");
  MONAZITE_BIND(clearance, vote_tolerance_india_musd, "M");
  MONAZITE_BIND(clearance, vote_tolerance_japan_musd, "M");
}

}  // namespace

void bind_conduct(Bindings& table) {
  bind_politics(table);
  bind_trust(table);
  bind_appraisal(table);
  bind_expectations(table);
  bind_worth_to_india(table);
  bind_worth_to_japan(table);
  bind_acts(table);
  bind_clearance(table);
}

}  // namespace monazite::scenarios::detail
