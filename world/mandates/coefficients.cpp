#include <algorithm>
#include <cmath>

#include <world/equations/shapes.hpp>
#include <world/mandates/coefficients.hpp>

namespace monazite::mandates {
namespace {

using equations::positive_part;

/// Levels of notice that Appraisal::notice_factor speaks of.
constexpr std::array<double, 4> kNoticeDays = {30, 60, 90, 180};

}  // namespace

Value& Value::operator+=(const Value& other) {
  material += other.material;
  audience += other.audience;
  relationship += other.relationship;
  return *this;
}

Value Value::scaled(double factor) const {
  return {material * factor, audience * factor, relationship * factor};
}

void Value::to_message(v1::Worth& worth) const {
  worth.set_material(material);
  worth.set_audience(audience);
  worth.set_relationship(relationship);
}

PlantAnnuities::PlantAnnuities(double discount_per_year, double months_to_plants,
                               double date_width_months) {
  const double per_month = 1 / date_width_months;
  const double step = std::exp(-discount_per_year * 0.25);
  double discount = 0.25 * std::exp(-discount_per_year * 0.125);
  for (std::size_t quarter = 0; quarter < kQuarters; ++quarter, discount *= step) {
    const double month = 1.5 + 3 * static_cast<double>(quarter);
    const double running =
        months_to_plants <= 0 ? 1 : equations::logistic((month - months_to_plants) * per_month);
    before_[quarter + 1] = before_[quarter] + discount * (1 - running);
    after_[quarter + 1] = after_[quarter] + discount * running;
  }
}

double PlantAnnuities::at(const Sums& sums, double years) {
  const double quarters = equations::clip(4 * years, 0, kQuarters);
  const auto whole = std::min(static_cast<std::size_t>(quarters), std::size_t{kQuarters - 1});
  const double part = quarters - static_cast<double>(whole);
  return sums[whole] + part * (sums[whole + 1] - sums[whole]);
}

double joint_venture_effect(const equations::Appraisal& appraisal, int technology_level) {
  return appraisal
      .joint_venture_effect[static_cast<std::size_t>(std::clamp(technology_level, 0, 4))];
}

double notice_factor(const equations::Appraisal& appraisal, double days) {
  if (days <= kNoticeDays.front()) return appraisal.notice_factor.front();
  for (std::size_t i = 1; i < kNoticeDays.size(); ++i) {
    if (days > kNoticeDays[i]) continue;
    const double part = (days - kNoticeDays[i - 1]) / (kNoticeDays[i] - kNoticeDays[i - 1]);
    return appraisal.notice_factor[i - 1] +
           part * (appraisal.notice_factor[i] - appraisal.notice_factor[i - 1]);
  }
  return appraisal.notice_factor.back();
}

double diversion_right(const equations::Appraisal& appraisal, const treaty::MouTerms& terms) {
  return terms.domestic_priority_share * notice_factor(appraisal, terms.notice_days);
}

double baseline_ndpr_t(const equations::Parameters& parameters) {
  return parameters.refinery.baseline_t_per_year * parameters.ore.ndpr_share;
}

Flow flow_of(const treaty::MouTerms& terms, double q0) {
  Flow flow;
  flow.ndpr_before_t = terms.volume_t_per_year * terms.ndpr_share;
  flow.ndpr_after_t = flow.ndpr_before_t * terms.share_after_plants;
  flow.light_before_t = terms.volume_t_per_year * (1 - terms.ndpr_share);
  flow.light_after_t = flow.light_before_t * terms.share_after_plants;
  flow.extra_before_t = positive_part(flow.ndpr_before_t - q0);
  flow.extra_after_t = positive_part(flow.ndpr_after_t - q0);
  return flow;
}

double bound_share(const Flow& flow, double q0) {
  return std::min(1.0, std::max(flow.ndpr_before_t, flow.ndpr_after_t) / q0);
}

Value value_of_flow(const Appraiser& appraiser, const Flow& flow, double years, double q0) {
  const Coefficients& c = appraiser.coefficients;
  const double a1 = appraiser.annuities.before(years);
  const double a2 = appraiser.annuities.after(years);
  const double q = flow.ndpr_before_t;
  const double q2 = flow.ndpr_after_t;
  Value value;
  value.material =
      1e-3 * (a1 * q * (c.margin_before_usd_per_kg - c.crowding_usd_per_kg_per_t * q) +
              a2 * q2 * (c.margin_after_usd_per_kg - c.crowding_usd_per_kg_per_t * q2) +
              c.light_usd_per_kg * (flow.light_before_t * a1 + flow.light_after_t * a2));
  value.audience = 1e-3 * a1 * q * c.audience_usd_per_kg;
  value.relationship = c.relationship_musd_per_year * (q * a1 + q2 * a2) / q0;
  return value;
}

Value value_of(const Appraiser& appraiser, const Clauses& clauses,
               const equations::Parameters& parameters, const treaty::MouTerms& terms, double years,
               double q0) {
  const Coefficients& c = appraiser.coefficients;
  const double a0 = appraiser.annuities.first_year(years);
  const double a1 = appraiser.annuities.before(years);
  const double a2 = appraiser.annuities.after(years);
  const Flow flow = flow_of(terms, q0);
  const double d = diversion_right(parameters.appraisal, terms);
  const double price = c.premium_usd_per_kg * clauses.premium(terms.premium_percent / 100) +
                       c.floor_share * clauses.floor_gain_usd_per_kg(terms.floor_usd_per_kg);
  const MagnetWorth magnets =
      clauses.magnets(terms.magnets_t_per_year, terms.magnets_made_in_japan);

  Value value = value_of_flow(appraiser, flow, years, q0);
  value.material += 1e-3 * (a1 * flow.ndpr_before_t * (price + c.diversion_before_usd_per_kg * d) +
                            a2 * flow.ndpr_after_t * (price + c.diversion_after_usd_per_kg * d)) +
                    c.magnets * (magnets.first_year * a0 + magnets.later * (a1 + a2 - a0)) +
                    c.technology * clauses.technology(terms.technology_level) +
                    c.joint_venture_musd_per_t * terms.joint_venture_t_per_year *
                        joint_venture_effect(parameters.appraisal, terms.technology_level) +
                    c.finance * clauses.finance(terms.finance_bn_jpy) +
                    c.heavy_musd_per_t * terms.heavy_swap_t_per_year *
                        (parameters.appraisal.heavy_before_plants * a1 + a2) +
                    c.term_musd_per_year * terms.term_years * bound_share(flow, q0);
  value.audience +=
      1e-3 * c.going_back_usd_per_kg * (flow.extra_before_t * a1 + flow.extra_after_t * a2) +
      c.audience_magnets *
          (magnets.audience_first_year * a0 + magnets.audience_later * (a1 + a2 - a0)) +
      c.audience_technology * terms.technology_level;
  value.relationship += c.signature_musd;
  return value;
}

double expected_index(const equations::Parameters& parameters, double six_month_mean) {
  const equations::Market& market = parameters.market;
  const double weight = parameters.expectations.recent_price_weight;
  return weight * six_month_mean +
         (1 - weight) * (1 + market.outside_premium) * market.marginal_cost_usd_per_kg;
}

double expected_price(const Outlook& outlook) {
  const double recent = outlook.beliefs.outside_price_mean();
  if (outlook.hindsight) return recent;
  return expected_index(outlook.parameters, recent);
}

double promised_ndpr_t(const Beliefs& beliefs) {
  return beliefs.terms.volume_t_per_year * beliefs.terms.ndpr_share *
         (beliefs.plants_run() ? beliefs.terms.share_after_plants : 1);
}

double months_to_announced(const Outlook& outlook) {
  return (outlook.beliefs.plants_announced - base::start_of_month(outlook.today)) / kDaysPerMonth;
}

bool near_summit(const Outlook& outlook) {
  return outlook.beliefs.summit_within(
      outlook.today, static_cast<int>(outlook.parameters.appraisal.summit_near_days));
}

equations::LinkageHeads linkage_near_summit(const Outlook& outlook) {
  equations::LinkageHeads account{};
  if (!near_summit(outlook) || !outlook.parameters.switches.relationship) return account;
  for (std::size_t head = 0; head < account.size(); ++head) {
    account[head] = outlook.beliefs.linkage_bn_jpy[head] +
                    outlook.parameters.talks.linkage_bn_jpy_per_summit[head];
  }
  return account;
}

}  // namespace monazite::mandates
