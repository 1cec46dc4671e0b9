#include <algorithm>
#include <cmath>
#include <utility>

#include <world/mandates/india_coefficients.hpp>
#include <world/mandates/japan_coefficients.hpp>
#include <world/mandates/reservation.hpp>

namespace monazite::mandates {
namespace {

/// Of a reservation price, which is for display. Years.
constexpr double kPriceYears = 3;
constexpr double kDaysPerYear = 365.25;

}  // namespace

Value SideModel::side_value(const equations::Parameters& parameters,
                            const treaty::MouTerms& terms) const {
  const double q0 = baseline_ndpr_t(parameters);
  Value sum;
  for (std::size_t i = 0; i < offices.size(); ++i) {
    sum += value_of(appraisers[i], *clauses, parameters, terms, terms.term_years, q0)
               .scaled(weights[i]);
  }
  return sum;
}

SideModel model_side(const Outlook& outlook, Side side, const std::vector<OfficeSetup>& offices,
                     std::vector<double> weights) {
  SideModel model;
  model.side = side;
  model.offices = offices;
  model.weights = std::move(weights);
  model.no_deal.resize(offices.size());
  model.appraisers.reserve(offices.size());
  if (side == Side::kIndia) {
    for (const OfficeSetup& office : offices) {
      model.appraisers.push_back(india_appraiser(outlook, office));
    }
    model.clauses = std::make_unique<IndiaClauses>(outlook);
  } else {
    // One discount rate and one expectation of the plants for all of Tokyo.
    const PlantAnnuities annuities(outlook.parameters.appraisal.discount_japan,
                                   months_to_plants_seen_from_japan(outlook),
                                   outlook.parameters.expectations.plant_date_width_months);
    for (const OfficeSetup& office : offices) {
      model.appraisers.push_back(japan_appraiser(outlook, office, annuities));
    }
    model.clauses = std::make_unique<JapanClauses>(outlook);
  }
  return model;
}

Flow flow_in_force(const Outlook& outlook, double surviving) {
  const Beliefs& b = outlook.beliefs;
  treaty::MouTerms terms = b.terms;
  terms.volume_t_per_year *= b.through() * (b.plants_run() ? terms.share_after_plants : 1);
  terms.ndpr_share = std::min(
      terms.ndpr_share, std::max(b.feed_mix, outlook.parameters.refinery.light_only_ndpr_share));
  terms.share_after_plants = surviving;
  return flow_of(terms, baseline_ndpr_t(outlook.parameters));
}

void appraise_no_deal(const Outlook& outlook, double surviving, SideModel& model) {
  const equations::Parameters& p = outlook.parameters;
  const Beliefs& b = outlook.beliefs;
  const double q0 = baseline_ndpr_t(p);
  const Flow flow = flow_in_force(outlook, surviving);
  const double horizon = p.expectations.no_deal_years;
  const double doubt = model.side == Side::kJapan ? doubt_without_deal(supply_outlook(outlook)) : 1;
  const double remaining =
      b.signed_deal ? std::max(0.0, (b.until - outlook.today) / kDaysPerYear) : 0;
  treaty::MouTerms in_force = b.terms;
  in_force.volume_t_per_year *= b.through();
  in_force.term_years = remaining;

  model.side_no_deal = {};
  for (std::size_t i = 0; i < model.offices.size(); ++i) {
    const Appraiser& appraiser = model.appraisers[i];
    Value value = value_of_flow(appraiser, flow, horizon, q0);
    if (remaining > 0) {
      value += value_of_flow(appraiser, flow, std::min(remaining, horizon), q0).scaled(-1);
    }
    value = value.scaled(doubt);
    if (remaining > 0) {
      value += value_of(appraiser, *model.clauses, p, in_force, remaining, q0);
    }
    model.no_deal[i] = value;
    model.side_no_deal += value.scaled(model.weights[i]);
  }
}

double reservation_price(const Outlook& outlook, const SideModel& model) {
  const double q0 = baseline_ndpr_t(outlook.parameters);
  treaty::MouTerms terms;
  terms.volume_t_per_year = outlook.parameters.refinery.baseline_t_per_year;
  terms.ndpr_share = outlook.parameters.ore.ndpr_share;
  const Flow flow = flow_of(terms, q0);
  const double share = outlook.parameters.appraisal.feed_price_share;
  double worth = 0;      // M, of shipping the baseline at today's price
  double per_price = 0;  // M per USD/kg more
  for (std::size_t i = 0; i < model.offices.size(); ++i) {
    const Appraiser& appraiser = model.appraisers[i];
    worth += model.weights[i] * value_of_flow(appraiser, flow, kPriceYears, q0).total();
    per_price += model.weights[i] * 1e-3 * q0 * appraiser.coefficients.floor_share / share *
                 (appraiser.annuities.before(kPriceYears) + appraiser.annuities.after(kPriceYears));
  }
  if (model.side == Side::kJapan) per_price /= outlook.parameters.appraisal.floor_felt_by_japan;
  if (per_price == 0) return 0;
  return share * expected_price(outlook) - worth / per_price;
}

}  // namespace monazite::mandates
