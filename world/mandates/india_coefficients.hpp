#pragma once

#include <world/mandates/coefficients.hpp>
#include <world/mandates/office.hpp>

namespace monazite::mandates {

/// What an Indian office expects of the magnet plants and of a kg NdPr kept at home. Symbols of
/// docs/model.md in brackets.
struct PlantView {
  double months_to_start = 0;         ///< [tau]; at least 2 before plants run, 0 when they do
  double load = 0;                    ///< of the plants after the ramp, 0 to 1
  double need_ndpr_t_per_year = 0;    ///< at that load
  double short_before = 0;            ///< chance that a kg kept now is missing later [ps1]
  double short_after = 0;             ///< the same of a kg kept once plants run [ps2]
  double keep_before_usd_per_kg = 0;  ///< worth of a kg kept now [mu1]
  double keep_after_usd_per_kg = 0;   ///< and once plants run [mu2]
};

/// `office` with normalised columns.
[[nodiscard]] PlantView plant_view(const Outlook& outlook, const OfficeSetup& office);

/// Section 4.2 of the specification that docs/model.md reproduces: what NdPr is worth at home (real
/// option on a kg kept, cf. the convenience yield of Working 1949) against what Japan pays for
/// feed.
[[nodiscard]] Appraiser india_appraiser(const Outlook& outlook, const OfficeSetup& office);

/// Clauses as India sees them.
class IndiaClauses final : public Clauses {
 public:
  explicit IndiaClauses(const Outlook& outlook);
  [[nodiscard]] double premium(double share) const override;
  [[nodiscard]] double floor_gain_usd_per_kg(double floor_usd_per_kg) const override;
  [[nodiscard]] MagnetWorth magnets(double t_per_year, bool made_in_japan) const override;
  [[nodiscard]] double technology(int level) const override;
  [[nodiscard]] double finance(double bn_jpy) const override;

 private:
  /// Magnets missing a year, expected, with `returned_t` more of them and a stock of `stock_t`.
  [[nodiscard]] double missing_t(double risk, double returned_t, double stock_t) const;

  const equations::Parameters& parameters_;
  double price_ = 0;
  double need_t_per_year_ = 0;
  double stock_t_ = 0;
  double trust_in_japan_ = 0;
  double risk_now_ = 0;
  double loss_usd_per_kg_ = 0;
  double heat_ = 0;
  equations::LinkageHeads linkage_bn_jpy_{};  ///< that a summit near can bind
};

/// Share of the old flow that a side expects to survive the start of the plants under India's own
/// unilateral choice [s_nd]. `offices` with normalised columns, `india` their appraisers.
[[nodiscard]] double surviving_share(const Outlook& outlook,
                                     const std::vector<OfficeSetup>& offices,
                                     const std::vector<Appraiser>& india);

}  // namespace monazite::mandates
