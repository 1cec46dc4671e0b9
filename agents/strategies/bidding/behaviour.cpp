#include <algorithm>

#include <agents/strategies/bidding/behaviour.hpp>
#include <protocol/base/check.hpp>

namespace monazite::strategies {

BehaviourDemand::BehaviourDemand(Imitation imitation, std::size_t window, double most_random)
    : imitation_(imitation), window_(window), most_random_(most_random) {
  MONAZITE_CHECK(window >= 1, "imitation looks back at least one offer");
}

void BehaviourDemand::begin(const Place& place) {
  place_ = place;
  scale_.begin(*place.own);
  last_.assign(window_ + 1, 0.0);
  count_ = 0;
  asked_ = asking_ = 1;
}

void BehaviourDemand::hear(const Bid& bid) {
  last_[count_ % last_.size()] = std::max(0.0, scale_.level(bid.own_value));
  ++count_;
}

void BehaviourDemand::sent(const Bid&) {
  asked_ = asking_;
}

double BehaviourDemand::received(std::size_t back) const {
  return last_[(count_ - 1 - back) % last_.size()];
}

double BehaviourDemand::demand(const Turn& turn, const OpponentModel*) {
  if (count_ <= window_) return asking_ = 1;
  const double before = received(window_);
  const double after = received(imitation_ == Imitation::kAveraged ? 0 : window_ - 1);
  double asking = asked_;
  if (imitation_ == Imitation::kRandomAbsolute) {
    const double noise =
        2 * place_.draws.uniform(kNoise, base::Day{static_cast<std::int32_t>(turn.round)},
                                 place_.position + 1) -
        1;
    asking += before - after + most_random_ * noise;
  } else if (after > 0) {
    asking *= before / after;
  }
  return asking_ = scale_.clamp(asking);
}

}  // namespace monazite::strategies
