// Numbers of talks, levers, treaties and firms.
#include <world/scenarios/detail/bind.hpp>

namespace monazite::scenarios::detail {
namespace {

void bind_talks(Bindings& table) {
  MONAZITE_BIND(talks, meetings_to_full_concession, "meetings");
  MONAZITE_BIND(talks, meeting_gap_days_min, "days");
  MONAZITE_BIND(talks, meeting_gap_days_max, "days");
  MONAZITE_BIND(talks, exchanges_per_meeting, "offers");
  MONAZITE_BIND(talks, urgency_weight, "meetings");
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
  MONAZITE_BIND(talks, urgency_loss_india_musd, "M");
  MONAZITE_BIND(talks, urgency_loss_japan_musd, "M");
  MONAZITE_BIND(talks, urgency_heat_or_flow, "factor");
  MONAZITE_BIND(talks, urgency_cover_days, "days");
  MONAZITE_BIND(talks, summit_notice_days, "days");
  MONAZITE_BIND(talks, mediation_after_meetings, "meetings");
  MONAZITE_BIND(talks, patience_per_meeting, "factor");
}

void bind_levers(Bindings& table) {
  MONAZITE_BIND(levers, direction_delay_days, "days");
  MONAZITE_BIND(levers, direction_seen_days, "days");
  MONAZITE_BIND(levers, notification_delay_days, "days");
  MONAZITE_BIND(levers, request_press_days, "days");
  MONAZITE_BIND(levers, leak_credibility, "share");
  MONAZITE_BIND(levers, renegotiation_months, "months");
}

void bind_treaty(Bindings& table) {
  MONAZITE_BIND(treaty, magnets_delay_months, "months");
  MONAZITE_BIND(treaty, technology_delay_months, "months");
  MONAZITE_BIND(treaty, finance_months, "months");
  MONAZITE_BIND(treaty, honoured_from, "share");
  MONAZITE_BIND(treaty, disuse_months, "months");
  MONAZITE_BIND(treaty, performance_tolerance, "share");
  MONAZITE_BIND(treaty, remedy_months, "months");
  MONAZITE_BIND(treaty, upside_from_usd_per_kg, "USD/kg");
}

void bind_irel(Bindings& table) {
  MONAZITE_BIND(irel, shortage_share, "share");
  MONAZITE_BIND(irel, discount_per_year, "per year");
  MONAZITE_BIND(irel, feed_cost_usd_per_kg, "USD/kg");
  MONAZITE_BIND(irel, cash_need_share, "share");
  MONAZITE_BIND(irel, distress, "factor");
}

void bind_toyotsu(Bindings& table) {
  MONAZITE_BIND(toyotsu, continuity_musd_per_year, "M/year");
  MONAZITE_BIND(toyotsu, security_passed_on, "share");
  MONAZITE_BIND(toyotsu, supplier_survival, "factor");
  MONAZITE_BIND(toyotsu, spot_discount, "share");
}

void bind_supply(Bindings& table) {
  MONAZITE_BIND(supply, take_risk, "share");
  MONAZITE_BIND(supply, direction_memory_years, "years");
  MONAZITE_BIND(supply, month_to_month_share, "share");
  MONAZITE_BIND(supply, month_to_month_hazard_per_year, "per year");
  MONAZITE_BIND(supply, advance_credited_years, "years");
  MONAZITE_BIND(supply, horizon_years, "years");
  MONAZITE_BIND(supply, partnership_musd_per_year, "M/year");
  MONAZITE_BIND(supply, renewal_years, "years");
  MONAZITE_BIND(supply, reopening_cost_musd, "M");
  MONAZITE_BIND(supply, reopening_cost_musd_per_year, "M/year");
}

void bind_allocation(Bindings& table) {
  MONAZITE_BIND(allocation, partnership_musd, "M");
  MONAZITE_BIND(allocation, security_felt, "share");
  MONAZITE_BIND(allocation, security_until_cover, "factor");
  MONAZITE_BIND(allocation, security_width, "factor");
  MONAZITE_BIND(allocation, state_stock_trusted, "share");
  MONAZITE_BIND(allocation, state_stock_for_car_makers, "share");
  MONAZITE_BIND(allocation, carrying_cost_per_year, "per year");
  MONAZITE_BIND(allocation, flexibility_insurance, "share");
}

}  // namespace

void bind_practice(Bindings& table) {
  bind_talks(table);
  bind_levers(table);
  bind_treaty(table);
  bind_irel(table);
  bind_toyotsu(table);
  bind_supply(table);
  bind_allocation(table);
}

}  // namespace monazite::scenarios::detail
