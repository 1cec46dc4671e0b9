#pragma once

#include <memory>
#include <string>

#include <protocol/base/calendar.hpp>
#include <protocol/base/draws.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>
#include <protocol/messages/seat_event.pb.h>

namespace monazite::parties {

/// Where a party puts what it wants to say. Everything a party can do to the world is a message put
/// here. Owned by whoever hosts the party; valid during one call of receive().
class Desk {
 public:
  virtual ~Desk() = default;
  [[nodiscard]] virtual base::Day today() const = 0;
  /// An empty envelope with `from` (this seat), `to`, `conversation` and `in_reply_to` filled in as
  /// an answer to `message`. Must be sent exactly once. The host has the last word on `from` and
  /// `in_reply_to`: what is sent answers what was received, after an appraisal what it was asked
  /// on.
  [[nodiscard]] virtual v1::Envelope& reply(const v1::Envelope& message) = 0;
  /// Puts it into the post, to leave `delay_days` from now (0: today). A request for appraisal goes
  /// at once and alone: whatever else is sent in the same call of receive() is left out.
  virtual void send(v1::Envelope& envelope, int delay_days = 0) = 0;
  /// For the record alone: that the seat's player, in another process, did not decide.
  virtual void note(const v1::SeatEvent& /*event*/) {}
};

/// Fills `to`, `conversation` and `in_reply_to` as Desk::reply() promises; `from` is the desk's.
inline void address_reply(v1::Envelope& envelope, const v1::Envelope& message) {
  envelope.set_to(message.from());
  envelope.set_conversation(message.conversation());
  envelope.set_in_reply_to(message.id());
}

struct Manner;

/// The negotiator of one seat: messages in, decisions out, by messages alone. It knows only what it
/// was sent; it draws random numbers as pure functions of (seed, run, its seat, purpose, day).
class Party {
 public:
  virtual ~Party() = default;
  /// Called once for each message addressed to the seat and for each public message, in order.
  /// A Brief asks for a decision: PURPOSE_ACTS for acts and then NoAct, PURPOSE_INVITATION for a
  /// ConsultationReply, PURPOSE_YOUR_MOVE for an Offer, Acceptance or WalkAway.
  virtual void receive(const v1::Envelope& message, Desk& desk) = 0;
  /// A built-in party carries itself like this from now on; others take no notice.
  virtual void adopt(const Manner& /*manner*/) {}
};

/// What a party is given when it takes its seat.
struct Chair {
  base::SeatId seat = 0;
  std::string name;
  base::Draws draws{0};
};

}  // namespace monazite::parties
