#include <cmath>

#include <agents/strategies/competition/standpoint.hpp>

namespace monazite::strategies {

void Standpoint::begin(const Place& place) {
  place_ = place;
  own_ = place.own;
  scale_.begin(*own_);
  search_ = RankSearch(own_->table().rational());
  best_received_.reset();
  last_received_.reset();
}

void Standpoint::hear(const Bid& bid) {
  // A party offers once a round.
  if (last_received_ && last_received_->turn.round == bid.turn.round &&
      last_received_->who == bid.who) {
    return;
  }
  last_received_ = bid;
  if (!best_received_ || bid.own_value > best_received_->own_value) best_received_ = bid;
  learn(bid);
}

double Standpoint::discount() const {
  const preferences::Discount& discount = own_->table().profile().discount;
  switch (discount.kind) {
    case preferences::Discount::Kind::kPerTime:
      return discount.factor;
    case preferences::Discount::Kind::kPerRound:
      return std::pow(discount.factor, static_cast<double>(place_.rounds));
    case preferences::Discount::Kind::kNone:
    case preferences::Discount::Kind::kLinear:
    case preferences::Discount::Kind::kLinearPerRound:
      break;
  }
  return 1;
}

Outcome Standpoint::lowest_from(double level) {
  own_->spend(1);
  if (search_.empty()) return own_->best();
  const preferences::Ranking& ranking = search_.ranking();
  const std::size_t rank = search_.first_at_least(scale_.value(level));
  // A level of 1 may be a hair above the best package's value.
  if (rank == ranking.size()) return own_->best();
  return own_->table().outcome(ranking.at(rank));
}

Outcome Standpoint::random_from(double level, const Turn& turn, base::Purpose purpose) {
  own_->spend(1);
  if (search_.empty()) return own_->best();
  const preferences::Ranking& ranking = search_.ranking();
  const std::size_t rank = search_.first_at_least(scale_.value(level));
  if (rank == ranking.size()) return own_->best();
  const std::uint64_t drawn = place_.draws.below(
      ranking.size() - rank, purpose, base::Day{static_cast<int>(turn.round)}, place_.position + 1);
  return own_->table().outcome(ranking.at(rank + drawn));
}

Outcome Standpoint::best_for_other(double low, double high, const OpponentModel* model) {
  if (search_.empty() || model == nullptr) return lowest_from(low);
  const preferences::Ranking& ranking = search_.ranking();
  const std::size_t first = search_.first_at_least(scale_.value(low));
  std::size_t end = ranking.size();
  if (high < 1) {
    // Up to and including the packages worth exactly `high`.
    end = search_.first_at_least(scale_.value(high));
    while (end < ranking.size() && ranking.value(end) <= scale_.value(high)) ++end;
  }
  if (first >= end) return lowest_from(low);
  const std::size_t step = 1 + (end - first - 1) / kMostCandidates;
  own_->spend(1 + (end - first - 1) / step);
  Outcome best = 0;
  double most = 0;
  for (std::size_t rank = first; rank < end; rank += step) {
    const Outcome outcome = own_->table().outcome(ranking.at(rank));
    const double estimate = model->estimate(outcome);
    if (rank == first || estimate >= most) {
      most = estimate;
      best = outcome;
    }
  }
  return best;
}

}  // namespace monazite::strategies
