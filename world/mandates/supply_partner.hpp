#pragma once

#include <cstdint>
#include <map>
#include <memory>

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
  SupplyPartner(const CompanySetup& setup, const equations::Parameters& parameters,
                const base::Draws& draws);

  void adopted() override;
  Change learn(const v1::Envelope& message) override;
  /// A contract that ran out binds nobody: the arrangement found at the start goes on.
  bool expire(base::Day today) override;
  void evaluate(const CompanyTable& table, const std::uint32_t* levels, std::size_t count,
                double* own, double* other) const override;
  [[nodiscard]] CompanyWorth appraise(const CompanyTable& table,
                                      const std::uint32_t* levels) const override;
  [[nodiscard]] CompanyWorth no_deal(const CompanyTable& table) const override;
  [[nodiscard]] double believed_no_deal(const CompanyTable& table) const override;
  [[nodiscard]] Obstacle obstacle(const CompanyTable& table,
                                  const std::uint32_t* levels) const override;
  /// ACT_ASK_RENEGOTIATION: what a reopened contract may bring, from the best of some packages for
  /// whoever gains less, against what asking costs.
  void add_acts(v1::Brief& brief) const override;
  /// What forbids a contract on these terms, of some tonnes, to this company.
  [[nodiscard]] virtual Obstacle obstacle_to(const treaty::SupplyTerms& terms) const = 0;

  /// Takes new views, own and the other's as believed; called by revise().
  void appraise_with(const SupplyView& own, const SupplyView& other);

  /// Price outside China that deals are valued at: expected, or the realised one in hindsight.
  [[nodiscard]] double index() const;
  [[nodiscard]] Obstacle memorandum_obstacle(const treaty::SupplyTerms& terms) const;
  [[nodiscard]] treaty::SupplyTerms month_to_month() const;
  /// NdPr in feed promised by the contract, as far as the memorandum lets it out. t a year.
  [[nodiscard]] double promised_ndpr_t(const treaty::SupplyTerms& contract,
                                       const treaty::MouTerms& memorandum) const;
  /// Cash that IREL's feed must bring, M a year; from the terms at the start.
  [[nodiscard]] double cash_need() const;
  [[nodiscard]] double flow_now() const;
  /// Share of the product expected to get out of India.
  [[nodiscard]] double export_share() const;
  [[nodiscard]] double own_output() const;
  /// Day on which the newest supply table opened, or the first day.
  [[nodiscard]] base::Day table_opened() const { return table_opened_; }
  [[nodiscard]] double contract_years_left() const;

  treaty::SupplyTerms contract_ = setup_.contract;
  base::Day contract_until_ = setup_.contract_until;
  bool contract_signed_ = false;  ///< in this history; else it was found at the start

 private:
  /// Values of all packages of one agenda, to both.
  struct Valuers {
    SupplyTable own, other;
  };
  [[nodiscard]] double best_shared_gain() const;

  std::shared_ptr<const PutTable> puts_;
  SupplyAppraiser own_, other_;
  std::map<std::uint64_t, Valuers> valuers_;  ///< by conversation, of open supply tables
  agenda::Agenda nearby_;  ///< what is tried to see whether reopening the contract may pay

  base::Day table_opened_ = setup_.first_day;
};

}  // namespace monazite::mandates
