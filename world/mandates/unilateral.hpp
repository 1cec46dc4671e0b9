#pragma once

#include <vector>

#include <protocol/messages/mandate.pb.h>
#include <world/mandates/reservation.hpp>

namespace monazite::mandates {

/// A flow that India could let through on its own: share of the agreed feed, NdPr share of it.
struct OwnFlow {
  double factor = 1;
  double mix = 1;
};

/// What unilateral flows are worth to Indian offices over one year: NdPr and La/Ce sold or kept,
/// heat at home, the friendship that a breach costs, and leverage: what the threat point gains for
/// the deal that talks may bring (half of what Japan loses by it, by the split of Nash 1950, as
/// India believes).
class UnilateralFlow {
 public:
  /// `more_heat`: as if heat at home were higher by that much.
  UnilateralFlow(const Outlook& outlook, const SideModel& india, const SideModel& japan,
                 double more_heat = 0);

  /// M. `office`: place among India's offices.
  [[nodiscard]] double worth(std::size_t office, const OwnFlow& flow) const;
  /// Share of the agreed NdPr that a flow withholds, 0 to 1.
  [[nodiscard]] double withheld(const OwnFlow& flow) const;
  /// The flow under a direction of atomic energy and a notification's cap.
  [[nodiscard]] OwnFlow under(v1::Act direction, double cap) const;

 private:
  struct Yearly {
    double ndpr_t = 0;
    double light_t = 0;
  };
  [[nodiscard]] Yearly yearly(const OwnFlow& flow) const;
  [[nodiscard]] double sold(std::size_t office, const Yearly& flow) const;
  [[nodiscard]] double friendship_lost(std::size_t office, const OwnFlow& flow) const;
  /// Yearly change of a side's no-deal value against the flow as agreed.
  [[nodiscard]] double change_for_india(const Yearly& flow) const;
  [[nodiscard]] double change_for_japan(const Yearly& flow) const;

  Outlook outlook_;
  const SideModel& india_;
  const SideModel& japan_;
  double volume_t_ = 0;  ///< REO a year as agreed
  double share_ = 0;     ///< NdPr in it as agreed
  double q0_ = 0;
  double lawful_ = 0;  ///< share that may be withheld without breach
  double breach_scale_ = 1;
  double doubt_ = 1;
  std::vector<double> audience_usd_per_kg_;     ///< by Indian office
  std::vector<double> price_terms_usd_per_kg_;  ///< premium and floor in force, by Indian office
};

/// How atomic energy would answer if it took the matter up now: the probability of each direction,
/// by logit with the scenario's noise. Atomic energy weighs its own worth of each flow, what stands
/// in requests, and the cost of changing an order, higher when the order is fresh.
struct Answer {
  v1::Act direction = v1::ACT_DIRECT_FEED_FULL;
  OwnFlow flow;
  double value = 0;  ///< against keeping the direction in force, M
  double probability = 0;
};
/// `office`: place of atomic energy; `asks`: standing requests.
[[nodiscard]] std::vector<Answer> answers_of_atomic_energy(const Outlook& outlook,
                                                           const UnilateralFlow& flows,
                                                           std::size_t office, double asks);

}  // namespace monazite::mandates
