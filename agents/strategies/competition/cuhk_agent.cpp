#include <cmath>
#include <deque>
#include <unordered_set>

#include <agents/strategies/competition/cuhk_agent.hpp>

namespace monazite::strategies {
namespace {

constexpr base::Purpose kRandom{"strategies.cuhk_agent.random"};
constexpr base::Purpose kCuhkOffer{"strategies.cuhk_agent.offer"};

class CuhkView final : public Standpoint {
 public:
  explicit CuhkView(CuhkSettings settings) : settings_(settings) {}

  void begin(const Place& place) override {
    Standpoint::begin(place);
    heard_.clear();
    fresh_.clear();
  }
  [[nodiscard]] double threshold(double time) const {
    const double delta = discount();
    if (!(delta > 0 && delta < 1)) return std::max(floor(), curve(time, 1, settings_.least));
    const double start =
        settings_.lambda_min + (1 - settings_.lambda_min) * std::pow(delta, settings_.beta);
    const double lambda = start + (1 - start) * std::pow(concession(), settings_.gamma);
    return std::max(floor(), time < lambda ? curve(time, lambda, std::pow(delta, 1 - lambda))
                                           : std::pow(delta, 1 - time));
  }
  [[nodiscard]] const CuhkSettings& settings() const { return settings_; }

 private:
  static constexpr std::size_t kWindow = 20;

  [[nodiscard]] double curve(double time, double lambda, double end) const {
    return 1 - (1 - end) * std::pow(time / lambda, settings_.alpha);
  }
  void learn(const Bid& bid) override {
    fresh_.push_back(heard_.insert(bid.outcome).second);
    if (fresh_.size() > kWindow) fresh_.pop_front();
  }
  /// Share of new packages among its last offers.
  [[nodiscard]] double concession() const {
    if (fresh_.empty()) return 0;
    return static_cast<double>(std::count(fresh_.begin(), fresh_.end(), true)) /
           static_cast<double>(fresh_.size());
  }

  CuhkSettings settings_;
  std::unordered_set<Outcome> heard_;  ///< asked for membership only
  std::deque<bool> fresh_;             ///< whether each of the last offers was new
};

class CuhkBidding final : public StandpointBidding<CuhkView> {
 public:
  using StandpointBidding::StandpointBidding;
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel* model) override {
    CuhkView& view = standpoint();
    const double threshold = view.threshold(turn.time);
    const auto& received = view.best_received();
    if (received && view.best_received_level() >= threshold &&
        received->own_value >= view.own().reservation()) {
      return received->outcome;
    }
    const Place& place = view.place();
    const double drawn =
        place.draws.uniform(kRandom, base::Day{static_cast<int>(turn.round)}, place.position + 1);
    if (drawn < view.settings().epsilon) return view.random_from(threshold, turn, kCuhkOffer);
    return view.best_for_other(threshold, 1, model);
  }
};

class CuhkAcceptance final : public StandpointAcceptance<CuhkView> {
 public:
  using StandpointAcceptance::StandpointAcceptance;

 private:
  bool accepts(const Turn& turn, double level, NextBid& next) override {
    return level >= standpoint().threshold(turn.time) || level >= level_of(next);
  }
};

}  // namespace

AgentParts cuhk_agent(CuhkSettings settings) {
  auto view = std::make_shared<CuhkView>(settings);
  return {std::make_unique<CuhkBidding>(view), std::make_unique<CuhkAcceptance>(view)};
}

}  // namespace monazite::strategies
