#include <agents/parties/onlooker.hpp>

namespace monazite::parties {

bool asks_for_decision(const v1::Envelope& message) {
  if (message.has_appraisal()) return true;
  if (!message.has_brief()) return false;
  switch (message.brief().purpose()) {
    case v1::Brief::PURPOSE_ACTS:
    case v1::Brief::PURPOSE_INVITATION:
    case v1::Brief::PURPOSE_YOUR_MOVE:
      return true;
    default:
      return false;
  }
}

void look_on_question(Party& party, const v1::Envelope& brief) {
  v1::Envelope told = brief;
  told.mutable_brief()->set_purpose(v1::Brief::PURPOSE_MEETING);
  SilentDesk desk(base::Day{brief.day()});
  party.receive(told, desk);
}

void look_on_answer(Party& party, const v1::Envelope& said, base::Day today) {
  if (!said.has_offer()) return;
  SilentDesk desk(today);
  party.receive(said, desk);
}

v1::Envelope& SilentDesk::reply(const v1::Envelope& message) {
  envelope_.Clear();
  address_reply(envelope_, message);
  return envelope_;
}

}  // namespace monazite::parties
