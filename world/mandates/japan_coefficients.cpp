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

/// How far Japan expects India's plants to slip, months.
constexpr double kSlipSeenFromJapan = 14;
constexpr double kSoonestMonths = 2;
/// A signature closes half of the gap of trust.
constexpr double kTrustBySignature = 0.5;
/// A stop of China lasts so many days; days of cover that decide by half.
constexpr double kStopDays = 180;
constexpr double kStopWidthDays = 25;
constexpr double kStopShortage = 0.12;
constexpr double kEmptyShelvesDays = 45;
constexpr double kEmptyShelvesWidthDays = 10;
constexpr double kEmptyShelvesChance = 0.02;
/// Chance added when lines stand still, reached when this share of a month's need is missing.
constexpr double kUnmetChance = 0.1;
constexpr double kUnmetShareInFull = 0.02;
constexpr double kSecurityShareOfLoss = 0.5;
constexpr double kRefineryShareJapan = 0.9;
constexpr double kCrowding = 0.0005;
constexpr double kLightShare = 0.2;
constexpr double kTermWorthMusdPerYear = 0.6;
constexpr double kAnyOriginCost = 0.6;
constexpr double kHeavyScarceDays = 60;
constexpr double kHeavyScarceWidthDays = 15;
constexpr double kMagnetsT = 800;
constexpr double kSummitSignature = 1.6;
constexpr double kRelationshipShareOfFlow = 0.15;

double heavy_scarcity(const Beliefs& beliefs) {
  return logistic((kHeavyScarceDays - beliefs.heavy_cover_days) / kHeavyScarceWidthDays);
}

}  // namespace

SupplyOutlook supply_outlook(const Outlook& outlook) {
  const auto& [p, b, type, today, hindsight] = outlook;
  SupplyOutlook view;
  const double need_per_day = b.maker_need_t_per_month / kDaysPerMonth;
  const double late_t = b.late_cargoes * promised_ndpr_t(b) / 12 / p.refinery.cargoes_per_month;
  view.cover_days = b.maker_cover_days + b.state_cover_days - late_t / need_per_day;

  const double risk =
      p.regime.risk_light[static_cast<std::size_t>(std::clamp(b.regime_light, 0, 2))];
  const double gap_days =
      p.japan.china_share * p.regime.cut_light_stopped * kStopDays - view.cover_days;
  const double unmet_share = b.maker_unmet_t / b.maker_need_t_per_month;
  view.short_chance = kStopShortage * risk * logistic(gap_days / kStopWidthDays) +
                      kEmptyShelvesChance *
                          logistic((kEmptyShelvesDays - view.cover_days) / kEmptyShelvesWidthDays) +
                      kUnmetChance * std::min(1.0, unmet_share / kUnmetShareInFull);
  view.security_usd_per_kg =
      p.japan.security_usd_per_kg * type.security +
      kSecurityShareOfLoss * p.japan.loss_usd_per_kg_ndpr * type.shortfall * view.short_chance;

  const double trust = b.japan_in_india.share();
  view.trust_in_deal = trust + kTrustBySignature * (1 - trust);
  // Doubt comes from politics at home in India; without audience terms nobody sees it.
  const double hot = p.switches.audience ? std::min(1.0, b.heat + 0.25 * b.asks) : 0;
  view.trust_without = trust * (1 - 0.5 * hot);
  return view;
}

double doubt_without_deal(const SupplyOutlook& view) {
  return view.trust_without / view.trust_in_deal;
}

double months_to_plants_seen_from_japan(const Outlook& outlook) {
  if (!outlook.parameters.switches.plants) return kNoPlantsMonths;
  if (outlook.beliefs.plants_run()) return 0;
  const double slip = outlook.hindsight ? 0 : kSlipSeenFromJapan;
  return std::max(kSoonestMonths, months_to_announced(outlook) + slip);
}

Appraiser japan_appraiser(const Outlook& outlook, const OfficeSetup& office,
                          const PlantAnnuities& annuities) {
  const auto& [p, b, type, today, hindsight] = outlook;
  const equations::Appraisal& a = p.appraisal;
  const SupplyOutlook view = supply_outlook(outlook);
  const double price = expected_price(outlook);
  const double theta = view.trust_in_deal;
  const double security = office.security * view.security_usd_per_kg;

  Coefficients c;
  if (p.switches.material) {
    const double margin =
        theta *
        (security + office.price * kRefineryShareJapan *
                        ((1 - a.feed_price_share) * price - p.refinery.cost_usd_per_kg_ndpr));
    c.margin_before_usd_per_kg = margin;
    c.margin_after_usd_per_kg = margin;
    c.crowding_usd_per_kg_per_t = security * kCrowding * theta;
    c.premium_usd_per_kg = -office.price * a.feed_price_share * price * theta;
    c.floor_share = -office.price * a.feed_price_share * theta * a.floor_felt_by_japan;
    c.light_usd_per_kg = kLightShare * office.price * b.price_light;
    c.diversion_before_usd_per_kg = -theta * (0.35 * security + 2);
    c.diversion_after_usd_per_kg = -theta * (0.6 * security + 4);
    c.magnets = -office.magnets;
    if (p.switches.technology) {
      c.technology = -office.technology;
      c.joint_venture_musd_per_t = (2 * office.magnets - 7 * office.technology) * 1e-3;
    }
    c.finance = -office.finance;
    c.heavy_musd_per_t = -office.magnets * b.price_heavy * 1e-3 * (0.5 + 2 * heavy_scarcity(b));
    c.term_musd_per_year = kTermWorthMusdPerYear * office.security;
  }
  if (p.switches.audience) {
    const double scale = office.audience * a.audience_japan * type.audience;
    c.audience_technology = p.switches.technology ? -scale * 0.2 * (0.3 + b.pressure) : 0;
    c.audience_magnets = -scale;
  }
  if (p.switches.relationship) {
    const double scale = office.relationship * a.relationship_japan * type.relationship;
    c.relationship_musd_per_year = scale * kRelationshipShareOfFlow;
    c.signature_musd =
        scale * a.relationship_signature * (near_summit(outlook) ? kSummitSignature : 1);
  }
  return {c, annuities};
}

JapanClauses::JapanClauses(const Outlook& outlook)
    : parameters_(outlook.parameters),
      price_(expected_price(outlook)),
      price_heavy_(outlook.beliefs.price_heavy),
      heavy_scarcity_(heavy_scarcity(outlook.beliefs)),
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
  const double t = 1e-3 * t_per_year * (made_in_japan ? 1 : kAnyOriginCost);
  const double own_cost =
      parameters_.japan.magnet_cost_usd_per_kg * magnet_scale_ * (0.5 + t_per_year / 1500);
  const double heavy = 0.02 * price_heavy_;
  MagnetWorth result;
  result.first_year =
      t * (own_cost + heavy * (0.3 + 1.5 * heavy_scarcity_) + 0.165 * security_extra_);
  result.later = t * (own_cost + 0.6 * heavy);
  result.audience_first_year = 0.4 * pressure_ * t_per_year / kMagnetsT;
  return result;
}

double JapanClauses::technology(int level) const {
  const auto& appraisal = parameters_.appraisal;
  return appraisal.technology_cost_scale * technology_scale_ *
         appraisal.technology_cost_musd[static_cast<std::size_t>(std::clamp(level, 0, 4))];
}

double JapanClauses::finance(double bn_jpy) const {
  const double counted = 0.85 * std::min(bn_jpy, 10.0) + 1.1 * clip(bn_jpy - 10, 0, 20) +
                         1.5 * positive_part(bn_jpy - 30);
  return parameters_.appraisal.finance_cost_japan * counted *
         equations::linkage_factor(linkage_bn_jpy_, parameters_.talks.linkage_cost_japan, bn_jpy);
}

}  // namespace monazite::mandates
