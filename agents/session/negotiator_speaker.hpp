#pragma once

#include <optional>

#include <agents/session/speaker.hpp>

namespace monazite::session {

/// A strategy at the table: turns messages into the calls of strategies::Negotiator, and its
/// decisions into messages. A reason says OPENING_BID, CONCEDED, HELD_FIRM, OFFER_GOOD_ENOUGH or
/// NOTHING_PAYS with the own value of the package (a) and of the own offer before it (b).
class NegotiatorSpeaker final : public Speaker {
 public:
  /// The negotiator must be new and outlive this; it begins when the Opening is heard, so that what
  /// goes wrong then is a forfeit too.
  NegotiatorSpeaker(strategies::Negotiator& negotiator, const strategies::Place& place);

  void receive(const v1::Envelope& message, const strategies::Turn& turn) override;
  void move(const strategies::Turn& turn, bool with_reason, v1::Envelope& answer) override;

 private:
  void give_reason(bool accepted, agenda::Outcome outcome, v1::Reason& reason);

  strategies::Negotiator& negotiator_;
  strategies::Place place_;
  std::optional<agenda::Outcome> standing_;  ///< of another party
  std::optional<double> last_own_value_;
};

}  // namespace monazite::session
