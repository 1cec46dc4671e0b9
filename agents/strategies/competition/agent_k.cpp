#include <cmath>

#include <agents/strategies/competition/agent_k.hpp>

namespace monazite::strategies {
namespace {

constexpr base::Purpose kAgentKOffer{"strategies.agent_k.offer"};

class AgentKView final : public Standpoint {
 public:
  explicit AgentKView(AgentKSettings settings) : settings_(settings) {}

  void begin(const Place& place) override {
    Standpoint::begin(place);
    offers_ = mean_ = squares_ = 0;
  }
  [[nodiscard]] double hoped_for() const {
    return offers_ > 0 ? mean_ + (1 - mean_) * width() : 1.0;
  }
  [[nodiscard]] double target(double time) const {
    const double planned = 1 - (1 - hoped_for()) * std::pow(time, settings_.alpha);
    if (!(planned < 1)) return 1;
    const double ratio = std::min(2.0, (width() + settings_.g) / (1 - planned));
    return std::max(floor(), 1 - ratio * (1 - planned));
  }
  [[nodiscard]] const AgentKSettings& settings() const { return settings_; }

 private:
  void learn(const Bid& bid) override {
    // Welford's running mean and sum of squares (1962).
    const double offered = level(bid.own_value);
    offers_ += 1;
    const double off = offered - mean_;
    mean_ += off / offers_;
    squares_ += off * (offered - mean_);
  }
  [[nodiscard]] double width() const {
    const double spread = mean_ * (1 - mean_);
    if (!(spread > 0) || offers_ < 1) return 0;
    return std::min(1.0, std::sqrt(3 * std::max(0.0, squares_ / offers_) / spread));
  }

  AgentKSettings settings_;
  double offers_ = 0;
  double mean_ = 0;
  double squares_ = 0;
};

class AgentKBidding final : public StandpointBidding<AgentKView> {
 public:
  using StandpointBidding::StandpointBidding;
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel*) override {
    return standpoint().random_from(standpoint().target(turn.time), turn, kAgentKOffer);
  }
};

class AgentKAcceptance final : public StandpointAcceptance<AgentKView> {
 public:
  using StandpointAcceptance::StandpointAcceptance;

 private:
  bool accepts(const Turn& turn, double level, NextBid&) override {
    const AgentKView& view = standpoint();
    return std::pow(turn.time, 5) / 5 + (level - view.hoped_for()) +
               (level - view.target(turn.time)) >
           view.settings().bar;
  }
};

}  // namespace

AgentParts agent_k(AgentKSettings settings) {
  auto view = std::make_shared<AgentKView>(settings);
  return {std::make_unique<AgentKBidding>(view), std::make_unique<AgentKAcceptance>(view)};
}

}  // namespace monazite::strategies
