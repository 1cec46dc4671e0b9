#pragma once

#include <world/mandates/company_mandate.hpp>
#include <world/mandates/supply_views.hpp>

namespace monazite::mandates {

/// One of the two partners of the supply contract: what IREL and Toyotsu have in common.
class SupplyPartner : public CompanyMandate {
 public:
  /// Least that IREL takes or most that Toyotsu pays per kg of NdPr in feed, against feeding
  /// nothing, for the contract in force renewed. USD per kg; as of the last prepare().
  [[nodiscard]] double reservation_price() const;
  [[nodiscard]] const treaty::SupplyTerms& contract() const { return contract_; }

 protected:
  using CompanyMandate::CompanyMandate;

  Change learn(const v1::Envelope& message) override;
  [[nodiscard]] CompanyWorth appraise(const CompanyTable& table,
                                      agenda::Outcome outcome) const override;
  [[nodiscard]] CompanyWorth no_deal(const CompanyTable& table) const override;
  [[nodiscard]] double believed(const CompanyTable& table, agenda::Outcome outcome) const override;
  [[nodiscard]] double believed_no_deal(const CompanyTable& table) const override;
  [[nodiscard]] Obstacle obstacle(const CompanyTable& table,
                                  agenda::Outcome outcome) const override;
  /// ACT_ASK_RENEGOTIATION: what a reopened contract may bring, from the best of some packages for
  /// whoever gains less, against what asking costs.
  void add_acts(v1::Brief& brief) const override;
  /// What forbids a contract on these terms to this company.
  [[nodiscard]] virtual Obstacle obstacle_to(const treaty::SupplyTerms& terms) const = 0;

  /// Own appraiser and the other's as believed, set by revise().
  SupplyAppraiser own_, other_;

  [[nodiscard]] Obstacle memorandum_obstacle(const treaty::SupplyTerms& terms) const;
  [[nodiscard]] treaty::SupplyTerms month_to_month() const;
  /// NdPr in feed promised by the contract, as far as the memorandum lets it out. t a year.
  [[nodiscard]] double promised_ndpr_t(const treaty::SupplyTerms& contract,
                                       const treaty::MouTerms& memorandum) const;
  /// Cash that IREL's feed must bring, M a year; from the terms at the start.
  [[nodiscard]] double cash_need() const;
  [[nodiscard]] double flow_now() const;
  [[nodiscard]] double own_output() const;
  /// Day on which the newest supply table opened, or the first day.
  [[nodiscard]] base::Day table_opened() const { return table_opened_; }
  [[nodiscard]] double contract_years_left() const;

  treaty::SupplyTerms contract_ = setup_.contract;
  base::Day contract_until_ = setup_.contract_until;

 private:
  [[nodiscard]] double best_shared_gain() const;

  base::Day table_opened_ = setup_.first_day;
};

}  // namespace monazite::mandates
