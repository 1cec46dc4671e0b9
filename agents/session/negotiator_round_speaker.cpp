#include <algorithm>
#include <cmath>

#include <agents/session/negotiator_round_speaker.hpp>
#include <agents/session/seats.hpp>
#include <agents/strategies/encounter/demander.hpp>

namespace monazite::session {

using agenda::Outcome;
using strategies::Answer;
using strategies::Turn;

NegotiatorRoundSpeaker::NegotiatorRoundSpeaker(strategies::Negotiator& negotiator,
                                               const strategies::Place& place)
    : negotiator_(negotiator), place_(place) {}

double NegotiatorRoundSpeaker::value(Outcome outcome) const {
  // What lies outside the agenda is refused later; it has no value.
  const preferences::UtilityTable& table = place_.own->table();
  return table.agenda().contains(outcome) ? table.value(outcome) : 0;
}

void NegotiatorRoundSpeaker::receive(const v1::Envelope& message, const Turn& turn) {
  if (message.has_opening()) {
    rule_ = message.opening().rule();
    negotiator_.begin(place_);
  } else if (message.has_offer() && rule_ == v1::RULE_SINGLE_TEXT) {
    hear_text(message.offer().outcome(), turn);
  } else if (message.has_offer()) {
    table_.push_back(message.offer().outcome());
    negotiator_.hear(turn, position_of(message.from()), table_.back());
  } else if (message.has_ballot() && rule_ == v1::RULE_SINGLE_TEXT) {
    count_yes(message.ballot().accepted_size() > 0, turn);
  }
}

void NegotiatorRoundSpeaker::hear_text(Outcome text, const Turn& turn) {
  if (!standing_) {
    standing_ = text;
    negotiator_.hear(turn, (place_.position + 1) % place_.parties, text);
    return;
  }
  text_ = text;
  voted_ = yes_ = 0;
}

void NegotiatorRoundSpeaker::count_yes(bool yes, const Turn& turn) {
  ++voted_;
  if (yes) ++yes_;
  if (voted_ < place_.parties || yes_ < place_.parties || text_ == standing_) return;
  standing_ = text_;
  negotiator_.hear(turn, (place_.position + 1) % place_.parties, *standing_);
}

void NegotiatorRoundSpeaker::answer_to(Ask asked, const Turn& turn, bool with_reason,
                                       v1::Envelope& answer) {
  switch (asked) {
    case Ask::kOffer:
      return offer(turn, with_reason, answer);
    case Ask::kBallot:
      return ballot(turn, with_reason, answer);
    case Ask::kDemand:
      return demand(turn, with_reason, answer);
  }
}

void NegotiatorRoundSpeaker::offer(const Turn& turn, bool with_reason, v1::Envelope& answer) {
  table_.clear();
  std::optional<Outcome> next = negotiator_.propose(turn);
  if (!next) {
    v1::WalkAway& walk_away = *answer.mutable_walk_away();
    if (with_reason) walk_away.mutable_reason()->set_code(v1::REASON_CODE_NOTHING_PAYS);
    return;
  }
  if (rule_ == v1::RULE_MONOTONIC_CONCESSION && own_ && next != own_) {
    const auto place = std::lower_bound(given_up_.begin(), given_up_.end(), *next);
    if (place != given_up_.end() && *place == *next) {
      next = own_;
    } else {
      given_up_.insert(std::lower_bound(given_up_.begin(), given_up_.end(), *own_), *own_);
    }
  }
  v1::Offer& offer = *answer.mutable_offer();
  offer.set_outcome(*next);
  if (with_reason) {
    v1::Reason& reason = *offer.mutable_reason();
    reason.set_a(value(*next));
    reason.set_b(value(own_.value_or(*next)));
    reason.set_code(!own_                     ? v1::REASON_CODE_OPENING_BID
                    : reason.a() < reason.b() ? v1::REASON_CODE_CONCEDED
                                              : v1::REASON_CODE_HELD_FIRM);
  }
  own_ = next;
}

void NegotiatorRoundSpeaker::ballot(const Turn& turn, bool with_reason, v1::Envelope& answer) {
  const bool single = rule_ == v1::RULE_SINGLE_TEXT;
  std::vector<Outcome> asked;
  for (const Outcome outcome : single ? std::vector<Outcome>{*text_} : table_) {
    const bool once = std::find(asked.begin(), asked.end(), outcome) == asked.end();
    if (once && (single || outcome != own_)) asked.push_back(outcome);
  }
  v1::Ballot ballot;
  for (const Outcome outcome : asked) {
    const Answer said = negotiator_.respond(turn, outcome);
    if (said == Answer::kWalkAway) {
      answer.mutable_walk_away();
      return;
    }
    if (said == Answer::kAccept) ballot.add_accepted(outcome);
  }
  if (with_reason) {
    v1::Reason& reason = *ballot.mutable_reason();
    const bool yes = ballot.accepted_size() > 0;
    const double own = own_ ? value(*own_) : standing_ ? value(*standing_) : 0;
    reason.set_code(yes ? v1::REASON_CODE_OFFER_GOOD_ENOUGH : v1::REASON_CODE_HELD_FIRM);
    reason.set_a(yes ? value(ballot.accepted(0)) : own);
    reason.set_b(own);
  }
  if (single) count_yes(ballot.accepted_size() > 0, turn);
  *answer.mutable_ballot() = std::move(ballot);
}

void NegotiatorRoundSpeaker::demand(const Turn& turn, bool with_reason, v1::Envelope& answer) {
  auto* const demander = dynamic_cast<strategies::Demander*>(&negotiator_);
  double least = 0;
  if (demander != nullptr) {
    least = demander->demand(turn);
  } else {
    const std::optional<Outcome> package = negotiator_.propose(turn);
    if (!package) {
      v1::WalkAway& walk_away = *answer.mutable_walk_away();
      if (with_reason) walk_away.mutable_reason()->set_code(v1::REASON_CODE_NOTHING_PAYS);
      return;
    }
    least = value(*package);
  }
  v1::Demand& demand = *answer.mutable_demand();
  demand.set_utility(least);
  if (!with_reason) return;
  v1::Reason& reason = *demand.mutable_reason();
  const double reservation = place_.own->reservation();
  reason.set_code(v1::REASON_CODE_OPENING_BID);
  reason.set_a(least);
  reason.set_b(std::isfinite(reservation) ? reservation : 0);
}

}  // namespace monazite::session
