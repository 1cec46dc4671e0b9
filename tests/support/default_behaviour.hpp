#pragma once

#include <world/equations/parameters.hpp>

/// Numbers of behaviour for tests of single layers: what the scenario says when this was written.
/// Theirs is the file, and nothing here says where a number comes from.
namespace monazite::fixtures {

inline void set_behaviour_of_trade(equations::Parameters& p) {
  p.ore.availability_lowest = 0.3;
  p.ore.availability_highest = 1.15;
  p.ore.feed_share_of_store = 0.98;
  p.ore.feed_share_of_stored_ndpr = 0.99;
  p.ore.committable_share = 0.95;
  p.refinery.light_net_share = 0.2;
  p.refinery.clear_months = 3;
  p.refinery.stock_refill_months = 12;
  p.plants.importer_stock_most = 2;
  p.market.china_refill_months = 12;
  p.market.rate_musd_per_bn_jpy = 6.4;
  p.japan.magnet_return_stock_share = 0.5;
  p.japan.recycling_response_most = 2;
}

inline void set_behaviour_of_talks(equations::Parameters& p) {
  p.appraisal.joint_venture_effect = {0, 0.3, 0.7, 1, 1.1};
  p.appraisal.heavy_before_plants = 0.3;
  p.appraisal.magnets_noticed_t_per_year = 800;
  p.appraisal.audience_technology_quiet = 0.3;
  p.appraisal.signature_near_summit = 1.6;
  p.appraisal.summit_near_days = 61;
  p.appraisal.prospect_share = 0.6;
  p.appraisal.friendship_at_stake = 0.55;
  p.appraisal.friendship_without_trust = 0.4;
  p.talks.urgency_loss_india_musd = 5;
  p.talks.urgency_loss_japan_musd = 20;
  p.talks.urgency_heat_or_flow = 0.8;
  p.talks.urgency_cover_days = 60;
  p.talks.summit_notice_days = 120;
  p.talks.mediation_after_meetings = 2;
  p.talks.patience_per_meeting = 0.95;
}

inline void set_expectations(equations::Expectations& n) {
  n.recent_price_weight = 0.5;
  n.plant_date_width_months = 4;
  n.plants_soonest_months = 2;
  n.load_without_slip = 1.15;
  n.slip_that_ends_plans_months = 40;
  n.slip_seen_from_japan_months = 14;
  n.slip_seen_by_irel_months = 20;
  n.need_horizon_years = 3;
  n.need_gap_width_t = 600;
  n.ramp_need_share = 0.67;
  n.ramp_years = 2;
  n.ramp_use_share = 0.5;
  n.longest_wait_years = 10;
  n.stop_days = 180;
  n.stop_width_days = 25;
  n.stop_shortage = 0.12;
  n.thin_cover_days = 45;
  n.thin_cover_width_days = 10;
  n.thin_cover_shortage = 0.02;
  n.unmet_shortage = 0.1;
  n.unmet_share_in_full = 0.02;
  n.loss_share = 0.5;
  n.trust_by_signature = 0.5;
  n.asks_as_heat = 0.25;
  n.doubt_when_hot = 0.5;
  n.cap_expected_to_last = 0.5;
  n.magnet_cut_share_of_year = 0.55;
  n.magnet_stock_usable = 0.7;
  n.magnet_stock_later_months = 3;
  n.no_deal_years = 5;
}

inline void set_worth_to_india(equations::WorthToIndia& n) {
  n.separation_in_any_case = 0.3;
  n.storage_years = 0.5;
  n.diversion_before_plants = 0.075;
  n.diversion_after_plants = 0.75;
  n.term_cost_musd_per_year = 0.15;
  n.heavy_factor = 1.3;
  n.technology_once_plants_run = 0.4;
  n.technology_discount_per_year = 0.08;
  n.technology_without_trust = 0.5;
  n.magnets_convenience_musd_per_t = 0.002;
  n.audience_magnets = 0.15;
  n.audience_magnets_heat = 0.5;
  n.audience_technology = 0.18;
  n.audience_going_back_quiet = 0.25;
  n.relationship_flow = 0.18;
}

inline void set_worth_to_japan(equations::WorthToJapan& n) {
  n.refinery_margin = 0.9;
  n.crowding_per_t = 0.0005;
  n.diversion_security = {0.35, 0.6};
  n.diversion_cost_usd_per_kg = {2, 4};
  n.joint_venture_magnets_musd_per_kt = 2;
  n.joint_venture_technology_musd_per_kt = 7;
  n.heavy_factor = 0.5;
  n.heavy_factor_scarce = 2;
  n.heavy_scarce_days = 60;
  n.heavy_scarce_width_days = 15;
  n.term_worth_musd_per_year = 0.6;
  n.magnets_any_origin = 0.6;
  n.magnets_first_cost = 0.5;
  n.magnets_cost_step_t_per_year = 1500;
  n.magnets_heavy_content = 0.02;
  n.magnets_heavy_factor = 0.3;
  n.magnets_heavy_factor_scarce = 1.5;
  n.magnets_heavy_factor_later = 0.6;
  n.magnets_security = 0.165;
  n.audience_technology = 0.2;
  n.audience_magnets = 0.4;
  n.relationship_flow = 0.15;
}

inline void set_acts(equations::Acts& n) {
  n.breach_near_summit = 1.8;
  n.breach_during_talks = 1.4;
  n.breach_of_signed_deal = 1.8;
  n.breach_small = 0.3;
  n.lawful_when_quiet = 0.3;
  n.hot_heat = 0.5;
  n.hot_heat_width = 0.1;
  n.leverage_under_deal = 0.3;
  n.fresh_order_cost = 3;
  n.fresh_order_months = 4;
  n.request_audience = 0.35;
  n.request_friendship = 0.05;
  n.request_effort_musd = 1;
  n.request_repeated_musd = 1.2;
  n.notification_friendship = 0.25;
  n.notification_near_summit = 1.5;
  n.notification_of_stop = 1.3;
  n.leak_friendship = 0.4;
  n.attention_to_talks = 0.7;
  n.attention_to_leaks = 0.1;
  n.talks_hesitation_musd = 3;
  n.talks_cost_musd = 0.5;
  n.talks_refusal_friendship = 0.3;
  n.talks_per_ask_musd = 2;
  n.talks_per_heat_musd = 1.5;
  n.talks_per_flow_held_musd = 3;
  n.talks_per_pressure_musd = 1;
  n.talks_damping = 0.35;
  n.release_months = 0.5;
  n.release_cover_days = 20;
  n.release_width_days = 5;
  n.release_premium = 0.15;
  n.release_handling_usd_per_kg = 5;
  n.firm_noise = 0.15;
}

inline void set_clearance(equations::Clearance& n) {
  n.majority = 0.5;
  n.overrule_musd = 8;
  n.veto_tolerance_musd = 1;
  n.vote_tolerance_india_musd = 0;
  n.vote_tolerance_japan_musd = 1;
}

inline void set_treaty(equations::Treaty& n) {
  n.magnets_delay_months = 5;
  n.technology_delay_months = 6;
  n.finance_months = 24;
  n.honoured_from = 0.8;
  n.disuse_months = 24;
  n.performance_tolerance = 0.02;
  n.remedy_months = 6;
  n.upside_from_usd_per_kg = 150;
}

inline void set_irel(equations::Irel& n) {
  n.shortage_share = 0.4;
  n.discount_per_year = 0.12;
  n.feed_cost_usd_per_kg = 0;
  n.cash_need_share = 0.85;
  n.distress = 0.3;
}

inline void set_toyotsu(equations::Toyotsu& n) {
  n.continuity_musd_per_year = 0.35;
  n.security_passed_on = 0.35;
  n.supplier_survival = 0.15;
  n.spot_discount = 0.03;
}

inline void set_supply(equations::Supply& n) {
  n.take_risk = 0.1;
  n.direction_memory_years = 1;
  n.month_to_month_share = 0.9;
  n.month_to_month_hazard_per_year = 0.1;
  n.advance_credited_years = 2;
  n.horizon_years = 7;
  n.partnership_musd_per_year = 0.08;
  n.renewal_years = 3;
  n.reopening_cost_musd = 2;
  n.reopening_cost_musd_per_year = 0.5;
}

inline void set_allocation(equations::Allocation& n) {
  n.partnership_musd = 0.02;
  n.security_felt = 0.5;
  n.security_until_cover = 1.5;
  n.security_width = 0.25;
  n.state_stock_trusted = 0.5;
  n.state_stock_for_car_makers = 0.25;
  n.carrying_cost_per_year = 0.08;
  n.flexibility_insurance = 0.5;
}

inline void set_behaviour(equations::Parameters& p) {
  set_behaviour_of_trade(p);
  set_behaviour_of_talks(p);
  set_expectations(p.expectations);
  set_worth_to_india(p.worth_to_india);
  set_worth_to_japan(p.worth_to_japan);
  set_acts(p.acts);
  set_clearance(p.clearance);
  set_treaty(p.treaty);
  set_irel(p.irel);
  set_toyotsu(p.toyotsu);
  set_supply(p.supply);
  set_allocation(p.allocation);
}

}  // namespace monazite::fixtures
