#include <world/mandates/company_irel.hpp>

namespace monazite::mandates {

IrelMandate::IrelMandate(const CompanySetup& setup, const equations::Parameters& parameters,
                         const base::Draws& draws)
    : SupplyPartner(setup, parameters, draws) {}

void IrelMandate::revise(Change change) {
  if (change != Change::kWorld) return;
  const double light =
      beliefs_.reading(v1::QUANTITY_PRICE_LIGHT, parameters_.market.light_anchor_usd_per_kg);

  IrelSituation self;
  self.index_usd_per_kg = index();
  self.light_usd_per_kg = light;
  self.indian_stock_t =
      beliefs_.reading(v1::QUANTITY_INDIA_NDPR_STOCK, parameters_.ore.initial_indian_ndpr_stock_t);
  self.own_output_t_per_year = own_output();
  self.promised_t_per_year = promised_ndpr_t(contract_, memorandum_);
  self.months_to_announced_start = beliefs_.months_to_announced_start(today_, setup_.first_day);
  self.plants_run = beliefs_.plants_run();
  self.slip_belief_months =
      setup_.hindsight ? 0 : parameters_.expectations.slip_seen_by_irel_months;
  self.kept_scale = private_type(0);
  self.flow_now = flow_now();
  self.cash_need_musd_per_year = cash_need();
  self.memorandum = memorandum_;
  self.month_to_month = month_to_month();

  ToyotsuSituation partner;
  partner.index_usd_per_kg = index();
  partner.light_usd_per_kg = light;
  partner.regime_light = beliefs_.regime_light();
  partner.customers_cover_days =
      beliefs_.reading(v1::QUANTITY_MAKER_COVER, parameters_.japan.target_cover_days) +
      parameters_.japan.state_stock_days;
  partner.flow_now = self.flow_now;
  partner.export_share = export_share();
  partner.security_scale = belief_error(table_opened(), 0);
  partner.cost_scale = belief_error(table_opened(), 1);
  partner.own_output_t_per_year = self.own_output_t_per_year;
  partner.months_to_announced_start = self.months_to_announced_start;
  partner.plants_run = self.plants_run;
  partner.cash_need_musd_per_year = self.cash_need_musd_per_year;
  partner.memorandum = memorandum_;
  partner.month_to_month = self.month_to_month;
  appraise_with(irel_view(parameters_, self), toyotsu_view(parameters_, partner));
}

CompanyMandate::Obstacle IrelMandate::obstacle_to(const treaty::SupplyTerms& terms) const {
  const double allowed = beliefs_.feed_factor() * contract_.reo_t_per_month;
  if (beliefs_.feed_factor() < 1 && terms.reo_t_per_month > allowed + 1e-9)
    return Obstacle::kDirection;
  const double light = parameters_.refinery.light_only_ndpr_share;
  if (beliefs_.light_only() && terms.ndpr_share > light + 1e-9) return Obstacle::kDirection;
  const Obstacle memorandum = memorandum_obstacle(terms);
  if (memorandum != Obstacle::kNone) return memorandum;
  return promised_ndpr_t(terms, memorandum_) > own_output() ? Obstacle::kTonnes : Obstacle::kNone;
}

}  // namespace monazite::mandates
