#pragma once

#include <map>
#include <vector>

#include <world/mandates/allocation_value.hpp>
#include <world/mandates/supply_partner.hpp>

namespace monazite::mandates {

/// Toyotsu, the trader, with its refinery: buys feed from IREL and sells product to the makers.
/// Lives on the margin between the two, wants the plant in use and the supplier alive. Private: its
/// cost of refining.
class ToyotsuMandate final : public SupplyPartner {
 public:
  ToyotsuMandate(const CompanySetup& setup, std::vector<MakerMandateSetup> makers,
                 const equations::Parameters& parameters, const base::Draws& draws);

 private:
  /// What was agreed with a maker last.
  struct Sold {
    double ndpr_t = 0;
    base::Day day{};
  };
  /// What the table with one maker rests on.
  struct Desk {
    SellerView own;
    MakerView maker;
    AllocationTable own_values, maker_values;
    // What they were worked out for.
    base::Day opened{};
    std::uint64_t world = 0, said = 0;
  };

  Change learn(const v1::Envelope& message) override;
  void revise(Change change) override;
  void evaluate(const CompanyTable& table, const std::uint32_t* levels, std::size_t count,
                double* own, double* other) const override;
  [[nodiscard]] CompanyWorth appraise(const CompanyTable& table,
                                      const std::uint32_t* levels) const override;
  [[nodiscard]] CompanyWorth no_deal(const CompanyTable& table) const override;
  [[nodiscard]] double believed_no_deal(const CompanyTable& table) const override;
  [[nodiscard]] Obstacle obstacle(const CompanyTable& table,
                                  const std::uint32_t* levels) const override;
  [[nodiscard]] Obstacle obstacle_to(const treaty::SupplyTerms& terms) const override;

  void revise_supply();
  [[nodiscard]] const Desk* desk(const CompanyTable& at) const;
  [[nodiscard]] SellerView seller_view(const CompanyTable& at) const;
  [[nodiscard]] double product_t_per_quarter() const;
  [[nodiscard]] const MakerMandateSetup& maker(base::SeatId seat) const;
  [[nodiscard]] treaty::AllocationTerms terms(const CompanyTable& table,
                                              agenda::Outcome outcome) const;

  std::vector<MakerMandateSetup> makers_;
  std::map<base::SeatId, Sold> sold_;
  std::uint64_t world_ = 0, said_ = 0;  ///< counts of what changed: the world, or words at a table
  mutable std::map<base::SeatId, Desk> desks_;  ///< by maker; a memo, see desk()
};

}  // namespace monazite::mandates
