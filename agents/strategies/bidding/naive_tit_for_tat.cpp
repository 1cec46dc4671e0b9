#include <cmath>
#include <limits>

#include <agents/strategies/bidding/naive_tit_for_tat.hpp>

namespace monazite::strategies {

void NaiveConcession::begin(const Place& place) {
  own_ = place.own;
}

double NaiveConcession::norm(double own_value) const {
  const double highest = own_->highest();
  const double reservation = own_->reservation();
  if (highest < reservation) return -std::numeric_limits<double>::infinity();
  const double floor = own_->lowest() < reservation ? reservation : own_->lowest();
  const double range = highest - floor;
  constexpr double kFlat = 1e-5;  // below this NegMAS takes every package for the best
  return range >= kFlat ? (own_value - floor) * (1 / range) : 1.0;
}

double NaiveConcession::concession(const Turn& turn, const double* heard, For use) const {
  if (turn.round == 0) return 0;
  double result = 0;
  if (turn.round >= 3) {
    // As NegMAS computes it: the other side's supposed utility 1 - norm, and back.
    const double others = heard != nullptr ? norm(*heard) * -1 + 1.0 : 1.0;
    result = 1.0 - others < 0 ? 0.0 : 1.0 - others;
  } else {
    const preferences::Ranking& ranking = own_->table().ranking();
    const auto from_top = [&](std::size_t place) {
      return place < ranking.size() ? ranking.value(ranking.size() - 1 - place)
                                    : own_->reservation();
    };
    own_->spend(2);
    const std::size_t first = 4 * (turn.round - 1) + (use == For::kAnswer ? 0 : 2);
    result = (from_top(first) - from_top(first + 1) + 1e-12) /
             (ranking.value(ranking.size() - 1) - ranking.value(0));
  }
  return std::isfinite(result) && result >= -1e-6 && result <= 1.0000001 ? result : 0.0;
}

void NaiveTitForTatBidding::begin(const Place& place) {
  own_ = place.own;
  concession_.begin(place);
  search_ = RankSearch(own_->table().ranking());
  has_heard_ = false;
}

void NaiveTitForTatBidding::hear(const Bid& bid) {
  heard_ = bid.own_value;
  has_heard_ = true;
}

std::optional<Outcome> NaiveTitForTatBidding::propose(const Turn& turn, const Exchange&,
                                                      const OpponentModel*) {
  const double demand = 1.0 - concession_.concession(turn, has_heard_ ? &heard_ : nullptr,
                                                     NaiveConcession::For::kProposal);
  const double range = own_->highest() - own_->lowest();
  own_->spend(1);
  const std::size_t rank =
      search_.nearest_from(demand * range + own_->lowest(), range + own_->lowest());
  return own_->table().outcome(search_.ranking().at(rank));
}

Answer NaiveTitForTatAcceptance::respond(const Turn& turn, const Bid& offer, const Exchange&,
                                         NextBid&) {
  const double concession =
      concession_.concession(turn, &offer.own_value, NaiveConcession::For::kAnswer);
  return concession_.norm(offer.own_value) >= 1.0 - concession ? Answer::kAccept : Answer::kReject;
}

}  // namespace monazite::strategies
