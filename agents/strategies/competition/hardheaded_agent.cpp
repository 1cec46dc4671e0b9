#include <cmath>

#include <agents/strategies/competition/hardheaded_agent.hpp>

namespace monazite::strategies {
namespace {

class HardHeadedBidding final : public StandpointBidding<Standpoint> {
 public:
  HardHeadedBidding(std::shared_ptr<Standpoint> standpoint, HardHeadedAgentSettings settings)
      : StandpointBidding(std::move(standpoint)), settings_(settings) {}

  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel* model) override {
    Standpoint& view = standpoint();
    if (turn.round == 0) return view.lowest_from(1);
    const double floor = std::max(settings_.floor, view.floor());
    const double conceded = settings_.k + (1 - settings_.k) * std::pow(turn.time, 1 / settings_.e);
    const double demand = floor + (1 - floor) * (1 - conceded);
    const Outcome chosen = view.best_for_other(demand, demand + settings_.tolerance, model);
    const auto& received = view.best_received();
    if (received && received->own_value >= view.own().value(chosen)) return received->outcome;
    return chosen;
  }

 private:
  HardHeadedAgentSettings settings_;
};

class HardHeadedAcceptance final : public StandpointAcceptance<Standpoint> {
 public:
  using StandpointAcceptance::StandpointAcceptance;

 private:
  bool accepts(const Turn&, double level, NextBid& next) override {
    return level > lowest_sent() || level >= level_of(next);
  }
};

}  // namespace

AgentParts hardheaded_agent(HardHeadedAgentSettings settings) {
  auto standpoint = std::make_shared<Standpoint>();
  return {std::make_unique<HardHeadedBidding>(standpoint, settings),
          std::make_unique<HardHeadedAcceptance>(standpoint)};
}

}  // namespace monazite::strategies
