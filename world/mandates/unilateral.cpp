#include <algorithm>
#include <array>
#include <cmath>

#include <world/equations/shapes.hpp>
#include <world/mandates/japan_coefficients.hpp>
#include <world/mandates/unilateral.hpp>

namespace monazite::mandates {
namespace {

constexpr std::array<v1::Act, 4> kDirections = {v1::ACT_DIRECT_FEED_FULL, v1::ACT_DIRECT_FEED_HALF,
                                                v1::ACT_DIRECT_FEED_LIGHT,
                                                v1::ACT_DIRECT_FEED_STOP};

}  // namespace

UnilateralFlow::UnilateralFlow(const Outlook& outlook, const SideModel& india,
                               const SideModel& japan, double more_heat)
    : outlook_(outlook), india_(india), japan_(japan), q0_(baseline_ndpr_t(outlook.parameters)) {
  const Beliefs& b = outlook.beliefs;
  const equations::Acts& acts = outlook.parameters.acts;
  volume_t_ = b.terms.volume_t_per_year * (b.plants_run() ? b.terms.share_after_plants : 1);
  share_ = b.terms.ndpr_share;
  const double heat = b.heat + more_heat;
  const double hot = equations::logistic((heat - acts.hot_heat) / acts.hot_heat_width);
  lawful_ = b.terms.domestic_priority_share *
            (b.plants_run() ? 1 : acts.lawful_when_quiet + (1 - acts.lawful_when_quiet) * hot);
  if (near_summit(outlook)) breach_scale_ *= acts.breach_near_summit;
  if (b.talks_open) breach_scale_ *= acts.breach_during_talks;
  if (b.signed_deal) breach_scale_ *= acts.breach_of_signed_deal;
  doubt_ = doubt_without_deal(supply_outlook(outlook));

  const equations::Appraisal& a = outlook.parameters.appraisal;
  const double premium = india.clauses->premium(b.terms.premium_percent / 100);
  const double floor_gain = india.clauses->floor_gain_usd_per_kg(b.terms.floor_usd_per_kg);
  for (std::size_t i = 0; i < india.offices.size(); ++i) {
    const Coefficients& c = india.appraisers[i].coefficients;
    const double scale = outlook.parameters.switches.audience
                             ? india.offices[i].audience * a.audience_india * outlook.type.audience
                             : 0;
    audience_usd_per_kg_.push_back(c.audience_usd_per_kg - scale * more_heat * 1000 / q0_);
    price_terms_usd_per_kg_.push_back(c.premium_usd_per_kg * premium + c.floor_share * floor_gain);
  }
}

OwnFlow UnilateralFlow::under(v1::Act direction, double cap) const {
  OwnFlow flow{1, share_};
  if (direction == v1::ACT_DIRECT_FEED_HALF) flow.factor = 0.5;
  if (direction == v1::ACT_DIRECT_FEED_STOP) flow.factor = 0;
  if (direction == v1::ACT_DIRECT_FEED_LIGHT) {
    flow.mix = std::min(share_, outlook_.parameters.refinery.light_only_ndpr_share);
  }
  flow.factor = std::min(flow.factor, cap);
  return flow;
}

double UnilateralFlow::withheld(const OwnFlow& flow) const {
  return share_ > 0 ? 1 - flow.factor * std::min(flow.mix, share_) / share_ : 1 - flow.factor;
}

UnilateralFlow::Yearly UnilateralFlow::yearly(const OwnFlow& flow) const {
  const double mix = std::min(flow.mix, share_);
  const double volume = flow.factor * volume_t_;
  return {volume * mix, volume * (1 - mix)};
}

double UnilateralFlow::sold(std::size_t office, const Yearly& flow) const {
  const Coefficients& c = india_.appraisers[office].coefficients;
  const double margin =
      outlook_.beliefs.plants_run() ? c.margin_after_usd_per_kg : c.margin_before_usd_per_kg;
  return 1e-3 *
         (flow.ndpr_t * (margin + price_terms_usd_per_kg_[office] + audience_usd_per_kg_[office]) +
          flow.light_t * c.light_usd_per_kg);
}

double UnilateralFlow::friendship_lost(std::size_t office, const OwnFlow& flow) const {
  if (!outlook_.parameters.switches.relationship) return 0;
  const equations::Appraisal& a = outlook_.parameters.appraisal;
  const double small = outlook_.parameters.acts.breach_small;
  const double breach = equations::positive_part(withheld(flow) - lawful_);
  const double trust = outlook_.beliefs.japan_in_india.share();
  return india_.offices[office].relationship * a.relationship_india * outlook_.type.relationship *
         a.friendship_at_stake * breach_scale_ * (small * breach + (1 - small) * breach * breach) *
         (a.friendship_without_trust + (1 - a.friendship_without_trust) * trust);
}

double UnilateralFlow::change_for_india(const Yearly& flow) const {
  const Yearly agreed = yearly({1, share_});
  double change = 0;
  for (std::size_t i = 0; i < india_.offices.size(); ++i) {
    const double relationship = india_.appraisers[i].coefficients.relationship_musd_per_year;
    change += india_.weights[i] * (sold(i, flow) - sold(i, agreed) +
                                   relationship * (flow.ndpr_t - agreed.ndpr_t) / q0_);
  }
  return change;
}

double UnilateralFlow::change_for_japan(const Yearly& flow) const {
  const Yearly agreed = yearly({1, share_});
  double change = 0;
  for (std::size_t i = 0; i < japan_.offices.size(); ++i) {
    const Coefficients& c = japan_.appraisers[i].coefficients;
    const auto worth = [&](const Yearly& y) {
      return 1e-3 *
                 (y.ndpr_t * (c.margin_before_usd_per_kg - c.crowding_usd_per_kg_per_t * y.ndpr_t) +
                  y.light_t * c.light_usd_per_kg) +
             c.relationship_musd_per_year * y.ndpr_t / q0_;
    };
    change += japan_.weights[i] * (worth(flow) - worth(agreed));
  }
  return doubt_ * change;
}

double UnilateralFlow::worth(std::size_t office, const OwnFlow& flow) const {
  const Yearly shipped = yearly(flow);
  double value = sold(office, shipped) - friendship_lost(office, flow);
  if (outlook_.parameters.switches.leverage) {
    const double gain = -change_for_japan(shipped) - change_for_india(shipped);
    value += outlook_.parameters.appraisal.deal_belief / 2 * gain * india_.offices[office].magnets *
             (outlook_.beliefs.signed_deal ? outlook_.parameters.acts.leverage_under_deal : 1);
  }
  return value;
}

std::vector<Answer> answers_of_atomic_energy(const Outlook& outlook, const UnilateralFlow& flows,
                                             std::size_t office, double asks) {
  const Beliefs& b = outlook.beliefs;
  const equations::Appraisal& a = outlook.parameters.appraisal;
  const equations::Acts& acts = outlook.parameters.acts;
  const double months = (outlook.today - b.direction_since) / kDaysPerMonth;
  const double change_cost =
      a.direction_change_cost_musd *
      (1 + acts.fresh_order_cost * std::exp(-months / acts.fresh_order_months));
  const auto worth = [&](const OwnFlow& flow) {
    return flows.worth(office, flow) + a.standing_ask_musd * asks * flows.withheld(flow);
  };
  const double present = worth(flows.under(b.direction, b.notified_cap));
  std::vector<Answer> answers;
  double sum = 0;
  for (const v1::Act direction : kDirections) {
    Answer answer;
    answer.direction = direction;
    answer.flow = flows.under(direction, b.notified_cap);
    answer.value = direction == b.direction ? 0 : worth(answer.flow) - present - change_cost;
    answers.push_back(answer);
  }
  double best = 0;
  for (const Answer& answer : answers) best = std::max(best, answer.value);
  for (Answer& answer : answers) {
    answer.probability = std::exp((answer.value - best) / a.act_noise_musd);
    sum += answer.probability;
  }
  for (Answer& answer : answers) answer.probability /= sum;
  return answers;
}

}  // namespace monazite::mandates
