#include <algorithm>

#include <agents/strategies/bidding/nice_tit_for_tat.hpp>

namespace monazite::strategies {

void NiceTitForTatDemand::begin(const Place& place) {
  own_ = place.own;
  scale_.begin(*own_);
  received_ = looked_at_ = 0;
  nash_ = 1;
}

void NiceTitForTatDemand::hear(const Bid& bid) {
  const double level = scale_.level(bid.own_value);
  best_ = received_ == 0 ? level : std::max(best_, level);
  worst_ = received_ == 0 ? level : std::min(worst_, level);
  ++received_;
}

void NiceTitForTatDemand::find_nash(const OpponentModel* model) {
  const preferences::Ranking& rational = own_->table().rational();
  if (rational.empty()) return;
  const std::size_t looked = std::min(rational.size(), kLooked);
  own_->spend(looked);
  double best_product = -1;
  // From the best downwards, so that of equal products the one that is better for itself counts.
  for (std::size_t i = 0; i < looked; ++i) {
    const std::size_t rank = rational.size() - 1 - i * rational.size() / looked;
    const double level = scale_.level(rational.value(rank));
    const double theirs =
        model == nullptr ? 1 - level : model->estimate(own_->table().outcome(rational.at(rank)));
    const double product = (level - scale_.floor()) * theirs;
    if (product > best_product) {
      best_product = product;
      nash_ = level;
    }
  }
}

double NiceTitForTatDemand::demand(const Turn& turn, const OpponentModel* model) {
  if (received_ == 0) return 1;
  if (looked_at_ == 0 || received_ >= 2 * looked_at_) {
    find_nash(model);
    looked_at_ = received_;
  }
  const double way = nash_ - worst_;
  const double theirs = way > 0 ? std::clamp((best_ - worst_) / way, 0.0, 1.0) : 1.0;
  constexpr double kBonusFrom = 0.9;
  constexpr double kMostBonus = 0.5;
  const double bonus = kMostBonus * std::max(0.0, (turn.time - kBonusFrom) / (1 - kBonusFrom));
  const double mine = theirs + bonus * (1 - theirs);
  return 1 - mine * (1 - nash_);
}

}  // namespace monazite::strategies
