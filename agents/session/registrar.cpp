#include <algorithm>
#include <utility>

#include <agents/session/registrar.hpp>
#include <agents/session/seats.hpp>
#include <protocol/bus/visibility.hpp>

namespace monazite::session {
namespace {

using encounter::Ending;
using strategies::Turn;

std::string sentence_of(v1::Refusal::Reason reason) {
  switch (reason) {
    case v1::Refusal::REASON_OUTSIDE_AGENDA:
      return "offered a package that is not on the agenda";
    case v1::Refusal::REASON_NOTHING_TO_ACCEPT:
      return "accepted a package that no other party has on the table";
    case v1::Refusal::REASON_NOT_A_CONCESSION:
      return "proposed a package that is no concession";
    case v1::Refusal::REASON_MALFORMED:
      return "said nothing that is a move";
    default:
      return "made a move that the rules do not allow";
  }
}

v1::Closing::How how_of(Ending ending) {
  switch (ending) {
    case Ending::kAgreement:
      return v1::Closing::HOW_AGREEMENT;
    case Ending::kDeadline:
      return v1::Closing::HOW_DEADLINE;
    case Ending::kWalkAway:
      return v1::Closing::HOW_WALK_AWAY;
    case Ending::kConflict:
      return v1::Closing::HOW_CONFLICT;
    case Ending::kOpen:
      break;
  }
  return v1::Closing::HOW_UNSPECIFIED;
}

}  // namespace

std::vector<base::SeatId> Registrar::seats() const {
  std::vector<base::SeatId> seats;
  for (std::uint32_t i = 0; i < speakers_.size(); ++i) seats.push_back(seat_of(i));
  return seats;
}

Turn Registrar::turn(std::uint32_t round) const {
  const std::uint32_t now = std::min(round, options_.rounds - 1);
  return {now, options_.rounds,
          static_cast<double>(now + 1) / static_cast<double>(options_.rounds + 1)};
}

void Registrar::address(v1::Envelope& envelope, std::uint32_t to, const Turn& now) {
  envelope.set_id(++messages_);
  // An acceptance may belong to the round of its offer, and still comes after what was said later.
  day_ = std::max(day_, static_cast<std::int32_t>(now.round));
  envelope.set_day(day_);
  envelope.set_to(seat_of(to));
  envelope.set_conversation(1);
}

void Registrar::open(v1::Rule rule, std::uint32_t quota) {
  v1::Envelope envelope;
  v1::Opening& opening = *envelope.mutable_opening();
  for (const base::SeatId seat : seats()) opening.add_parties(seat);
  agenda_.to_message(*opening.mutable_agenda());
  opening.set_deadline_rounds(options_.rounds);
  opening.set_status_quo(agenda_.status_quo());
  opening.set_conduct(v1::CONDUCT_PROTOCOL);
  opening.set_rule(rule);
  opening.set_quota(quota);
  announce(envelope, turn(0));
}

void Registrar::announce(v1::Envelope& envelope, const Turn& now) {
  envelope.set_from(base::kRegistrar);
  for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
    address(envelope, i, now);
    if (options_.listener) options_.listener(envelope);
    guard(i, [&] { speakers_[i]->receive(envelope, now); });
  }
}

void Registrar::pass_on(std::uint32_t who, v1::Envelope& said, const Turn& now) {
  said.set_from(seat_of(who));
  for (std::uint32_t i = 0; i < speakers_.size(); ++i) {
    if (i == who) continue;
    address(said, i, now);
    if (options_.listener) options_.listener(said);
    const bool secret = bus::carries_private(said, seat_of(i));
    if (secret) bus::strip_private(said, seat_of(i), handed_);
    guard(i, [&] { speakers_[i]->receive(secret ? handed_ : said, now); });
  }
}

void Registrar::note_offer(const Turn& now, std::uint32_t who, agenda::Outcome outcome) {
  ++course_.offers_made;
  if (options_.keep_offers) course_.offers.push_back({now.round, who, outcome});
}

void Registrar::forfeit(std::uint32_t who, std::string why) {
  if (!course_.forfeit) course_.forfeit = Forfeit{who, std::move(why)};
}

void Registrar::forfeit(std::uint32_t who, v1::Refusal::Reason refused) {
  forfeit(who, sentence_of(refused));
}

Course Registrar::close(Ending ending, std::optional<agenda::Outcome> agreement,
                        std::uint32_t round) {
  course_.ending = ending;
  course_.agreement = agreement;
  course_.round = round;
  if (options_.listener) {
    const Turn now = turn(round);
    v1::Envelope envelope;
    if (agreement) {
      v1::Agreement& message = *envelope.mutable_agreement();
      message.set_outcome(*agreement);
      for (const base::SeatId seat : seats()) message.add_parties(seat);
      announce(envelope, now);
    }
    v1::Closing& closing = *envelope.mutable_closing();
    closing.set_how(how_of(ending));
    closing.set_rounds(static_cast<std::uint32_t>(course_.offers_made));
    closing.set_round(round);
    announce(envelope, now);
  }
  return std::move(course_);
}

}  // namespace monazite::session
