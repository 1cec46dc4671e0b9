#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

#include <agents/strategies/competition/yushu.hpp>

namespace monazite::strategies {
namespace {

class YushuView final : public Standpoint {
 public:
  explicit YushuView(YushuSettings settings) : settings_(settings) {}

  void begin(const Place& place) override {
    Standpoint::begin(place);
    recent_.clear();
    best_.clear();
  }
  [[nodiscard]] double target(const Turn& turn) const {
    constexpr double kMostOfLeast = 0.95;
    if (turn.rounds - turn.round <= settings_.few) {
      return std::max(floor(), std::min(best_received_level(), 1.0));
    }
    const double mean = best_.empty() ? 0.0
                                      : std::accumulate(best_.begin(), best_.end(), 0.0) /
                                            static_cast<double>(best_.size());
    const double least = std::max(floor(), std::min(kMostOfLeast, mean));
    return 1 - (1 - least) * std::pow(turn.time, exponent());
  }

 private:
  static constexpr std::size_t kLooksBack = 10;

  void learn(const Bid& bid) override {
    const double offered = level(bid.own_value);
    recent_.push_back(offered);
    if (recent_.size() > 2 * kLooksBack) recent_.erase(recent_.begin());
    best_.insert(std::upper_bound(best_.begin(), best_.end(), offered, std::greater<>()), offered);
    if (best_.size() > kLooksBack) best_.pop_back();
  }
  [[nodiscard]] double exponent() const {
    if (recent_.size() < 2 * kLooksBack) return 2;
    const auto middle = recent_.begin() + kLooksBack;
    const double progress = (std::accumulate(middle, recent_.end(), 0.0) -
                             std::accumulate(recent_.begin(), middle, 0.0)) /
                            static_cast<double>(kLooksBack);
    return progress > 0.01 ? 4 : progress < -0.01 ? 1 : 2;
  }

  YushuSettings settings_;
  std::vector<double> recent_;  ///< levels of the last offers, in order
  std::vector<double> best_;    ///< levels of the best offers, descending
};

class YushuBidding final : public StandpointBidding<YushuView> {
 public:
  using StandpointBidding::StandpointBidding;
  [[nodiscard]] std::optional<Outcome> propose(const Turn& turn, const Exchange&,
                                               const OpponentModel* model) override {
    const double target = standpoint().target(turn);
    return standpoint().best_for_other(std::max(standpoint().floor(), target - kBand),
                                       target + kBand, model);
  }
};

class YushuAcceptance final : public StandpointAcceptance<YushuView> {
 public:
  using StandpointAcceptance::StandpointAcceptance;

 private:
  bool accepts(const Turn& turn, double level, NextBid&) override {
    return level >= standpoint().target(turn);
  }
};

}  // namespace

AgentParts yushu(YushuSettings settings) {
  auto view = std::make_shared<YushuView>(settings);
  return {std::make_unique<YushuBidding>(view), std::make_unique<YushuAcceptance>(view)};
}

}  // namespace monazite::strategies
