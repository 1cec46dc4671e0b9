#include <agents/session/registrar.hpp>
#include <agents/session/seats.hpp>
#include <agents/session/session.hpp>
#include <protocol/base/check.hpp>

namespace monazite::session {

using encounter::Ending;
using encounter::StackedAlternatingOffers;
using encounter::Verdict;
using strategies::Turn;

namespace {

Verdict make_move(StackedAlternatingOffers& rules, base::SeatId seat, const v1::Envelope& said) {
  switch (said.body_case()) {
    case v1::Envelope::kOffer:
      return rules.offer(seat, said.offer().outcome());
    case v1::Envelope::kAcceptance:
      return rules.accept(seat, said.acceptance().outcome());
    case v1::Envelope::kWalkAway:
      return rules.walk_away(seat);
    default:
      return v1::Refusal::REASON_MALFORMED;
  }
}

}  // namespace

Course play(const agenda::Agenda& agenda, std::span<Speaker* const> speakers,
            const SessionOptions& options) {
  MONAZITE_CHECK_GE(speakers.size(), std::size_t{2}, "a negotiation needs two parties");
  Registrar registrar(agenda, speakers, options);
  StackedAlternatingOffers rules(agenda.size(), registrar.seats(), options.rounds);
  registrar.open(v1::RULE_STACKED_ALTERNATING_OFFERS);
  v1::Envelope said;  // one for all moves, so that its memory is used again
  std::uint64_t last_move = 0;
  while (rules.ending() == Ending::kOpen && !registrar.forfeited()) {
    const std::uint32_t who = rules.turn();
    const Turn now = registrar.turn(rules.round());
    if (!registrar.guard(who, [&] { speakers[who]->move(now, registrar.recorded(), said); })) break;
    if (const Verdict refused = make_move(rules, seat_of(who), said)) {
      registrar.forfeit(who, *refused);
      break;
    }
    if (said.has_offer()) registrar.note_offer(now, who, said.offer().outcome());
    said.set_in_reply_to(last_move);
    registrar.pass_on(who, said, now);
    last_move = said.id();
  }
  if (rules.ending() == Ending::kOpen) rules.abandon();
  return registrar.close(rules.ending(), rules.agreement(), rules.round());
}

}  // namespace monazite::session
