#include <algorithm>
#include <cmath>

#include <world/equations/shapes.hpp>
#include <world/mandates/company_options.hpp>
#include <world/mandates/supply_views.hpp>

namespace monazite::mandates {
namespace {

constexpr double kNeverMonths = 1e4;    // plants that are never built
constexpr double kRunningMonths = -60;  // plants that run

double months_to_start(const equations::Parameters& parameters, bool run, double announced,
                       double slip) {
  if (!parameters.switches.plants) return kNeverMonths;
  if (run) return kRunningMonths;
  return std::max(2.0, announced + slip);
}

/// What both sides have from the memorandum and the plants, in the same words.
void common_part(const equations::Parameters& parameters, const treaty::MouTerms& memorandum,
                 double output_t, SupplyView& view) {
  const auto& refinery = parameters.refinery;
  view.index_log_sd = parameters.market.price_log_sd;
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
}

}  // namespace

double expected_index(const equations::Market& market, double six_month_mean) {
  return 0.5 * six_month_mean +
         0.5 * (1 + market.outside_premium) * market.marginal_cost_usd_per_kg;
}

double feed_t_per_year(const equations::Refinery& refinery, double japan_t_per_year) {
  return japan_t_per_year / (refinery.japan_share * refinery.recovery);
}

double shortage_chance(const equations::Parameters& parameters, int regime_light, double cover_days,
                       bool short_now) {
  const auto& regime = parameters.regime;
  const double stop = regime.risk_light[static_cast<std::size_t>(std::clamp(regime_light, 0, 2))];
  const double lost_days = parameters.japan.china_share * regime.cut_light_stopped * 180;
  return 0.12 * stop * equations::logistic((lost_days - cover_days) / 25) +
         0.02 * equations::logistic((45 - cover_days) / 10) + (short_now ? 0.1 : 0.0);
}

KeptWorth kept_worth(const equations::Parameters& parameters, const IrelSituation& situation,
                     double discount_per_year) {
  const auto& plants = parameters.plants;
  const auto& appraisal = parameters.appraisal;
  const double start =
      months_to_start(parameters, situation.plants_run, situation.months_to_announced_start,
                      situation.slip_belief_months);
  const double wait_months = std::max(0.0, start);
  const double load =
      parameters.switches.plants
          ? std::clamp(plants.load * (1.15 - situation.slip_belief_months / 40), 0.0, 1.0)
          : 0.0;
  const double need = load * plants.capacity_t_per_year / plants.magnet_per_oxide;
  const double spare = situation.own_output_t_per_year - situation.promised_t_per_year;
  const double ramp = situation.plants_run ? 1.0 : 0.67;
  // Never built: what piles up is weighed over the horizon of a long plan and no further.
  const double wait_years = std::min(wait_months / 12, 10.0);
  const double gap_before =
      3 * need * ramp - 3 * spare - situation.indian_stock_t - wait_years * spare;
  const double needed_before = equations::logistic(gap_before / 600);
  const double stock_then =
      std::max(0.0, situation.indian_stock_t + (wait_years + 2) * spare - 2 * 0.5 * need);
  const double needed_after = equations::logistic((3 * (need - spare) - stock_then) / 600);
  const double used = situation.index_usd_per_kg * (1 + appraisal.import_premium_india) +
                      plants.shortfall_usd_per_kg_ndpr;
  const double sold =
      appraisal.surplus_worth * appraisal.feed_price_share * situation.index_usd_per_kg;
  KeptWorth worth;
  worth.before = std::exp(-discount_per_year * wait_years) *
                     (needed_before * used + (1 - needed_before) * sold) -
                 appraisal.separation_cost * (0.3 + 0.7 * needed_before) -
                 appraisal.storage_cost * (wait_years + 0.5);
  worth.after = needed_after * used + (1 - needed_after) * sold -
                appraisal.separation_cost * (0.3 + 0.7 * needed_after) -
                0.5 * appraisal.storage_cost;
  return worth;
}

SupplyView irel_view(const equations::Parameters& parameters, const IrelCharacter& character,
                     const SupplyHabits& habits, const IrelSituation& situation) {
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
  view.term_musd_per_year = character.term_musd_per_year;
  view.partnership_musd_per_year = habits.partnership_musd_per_year;
  view.discount_per_year = character.discount_per_year;
  view.months_to_plants =
      months_to_start(parameters, situation.plants_run, situation.months_to_announced_start,
                      situation.slip_belief_months);
  view.month_to_month = situation.month_to_month;
  view.habits = habits;
  return view;
}

SupplyView toyotsu_view(const equations::Parameters& parameters, const ToyotsuCharacter& character,
                        const SupplyHabits& habits, const ToyotsuSituation& situation) {
  const double chance = shortage_chance(parameters, situation.regime_light,
                                        situation.customers_cover_days, situation.customers_short);
  const double security =
      situation.security_scale * character.security_passed_on *
      (parameters.japan.security_usd_per_kg + 0.5 * parameters.japan.loss_usd_per_kg_ndpr * chance);
  const double delivered = parameters.refinery.recovery * situation.export_share;
  SupplyView view;
  common_part(parameters, situation.memorandum, situation.own_output_t_per_year, view);
  view.side = -1;
  view.index_usd_per_kg = situation.index_usd_per_kg;
  view.light_usd_per_kg = character.light_share * situation.light_usd_per_kg;
  view.unit_before = delivered * (situation.index_usd_per_kg + security) -
                     parameters.refinery.cost_usd_per_kg_ndpr * situation.cost_scale;
  view.unit_after = view.unit_before;
  view.unit_slope_per_t = delivered * security * character.security_slope_per_t;
  view.flow_now = situation.flow_now;
  view.flow_trust = situation.flow_trust;
  view.cash_need_musd_per_year = situation.cash_need_musd_per_year;
  view.distress = character.supplier_survival;
  view.idle_musd_per_year = parameters.refinery.idle_cost_musd_per_year;
  view.term_musd_per_year = character.continuity_musd_per_year;
  view.partnership_musd_per_year = habits.partnership_musd_per_year;
  view.discount_per_year = parameters.appraisal.discount_japan;
  view.months_to_plants =
      months_to_start(parameters, situation.plants_run, situation.months_to_announced_start,
                      character.slip_belief_months);
  view.month_to_month = situation.month_to_month;
  view.habits = habits;
  return view;
}

}  // namespace monazite::mandates
