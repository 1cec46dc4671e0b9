#include <cmath>

#include <agents/strategies/competition/haggler_acceptance.hpp>
#include <agents/strategies/competition/iamhaggler.hpp>
#include <agents/strategies/models/concession_curve.hpp>

namespace monazite::strategies {
namespace {

class HagglerView final : public Standpoint {
 public:
  void begin(const Place& place) override {
    Standpoint::begin(place);
    series_ = {};
  }
  [[nodiscard]] const ConcessionSeries& series() const { return series_; }

 private:
  void learn(const Bid& bid) override { series_.add({bid.turn.time, best_received_level()}); }

  ConcessionSeries series_;
};

class HagglerBidding final : public StandpointBidding<HagglerView> {
 public:
  HagglerBidding(std::shared_ptr<HagglerView> view, IamHagglerSettings settings)
      : StandpointBidding(std::move(view)), settings_(settings) {}

  void begin(const Place& place) override {
    StandpointBidding::begin(place);
    demand_ = 1;
  }
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel* model) override {
    HagglerView& view = standpoint();
    if (turn.round == 0) return view.lowest_from(1);
    const double floor = view.floor();
    const Plan plan = foresee(floor);
    const double curve = 1 - (1 - floor) * std::pow(turn.time, 1 / plan.beta);
    demand_ = std::min(demand_, std::max({curve, plan.level, floor}));
    return view.best_for_other(demand_, demand_ + kBand, model);
  }

 private:
  struct Plan {
    double beta = 0.1;
    double level = 0;  ///< of the other side's offer at its discounted best
  };

  /// The concession that meets the other side's at its discounted best.
  [[nodiscard]] Plan foresee(double floor) {
    const std::optional<PowerCurve> curve = fit_power_curve(standpoint().series());
    if (!curve) return {};
    const ConcessionSeries::Point& first = standpoint().series().points().front();
    const double discount = standpoint().discount();
    double best_time = 0;
    double best_level = 0;
    double most = -1;
    for (int k = 1; k <= 100; ++k) {
      const double time = 0.0099 * k;
      if (time <= first.time) continue;
      const double level =
          std::min(1.0, first.value + curve->size * std::pow(time - first.time, curve->exponent));
      const double worth = level * std::pow(discount, time);
      if (worth > most) {
        most = worth;
        best_time = time;
        best_level = level;
      }
    }
    // (1 - level) / (1 - floor) = time^(1 / beta), kept strictly between 0 and 1.
    const double conceded = std::clamp((1 - best_level) / std::max(1e-9, 1 - floor), 1e-6, 0.999);
    if (!(best_time > 0)) return {};
    const double beta = std::log(best_time) / std::log(conceded);
    return {std::max(settings_.lowest_beta, std::min(beta, settings_.highest_beta)), best_level};
  }

  IamHagglerSettings settings_;
  double demand_ = 1;
};

}  // namespace

AgentParts iamhaggler(IamHagglerSettings settings) {
  auto view = std::make_shared<HagglerView>();
  return {std::make_unique<HagglerBidding>(view, settings),
          std::make_unique<HagglerAcceptance>(view, settings.aspiration, settings.multiplier)};
}

}  // namespace monazite::strategies
