#pragma once

#include <vector>

#include <agents/strategies/models/additive_model.hpp>

namespace monazite::strategies {

/// The frequency model of Agent Smith (van Galen Last 2012, "Agent Smith: opponent model estimation
/// in bilateral multi-issue negotiation", Studies in Computational Intelligence 383), as Genius
/// runs it: plain shares of the k offers heard so far, counted from the first one on,
///
///   share_i[l] = offers with level l on issue i / k
///   w_i        = largest share of i / sum over issues of their largest shares
///   estimate   = sum of w_i * share_i[level of x]                            in [0, 1]
///
/// Before the first offer all weights are equal and all shares 0.
class SmithModel final : public AdditiveModel {
 public:
  void observe(const Turn& turn, Outcome offer) override;

 private:
  void start() override;

  double offers_ = 0;
  std::vector<double> largest_;  ///< count of the level asked for most, per issue
};

}  // namespace monazite::strategies
