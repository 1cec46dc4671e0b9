#include <algorithm>
#include <cmath>

#include <world/equations/linkage.hpp>
#include <world/equations/shapes.hpp>
#include <world/mandates/india_coefficients.hpp>

namespace monazite::mandates {
namespace {

using equations::clip;
using equations::logistic;
using equations::positive_part;

double ramp_share(const Outlook& outlook) {
  const equations::Expectations& e = outlook.parameters.expectations;
  const double first = e.ramp_need_share;
  if (!outlook.beliefs.plants_run()) return first;
  const double years = positive_part(-months_to_announced(outlook)) / 12;
  return clip(first + (1 - first) * years / e.ramp_years, first, 1);
}

double months_saved(const Outlook& outlook) {
  if (!outlook.beliefs.signed_deal) return 0;
  const auto& appraisal = outlook.parameters.appraisal;
  const int level = std::clamp(outlook.beliefs.terms.technology_level, 0, 4);
  return appraisal.technology_months_scale *
         appraisal.technology_months_saved[static_cast<std::size_t>(level)];
}

}  // namespace

PlantView plant_view(const Outlook& outlook, const OfficeSetup& office) {
  const auto& [p, b, type, today, hindsight] = outlook;
  const equations::Appraisal& a = p.appraisal;
  const equations::Expectations& e = p.expectations;
  const equations::WorthToIndia& w = p.worth_to_india;
  const double price = expected_price(outlook);
  const double slip = hindsight ? 0 : office.slip_belief_months;

  PlantView view;
  if (!p.switches.plants) {
    view.months_to_start = kNoPlantsMonths;
  } else {
    view.load = clip(p.plants.load * type.plant_load *
                         (e.load_without_slip - slip / e.slip_that_ends_plans_months),
                     0, 1);
    if (!b.plants_run()) {
      view.months_to_start = std::max(e.plants_soonest_months,
                                      months_to_announced(outlook) + slip - months_saved(outlook));
    }
  }
  const double tau_years = view.months_to_start / 12;
  const double need = view.load * p.plants.capacity_t_per_year / p.plants.magnet_per_oxide;
  view.need_ndpr_t_per_year = need;

  // Output left at home, and what it comes to against some years of need, now and then.
  const double left = b.india_output_ndpr_t_per_year - promised_ndpr_t(b);
  const double stock = b.india_stock_ndpr_t;
  const double gap_before = e.need_horizon_years * need * ramp_share(outlook) -
                            e.need_horizon_years * left - stock - tau_years * left;
  view.short_before = logistic(gap_before / e.need_gap_width_t);
  const double stock_then = positive_part(stock + (tau_years + e.ramp_years) * left -
                                          e.ramp_years * e.ramp_use_share * need);
  const double gap_after = e.need_horizon_years * (need - left) - stock_then;
  view.short_after = logistic(gap_after / e.need_gap_width_t);

  const double use =
      price * (1 + a.import_premium_india) + p.plants.shortfall_usd_per_kg_ndpr * type.shortfall;
  const double surplus = a.surplus_worth * a.feed_price_share * price;
  const auto separation = [&](double chance) {
    return a.separation_cost * (w.separation_in_any_case + (1 - w.separation_in_any_case) * chance);
  };
  const auto worth = [&](double chance) { return chance * use + (1 - chance) * surplus; };
  view.keep_before_usd_per_kg =
      std::exp(-office.discount_per_year * tau_years) * worth(view.short_before) -
      separation(view.short_before) - a.storage_cost * (tau_years + w.storage_years);
  view.keep_after_usd_per_kg =
      worth(view.short_after) - separation(view.short_after) - w.storage_years * a.storage_cost;
  return view;
}

Appraiser india_appraiser(const Outlook& outlook, const OfficeSetup& office) {
  const auto& [p, b, type, today, hindsight] = outlook;
  const equations::Appraisal& a = p.appraisal;
  const equations::WorthToIndia& w = p.worth_to_india;
  const PlantView view = plant_view(outlook, office);
  const double feed_price = a.feed_price_share * expected_price(outlook);
  const double q0 = baseline_ndpr_t(p);
  const double keep_before = positive_part(view.keep_before_usd_per_kg);

  Coefficients c;
  if (p.switches.material) {
    const double paid = office.revenue * (feed_price - type.feed_cost_usd_per_kg);
    c.margin_before_usd_per_kg = paid - office.shortage * keep_before;
    c.margin_after_usd_per_kg = paid - office.shortage * positive_part(view.keep_after_usd_per_kg);
    c.premium_usd_per_kg = office.revenue * feed_price;
    c.floor_share = office.revenue * a.feed_price_share;
    c.diversion_before_usd_per_kg = w.diversion_before_plants * office.shortage * keep_before;
    c.diversion_after_usd_per_kg = w.diversion_after_plants * office.shortage *
                                   positive_part(view.keep_after_usd_per_kg - feed_price);
    c.light_usd_per_kg = p.refinery.light_price_share * office.revenue * b.price_light;
    c.magnets = p.switches.magnets ? office.magnets : 0;
    const double until_then =
        b.plants_run() ? w.technology_once_plants_run
                       : std::exp(-w.technology_discount_per_year * view.months_to_start / 12);
    const double trust = b.india_in_japan.share();
    if (p.switches.technology) {
      c.technology = office.technology * view.load * p.plants.capacity_t_per_year / 12 *
                     p.plants.margin_usd_per_kg_magnet * 1e-3 * until_then *
                     (w.technology_without_trust + (1 - w.technology_without_trust) * trust);
      c.joint_venture_musd_per_t =
          office.technology * a.joint_venture_musd_per_kt * 1e-3 *
          std::exp(-w.technology_discount_per_year * view.months_to_start / 12);
    }
    c.finance = office.finance;
    c.heavy_musd_per_t = office.technology * b.price_heavy * 1e-3 * w.heavy_factor;
    c.term_musd_per_year = -w.term_cost_musd_per_year * office.shortage;
  }
  if (p.switches.audience) {
    const double scale = office.audience * a.audience_india * type.audience;
    c.audience_usd_per_kg = -scale * b.heat * 1000 / q0;
    c.going_back_usd_per_kg =
        -scale * a.audience_going_back * (w.audience_going_back_quiet + b.commitment) * 1000 / q0;
    c.audience_magnets = p.switches.magnets ? scale : 0;
    c.audience_technology = p.switches.technology ? scale * w.audience_technology *
                                                        (a.audience_technology_quiet + b.heat)
                                                  : 0;
  }
  if (p.switches.relationship) {
    const double scale = office.relationship * a.relationship_india * type.relationship;
    c.relationship_musd_per_year = scale * w.relationship_flow * b.japan_in_india.share();
    c.signature_musd =
        scale * a.relationship_signature * (near_summit(outlook) ? a.signature_near_summit : 1);
  }
  return {c, PlantAnnuities(office.discount_per_year, view.months_to_start,
                            p.expectations.plant_date_width_months)};
}

IndiaClauses::IndiaClauses(const Outlook& outlook)
    : parameters_(outlook.parameters),
      price_(expected_price(outlook)),
      need_t_per_year_(12 * outlook.beliefs.magnet_need_t_per_month),
      stock_t_(outlook.beliefs.magnets_t),
      trust_in_japan_(outlook.beliefs.india_in_japan.share()),
      risk_now_(outlook.parameters.regime.risk_magnet[static_cast<std::size_t>(
          std::clamp(outlook.beliefs.regime_magnet, 0, 2))]),
      loss_usd_per_kg_(outlook.parameters.plants.loss_usd_per_kg_magnet * outlook.type.magnets),
      heat_(outlook.beliefs.heat),
      linkage_bn_jpy_(linkage_near_summit(outlook)) {}

double IndiaClauses::premium(double share) const {
  return share < 0 ? share * parameters_.appraisal.below_index_loss_india : share;
}

double IndiaClauses::floor_gain_usd_per_kg(double floor_usd_per_kg) const {
  return equations::mean_price_with_floor(price_, floor_usd_per_kg,
                                          parameters_.market.price_log_sd) -
         price_;
}

double IndiaClauses::missing_t(double risk, double returned_t, double stock_t) const {
  return risk * parameters_.expectations.magnet_cut_share_of_year *
         positive_part(parameters_.plants.china_share * parameters_.regime.cut_magnet_tight *
                           need_t_per_year_ -
                       stock_t - returned_t);
}

MagnetWorth IndiaClauses::magnets(double t_per_year, bool made_in_japan) const {
  const auto& regime = parameters_.regime;
  const equations::Expectations& e = parameters_.expectations;
  const equations::WorthToIndia& w = parameters_.worth_to_india;
  const auto delivered = [&](double risk) {
    return t_per_year * trust_in_japan_ *
           (made_in_japan ? 1 : 1 - parameters_.japan.magnet_return_exposure * risk);
  };
  const auto worth = [&](double risk, double returned, double stock) {
    return (missing_t(risk, 0, stock) - missing_t(risk, returned, stock)) * loss_usd_per_kg_ *
               1e-3 +
           w.magnets_convenience_musd_per_t * returned;
  };
  const double now = delivered(risk_now_);
  const double later = delivered(regime.risk_magnet[0]);
  MagnetWorth result;
  result.first_year = worth(risk_now_, now, e.magnet_stock_usable * stock_t_);
  result.later = worth(regime.risk_magnet_long_run, later,
                       e.magnet_stock_later_months * need_t_per_year_ / 12);
  const double heard = std::min(1.0, now / parameters_.appraisal.magnets_noticed_t_per_year);
  result.audience_first_year = (w.audience_magnets + w.audience_magnets_heat * heat_) * heard;
  result.audience_later = w.audience_magnets * heard;
  return result;
}

double IndiaClauses::technology(int level) const {
  const auto& appraisal = parameters_.appraisal;
  return appraisal.technology_months_scale *
         appraisal.technology_months_saved[static_cast<std::size_t>(std::clamp(level, 0, 4))];
}

double IndiaClauses::finance(double bn_jpy) const {
  const equations::Appraisal& a = parameters_.appraisal;
  return a.finance_worth_india *
         equations::counted_in_steps(bn_jpy, a.finance_steps_india_bn_jpy,
                                     a.finance_counted_india) *
         equations::linkage_factor(linkage_bn_jpy_, parameters_.talks.linkage_worth_india, bn_jpy);
}

double surviving_share(const Outlook& outlook, const std::vector<OfficeSetup>& offices,
                       const std::vector<Appraiser>& india) {
  const equations::Appraisal& a = outlook.parameters.appraisal;
  const double q0 = baseline_ndpr_t(outlook.parameters);
  const double trust = outlook.beliefs.japan_in_india.share();
  double net = 0;
  for (std::size_t i = 0; i < offices.size(); ++i) {
    const Coefficients& c = india[i].coefficients;
    net += offices[i].weight * (c.margin_after_usd_per_kg + c.audience_usd_per_kg) * q0 * 1e-3;
    if (outlook.parameters.switches.relationship) {
      net += offices[i].weight * offices[i].relationship * a.relationship_india *
             outlook.type.relationship * a.friendship_at_stake *
             (a.friendship_without_trust + (1 - a.friendship_without_trust) * trust);
    }
  }
  return logistic(net / a.no_deal_noise_musd);
}

}  // namespace monazite::mandates
