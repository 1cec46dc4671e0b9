#include <algorithm>

#include <agents/strategies/bidding/demand.hpp>
#include <protocol/base/check.hpp>

namespace monazite::strategies {

void Scale::begin(const OwnPreferences& own) {
  lowest_ = own.lowest();
  range_ = own.highest() - own.lowest();
  floor_ = own.reservation() > lowest_ ? level(own.reservation()) : 0.0;
}

double Scale::clamp(double level) const {
  return std::max(floor_, std::min(1.0, level));
}

void DemandBidding::begin(const Place& place) {
  own_ = place.own;
  scale_.begin(*own_);
  demand_->begin(place);
  search_ =
      RankSearch(pick_ == Pick::kNearestOfAll ? own_->table().ranking() : own_->table().rational());
}

std::optional<Outcome> DemandBidding::propose(const Turn& turn, const Exchange&,
                                              const OpponentModel* model) {
  const double asked = demand_->demand(turn, model);
  if (search_.empty()) return own_->best();
  own_->spend(1);
  const preferences::Ranking& ranking = search_.ranking();
  const double level = pick_ == Pick::kNearestOfAll ? asked : scale_.clamp(asked);
  std::size_t rank = 0;
  if (pick_ == Pick::kAtLeast) {
    rank = std::min(search_.first_at_least(scale_.value(level)), ranking.size() - 1);
  } else {
    rank = search_.nearest(scale_.value(level));
  }
  if (model != nullptr) {
    const double most = ranking.value(rank) + kBand * scale_.range();
    double best_estimate = model->estimate(own_->table().outcome(ranking.at(rank)));
    std::size_t looked = 1;
    for (std::size_t other = rank + 1;
         other < ranking.size() && looked < kCandidates && ranking.value(other) <= most;
         ++other, ++looked) {
      const double estimate = model->estimate(own_->table().outcome(ranking.at(other)));
      if (estimate > best_estimate) {
        best_estimate = estimate;
        rank = other;
      }
    }
    own_->spend(looked);
  }
  return own_->table().outcome(ranking.at(rank));
}

Mixture::Mixture(std::vector<Part> parts) : parts_(std::move(parts)) {
  for (const Part& part : parts_) {
    MONAZITE_CHECK(part.weight >= 0, "a weight of a mixture is not negative");
    sum_ += part.weight;
  }
  MONAZITE_CHECK(sum_ > 0, "a mixture has a part that counts");
}

void Mixture::begin(const Place& place) {
  scale_.begin(*place.own);
  for (const Part& part : parts_) part.demand->begin(place);
}

void Mixture::hear(const Bid& bid) {
  for (const Part& part : parts_) part.demand->hear(bid);
}

void Mixture::sent(const Bid& bid) {
  for (const Part& part : parts_) part.demand->sent(bid);
}

double Mixture::demand(const Turn& turn, const OpponentModel* model) {
  double sum = 0;
  for (const Part& part : parts_) {
    sum += part.weight * scale_.clamp(part.demand->demand(turn, model));
  }
  return sum / sum_;
}

}  // namespace monazite::strategies
