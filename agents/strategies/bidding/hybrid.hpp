#pragma once

#include <agents/strategies/bidding/demand.hpp>

namespace monazite::strategies {

/// The hybrid strategy of the Solver agent (Keskin, Cakan and Aydogan 2021): early on it answers to
/// behaviour, later to time,
///
///   demand    = (1 - t^2) * behaviour + t^2 * curve
///   curve     = (1 - t)^2 p0 + 2 t (1 - t) p1 + t^2 p2           (a Bezier curve)
///   behaviour = u(own last) - (mu + mu t) * sum over i of w_i * change_i
///
/// where change_i are the latest changes of what the offers received are worth to itself, the
/// oldest first, and w = (1), (.25, .75), (.11, .22, .66) or (.05, .15, .3, .5) for one, two, three
/// or more of them. Before the third offer was received it follows the curve alone. All in levels
/// of utility (see Scale); the defaults 1, 0.75, 0.55 and mu = 0.5 are those of NegoLog.
class HybridDemand final : public Demand {
 public:
  struct Shape {
    double p0 = 1;
    double p1 = 0.75;
    double p2 = 0.55;
    double mu = 0.5;
  };

  explicit HybridDemand(const Shape& shape) : shape_(shape) {}

  void begin(const Place& place) override {
    scale_.begin(*place.own);
    received_ = 0;
    own_last_ = 1;
  }
  void hear(const Bid& bid) override {
    const double level = scale_.level(bid.own_value);
    if (received_ > 0) {
      for (std::size_t i = 0; i + 1 < kChanges; ++i) changes_[i] = changes_[i + 1];
      changes_[kChanges - 1] = level - heard_;
    }
    heard_ = level;
    ++received_;
  }
  void sent(const Bid& bid) override { own_last_ = scale_.level(bid.own_value); }
  [[nodiscard]] double demand(const Turn& turn, const OpponentModel*) override;

 private:
  static constexpr std::size_t kChanges = 4;

  Shape shape_;
  Scale scale_;
  double changes_[kChanges] = {};  ///< the latest last
  std::size_t received_ = 0;
  double heard_ = 0;
  double own_last_ = 1;
};

}  // namespace monazite::strategies
