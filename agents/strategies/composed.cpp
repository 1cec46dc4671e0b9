#include <limits>

#include <agents/strategies/composed.hpp>
#include <protocol/base/check.hpp>

namespace monazite::strategies {

Composed::Composed(std::unique_ptr<Bidding> bidding, std::unique_ptr<Acceptance> acceptance,
                   std::unique_ptr<OpponentModel> model)
    : bidding_(std::move(bidding)), acceptance_(std::move(acceptance)), model_(std::move(model)) {
  MONAZITE_CHECK(bidding_ != nullptr && acceptance_ != nullptr,
                 "a negotiator has a bidding and an acceptance");
}

void Composed::begin(const Place& place) {
  own_ = place.own;
  position_ = place.position;
  prepared_ = has_heard_ = false;
  exchange_ = {};
  if (model_) model_->begin(place);
  bidding_->begin(place);
  acceptance_->begin(place);
  keeps_exchange_ = bidding_->reads_exchange() || acceptance_->reads_exchange();
}

void Composed::preferences_changed(const Turn& turn, const Place& place) {
  own_ = place.own;
  prepared_ = false;
  if (has_heard_) heard_.own_value = own_->value(heard_.outcome);
  for (auto* bids : {&exchange_.sent, &exchange_.received}) {
    for (Bid& bid : *bids) bid.own_value = own_->value(bid.outcome);
  }
  bidding_->preferences_changed(turn, place);
  acceptance_->preferences_changed(turn, place);
}

void Composed::hear(const Turn& turn, std::uint32_t who, Outcome offer) {
  heard_ = {turn, offer, own_->value(offer), who};
  has_heard_ = true;
  prepared_ = false;
  if (keeps_exchange_) exchange_.received.push_back(heard_);
  if (model_) model_->observe(turn, offer);
  bidding_->hear(heard_);
  acceptance_->hear(heard_);
}

Answer Composed::respond(const Turn& turn, Outcome offer) {
  asked_ = turn;
  if (has_heard_ && heard_.outcome == offer) {
    return acceptance_->respond(turn, heard_, exchange_, *this);
  }
  // An earlier offer, or one of several that are voted on.
  const Bid bid{turn, offer, own_->value(offer), heard_.who};
  return acceptance_->respond(turn, bid, exchange_, *this);
}

std::optional<Outcome> Composed::propose(const Turn& turn) {
  prepare(turn);
  prepared_ = false;  // the next turn is another one, even if nobody speaks in between
  if (!next_) return std::nullopt;
  const Bid bid{turn, *next_, next_value_, position_};
  if (keeps_exchange_) exchange_.sent.push_back(bid);
  bidding_->sent(bid);
  acceptance_->sent(bid);
  return next_;
}

double Composed::own_value() {
  prepare(asked_);
  return next_ ? next_value_ : -std::numeric_limits<double>::infinity();
}

void Composed::prepare(const Turn& turn) {
  if (prepared_) return;
  next_ = bidding_->propose(turn, exchange_, model_.get());
  if (next_) next_value_ = own_->value(*next_);
  prepared_ = true;
}

}  // namespace monazite::strategies
