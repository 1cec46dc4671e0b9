#include <agents/strategies/competition/agent_smith.hpp>

namespace monazite::strategies {
namespace {

class SmithBidding final : public StandpointBidding<Standpoint> {
 public:
  SmithBidding(std::shared_ptr<Standpoint> standpoint, AgentSmithSettings settings)
      : StandpointBidding(std::move(standpoint)), settings_(settings) {}

  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel* model) override {
    Standpoint& view = standpoint();
    if (turn.round == 0) return view.lowest_from(1);
    const auto& received = view.best_received();
    if (turn.time >= settings_.patience && received &&
        received->own_value >= view.own().reservation()) {
      return received->outcome;
    }
    const double floor = std::max(settings_.floor, view.floor());
    const double demand = 1 - (1 - floor) * std::min(1.0, turn.time / settings_.patience);
    return view.best_for_other(demand, demand + kBand, model);
  }

 private:
  AgentSmithSettings settings_;
};

class SmithAcceptance final : public StandpointAcceptance<Standpoint> {
 public:
  SmithAcceptance(std::shared_ptr<Standpoint> standpoint, AgentSmithSettings settings)
      : StandpointAcceptance(std::move(standpoint)), settings_(settings) {}

 private:
  bool accepts(const Turn& turn, double level, NextBid& next) override {
    if (level >= settings_.good) return true;
    if (turn.time >= settings_.patience && level >= standpoint().best_received_level()) {
      return true;
    }
    return level >= level_of(next);
  }

  AgentSmithSettings settings_;
};

}  // namespace

AgentParts agent_smith(AgentSmithSettings settings) {
  auto standpoint = std::make_shared<Standpoint>();
  return {std::make_unique<SmithBidding>(standpoint, settings),
          std::make_unique<SmithAcceptance>(standpoint, settings)};
}

}  // namespace monazite::strategies
