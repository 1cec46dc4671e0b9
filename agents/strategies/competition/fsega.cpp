#include <agents/strategies/competition/fsega.hpp>

namespace monazite::strategies {
namespace {

/// Linear from (t0, from) to (t1, to).
double between(double time, double t0, double from, double t1, double to) {
  return t1 > t0 ? from + (to - from) * std::clamp((time - t0) / (t1 - t0), 0.0, 1.0) : to;
}

class FsegaBidding final : public StandpointBidding<Standpoint> {
 public:
  FsegaBidding(std::shared_ptr<Standpoint> standpoint, FsegaSettings settings)
      : StandpointBidding(std::move(standpoint)), settings_(settings) {}

  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel* model) override {
    Standpoint& view = standpoint();
    if (turn.round == 0) return view.lowest_from(1);
    const double demand = std::max(view.floor(), demand_at(turn.time, view.floor()));
    return view.best_for_other(demand, demand + kBand, model);
  }

 private:
  [[nodiscard]] double demand_at(double time, double floor) const {
    constexpr double kFirm = 0.9;
    constexpr double kYielding = 0.8;
    constexpr double kLeast = 0.5;
    if (time < settings_.firm_until) return between(time, 0, 1, settings_.firm_until, kFirm);
    if (time < settings_.last_from) {
      return between(time, settings_.firm_until, kFirm, settings_.last_from, kYielding);
    }
    return between(time, settings_.last_from, kYielding, 1, std::max(floor, kLeast));
  }

  FsegaSettings settings_;
};

class FsegaAcceptance final : public StandpointAcceptance<Standpoint> {
 public:
  FsegaAcceptance(std::shared_ptr<Standpoint> standpoint, FsegaSettings settings)
      : StandpointAcceptance(std::move(standpoint)), settings_(settings) {}

 private:
  bool accepts(const Turn&, double level, NextBid& next) override {
    return level >= 1 || level * settings_.multiplier >= last_sent() || level >= level_of(next);
  }

  FsegaSettings settings_;
};

}  // namespace

AgentParts fsega(FsegaSettings settings) {
  auto standpoint = std::make_shared<Standpoint>();
  return {std::make_unique<FsegaBidding>(standpoint, settings),
          std::make_unique<FsegaAcceptance>(standpoint, settings)};
}

}  // namespace monazite::strategies
