#include <algorithm>
#include <cmath>

#include <world/equations/linkage.hpp>
#include <world/equations/shapes.hpp>
#include <world/mandates/japan_coefficients.hpp>

namespace monazite::mandates {
namespace {

using equations::clip;
using equations::logistic;
using equations::positive_part;

double heavy_scarcity(const equations::WorthToJapan& worth, const Beliefs& beliefs) {
  return logistic((worth.heavy_scarce_days - beliefs.heavy_cover_days) /
                  worth.heavy_scarce_width_days);
}

}  // namespace

SupplyOutlook supply_outlook(const Outlook& outlook) {
  const auto& [p, b, type, today, hindsight] = outlook;
  const equations::Expectations& e = p.expectations;
  SupplyOutlook view;
  const double need_per_day = b.maker_need_t_per_month / kDaysPerMonth;
  const double late_t = b.late_cargoes * promised_ndpr_t(b) / 12 / p.refinery.cargoes_per_month;
  view.cover_days = b.maker_cover_days + b.state_cover_days - late_t / need_per_day;

  const double unmet_share = b.maker_unmet_t / b.maker_need_t_per_month;
  view.short_chance = shortage_chance(p, b.regime_light, view.cover_days,
                                      std::min(1.0, unmet_share / e.unmet_share_in_full));
  view.security_usd_per_kg =
      p.japan.security_usd_per_kg * type.security +
      e.loss_share * p.japan.loss_usd_per_kg_ndpr * type.shortfall * view.short_chance;

  const double trust = b.japan_in_india.share();
  view.trust_in_deal = trust + e.trust_by_signature * (1 - trust);
  // Doubt comes from politics at home in India; without audience terms nobody sees it.
  const double hot = p.switches.audience ? std::min(1.0, b.heat + e.asks_as_heat * b.asks) : 0;
  view.trust_without = trust * (1 - e.doubt_when_hot * hot);
  return view;
}

double shortage_chance(const equations::Parameters& parameters, int regime_light, double cover_days,
                       double short_now) {
  const equations::Expectations& e = parameters.expectations;
  const auto& regime = parameters.regime;
  const double risk = regime.risk_light[static_cast<std::size_t>(std::clamp(regime_light, 0, 2))];
  const double lost_days = parameters.japan.china_share * regime.cut_light_stopped * e.stop_days;
  return e.stop_shortage * risk * logistic((lost_days - cover_days) / e.stop_width_days) +
         e.thin_cover_shortage *
             logistic((e.thin_cover_days - cover_days) / e.thin_cover_width_days) +
         e.unmet_shortage * short_now;
}

double doubt_without_deal(const SupplyOutlook& view) {
  return view.trust_without / view.trust_in_deal;
}

double months_to_plants_seen_from_japan(const Outlook& outlook) {
  if (!outlook.parameters.switches.plants) return kNoPlantsMonths;
  if (outlook.beliefs.plants_run()) return 0;
  const equations::Expectations& e = outlook.parameters.expectations;
  const double slip = outlook.hindsight ? 0 : e.slip_seen_from_japan_months;
  return std::max(e.plants_soonest_months, months_to_announced(outlook) + slip);
}

Appraiser japan_appraiser(const Outlook& outlook, const OfficeSetup& office,
                          const PlantAnnuities& annuities) {
  const auto& [p, b, type, today, hindsight] = outlook;
  const equations::Appraisal& a = p.appraisal;
  const equations::WorthToJapan& w = p.worth_to_japan;
  const SupplyOutlook view = supply_outlook(outlook);
  const double price = expected_price(outlook);
  const double theta = view.trust_in_deal;
  const double security = office.security * view.security_usd_per_kg;

  Coefficients c;
  if (p.switches.material) {
    const double margin =
        theta *
        (security + office.price * w.refinery_margin *
                        ((1 - a.feed_price_share) * price - p.refinery.cost_usd_per_kg_ndpr));
    c.margin_before_usd_per_kg = margin;
    c.margin_after_usd_per_kg = margin;
    c.crowding_usd_per_kg_per_t = security * w.crowding_per_t * theta;
    c.premium_usd_per_kg = -office.price * a.feed_price_share * price * theta;
    c.floor_share = -office.price * a.feed_price_share * theta * a.floor_felt_by_japan;
    c.light_usd_per_kg = p.refinery.light_net_share * office.price * b.price_light;
    c.diversion_before_usd_per_kg =
        -theta * (w.diversion_security[0] * security + w.diversion_cost_usd_per_kg[0]);
    c.diversion_after_usd_per_kg =
        -theta * (w.diversion_security[1] * security + w.diversion_cost_usd_per_kg[1]);
    c.magnets = -office.magnets;
    if (p.switches.technology) {
      c.technology = -office.technology;
      c.joint_venture_musd_per_t = (w.joint_venture_magnets_musd_per_kt * office.magnets -
                                    w.joint_venture_technology_musd_per_kt * office.technology) *
                                   1e-3;
    }
    c.finance = -office.finance;
    c.heavy_musd_per_t = -office.magnets * b.price_heavy * 1e-3 *
                         (w.heavy_factor + w.heavy_factor_scarce * heavy_scarcity(w, b));
    c.term_musd_per_year = w.term_worth_musd_per_year * office.security;
  }
  if (p.switches.audience) {
    const double scale = office.audience * a.audience_japan * type.audience;
    c.audience_technology = p.switches.technology ? -scale * w.audience_technology *
                                                        (a.audience_technology_quiet + b.pressure)
                                                  : 0;
    c.audience_magnets = -scale;
  }
  if (p.switches.relationship) {
    const double scale = office.relationship * a.relationship_japan * type.relationship;
    c.relationship_musd_per_year = scale * w.relationship_flow;
    c.signature_musd =
        scale * a.relationship_signature * (near_summit(outlook) ? a.signature_near_summit : 1);
  }
  return {c, annuities};
}

JapanClauses::JapanClauses(const Outlook& outlook)
    : parameters_(outlook.parameters),
      price_(expected_price(outlook)),
      price_heavy_(outlook.beliefs.price_heavy),
      heavy_scarcity_(heavy_scarcity(outlook.parameters.worth_to_japan, outlook.beliefs)),
      security_extra_(supply_outlook(outlook).security_usd_per_kg -
                      outlook.parameters.japan.security_usd_per_kg * outlook.type.security),
      magnet_scale_(outlook.type.magnets),
      technology_scale_(outlook.type.technology),
      pressure_(outlook.beliefs.pressure),
      linkage_bn_jpy_(linkage_near_summit(outlook)) {}

double JapanClauses::premium(double share) const {
  return share > 0 ? share * parameters_.appraisal.above_index_loss_japan : share;
}

double JapanClauses::floor_gain_usd_per_kg(double floor_usd_per_kg) const {
  return equations::mean_price_with_floor(price_, floor_usd_per_kg,
                                          parameters_.market.price_log_sd) -
         price_;
}

MagnetWorth JapanClauses::magnets(double t_per_year, bool made_in_japan) const {
  const equations::WorthToJapan& w = parameters_.worth_to_japan;
  const double t = 1e-3 * t_per_year * (made_in_japan ? 1 : w.magnets_any_origin);
  const double own_cost = parameters_.japan.magnet_cost_usd_per_kg * magnet_scale_ *
                          (w.magnets_first_cost + t_per_year / w.magnets_cost_step_t_per_year);
  const double heavy = w.magnets_heavy_content * price_heavy_;
  MagnetWorth result;
  result.first_year =
      t * (own_cost +
           heavy * (w.magnets_heavy_factor + w.magnets_heavy_factor_scarce * heavy_scarcity_) +
           w.magnets_security * security_extra_);
  result.later = t * (own_cost + w.magnets_heavy_factor_later * heavy);
  result.audience_first_year = w.audience_magnets * pressure_ * t_per_year /
                               parameters_.appraisal.magnets_noticed_t_per_year;
  return result;
}

double JapanClauses::technology(int level) const {
  const auto& appraisal = parameters_.appraisal;
  return appraisal.technology_cost_scale * technology_scale_ *
         appraisal.technology_cost_musd[static_cast<std::size_t>(std::clamp(level, 0, 4))];
}

double JapanClauses::finance(double bn_jpy) const {
  const equations::Appraisal& a = parameters_.appraisal;
  return a.finance_cost_japan *
         equations::counted_in_steps(bn_jpy, a.finance_steps_japan_bn_jpy,
                                     a.finance_counted_japan) *
         equations::linkage_factor(linkage_bn_jpy_, parameters_.talks.linkage_cost_japan, bn_jpy);
}

}  // namespace monazite::mandates
