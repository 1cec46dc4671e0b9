#pragma once

#include <agents/strategies/competition/standpoint.hpp>

namespace monazite::strategies {

/// When IAMhaggler and IAMcrazyHaggler say yes (Williams, Robu, Gerding and Jennings 2012): to an
/// offer that, times `multiplier`, is worth at least its own last offer, its next one, or its
/// aspiration.
class HagglerAcceptance final : public StandpointAcceptance<Standpoint> {
 public:
  HagglerAcceptance(std::shared_ptr<Standpoint> standpoint, double aspiration, double multiplier)
      : StandpointAcceptance(std::move(standpoint)),
        aspiration_(aspiration),
        multiplier_(multiplier) {}

 private:
  bool accepts(const Turn&, double level, NextBid& next) override {
    const double counted = level * multiplier_;
    return counted >= last_sent() || counted >= aspiration_ || counted >= level_of(next);
  }

  double aspiration_;
  double multiplier_;
};

}  // namespace monazite::strategies
