#pragma once

#include <vector>

#include <agents/strategies/bidding/demand.hpp>

namespace monazite::strategies {

/// Behaviour-dependent tactics: concede as the other side does (Faratin, Sierra and Jennings 1998,
/// Robotics & Autonomous Systems 24, 159-182). With x its own demands and y what the offers
/// received are worth to itself, y(0) the latest and y(k) the k-th before it:
///
///   relative         x' = x * y(d) / y(d - 1)
///   random absolute  x' = x + (y(d) - y(d - 1)) + (-1)^s R(M)
///   averaged         x' = x * y(d) / y(0)
///
/// clamped to [reservation, best]; d is `window`. Until d + 1 offers were received it demands the
/// most. An imitated offer worth nothing to itself (y at the lowest utility) is no measure of a
/// proportion: the relative ones then stay where they are.
///
/// We depart from the paper in that x and y are levels of utility of whole packages instead of the
/// numbers on one issue, so that it works on issues without an order. With more than two parties
/// the offers of all others count as one sequence.
class BehaviourDemand final : public Demand {
 public:
  enum class Imitation { kRelative, kRandomAbsolute, kAveraged };

  /// `window` >= 1. `most_random`: M, as a share of the range of utilities, drawn evenly from
  /// (-M, M); only for the random one.
  BehaviourDemand(Imitation imitation, std::size_t window, double most_random = 0);

  void begin(const Place& place) override;
  void hear(const Bid& bid) override;
  void sent(const Bid& bid) override;
  [[nodiscard]] double demand(const Turn& turn, const OpponentModel*) override;

 private:
  static constexpr base::Purpose kNoise{"strategies.random_absolute_tft.noise"};

  /// y(back).
  [[nodiscard]] double received(std::size_t back) const;

  Imitation imitation_;
  std::size_t window_;
  double most_random_;
  Place place_;
  Scale scale_;
  std::vector<double> last_;  ///< a ring of the window + 1 latest levels
  std::size_t count_ = 0;     ///< offers received
  double asked_ = 1;          ///< by the last offer made
  double asking_ = 1;         ///< by the last demand()
};

}  // namespace monazite::strategies
