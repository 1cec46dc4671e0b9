#include <agents/strategies/competition/nozomi.hpp>

namespace monazite::strategies {
namespace {

class NozomiView final : public Standpoint {
 public:
  void begin(const Place& place) override {
    Standpoint::begin(place);
    first_.reset();
  }
  [[nodiscard]] double demand(double time) const {
    constexpr double kCloses = 0.9;
    const double best = best_received_level();
    const double limit = std::max(floor(), limit_at(time));
    double demand = std::max(limit, 1 - (first_ ? best - *first_ : 0.0));
    if (time >= kCloses && demand > best) {
      demand = std::max(limit, best + (demand - best) * (1 - time) / (1 - kCloses));
    }
    return demand;
  }

 private:
  void learn(const Bid& bid) override {
    if (!first_) first_ = level(bid.own_value);
  }
  static double limit_at(double time) {
    if (time < 0.5) return 0.95;
    if (time < 0.8) return 0.85;
    return time < 0.9 ? 0.75 : 0.65;
  }

  std::optional<double> first_;
};

class NozomiBidding final : public StandpointBidding<NozomiView> {
 public:
  using StandpointBidding::StandpointBidding;
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel* model) override {
    if (turn.round == 0) return standpoint().lowest_from(1);
    const double demand = standpoint().demand(turn.time);
    return standpoint().best_for_other(demand, demand + kBand, model);
  }
};

class NozomiAcceptance final : public StandpointAcceptance<NozomiView> {
 public:
  using StandpointAcceptance::StandpointAcceptance;

 private:
  bool accepts(const Turn& turn, double level, NextBid&) override {
    return level > last_sent() || level >= standpoint().demand(turn.time);
  }
};

}  // namespace

AgentParts nozomi() {
  auto view = std::make_shared<NozomiView>();
  return {std::make_unique<NozomiBidding>(view), std::make_unique<NozomiAcceptance>(view)};
}

}  // namespace monazite::strategies
