#include <algorithm>
#include <cmath>

#include <world/engine/arrangements.hpp>

namespace monazite::engine {
namespace {

constexpr std::size_t kConsultation = 0;
constexpr std::size_t kSupply = 1;
constexpr std::size_t kAllocation = 2;

base::Day after_years(base::Day day, double years) {
  return base::add_months(day, static_cast<int>(std::lround(years * 12))) - 1;
}

}  // namespace

Arrangements::Arrangements(const scenarios::Scenario& scenario)
    : scenario_(scenario), allocations_(scenario.makers.size()) {
  const auto& agendas = scenario.agendas;
  mou_status_quo_ =
      treaty::read_mou(agendas[kConsultation], agendas[kConsultation].status_quo(), {});
  supply_status_quo_ = treaty::read_supply(agendas[kSupply], agendas[kSupply].status_quo(), {});
  allocation_status_quo_ =
      treaty::read_allocation(agendas[kAllocation], agendas[kAllocation].status_quo(), {});
  const base::Day open_end{0x7fffffff};
  mou_ = {agendas[kConsultation].status_quo(), mou_status_quo_, scenario.first_day, open_end};
  supply_ = {agendas[kSupply].status_quo(), supply_status_quo_, scenario.first_day,
             after_years(scenario.first_day, supply_status_quo_.term_years)};
  for (auto& allocation : allocations_) {
    allocation = {agendas[kAllocation].status_quo(), allocation_status_quo_, scenario.first_day,
                  scenario.first_day};
  }
}

void Arrangements::sign_mou(agenda::Outcome outcome, base::Day day, std::uint64_t agreement_id) {
  const treaty::MouTerms terms =
      treaty::read_mou(scenario_.agendas[kConsultation], outcome, mou_status_quo_);
  const double more = terms.finance_bn_jpy - (mou_.signed_here ? mou_.terms.finance_bn_jpy : 0);
  grants_.push_back({day, std::max(0.0, more), terms.technology_level});
  mou_ = {outcome, terms, day, after_years(day, terms.term_years), true, agreement_id};
}

void Arrangements::sign_supply(agenda::Outcome outcome, base::Day day, std::uint64_t agreement_id) {
  const treaty::SupplyTerms terms =
      treaty::read_supply(scenario_.agendas[kSupply], outcome, supply_status_quo_);
  supply_ = {outcome, terms, day, after_years(day, terms.term_years), true, agreement_id};
}

void Arrangements::sign_allocation(std::size_t maker, agenda::Outcome outcome, base::Day day,
                                   std::uint64_t agreement_id) {
  const treaty::AllocationTerms terms =
      treaty::read_allocation(scenario_.agendas[kAllocation], outcome, allocation_status_quo_);
  allocations_[maker] = {outcome, terms, day, base::add_months(day, 3), true, agreement_id};
}

bool Arrangements::expire(base::Day today) {
  const base::Day open_end{0x7fffffff};
  for (auto& allocation : allocations_) {
    if (allocation.signed_here && allocation.until <= today) {
      allocation = {scenario_.agendas[kAllocation].status_quo(), allocation_status_quo_, today,
                    today};
    }
  }
  if (supply_.signed_here && supply_.until <= today) {
    // The day on which the contract ended stays: there is none until the firms sign another.
    supply_ = {scenario_.agendas[kSupply].status_quo(), supply_status_quo_, today, supply_.until};
  }
  if (!mou_.signed_here || mou_.until > today) return false;
  mou_ = {scenario_.agendas[kConsultation].status_quo(), mou_status_quo_, today, open_end};
  return true;
}

double Arrangements::committed_reo_t_per_year(bool plants_run) const {
  return mou_.terms.volume_t_per_year * (plants_run ? mou_.terms.share_after_plants : 1.0);
}

double Arrangements::finance_promised_bn_jpy(base::Day today) const {
  const int all = static_cast<int>(scenario_.parameters.treaty.finance_months);
  double due = 0;
  for (const Grant& grant : grants_) {
    const int months = std::clamp(base::months_between(grant.signed_on, today), 0, all);
    due += grant.finance_bn_jpy * months / all;
  }
  return due;
}

double Arrangements::pay_finance_bn_jpy(base::Day today) {
  const double paid = std::max(0.0, finance_promised_bn_jpy(today) - finance_paid_bn_jpy_);
  finance_paid_bn_jpy_ += paid;
  return paid;
}

double Arrangements::feed_price(double price_outside_usd_per_kg) const {
  // The index enters the price as far as contract and memorandum say; a floor binds the index, the
  // upside gives IREL its share of what lies above.
  const double premium = 1 + (supply_.terms.premium_percent + mou_.terms.premium_percent) / 100;
  double index = price_outside_usd_per_kg * premium;
  index = std::max({index, supply_.terms.floor_usd_per_kg, mou_.terms.floor_usd_per_kg});
  const double upside =
      std::max(0.0, price_outside_usd_per_kg - scenario_.parameters.treaty.upside_from_usd_per_kg) *
      supply_.terms.upside_share_percent / 100;
  return scenario_.parameters.appraisal.feed_price_share * (index + upside);
}

economy::Controls Arrangements::controls(const MonthlyFlow& flow, bool plants_run, base::Day today,
                                         double price_outside_usd_per_kg) const {
  const auto& p = scenario_.parameters;
  economy::Controls c;
  c.feed_factor = flow.feed_factor;
  c.light_only_share = flow.light_only_share;
  c.export_cap = flow.export_cap;
  c.committed_reo_t = committed_reo_t_per_year(plants_run) / 12;
  c.committed_ndpr_t = c.committed_reo_t * mou_.terms.ndpr_share;
  // The contract counts feed, the memorandum what reaches Japan of it.
  const double feed_t = c.committed_reo_t / (p.refinery.japan_share * p.refinery.recovery);
  c.contract_reo_t = std::min(supply_.terms.reo_t_per_month, feed_t);
  c.contract_ndpr_share = std::min(supply_.terms.ndpr_share, mou_.terms.ndpr_share);
  c.feed_price_usd_per_kg_ndpr = feed_price(price_outside_usd_per_kg);
  for (const auto& allocation : allocations_) {
    c.allocation_ndpr_t.push_back(allocation.terms.ndpr_t_per_quarter / 3);
    c.allocation_price_usd_per_kg.push_back(price_outside_usd_per_kg *
                                            (1 + allocation.terms.premium_percent / 100));
  }
  if (mou_.signed_here) {
    const int age = base::months_between(mou_.since, today);
    if (age >= p.treaty.magnets_delay_months)
      c.magnets_promised_t = mou_.terms.magnets_t_per_year / 12;
    c.magnets_made_in_japan = mou_.terms.magnets_made_in_japan;
    c.heavy_swap_t = mou_.terms.heavy_swap_t_per_year / 12;
  }
  for (const Grant& grant : grants_) {
    const int age = base::months_between(grant.signed_on, today);
    if (age >= p.ore.expansion_delay_months) {
      c.ore_expansion_t_per_year += grant.finance_bn_jpy * p.ore.expansion_t_per_year_per_bn_jpy;
    }
    if (age >= p.treaty.technology_delay_months && p.switches.technology) {
      const auto level = static_cast<std::size_t>(grant.technology_level);
      c.plant_months_saved =
          std::max(c.plant_months_saved, p.appraisal.technology_months_saved[level] *
                                             p.appraisal.technology_months_scale);
    }
  }
  return c;
}

}  // namespace monazite::engine
