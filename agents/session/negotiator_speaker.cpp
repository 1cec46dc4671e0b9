#include <agents/session/negotiator_speaker.hpp>
#include <agents/session/seats.hpp>

namespace monazite::session {

using strategies::Answer;
using strategies::Turn;

NegotiatorSpeaker::NegotiatorSpeaker(strategies::Negotiator& negotiator,
                                     const strategies::Place& place)
    : negotiator_(negotiator), place_(place) {}

void NegotiatorSpeaker::receive(const v1::Envelope& message, const Turn& turn) {
  if (message.has_opening()) negotiator_.begin(place_);
  // An acceptance by a third party leaves the offer standing, and strategies do not hear of it.
  if (!message.has_offer()) return;
  standing_ = message.offer().outcome();
  negotiator_.hear(turn, position_of(message.from()), *standing_);
}

void NegotiatorSpeaker::move(const Turn& turn, bool with_reason, v1::Envelope& answer) {
  if (standing_) {
    const Answer said = negotiator_.respond(turn, *standing_);
    if (said == Answer::kAccept) {
      v1::Acceptance& acceptance = *answer.mutable_acceptance();
      acceptance.set_outcome(*standing_);
      if (with_reason) give_reason(true, *standing_, *acceptance.mutable_reason());
      return;
    }
    if (said == Answer::kWalkAway) {
      answer.mutable_walk_away();
      return;
    }
  }
  const std::optional<agenda::Outcome> next = negotiator_.propose(turn);
  if (!next) {
    v1::WalkAway& walk_away = *answer.mutable_walk_away();
    if (with_reason) walk_away.mutable_reason()->set_code(v1::REASON_CODE_NOTHING_PAYS);
    return;
  }
  v1::Offer& offer = *answer.mutable_offer();
  offer.set_outcome(*next);
  standing_.reset();
  if (with_reason) give_reason(false, *next, *offer.mutable_reason());
}

void NegotiatorSpeaker::give_reason(bool accepted, agenda::Outcome outcome, v1::Reason& reason) {
  // What lies outside the agenda is refused later; it has no value.
  const preferences::UtilityTable& table = place_.own->table();
  const double value = table.agenda().contains(outcome) ? table.value(outcome) : 0;
  reason.set_a(value);
  reason.set_b(last_own_value_.value_or(value));
  if (accepted) {
    reason.set_code(v1::REASON_CODE_OFFER_GOOD_ENOUGH);
    return;
  }
  reason.set_code(!last_own_value_           ? v1::REASON_CODE_OPENING_BID
                  : value < *last_own_value_ ? v1::REASON_CODE_CONCEDED
                                             : v1::REASON_CODE_HELD_FIRM);
  last_own_value_ = value;
}

}  // namespace monazite::session
