#pragma once

#include <world/mandates/coefficients.hpp>
#include <world/mandates/office.hpp>

namespace monazite::mandates {

/// What Japan expects of supply. Symbols of docs/model.md in brackets.
struct SupplyOutlook {
  double cover_days = 0;           ///< makers and JOGMEC, less what is late
  double short_chance = 0;         ///< that a kg is missing [psh]
  double security_usd_per_kg = 0;  ///< worth of a kg that is not Chinese [sec]
  double trust_in_deal = 0;        ///< share of a signed flow that will come [theta_d]
  double trust_without = 0;        ///< and of an unsigned one [theta_nd]
};
[[nodiscard]] SupplyOutlook supply_outlook(const Outlook& outlook);

/// Chance that Japan is short of NdPr in the coming months, as it is judged from days of cover
/// (specification, section 4.3): chance of a Chinese stop times whether stocks last through it,
/// thin stocks in themselves, and a shortage that is already there (`short_now`, 0 to 1).
/// `regime_light`: 0 open, 1 slow, 2 stopped.
[[nodiscard]] double shortage_chance(const equations::Parameters& parameters, int regime_light,
                                     double cover_days, double short_now);

/// By how much Japan discounts an unsigned flow against a signed one: it doubts it when India's
/// press is hot and requests stand.
[[nodiscard]] double doubt_without_deal(const SupplyOutlook& view);

/// Months until India's plants run, as Japan expects.
[[nodiscard]] double months_to_plants_seen_from_japan(const Outlook& outlook);

/// Section 4.3 of the specification that docs/model.md reproduces.
[[nodiscard]] Appraiser japan_appraiser(const Outlook& outlook, const OfficeSetup& office,
                                        const PlantAnnuities& annuities);

/// Clauses as Japan sees them.
class JapanClauses final : public Clauses {
 public:
  explicit JapanClauses(const Outlook& outlook);
  [[nodiscard]] double premium(double share) const override;
  [[nodiscard]] double floor_gain_usd_per_kg(double floor_usd_per_kg) const override;
  [[nodiscard]] MagnetWorth magnets(double t_per_year, bool made_in_japan) const override;
  [[nodiscard]] double technology(int level) const override;
  [[nodiscard]] double finance(double bn_jpy) const override;

 private:
  const equations::Parameters& parameters_;
  double price_ = 0;
  double price_heavy_ = 0;
  double heavy_scarcity_ = 0;  ///< L((60 - H)/15)
  double security_extra_ = 0;  ///< sec - sec_base
  double magnet_scale_ = 1;
  double technology_scale_ = 1;
  double pressure_ = 0;
  equations::LinkageHeads linkage_bn_jpy_{};  ///< that a summit near can bind
};

}  // namespace monazite::mandates
