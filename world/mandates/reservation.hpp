#pragma once

#include <memory>
#include <vector>

#include <world/mandates/coefficients.hpp>
#include <world/mandates/office.hpp>

namespace monazite::mandates {

/// A government as it appraises, or as the other side believes that it does: its offices, what each
/// makes of a package, and what each has without one.
struct SideModel {
  Side side = Side::kIndia;
  std::vector<OfficeSetup> offices;   ///< columns normalised
  std::vector<double> weights;        ///< at the table, by office; sum to 1
  std::vector<Appraiser> appraisers;  ///< by office
  std::unique_ptr<Clauses> clauses;
  std::vector<Value> no_deal;  ///< by office [V_nd,o]
  Value side_no_deal;          ///< the weighted sum: the reservation value of the side

  [[nodiscard]] Value side_value(const equations::Parameters& parameters,
                                 const treaty::MouTerms& terms) const;
};

/// `offices` with normalised columns; `weights` sum to 1. Leaves no-deal values at 0.
[[nodiscard]] SideModel model_side(const Outlook& outlook, Side side,
                                   const std::vector<OfficeSetup>& offices,
                                   std::vector<double> weights);

/// What each office has without a new deal. While no deal is in force: the flow that comes now over
/// five years, the share `surviving` of it once plants run; Japan doubts that unsigned flow. While
/// a deal is in force: that deal for the rest of its term, and the flow after it up to five years.
void appraise_no_deal(const Outlook& outlook, double surviving, SideModel& model);

/// The flow that comes now: what is let through of what is agreed, its NdPr no more than what is
/// fed.
[[nodiscard]] Flow flow_in_force(const Outlook& outlook, double surviving);

/// USD per kg of NdPr in feed. India: the price that makes it indifferent between shipping the
/// baseline for three years and keeping it, politics included [RP_I]. Japan: the most it pays
/// [RP_J].
[[nodiscard]] double reservation_price(const Outlook& outlook, const SideModel& model);

}  // namespace monazite::mandates
