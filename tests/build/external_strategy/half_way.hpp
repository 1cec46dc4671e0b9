#pragma once

#include <algorithm>

#include <agents/strategies/bidding/demand.hpp>

/// Asks for its best package and then meets the other side half way: for each step that the offers
/// received have come towards it, it takes `share` of that step off its own demand. Never asks for
/// less than it has without a deal.
class HalfWay final : public monazite::strategies::Demand {
 public:
  explicit HalfWay(double share) : share_(share) {}

  void begin(const monazite::strategies::Place& place) override {
    scale_.begin(*place.own);
    heard_ = false;
  }
  void hear(const monazite::strategies::Bid& bid) override {
    const double level = scale_.level(bid.own_value);
    first_ = heard_ ? first_ : level;
    best_ = heard_ ? std::max(best_, level) : level;
    heard_ = true;
  }
  double demand(const monazite::strategies::Turn&,
                const monazite::strategies::OpponentModel*) override {
    return heard_ ? 1 - share_ * (best_ - first_) : 1;
  }

 private:
  double share_;
  monazite::strategies::Scale scale_;
  bool heard_ = false;
  double first_ = 0;
  double best_ = 0;
};
