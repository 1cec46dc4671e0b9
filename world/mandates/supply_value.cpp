#include <algorithm>
#include <cmath>
#include <utility>

#include <world/equations/shapes.hpp>
#include <world/mandates/supply_value.hpp>

namespace monazite::mandates {
namespace {

constexpr int kQuarters = 48;         // 12 years
constexpr double kKgPerTonne = 1e-3;  // t times USD/kg, in M

}  // namespace

SupplyAnnuities::SupplyAnnuities(double discount_per_year, double months_to_plants,
                                 double date_width_months)
    : quarter_(kQuarters), cumulative_(kQuarters + 1) {
  const double per_month = 1 / date_width_months;
  for (int k = 0; k < kQuarters; ++k) {
    const double middle = 3.0 * k + 1.5;
    const double factor = 0.25 * std::exp(-discount_per_year * middle / 12);
    const double running = equations::logistic((middle - months_to_plants) * per_month);
    const auto i = static_cast<std::size_t>(k);
    quarter_[i] = {factor * (1 - running), factor * running};
    cumulative_[i + 1] = {cumulative_[i].before + quarter_[i].before,
                          cumulative_[i].after + quarter_[i].after};
  }
}

int SupplyAnnuities::quarters(double years) {
  return std::clamp(static_cast<int>(std::lround(years * 4)), 0, kQuarters);
}

SupplyAnnuities::Split SupplyAnnuities::during(double years) const {
  return cumulative_[static_cast<std::size_t>(quarters(years))];
}

std::vector<SupplyAnnuities::Split> SupplyAnnuities::lasting(double until, double hazard) const {
  std::vector<Split> sums(kQuarters + 1);
  const double half = std::exp(-hazard * 0.125);  // alive in the middle of the first quarter
  for (int k = quarters(until) - 1; k >= 0; --k) {
    const auto i = static_cast<std::size_t>(k);
    sums[i].before = half * (quarter_[i].before + half * sums[i + 1].before);
    sums[i].after = half * (quarter_[i].after + half * sums[i + 1].after);
  }
  return sums;
}

SupplyAppraiser::SupplyAppraiser(const SupplyView& view, std::shared_ptr<const PutTable> puts)
    : view_(view),
      puts_(std::move(puts)),
      annuities_(view.discount_per_year, view.months_to_plants, view.plant_date_width_months) {
  upside_call_ =
      lognormal_call(view_.index_usd_per_kg, view_.upside_from_usd_per_kg, view_.index_log_sd);
  const double horizon = view_.habits.horizon_years;
  const double share = flow(horizon);
  const Rates going_on = rates(view_.month_to_month, share);
  const Rates nothing = rates(treaty::SupplyTerms{}, share);
  const auto all = annuities_.lasting(horizon, 0);
  const auto alive = annuities_.lasting(horizon, view_.habits.month_to_month_hazard_per_year);
  tail_.resize(all.size());
  for (std::size_t k = 0; k < all.size(); ++k) {
    tail_[k] = alive[k].before * going_on.before + alive[k].after * going_on.after +
               (all[k].before - alive[k].before) * nothing.before +
               (all[k].after - alive[k].after) * nothing.after;
  }
}

SupplyAppraiser::Price SupplyAppraiser::price(double premium_percent,
                                              double floor_usd_per_kg) const {
  Price price;
  price.forward =
      view_.index_usd_per_kg * (1 + 0.01 * (premium_percent + view_.memorandum_premium_percent));
  price.floor = std::max(floor_usd_per_kg, view_.memorandum_floor_usd_per_kg);
  price.put_floor = lognormal_put(price.forward, price.floor, view_.index_log_sd);
  price.usd_per_kg = view_.feed_price_share * (price.forward + price.put_floor);
  return price;
}

double SupplyAppraiser::upside(double share_percent) const {
  return view_.feed_price_share * 0.01 * share_percent * upside_call_;
}

double SupplyAppraiser::feed_price(const treaty::SupplyTerms& terms) const {
  return price(terms.premium_percent, terms.floor_usd_per_kg).usd_per_kg +
         upside(terms.upside_share_percent);
}

/// Expected cash that the feed does not bring in, M a year: E max(C - q theta max(P (1+m), F), 0).
/// Closed because max(k - max(P, F), 0) = max(k - P, 0) - max(F - P, 0) for F <= k. The upside is
/// left out: it pays when cash is not short.
double SupplyAppraiser::cash_missing(double paid_ndpr_t, const Price& price) const {
  const double need = view_.cash_need_musd_per_year;
  const double scale = paid_ndpr_t * kKgPerTonne * view_.feed_price_share;  // M per USD/kg of index
  if (scale <= 1e-9) return need;
  const double k = need / scale;
  if (price.floor >= k) return 0;
  const double put =
      puts_ ? puts_->put(price.forward, k) : lognormal_put(price.forward, k, view_.index_log_sd);
  return scale * std::max(0.0, put - price.put_floor);
}

/// Share of a contract that is fed on average over its years: a direction in force fades.
double SupplyAppraiser::flow(double years) const {
  const double memory = view_.habits.direction_memory_years;
  const double bound = years > 0 ? -memory * std::expm1(-years / memory) / years : 1;
  return view_.flow_trust * (1 - (1 - view_.flow_now) * bound);
}

SupplyAppraiser::Volume SupplyAppraiser::volume(double reo_t_per_month, double ndpr_share,
                                                double reo_limit_t) const {
  Volume volume;
  volume.reo = std::min(12 * reo_t_per_month, reo_limit_t);
  volume.ndpr = volume.reo * std::min(ndpr_share, view_.mix_limit);
  if (volume.ndpr > view_.ndpr_available_t_per_year) {
    volume.reo *= view_.ndpr_available_t_per_year / volume.ndpr;
    volume.ndpr = view_.ndpr_available_t_per_year;
  }
  return volume;
}

SupplyAppraiser::Volumes SupplyAppraiser::volumes(double reo_t_per_month, double ndpr_share) const {
  return {volume(reo_t_per_month, ndpr_share, view_.reo_limit_t_per_year),
          volume(reo_t_per_month, ndpr_share, view_.reo_limit_after_t_per_year)};
}

double SupplyAppraiser::paid_share(double take_or_pay_share) const {
  return 1 - view_.habits.take_risk * (1 - take_or_pay_share);
}

/// M a year of a contract of which the share `flow` is fed.
double SupplyAppraiser::rate(const Volume& full, double flow, double unit, const Price& price,
                             double paid) const {
  const double ndpr = full.ndpr * flow;
  const double reo = full.reo * flow;
  const double taken = 1 - view_.habits.take_risk;
  const double load = std::min(1.0, reo * taken / view_.intake_t_per_year);
  const double moved = ndpr * taken;
  double rate = kKgPerTonne * (view_.side * price.usd_per_kg * ndpr * paid +
                               moved * (unit - view_.unit_slope_per_t * moved) +
                               view_.light_usd_per_kg * (reo - ndpr) * taken) -
                view_.idle_musd_per_year * (1 - load);
  if (view_.distress > 0 && view_.cash_need_musd_per_year > 0) {
    rate -= view_.distress * cash_missing(ndpr * paid, price);
  }
  return rate;
}

SupplyAppraiser::Rates SupplyAppraiser::rates(const treaty::SupplyTerms& terms, double flow) const {
  const Volumes full = volumes(terms.reo_t_per_month, terms.ndpr_share);
  Price paid_price = price(terms.premium_percent, terms.floor_usd_per_kg);
  paid_price.usd_per_kg += upside(terms.upside_share_percent);
  const double paid = paid_share(terms.take_or_pay_share);
  return {rate(full.before, flow, view_.unit_before, paid_price, paid),
          rate(full.after, flow, view_.unit_after, paid_price, paid)};
}

double SupplyAppraiser::tail(double from_years) const {
  return tail_[static_cast<std::size_t>(SupplyAnnuities::quarters(from_years))];
}

SupplyAppraiser::Term SupplyAppraiser::term(double years) const {
  Term term;
  term.years = years;
  term.annuity = annuities_.during(years);
  term.flow = flow(years);
  term.added = view_.term_musd_per_year * years + tail(years);
  // An advance bears no interest and is worked off evenly in the first years: worth more to who
  // discounts more. What is not fed is not worked off; half of it is outstanding on average.
  const double credited = std::min(years, view_.habits.advance_credited_years);
  if (credited > 0) {
    term.advance = 1 - annuities_.during(credited).both() / credited;
    if (view_.side < 0) term.advance += 0.5 * (1 - view_.flow_trust);
  }
  if (view_.relationship_on)
    term.relationship = view_.partnership_musd_per_year * term.annuity.both();
  return term;
}

double SupplyAppraiser::material(const Volumes& volumes, const Price& price, const Term& term,
                                 double paid, double advance_years) const {
  const double before = rate(volumes.before, term.flow, view_.unit_before, price, paid);
  const double after = rate(volumes.after, term.flow, view_.unit_after, price, paid);
  const double paid_ahead = advance_years * volumes.before.ndpr * price.usd_per_kg * kKgPerTonne;
  return term.annuity.before * before + term.annuity.after * after + term.added +
         view_.side * paid_ahead * term.advance;
}

CompanyWorth SupplyAppraiser::worth(const treaty::SupplyTerms& terms) const {
  const Term signed_term = term(terms.term_years);
  CompanyWorth worth;
  if (view_.material_on) {
    Price paid_price = price(terms.premium_percent, terms.floor_usd_per_kg);
    paid_price.usd_per_kg += upside(terms.upside_share_percent);
    worth.material =
        material(volumes(terms.reo_t_per_month, terms.ndpr_share), paid_price, signed_term,
                 paid_share(terms.take_or_pay_share), terms.advance_years);
  }
  if (terms.reo_t_per_month > 0) worth.relationship = signed_term.relationship;
  return worth;
}

CompanyWorth SupplyAppraiser::no_deal(const treaty::SupplyTerms& in_force,
                                      double years_left) const {
  treaty::SupplyTerms rest = in_force;
  rest.term_years = std::max(0.0, years_left);
  rest.advance_years = 0;  // paid long ago
  CompanyWorth value = worth(rest);
  if (view_.material_on)
    value.material -= view_.term_musd_per_year * rest.term_years;  // signed already
  return value;
}

double SupplyAppraiser::reservation_price(const treaty::SupplyTerms& terms) const {
  SupplyAppraiser free_of_price = *this;
  free_of_price.view_.side = 0;
  free_of_price.view_.distress = 0;
  const auto split = annuities_.during(terms.term_years);
  const double share = flow(terms.term_years);
  const Rates with = free_of_price.rates(terms, share);
  const Rates without = free_of_price.rates(treaty::SupplyTerms{}, share);
  const Volumes full = volumes(terms.reo_t_per_month, terms.ndpr_share);
  const double kg = kKgPerTonne * share * paid_share(terms.take_or_pay_share) *
                    (split.before * full.before.ndpr + split.after * full.after.ndpr);
  if (kg <= 0) return 0;
  const double gain =
      split.before * (with.before - without.before) + split.after * (with.after - without.after);
  return -view_.side * gain / kg;
}

CompanyWorth SupplyAppraiser::worth_by_quarters(const treaty::SupplyTerms& terms) const {
  SupplyAppraiser exact = *this;
  exact.puts_ = nullptr;
  const Rates contract = exact.rates(terms, flow(terms.term_years));
  const double free_flow = flow(view_.habits.horizon_years);
  const Rates going_on = exact.rates(view_.month_to_month, free_flow);
  const Rates nothing = exact.rates(treaty::SupplyTerms{}, free_flow);
  const double credited = std::min(terms.term_years, view_.habits.advance_credited_years);
  const double paid_ahead = terms.advance_years * feed_price(terms) * kKgPerTonne *
                            volumes(terms.reo_t_per_month, terms.ndpr_share).before.ndpr;
  const double lost = view_.side < 0 ? 0.5 * (1 - view_.flow_trust) : 0;
  CompanyWorth worth;
  double alive = 1;
  for (int k = 0;
       k < SupplyAnnuities::quarters(std::max(view_.habits.horizon_years, terms.term_years)); ++k) {
    const double middle_years = 0.25 * (k + 0.5);
    const double discount = 0.25 * std::exp(-view_.discount_per_year * middle_years);
    const double running = equations::logistic((12 * middle_years - view_.months_to_plants) /
                                               view_.plant_date_width_months);
    const auto now = [&](const Rates& rates) {
      return (1 - running) * rates.before + running * rates.after;
    };
    if (k < SupplyAnnuities::quarters(terms.term_years)) {
      worth.material += discount * now(contract);
      if (middle_years < credited) worth.material -= discount * view_.side * paid_ahead / credited;
      if (view_.relationship_on && terms.reo_t_per_month > 0) {
        worth.relationship += discount * view_.partnership_musd_per_year;
      }
    } else {
      alive *= std::exp(-view_.habits.month_to_month_hazard_per_year * 0.125);
      worth.material += discount * (alive * now(going_on) + (1 - alive) * now(nothing));
      alive *= std::exp(-view_.habits.month_to_month_hazard_per_year * 0.125);
    }
  }
  worth.material +=
      view_.term_musd_per_year * terms.term_years + view_.side * paid_ahead * (1 + lost);
  if (!view_.material_on) worth.material = 0;
  return worth;
}

SupplyTable::SupplyTable(const SupplyAppraiser& appraiser, const agenda::Agenda& agenda,
                         const TermsReader& reader, const treaty::SupplyTerms& otherwise)
    : appraiser_(appraiser) {
  const auto axis = [&](TermsReader::Field field, double value) {
    const int issue = reader.issue(field);
    if (issue < 0) return Axis{-1, {value}};
    return Axis{issue, agenda.issues()[static_cast<std::size_t>(issue)].values};
  };
  reo_ = axis(TermsReader::kReo, otherwise.reo_t_per_month);
  mix_ = axis(TermsReader::kMix, otherwise.ndpr_share);
  premium_ = axis(TermsReader::kPremium, otherwise.premium_percent);
  floor_ = axis(TermsReader::kFloor, otherwise.floor_usd_per_kg);
  upside_ = axis(TermsReader::kUpside, otherwise.upside_share_percent);
  term_ = axis(TermsReader::kTerm, otherwise.term_years);
  take_or_pay_ = axis(TermsReader::kTakeOrPay, otherwise.take_or_pay_share);
  advance_ = axis(TermsReader::kAdvance, otherwise.advance_years);
  for (const double reo : reo_.values) {
    for (const double mix : mix_.values) volumes_.push_back(appraiser.volumes(reo, mix));
  }
  for (const double premium : premium_.values) {
    for (const double floor : floor_.values) prices_.push_back(appraiser.price(premium, floor));
  }
  for (const double share : upside_.values) upsides_.push_back(appraiser.upside(share));
  for (const double share : take_or_pay_.values) paid_.push_back(appraiser.paid_share(share));
  for (const double years : term_.values) terms_.push_back(appraiser.term(years));
}

double SupplyTable::value(const std::uint32_t* levels) const {
  const std::size_t tonnes = reo_.level(levels);
  const SupplyAppraiser::Term& term = terms_[term_.level(levels)];
  double value = reo_.values[tonnes] > 0 ? term.relationship : 0;
  if (!appraiser_.view_.material_on) return value;
  SupplyAppraiser::Price price =
      prices_[premium_.level(levels) * floor_.values.size() + floor_.level(levels)];
  price.usd_per_kg += upsides_[upside_.level(levels)];
  value += appraiser_.material(volumes_[tonnes * mix_.values.size() + mix_.level(levels)], price,
                               term, paid_[take_or_pay_.level(levels)],
                               advance_.values[advance_.level(levels)]);
  return value;
}

}  // namespace monazite::mandates
