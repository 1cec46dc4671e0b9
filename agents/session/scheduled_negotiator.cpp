#include <agents/session/scheduled_negotiator.hpp>

namespace monazite::session {

using strategies::Turn;

void ScheduledNegotiator::begin(const strategies::Place& place) {
  place_ = place;
  negotiator_.begin(place_);
}

void ScheduledNegotiator::advance(const Turn& turn) {
  const std::size_t stage = tables_.stage_at(turn.time);
  if (stage == stage_) return;
  stage_ = stage;
  own_.replace(tables_.table(stage));
  negotiator_.preferences_changed(turn, place_);
}

void ScheduledNegotiator::hear(const Turn& turn, std::uint32_t who, agenda::Outcome offer) {
  advance(turn);
  negotiator_.hear(turn, who, offer);
}

strategies::Answer ScheduledNegotiator::respond(const Turn& turn, agenda::Outcome offer) {
  advance(turn);
  return negotiator_.respond(turn, offer);
}

std::optional<agenda::Outcome> ScheduledNegotiator::propose(const Turn& turn) {
  advance(turn);
  return negotiator_.propose(turn);
}

}  // namespace monazite::session
