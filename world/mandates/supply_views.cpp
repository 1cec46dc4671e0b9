#include <algorithm>
#include <cmath>

#include <world/equations/shapes.hpp>
#include <world/mandates/company_options.hpp>
#include <world/mandates/japan_coefficients.hpp>
#include <world/mandates/supply_views.hpp>

namespace monazite::mandates {
namespace {

constexpr double kNeverMonths = 1e4;    // plants that are never built
constexpr double kRunningMonths = -60;  // plants that run

double months_to_start(const equations::Parameters& parameters, bool run, double announced,
                       double slip) {
  if (!parameters.switches.plants) return kNeverMonths;
  if (run) return kRunningMonths;
  return std::max(parameters.expectations.plants_soonest_months, announced + slip);
}

/// What both sides have from the memorandum and the plants, in the same words.
void common_part(const equations::Parameters& parameters, const treaty::MouTerms& memorandum,
                 double output_t, SupplyView& view) {
  const auto& refinery = parameters.refinery;
  view.index_log_sd = parameters.market.price_log_sd;
  view.upside_from_usd_per_kg = parameters.treaty.upside_from_usd_per_kg;
  view.plant_date_width_months = parameters.expectations.plant_date_width_months;
  view.feed_price_share = parameters.appraisal.feed_price_share;
  view.intake_t_per_year = refinery.intake_t_per_year;
  view.reo_limit_t_per_year = feed_t_per_year(refinery, memorandum.volume_t_per_year);
  view.reo_limit_after_t_per_year = view.reo_limit_t_per_year * memorandum.share_after_plants;
  view.mix_limit = memorandum.ndpr_share;
  view.ndpr_available_t_per_year = output_t;
  view.memorandum_premium_percent = memorandum.premium_percent;
  view.memorandum_floor_usd_per_kg = memorandum.floor_usd_per_kg;
  view.material_on = parameters.switches.material;
  view.relationship_on = parameters.switches.relationship;
  view.partnership_musd_per_year = parameters.supply.partnership_musd_per_year;
  view.habits = parameters.supply;
}

}  // namespace

double feed_t_per_year(const equations::Refinery& refinery, double japan_t_per_year) {
  return japan_t_per_year / (refinery.japan_share * refinery.recovery);
}

KeptWorth kept_worth(const equations::Parameters& parameters, const IrelSituation& situation,
                     double discount_per_year) {
  const auto& plants = parameters.plants;
  const auto& appraisal = parameters.appraisal;
  const equations::Expectations& e = parameters.expectations;
  const equations::WorthToIndia& w = parameters.worth_to_india;
  const double start =
      months_to_start(parameters, situation.plants_run, situation.months_to_announced_start,
                      situation.slip_belief_months);
  const double wait_months = std::max(0.0, start);
  const double load =
      parameters.switches.plants
          ? std::clamp(plants.load * (e.load_without_slip -
                                      situation.slip_belief_months / e.slip_that_ends_plans_months),
                       0.0, 1.0)
          : 0.0;
  const double need = load * plants.capacity_t_per_year / plants.magnet_per_oxide;
  const double spare = situation.own_output_t_per_year - situation.promised_t_per_year;
  const double ramp = situation.plants_run ? 1.0 : e.ramp_need_share;
  // Never built: what piles up is weighed over the horizon of a long plan and no further.
  const double wait_years = std::min(wait_months / 12, e.longest_wait_years);
  const double gap_before = e.need_horizon_years * need * ramp - e.need_horizon_years * spare -
                            situation.indian_stock_t - wait_years * spare;
  const double needed_before = equations::logistic(gap_before / e.need_gap_width_t);
  const double stock_then =
      std::max(0.0, situation.indian_stock_t + (wait_years + e.ramp_years) * spare -
                        e.ramp_years * e.ramp_use_share * need);
  const double needed_after = equations::logistic(
      (e.need_horizon_years * (need - spare) - stock_then) / e.need_gap_width_t);
  const double used = situation.index_usd_per_kg * (1 + appraisal.import_premium_india) +
                      plants.shortfall_usd_per_kg_ndpr;
  const double sold =
      appraisal.surplus_worth * appraisal.feed_price_share * situation.index_usd_per_kg;
  const auto separation = [&](double needed) {
    return appraisal.separation_cost *
           (w.separation_in_any_case + (1 - w.separation_in_any_case) * needed);
  };
  KeptWorth worth;
  worth.before = std::exp(-discount_per_year * wait_years) *
                     (needed_before * used + (1 - needed_before) * sold) -
                 separation(needed_before) -
                 appraisal.storage_cost * (wait_years + w.storage_years);
  worth.after = needed_after * used + (1 - needed_after) * sold - separation(needed_after) -
                w.storage_years * appraisal.storage_cost;
  return worth;
}

SupplyView irel_view(const equations::Parameters& parameters, const IrelSituation& situation) {
  const equations::Irel& character = parameters.irel;
  const KeptWorth kept = kept_worth(parameters, situation, character.discount_per_year);
  const double felt = character.shortage_share * situation.kept_scale;
  const double cost = character.feed_cost_usd_per_kg * situation.cost_scale;
  SupplyView view;
  common_part(parameters, situation.memorandum, situation.own_output_t_per_year, view);
  view.side = 1;
  view.index_usd_per_kg = situation.index_usd_per_kg;
  view.light_usd_per_kg = parameters.refinery.light_price_share * situation.light_usd_per_kg;
  view.unit_before = -cost - felt * std::max(0.0, kept.before);
  view.unit_after = -cost - felt * std::max(0.0, kept.after);
  view.flow_now = situation.flow_now;
  view.cash_need_musd_per_year = situation.cash_need_musd_per_year;
  view.distress = character.distress;
  view.term_musd_per_year =
      -parameters.worth_to_india.term_cost_musd_per_year * character.shortage_share;
  view.discount_per_year = character.discount_per_year;
  view.months_to_plants =
      months_to_start(parameters, situation.plants_run, situation.months_to_announced_start,
                      situation.slip_belief_months);
  view.month_to_month = situation.month_to_month;
  return view;
}

SupplyView toyotsu_view(const equations::Parameters& parameters,
                        const ToyotsuSituation& situation) {
  const equations::Toyotsu& character = parameters.toyotsu;
  const double chance =
      shortage_chance(parameters, situation.regime_light, situation.customers_cover_days,
                      situation.customers_short ? 1 : 0);
  const double security =
      situation.security_scale * character.security_passed_on *
      (parameters.japan.security_usd_per_kg +
       parameters.expectations.loss_share * parameters.japan.loss_usd_per_kg_ndpr * chance);
  const double delivered = parameters.refinery.recovery * situation.export_share;
  SupplyView view;
  common_part(parameters, situation.memorandum, situation.own_output_t_per_year, view);
  view.side = -1;
  view.index_usd_per_kg = situation.index_usd_per_kg;
  view.light_usd_per_kg = parameters.refinery.light_net_share * situation.light_usd_per_kg;
  view.unit_before = delivered * (situation.index_usd_per_kg + security) -
                     parameters.refinery.cost_usd_per_kg_ndpr * situation.cost_scale;
  view.unit_after = view.unit_before;
  view.unit_slope_per_t = delivered * security * parameters.worth_to_japan.crowding_per_t;
  view.flow_now = situation.flow_now;
  view.flow_trust = situation.flow_trust;
  view.cash_need_musd_per_year = situation.cash_need_musd_per_year;
  view.distress = character.supplier_survival;
  view.idle_musd_per_year = parameters.refinery.idle_cost_musd_per_year;
  view.term_musd_per_year = character.continuity_musd_per_year;
  view.discount_per_year = parameters.appraisal.discount_japan;
  view.months_to_plants =
      months_to_start(parameters, situation.plants_run, situation.months_to_announced_start,
                      parameters.expectations.slip_seen_from_japan_months);
  view.month_to_month = situation.month_to_month;
  return view;
}

}  // namespace monazite::mandates
