#pragma once

#include <cstdint>
#include <map>

#include <world/mandates/allocation_value.hpp>
#include <world/mandates/company_mandate.hpp>
#include <world/mandates/company_toyotsu.hpp>

namespace monazite::mandates {

/// A magnet maker or a car maker: fears a line that stops, likes material that is not Chinese, and
/// pays for both as little as it can. Private: its loss from a missing kg.
class MakerMandate final : public CompanyMandate {
 public:
  MakerMandate(const CompanySetup& setup, const MakerMandateSetup& maker,
               const equations::Parameters& parameters, const base::Draws& draws);

  /// Highest premium on the index (%) at which these tonnes are worth no less than none; as of the
  /// last prepare().
  [[nodiscard]] double reservation_premium(double ndpr_t) const;

 private:
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
  void add_acts(v1::Brief& brief) const override;

  MakerMandateSetup maker_;
  base::Day table_opened_;
  MakerView view_;
  SellerView seller_;  ///< Toyotsu as believed
  /// Values to both at one table.
  struct Valuers {
    AllocationTable own, other;
  };
  [[nodiscard]] Valuers valuers(const CompanyTable& table) const;
  std::map<std::uint64_t, Valuers> valuers_;  ///< by conversation, of open tables
};

}  // namespace monazite::mandates
