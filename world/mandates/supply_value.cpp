#include <algorithm>
#include <cmath>

#include <world/equations/shapes.hpp>
#include <world/mandates/company_options.hpp>
#include <world/mandates/supply_value.hpp>

namespace monazite::mandates {
namespace {

constexpr int kQuarters = 48;       // 12 years
constexpr double kPlantSpread = 4;  // months over which the start of the plants is blurred
constexpr double kKgPerT = 1e-3;    // t times USD/kg, in M

int quarters_of(double years) {
  return std::clamp(static_cast<int>(std::lround(years * 4)), 0, kQuarters);
}

}  // namespace

SupplyAnnuities::SupplyAnnuities(double discount_per_year, double months_to_plants)
    : quarter_(kQuarters), cumulative_(kQuarters + 1) {
  for (int k = 0; k < kQuarters; ++k) {
    const double middle = 3.0 * k + 1.5;
    const double factor = 0.25 * std::exp(-discount_per_year * middle / 12);
    const double running = equations::logistic((middle - months_to_plants) / kPlantSpread);
    const auto i = static_cast<std::size_t>(k);
    quarter_[i] = {factor * (1 - running), factor * running};
    cumulative_[i + 1] = {cumulative_[i].before + quarter_[i].before,
                          cumulative_[i].after + quarter_[i].after};
  }
}

SupplyAnnuities::Split SupplyAnnuities::during(double years) const {
  return cumulative_[static_cast<std::size_t>(quarters_of(years))];
}

SupplyAnnuities::Split SupplyAnnuities::lasting(double from, double until, double hazard) const {
  Split sum;
  const int first = quarters_of(from);
  for (int k = first; k < quarters_of(until); ++k) {
    const double alive = std::exp(-hazard * 0.25 * (k - first + 0.5));
    sum.before += alive * quarter_[static_cast<std::size_t>(k)].before;
    sum.after += alive * quarter_[static_cast<std::size_t>(k)].after;
  }
  return sum;
}

SupplyAppraiser::SupplyAppraiser(const SupplyView& view)
    : view_(view), annuities_(view.discount_per_year, view.months_to_plants) {
  const double horizon = view_.habits.horizon_years;
  month_to_month_ = rates(view_.month_to_month, horizon);
  nothing_ = rates(treaty::SupplyTerms{}, horizon);
  tail_.resize(kQuarters + 1);
  for (int k = 0; k <= kQuarters; ++k) {
    const double from = 0.25 * k;
    const auto all = annuities_.lasting(from, horizon, 0);
    const auto alive = annuities_.lasting(from, horizon, view_.habits.month_to_month_hazard);
    tail_[static_cast<std::size_t>(k)] =
        alive.before * month_to_month_.before + alive.after * month_to_month_.after +
        (all.before - alive.before) * nothing_.before + (all.after - alive.after) * nothing_.after;
  }
}

double SupplyAppraiser::feed_price(const treaty::SupplyTerms& terms) const {
  const double index = view_.index_usd_per_kg;
  const double premium = 0.01 * (terms.premium_percent + view_.memorandum_premium_percent);
  const double floor = std::max(terms.floor_usd_per_kg, view_.memorandum_floor_usd_per_kg);
  const double upside =
      lognormal_call(index, view_.habits.upside_strike_usd_per_kg, view_.index_log_sd);
  return view_.feed_price_share *
         (equations::mean_price_with_floor(index * (1 + premium), floor, view_.index_log_sd) +
          0.01 * terms.upside_share_percent * upside);
}

/// Expected cash that the feed does not bring in, M a year: E max(C - q theta max(P (1+m), F), 0).
/// Closed because max(k - max(P, F), 0) = max(k - P, 0) - max(F - P, 0) for F <= k. The upside is
/// left out: it pays when cash is not short.
double SupplyAppraiser::cash_missing(double paid_ndpr_t, const treaty::SupplyTerms& terms) const {
  const double need = view_.cash_need_musd_per_year;
  if (need <= 0 || view_.distress == 0) return 0;
  const double scale = paid_ndpr_t * kKgPerT * view_.feed_price_share;  // M per USD/kg of index
  if (scale <= 1e-9) return need;
  const double k = need / scale;
  const double floor = std::max(terms.floor_usd_per_kg, view_.memorandum_floor_usd_per_kg);
  if (floor >= k) return 0;
  const double premium = 0.01 * (terms.premium_percent + view_.memorandum_premium_percent);
  const double forward = view_.index_usd_per_kg * (1 + premium);
  return scale * (lognormal_put(forward, k, view_.index_log_sd) -
                  lognormal_put(forward, floor, view_.index_log_sd));
}

/// Share of a contract that is fed on average over its years: a direction in force fades.
double SupplyAppraiser::flow(double years) const {
  const double memory = view_.habits.direction_memory_years;
  const double bound = years > 0 ? memory * (1 - std::exp(-years / memory)) / years : 1;
  return view_.flow_trust * (1 - (1 - view_.flow_now) * bound);
}

SupplyAppraiser::Volume SupplyAppraiser::volume(const treaty::SupplyTerms& terms,
                                                double reo_limit_t) const {
  Volume volume;
  volume.reo = std::min(12 * terms.reo_t_per_month, reo_limit_t);
  volume.ndpr = volume.reo * std::min(terms.ndpr_share, view_.mix_limit);
  if (volume.ndpr > view_.ndpr_available_t_per_year) {
    volume.reo *= view_.ndpr_available_t_per_year / volume.ndpr;
    volume.ndpr = view_.ndpr_available_t_per_year;
  }
  return volume;
}

/// M a year of a contract of which the share `flow` is fed.
double SupplyAppraiser::rate(const treaty::SupplyTerms& terms, double flow, double reo_limit_t,
                             double unit) const {
  const Volume full = volume(terms, reo_limit_t);
  const double ndpr = full.ndpr * flow;
  const double reo = full.reo * flow;
  const double taken = 1 - view_.habits.take_risk;
  const double paid = 1 - view_.habits.take_risk * (1 - terms.take_or_pay_share);
  const double load = std::min(1.0, reo * taken / view_.intake_t_per_year);
  const double moved = ndpr * taken;
  return kKgPerT * (view_.side * feed_price(terms) * ndpr * paid +
                    moved * (unit - view_.unit_slope_per_t * moved) +
                    view_.light_usd_per_kg * (reo - ndpr) * taken) -
         view_.distress * cash_missing(ndpr * paid, terms) - view_.idle_musd_per_year * (1 - load);
}

SupplyAppraiser::Rates SupplyAppraiser::rates(const treaty::SupplyTerms& terms,
                                              double years) const {
  const double share = flow(years);
  return {rate(terms, share, view_.reo_limit_t_per_year, view_.unit_before),
          rate(terms, share, view_.reo_limit_after_t_per_year, view_.unit_after)};
}

/// An advance bears no interest and is credited evenly over the term, so it is worth more to who
/// discounts more.
double SupplyAppraiser::advance(const treaty::SupplyTerms& terms) const {
  const double ndpr = volume(terms, view_.reo_limit_t_per_year).ndpr;
  return terms.advance_years * ndpr * feed_price(terms) * kKgPerT;
}

double SupplyAppraiser::tail(double from_years) const {
  return tail_[static_cast<std::size_t>(quarters_of(from_years))];
}

/// The years signed, and what comes after them.
double SupplyAppraiser::signed_for(const treaty::SupplyTerms& terms, double years) const {
  const auto split = annuities_.during(years);
  const Rates rate = rates(terms, years);
  return split.before * rate.before + split.after * rate.after + view_.term_musd_per_year * years +
         tail(years);
}

CompanyWorth SupplyAppraiser::worth(const treaty::SupplyTerms& terms) const {
  const double years = terms.term_years;
  CompanyWorth worth;
  if (view_.material_on) {
    worth.material = signed_for(terms, years);
    if (years > 0) {
      worth.material += view_.side * advance(terms) * (1 - annuities_.during(years).both() / years);
    }
  }
  if (view_.relationship_on && terms.reo_t_per_month > 0) {
    worth.relationship = view_.partnership_musd_per_year * annuities_.during(years).both();
  }
  return worth;
}

CompanyWorth SupplyAppraiser::no_deal(const treaty::SupplyTerms& in_force,
                                      double years_left) const {
  CompanyWorth worth;
  if (view_.material_on)
    worth.material = years_left > 0 ? signed_for(in_force, years_left) : tail(0);
  if (view_.relationship_on && years_left > 0 && in_force.reo_t_per_month > 0) {
    worth.relationship = view_.partnership_musd_per_year * annuities_.during(years_left).both();
  }
  return worth;
}

double SupplyAppraiser::reservation_price(const treaty::SupplyTerms& terms) const {
  const auto split = annuities_.during(terms.term_years);
  const double share = flow(terms.term_years);
  SupplyAppraiser free_of_price = *this;
  free_of_price.view_.side = 0;
  free_of_price.view_.distress = 0;
  const Rates with = free_of_price.rates(terms, terms.term_years);
  const Rates without = free_of_price.rates(treaty::SupplyTerms{}, terms.term_years);
  const double paid = 1 - view_.habits.take_risk * (1 - terms.take_or_pay_share);
  const double kg = kKgPerT * share * paid *
                    (split.before * volume(terms, view_.reo_limit_t_per_year).ndpr +
                     split.after * volume(terms, view_.reo_limit_after_t_per_year).ndpr);
  if (kg <= 0) return 0;
  const double gain =
      split.before * (with.before - without.before) + split.after * (with.after - without.after);
  return -view_.side * gain / kg;
}

CompanyWorth SupplyAppraiser::worth_by_quarters(const treaty::SupplyTerms& terms) const {
  CompanyWorth worth;
  const double contract_flow = flow(terms.term_years);
  const double free_flow = flow(view_.habits.horizon_years);
  const double last = std::max(view_.habits.horizon_years, terms.term_years);
  const double paid_ahead = advance(terms);
  double alive = 1;
  for (int k = 0; k < quarters_of(last); ++k) {
    const double middle_years = 0.25 * (k + 0.5);
    const double discount = std::exp(-view_.discount_per_year * middle_years);
    const double running =
        equations::logistic((12 * middle_years - view_.months_to_plants) / kPlantSpread);
    const auto flow_value = [&](const treaty::SupplyTerms& what, double share) {
      return (1 - running) * rate(what, share, view_.reo_limit_t_per_year, view_.unit_before) +
             running * rate(what, share, view_.reo_limit_after_t_per_year, view_.unit_after);
    };
    double value = 0;
    if (k < quarters_of(terms.term_years)) {
      value = flow_value(terms, contract_flow) - view_.side * paid_ahead / terms.term_years;
      if (view_.relationship_on && terms.reo_t_per_month > 0) {
        worth.relationship += 0.25 * discount * view_.partnership_musd_per_year;
      }
    } else {
      const double half = std::exp(-view_.habits.month_to_month_hazard * 0.125);
      alive *= half;
      value = alive * flow_value(view_.month_to_month, free_flow) +
              (1 - alive) * flow_value(treaty::SupplyTerms{}, free_flow);
      alive *= half;
    }
    worth.material += 0.25 * discount * value;
  }
  worth.material += view_.term_musd_per_year * terms.term_years + view_.side * paid_ahead;
  if (!view_.material_on) worth.material = 0;
  return worth;
}

}  // namespace monazite::mandates
