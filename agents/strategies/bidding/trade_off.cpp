#include <algorithm>
#include <cmath>

#include <agents/strategies/bidding/trade_off.hpp>

namespace monazite::strategies {

void TradeOffBidding::begin(const Place& place) {
  own_ = place.own;
  scale_.begin(*own_);
  search_ = RankSearch(own_->table().rational());
  heard_.reset();
  spans_.clear();
  for (const agenda::Issue& issue : own_->agenda().issues()) {
    const auto [low, high] = std::minmax_element(issue.values.begin(), issue.values.end());
    spans_.push_back(*high - *low);
  }
  weights_.assign(spans_.size(), 1.0 / static_cast<double>(spans_.size()));
}

void TradeOffBidding::hear(const Bid& bid) {
  heard_ = bid.outcome;
}

double TradeOffBidding::similarity(Outcome outcome) const {
  const agenda::Agenda& agenda = own_->agenda();
  double sum = 0;
  for (std::size_t i = 0; i < spans_.size(); ++i) {
    const double apart = std::abs(agenda.value(outcome, i) - agenda.value(*heard_, i));
    sum += weights_[i] * (spans_[i] > 0 ? 1 - apart / spans_[i] : 1.0);
  }
  return sum;
}

std::optional<Outcome> TradeOffBidding::propose(const Turn& turn, const Exchange&,
                                                const OpponentModel* model) {
  if (search_.empty()) return own_->best();
  const preferences::Ranking& ranking = search_.ranking();
  const double demand =
      scale_.value(scale_.floor() + curve_->demand(turn.time) * (1 - scale_.floor()));
  // By rounding the demand may lie above the best package.
  const std::size_t first = std::min(search_.first_at_least(demand), ranking.size() - 1);
  if (!heard_) return own_->table().outcome(ranking.at(first));
  if (model != nullptr) {
    if (auto estimated = model->weights(); estimated.size() == weights_.size()) {
      weights_ = std::move(estimated);
    }
  }
  const double most = ranking.value(first) + band_ * scale_.range();
  std::size_t end = first;
  std::size_t beyond = ranking.size();
  while (end < beyond) {  // the first rank above the band
    const std::size_t middle = end + (beyond - end) / 2;
    if (ranking.value(middle) <= most) {
      end = middle + 1;
    } else {
      beyond = middle;
    }
  }
  const std::size_t looked = std::max<std::size_t>(1, std::min(end - first, kCandidates));
  own_->spend(looked);
  std::size_t chosen = first;
  double best = -1;
  for (std::size_t i = 0; i < looked; ++i) {
    const std::size_t rank = first + i * std::max<std::size_t>(1, end - first) / looked;
    const double similar = similarity(own_->table().outcome(ranking.at(rank)));
    if (similar > best) {
      best = similar;
      chosen = rank;
    }
  }
  return own_->table().outcome(ranking.at(chosen));
}

}  // namespace monazite::strategies
