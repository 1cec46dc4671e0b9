#include <algorithm>

#include <agents/strategies/bidding/zeuthen.hpp>

namespace monazite::strategies {

double zeuthen_risk(double own, double others, double no_deal) {
  if (own <= no_deal) return 1;
  return std::clamp((own - others) / (own - no_deal), 0.0, 1.0);
}

void ZeuthenBidding::begin(const Place& place) {
  own_ = place.own;
  scale_.begin(*own_);
  rational_ = &own_->table().rational();
  has_offered_ = has_heard_ = false;
  rank_ = next_ = rational_->empty() ? 0 : rational_->size() - 1;
}

void ZeuthenBidding::hear(const Bid& bid) {
  heard_ = bid;
  has_heard_ = true;
}

void ZeuthenBidding::sent(const Bid&) {
  rank_ = next_;
  has_offered_ = true;
}

double ZeuthenBidding::theirs(std::size_t rank, const OpponentModel* model) const {
  if (model == nullptr) return 1 - scale_.level(rational_->value(rank));
  return model->estimate(own_->table().outcome(rational_->at(rank)));
}

std::size_t ZeuthenBidding::concede(double others_offer, const OpponentModel* model) const {
  const double now = theirs(rank_, model);
  const double floor = scale_.floor();
  const double others_to_me = scale_.level(heard_.own_value);
  std::size_t kindest = rank_;
  double kindest_value = now;
  const std::size_t looked = std::min(rank_, kCandidates);
  own_->spend(looked);
  for (std::size_t step = 1; step <= looked; ++step) {
    const std::size_t rank = rank_ - step;
    const double level = scale_.level(rational_->value(rank));
    if (level <= others_to_me) return rank;  // taking the other's offer is the concession
    const double value = theirs(rank, model);
    if (!(value > now)) continue;
    const double mine = zeuthen_risk(level, others_to_me, floor);
    if (mine > zeuthen_risk(others_offer, value, 0)) return rank;
    if (value > kindest_value) {
      kindest = rank;
      kindest_value = value;
    }
  }
  return kindest;
}

std::optional<Outcome> ZeuthenBidding::propose(const Turn&, const Exchange&,
                                               const OpponentModel* model) {
  if (rational_->empty()) return own_->best();
  next_ = rank_;
  if (has_offered_ && has_heard_) {
    const double mine = zeuthen_risk(scale_.level(rational_->value(rank_)),
                                     scale_.level(heard_.own_value), scale_.floor());
    const double others_offer =
        model == nullptr ? 1 - scale_.level(heard_.own_value) : model->estimate(heard_.outcome);
    const double others = zeuthen_risk(others_offer, theirs(rank_, model), 0);
    // At 0 the other's offer is as good as the own one: there is nothing left to concede.
    if (mine > 0 && mine <= others) next_ = concede(others_offer, model);
  }
  return own_->table().outcome(rational_->at(next_));
}

}  // namespace monazite::strategies
