#pragma once

#include <agents/strategies/negotiator.hpp>
#include <protocol/messages/envelope.pb.h>

namespace monazite::session {

/// One party at a table where offers are exchanged, known by what it is told and what it says:
/// messages in, a message out. NegotiatorSpeaker is a strategy of this program in that place; a
/// program elsewhere or a person is another.
class Speaker {
 public:
  virtual ~Speaker() = default;
  /// Everything that this party may know of: the Opening, each Offer and Acceptance of the others,
  /// and the Closing. Private reasons are not in it.
  virtual void receive(const v1::Envelope& message, const strategies::Turn& turn) = 0;
  /// It is this party's turn: puts an Offer, an Acceptance or a WalkAway into `answer`, which comes
  /// without a body or with that of an earlier move. With `with_reason` the move gets its private
  /// reason. May throw: the session records a forfeit.
  virtual void move(const strategies::Turn& turn, bool with_reason, v1::Envelope& answer) = 0;
};

}  // namespace monazite::session
