#pragma once

#include <cstdint>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/calendar.hpp>
#include <world/economy/economy.hpp>
#include <world/engine/flow_orders.hpp>
#include <world/scenarios/scenario.hpp>
#include <world/treaty/terms.hpp>

namespace monazite::engine {

/// What binds at one table now: the terms, who put them there, and until when.
template <class Terms>
struct InForce {
  agenda::Outcome outcome = 0;
  Terms terms{};
  base::Day since{};
  base::Day until{};         ///< last day of the term
  bool signed_here = false;  ///< agreed in this history (else: the arrangement found at the start)
  std::uint64_t agreement_id = 0;
};

/// The memorandum, the supply contract and the allocations in force, and what they ask of a month.
/// The tables bind each other: the contract's tonnes and mix stay within the memorandum,
/// allocations within the product at hand.
class Arrangements {
 public:
  Arrangements(const scenarios::Scenario& scenario);

  [[nodiscard]] const InForce<treaty::MouTerms>& mou() const { return mou_; }
  [[nodiscard]] const InForce<treaty::SupplyTerms>& supply() const { return supply_; }
  [[nodiscard]] const InForce<treaty::AllocationTerms>& allocation(std::size_t maker) const {
    return allocations_[maker];
  }
  [[nodiscard]] const treaty::MouTerms& mou_status_quo() const { return mou_status_quo_; }
  [[nodiscard]] const treaty::SupplyTerms& supply_status_quo() const { return supply_status_quo_; }
  [[nodiscard]] const treaty::AllocationTerms& allocation_status_quo() const {
    return allocation_status_quo_;
  }

  /// Puts a signed package into force from `day`.
  void sign_mou(agenda::Outcome outcome, base::Day day, std::uint64_t agreement_id);
  void sign_supply(agenda::Outcome outcome, base::Day day, std::uint64_t agreement_id);
  void sign_allocation(std::size_t maker, agenda::Outcome outcome, base::Day day,
                       std::uint64_t agreement_id);

  /// Lets what ran out fall back to the arrangement found at the start: price, floor and whatever
  /// else a supply contract granted end with its term, and a maker has no allocation beyond its
  /// quarter. Call at the end of a month. Returns whether the memorandum's terms lapsed.
  bool expire(base::Day today);

  /// Committed REO a year to Japan under the memorandum, before or after the plants run.
  [[nodiscard]] double committed_reo_t_per_year(bool plants_run) const;

  /// What the month that ends on `today` is asked for.
  [[nodiscard]] economy::Controls controls(const MonthlyFlow& flow, bool plants_run,
                                           base::Day today, double price_outside_usd_per_kg) const;

  /// Concessional finance that has been promised so far, and paid; it is paid in equal parts over
  /// the two years after a signature. Unit: billion JPY.
  [[nodiscard]] double finance_promised_bn_jpy(base::Day today) const;
  [[nodiscard]] double finance_paid_bn_jpy() const { return finance_paid_bn_jpy_; }
  /// What of it falls due in the month that ends on `today`; counts it as paid.
  double pay_finance_bn_jpy(base::Day today);

  /// Price of NdPr in feed under the supply contract, USD/kg, at an outside index price.
  [[nodiscard]] double feed_price(double price_outside_usd_per_kg) const;

 private:
  const scenarios::Scenario& scenario_;
  treaty::MouTerms mou_status_quo_;
  treaty::SupplyTerms supply_status_quo_;
  treaty::AllocationTerms allocation_status_quo_;
  InForce<treaty::MouTerms> mou_;
  InForce<treaty::SupplyTerms> supply_;
  std::vector<InForce<treaty::AllocationTerms>> allocations_;
  /// What signatures have granted for good: joint finance, for the ore that it opens later, and
  /// technology. They outlast the term.
  struct Grant {
    base::Day signed_on{};
    double finance_bn_jpy = 0;  ///< beyond what was granted before
    int technology_level = 0;
  };
  std::vector<Grant> grants_;
  double finance_paid_bn_jpy_ = 0;
};

}  // namespace monazite::engine
