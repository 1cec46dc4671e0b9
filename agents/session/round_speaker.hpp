#pragma once

#include <agents/session/speaker.hpp>

namespace monazite::session {

/// What the rules want from a party, where not every turn is the same.
enum class Ask {
  kOffer,   ///< an Offer, or a WalkAway
  kBallot,  ///< a Ballot on what is on the table, or a WalkAway
  kDemand   ///< a Demand, or a WalkAway
};

/// One party at a table where all move at the same time (see Rule in encounter.proto). It is told
/// everything that is said once all have spoken. A Speaker besides; as such it makes offers.
class RoundSpeaker : public Speaker {
 public:
  /// Puts what is asked for into `answer`, which comes empty. With `with_reason` the move gets its
  /// private reason. May throw: the session records a forfeit.
  virtual void answer_to(Ask asked, const strategies::Turn& turn, bool with_reason,
                         v1::Envelope& answer) = 0;

  void move(const strategies::Turn& turn, bool with_reason, v1::Envelope& answer) final {
    answer.Clear();
    answer_to(Ask::kOffer, turn, with_reason, answer);
  }
};

}  // namespace monazite::session
