#pragma once

#include <agents/strategies/bidding/demand.hpp>

namespace monazite::strategies {

/// Nice tit for tat (Baarslag, Hindriks and Jonker 2013, "A tit for tat negotiation strategy for
/// real-time bilateral negotiations"): tit for tat measured by the way to the Nash point.
///
///   theirs = (best received - worst received) / (nash - worst received), in [0, 1]
///   mine   = theirs + bonus(t) * (1 - theirs)
///   demand = 1 - mine * (1 - nash)
///
/// all in levels of own utility, nash being what the Nash point of the own utility and the model's
/// estimate is worth to itself. Best used with an opponent model, which also chooses among packages
/// of the same own value (see DemandBidding) what makes it nice; without one it takes the interests
/// for opposed.
///
/// The paper leaves open how fast the bonus grows near the end; ours is 0 until t = 0.9 and grows
/// evenly to 0.5 at t = 1. The Nash point is looked for after 1, 2, 4, 8, ... offers, on at most
/// kLooked packages spread evenly over the own ranking, so that the cost of a negotiation of n
/// offers grows with log n only.
class NiceTitForTatDemand final : public Demand {
 public:
  static constexpr std::size_t kLooked = 4096;

  void begin(const Place& place) override;
  void hear(const Bid& bid) override;
  [[nodiscard]] double demand(const Turn& turn, const OpponentModel* model) override;

 private:
  void find_nash(const OpponentModel* model);

  const OwnPreferences* own_ = nullptr;
  Scale scale_;
  std::size_t received_ = 0;
  std::size_t looked_at_ = 0;  ///< offers received when the Nash point was last looked for
  double best_ = 0;
  double worst_ = 0;
  double nash_ = 1;
};

}  // namespace monazite::strategies
