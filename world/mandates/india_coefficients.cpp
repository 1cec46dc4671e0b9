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

/// Earliest start that anybody believes in, months from now.
constexpr double kSoonestMonths = 2;
/// An office that expects a slip also expects a lower load: this many months of slip cost all of
/// it.
constexpr double kSlipThatEndsPlans = 40;
constexpr double kLoadWithoutSlip = 1.15;
/// Years of need that are compared with output and stock, and t of gap that decide by half.
constexpr double kYearsAhead = 3;
constexpr double kGapWidthT = 600;
/// Mean share of full need during the first years of the plants.
constexpr double kRampShare = 0.67;
constexpr double kRampYears = 2;
constexpr double kRampNeedShare = 0.5;
/// Separation that is paid for in any case; the rest only if the kg is used at home.
constexpr double kSeparationAnyway = 0.3;
constexpr double kStorageYears = 0.5;
/// Right to divert: how much of the worth of a kg kept it secures, before plants run and after.
constexpr double kDiversionBefore = 0.25 * 0.3;
constexpr double kDiversionAfter = 0.75;
constexpr double kLightRevenueShare = 0.5;
constexpr double kTermCostMusdPerYear = 0.15;
constexpr double kHeavyWorthFactor = 1.3;
/// Technology is worth less once plants run, and discounted until then.
constexpr double kTechnologyOncePlantsRun = 0.4;
constexpr double kTechnologyDiscount = 0.08;
/// Part of a year that a magnet cut lasts, as expected.
constexpr double kCutShareOfYear = 0.55;
constexpr double kStockUsable = 0.7;
constexpr double kStockLaterMonths = 3;
constexpr double kConvenienceMusdPerT = 0.002;
constexpr double kMagnetsThatSilenceT = 800;
constexpr double kOriginExposure = 0.5;
constexpr double kSummitSignature = 1.6;
constexpr double kRelationshipShareOfFlow = 0.18;
constexpr double kDemandQuiet = 0.25;
constexpr double kRelationshipOfKeeping = 0.55;

double ramp_share(const Outlook& outlook) {
  if (!outlook.beliefs.plants_run()) return kRampShare;
  const double years = positive_part(-months_to_announced(outlook)) / 12;
  return clip(kRampShare + (1 - kRampShare) * years / kRampYears, kRampShare, 1);
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
  const double price = expected_price(outlook);
  const double slip = hindsight ? 0 : office.slip_belief_months;

  PlantView view;
  if (!p.switches.plants) {
    view.months_to_start = kNoPlantsMonths;
  } else {
    view.load = clip(
        p.plants.load * type.plant_load * (kLoadWithoutSlip - slip / kSlipThatEndsPlans), 0, 1);
    if (!b.plants_run()) {
      view.months_to_start =
          std::max(kSoonestMonths, months_to_announced(outlook) + slip - months_saved(outlook));
    }
  }
  const double tau_years = view.months_to_start / 12;
  const double need = view.load * p.plants.capacity_t_per_year / p.plants.magnet_per_oxide;
  view.need_ndpr_t_per_year = need;

  // Output left at home, and what it comes to against three years of need, now and then.
  const double left = b.india_output_ndpr_t_per_year - promised_ndpr_t(b);
  const double stock = b.india_stock_ndpr_t;
  const double gap_before =
      kYearsAhead * need * ramp_share(outlook) - kYearsAhead * left - stock - tau_years * left;
  view.short_before = logistic(gap_before / kGapWidthT);
  const double stock_then =
      positive_part(stock + (tau_years + kRampYears) * left - kRampYears * kRampNeedShare * need);
  const double gap_after = kYearsAhead * (need - left) - stock_then;
  view.short_after = logistic(gap_after / kGapWidthT);

  const double use =
      price * (1 + a.import_premium_india) + p.plants.shortfall_usd_per_kg_ndpr * type.shortfall;
  const double surplus = a.surplus_worth * a.feed_price_share * price;
  const auto separation = [&](double chance) {
    return a.separation_cost * (kSeparationAnyway + (1 - kSeparationAnyway) * chance);
  };
  const auto worth = [&](double chance) { return chance * use + (1 - chance) * surplus; };
  view.keep_before_usd_per_kg =
      std::exp(-office.discount_per_year * tau_years) * worth(view.short_before) -
      separation(view.short_before) - a.storage_cost * (tau_years + kStorageYears);
  view.keep_after_usd_per_kg =
      worth(view.short_after) - separation(view.short_after) - kStorageYears * a.storage_cost;
  return view;
}

Appraiser india_appraiser(const Outlook& outlook, const OfficeSetup& office) {
  const auto& [p, b, type, today, hindsight] = outlook;
  const equations::Appraisal& a = p.appraisal;
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
    c.diversion_before_usd_per_kg = kDiversionBefore * office.shortage * keep_before;
    c.diversion_after_usd_per_kg =
        kDiversionAfter * office.shortage * positive_part(view.keep_after_usd_per_kg - feed_price);
    c.light_usd_per_kg = kLightRevenueShare * office.revenue * b.price_light;
    c.magnets = p.switches.magnets ? office.magnets : 0;
    const double until_then = b.plants_run()
                                  ? kTechnologyOncePlantsRun
                                  : std::exp(-kTechnologyDiscount * view.months_to_start / 12);
    const double trust = b.india_in_japan.share();
    if (p.switches.technology) {
      c.technology = office.technology * view.load * p.plants.capacity_t_per_year / 12 *
                     p.plants.margin_usd_per_kg_magnet * 1e-3 * until_then * (0.5 + 0.5 * trust);
      c.joint_venture_musd_per_t = office.technology * a.joint_venture_musd_per_kt * 1e-3 *
                                   std::exp(-kTechnologyDiscount * view.months_to_start / 12);
    }
    c.finance = office.finance;
    c.heavy_musd_per_t = office.technology * b.price_heavy * 1e-3 * kHeavyWorthFactor;
    c.term_musd_per_year = -kTermCostMusdPerYear * office.shortage;
  }
  if (p.switches.audience) {
    const double scale = office.audience * a.audience_india * type.audience;
    c.audience_usd_per_kg = -scale * b.heat * 1000 / q0;
    c.going_back_usd_per_kg =
        -scale * a.audience_going_back * (kDemandQuiet + b.commitment) * 1000 / q0;
    c.audience_magnets = p.switches.magnets ? scale : 0;
    c.audience_technology = p.switches.technology ? scale * 0.18 * (0.3 + b.heat) : 0;
  }
  if (p.switches.relationship) {
    const double scale = office.relationship * a.relationship_india * type.relationship;
    c.relationship_musd_per_year = scale * kRelationshipShareOfFlow * b.japan_in_india.share();
    c.signature_musd =
        scale * a.relationship_signature * (near_summit(outlook) ? kSummitSignature : 1);
  }
  return {c, PlantAnnuities(office.discount_per_year, view.months_to_start)};
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
  return risk * kCutShareOfYear *
         positive_part(parameters_.plants.china_share * parameters_.regime.cut_magnet_tight *
                           need_t_per_year_ -
                       stock_t - returned_t);
}

MagnetWorth IndiaClauses::magnets(double t_per_year, bool made_in_japan) const {
  const auto& regime = parameters_.regime;
  const auto delivered = [&](double risk) {
    return t_per_year * trust_in_japan_ * (made_in_japan ? 1 : 1 - kOriginExposure * risk);
  };
  const auto worth = [&](double risk, double returned, double stock) {
    return (missing_t(risk, 0, stock) - missing_t(risk, returned, stock)) * loss_usd_per_kg_ *
               1e-3 +
           kConvenienceMusdPerT * returned;
  };
  const double now = delivered(risk_now_);
  const double later = delivered(regime.risk_magnet[0]);
  MagnetWorth result;
  result.first_year = worth(risk_now_, now, kStockUsable * stock_t_);
  result.later =
      worth(regime.risk_magnet_long_run, later, kStockLaterMonths * need_t_per_year_ / 12);
  const double heard = std::min(1.0, now / kMagnetsThatSilenceT);
  result.audience_first_year = (0.15 + 0.5 * heat_) * heard;
  result.audience_later = 0.15 * heard;
  return result;
}

double IndiaClauses::technology(int level) const {
  const auto& appraisal = parameters_.appraisal;
  return appraisal.technology_months_scale *
         appraisal.technology_months_saved[static_cast<std::size_t>(std::clamp(level, 0, 4))];
}

double IndiaClauses::finance(double bn_jpy) const {
  const double counted =
      std::min(bn_jpy, 20.0) + 0.75 * clip(bn_jpy - 20, 0, 15) + 0.5 * positive_part(bn_jpy - 35);
  return parameters_.appraisal.finance_worth_india * counted *
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
             outlook.type.relationship * kRelationshipOfKeeping * (0.4 + 0.6 * trust);
    }
  }
  return logistic(net / a.no_deal_noise_musd);
}

}  // namespace monazite::mandates
