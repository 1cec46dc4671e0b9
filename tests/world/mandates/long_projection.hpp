#pragma once

#include <algorithm>
#include <cmath>

#include <world/mandates/columns.hpp>
#include <world/mandates/india_coefficients.hpp>
#include <world/mandates/japan_coefficients.hpp>
#include <world/mandates/reservation.hpp>

/// The long way: what a package brings a side, month by month of its term, office by office, with
/// the price's spread integrated numerically. Slow and plain, to hold the tables against.
namespace monazite::fixtures {

/// E max(P, floor) - P over a lognormal P, by the midpoint rule over 4,000 quantile steps of +-8
/// sd.
[[nodiscard]] inline double floor_gain_by_steps(double mean, double floor, double sd) {
  double gain = 0, mass = 0;
  for (int i = 0; i < 4000; ++i) {
    const double z = -8 + 16 * (i + 0.5) / 4000;
    const double weight = std::exp(-0.5 * z * z);
    const double price = mean * std::exp(sd * z - 0.5 * sd * sd);
    gain += weight * std::max(0.0, floor - price);
    mass += weight;
  }
  return gain / mass;
}

/// One office's flows in a month of the term, M a year: what is shipped at the month's margin, and
/// the magnets returned.
struct Month {
  double flow = 0;
  double magnets = 0;
};

[[nodiscard]] inline Month project_month(const mandates::SideModel& side, std::size_t office,
                                         const mandates::Outlook& outlook,
                                         const treaty::MouTerms& terms, double floor_gain,
                                         int month, double running) {
  const mandates::Coefficients& c = side.appraisers[office].coefficients;
  const auto& a = outlook.parameters.appraisal;
  const bool india = side.side == mandates::Side::kIndia;
  const double share = terms.premium_percent / 100;
  const double premium = share * (india && share < 0    ? a.below_index_loss_india
                                  : !india && share > 0 ? a.above_index_loss_japan
                                                        : 1);
  const double price = c.premium_usd_per_kg * premium + c.floor_share * floor_gain;
  const double right = terms.domestic_priority_share * (terms.notice_days <= 30   ? 1
                                                        : terms.notice_days <= 60 ? 0.9
                                                        : terms.notice_days <= 90 ? 0.8
                                                                                  : 0.55);
  const auto shipped = [&](double volume, double margin, double diversion, double audience) {
    const double ndpr = volume * terms.ndpr_share;
    const double light = volume - ndpr;
    const double extra = std::max(0.0, ndpr - 255);
    return 1e-3 * (ndpr * (margin + price + diversion * right + audience -
                           c.crowding_usd_per_kg_per_t * ndpr) +
                   c.light_usd_per_kg * light + c.going_back_usd_per_kg * extra) +
           c.relationship_musd_per_year * ndpr / 255;
  };
  Month result;
  result.flow = (1 - running) * shipped(terms.volume_t_per_year, c.margin_before_usd_per_kg,
                                        c.diversion_before_usd_per_kg, c.audience_usd_per_kg) +
                running * shipped(terms.volume_t_per_year * terms.share_after_plants,
                                  c.margin_after_usd_per_kg, c.diversion_after_usd_per_kg, 0) +
                c.heavy_musd_per_t * terms.heavy_swap_t_per_year * (0.3 * (1 - running) + running);
  const auto magnets = side.clauses->magnets(terms.magnets_t_per_year, terms.magnets_made_in_japan);
  result.magnets =
      month < 12 ? c.magnets * magnets.first_year + c.audience_magnets * magnets.audience_first_year
                 : c.magnets * magnets.later + c.audience_magnets * magnets.audience_later;
  return result;
}

/// Value of a package to a side, M.
[[nodiscard]] inline double project(const mandates::Outlook& outlook,
                                    const mandates::SideModel& side,
                                    const treaty::MouTerms& terms) {
  const auto& p = outlook.parameters;
  const bool india = side.side == mandates::Side::kIndia;
  const double price = mandates::expected_price(outlook);
  const double floor_gain =
      floor_gain_by_steps(price, terms.floor_usd_per_kg, p.market.price_log_sd);
  const double effect[] = {0, 0.3, 0.7, 1, 1.1};
  double total = 0;
  for (std::size_t i = 0; i < side.offices.size(); ++i) {
    const mandates::Coefficients& c = side.appraisers[i].coefficients;
    const double tau = india ? mandates::plant_view(outlook, side.offices[i]).months_to_start
                             : mandates::months_to_plants_seen_from_japan(outlook);
    const double r = india ? side.offices[i].discount_per_year : p.appraisal.discount_japan;
    const double q0 = mandates::baseline_ndpr_t(outlook.parameters);
    const double bound = mandates::bound_share(mandates::flow_of(terms, q0), q0);
    double value = 0;
    for (int month = 0; month < static_cast<int>(std::lround(12 * terms.term_years)); ++month) {
      const double middle = month + 0.5;
      const double running = 1 / (1 + std::exp(-(middle - tau) / 4));
      const Month flows = project_month(side, i, outlook, terms, floor_gain, month, running);
      value += std::exp(-r * middle / 12) / 12 * (flows.flow + flows.magnets);
    }
    value += c.technology * side.clauses->technology(terms.technology_level) +
             c.audience_technology * terms.technology_level +
             c.joint_venture_musd_per_t * terms.joint_venture_t_per_year *
                 effect[terms.technology_level] +
             c.finance * side.clauses->finance(terms.finance_bn_jpy) +
             c.term_musd_per_year * terms.term_years * bound + c.signature_musd;
    total += side.weights[i] * value;
  }
  return total;
}

}  // namespace monazite::fixtures
