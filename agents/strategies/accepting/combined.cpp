#include <algorithm>

#include <agents/strategies/accepting/combined.hpp>

namespace monazite::strategies {

void CombinedAcceptance::begin(const Place& place) {
  reservation_ = place.own->reservation();
  best_ = -std::numeric_limits<double>::infinity();
  sum_ = received_ = 0;
}

void CombinedAcceptance::hear(const Bid& bid) {
  best_ = std::max(best_, bid.own_value);
  sum_ += bid.own_value;
  received_ += 1;
}

double CombinedAcceptance::bar(const Turn& turn, const Exchange& exchange) const {
  switch (bar_) {
    case Bar::kReservation:
      return reservation_;
    case Bar::kConstant:
      return constant_;
    case Bar::kMax:
      return best_;
    case Bar::kMean:
      return received_ > 0 ? sum_ / received_ : reservation_;
    case Bar::kMaxWindow:
    case Bar::kMeanWindow:
      break;
  }
  double best = -std::numeric_limits<double>::infinity();
  double sum = 0;
  double count = 0;
  for (auto bid = exchange.received.rbegin();
       bid != exchange.received.rend() && bid->turn.time >= 2 * turn.time - 1; ++bid) {
    best = std::max(best, bid->own_value);
    sum += bid->own_value;
    count += 1;
  }
  if (count == 0) return reservation_;
  return bar_ == Bar::kMaxWindow ? best : sum / count;
}

Answer CombinedAcceptance::respond(const Turn& turn, const Bid& offer, const Exchange& exchange,
                                   NextBid& next) {
  if (!individually_rational(offer.own_value, reservation_)) return Answer::kReject;
  if (turn.time >= time_ && offer.own_value >= bar(turn, exchange)) return Answer::kAccept;
  return accept_next(offer.own_value, next.own_value()) ? Answer::kAccept : Answer::kReject;
}

}  // namespace monazite::strategies
