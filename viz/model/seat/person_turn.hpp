#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <agents/parties/person_party.hpp>
#include <protocol/messages/session.pb.h>

namespace monazite::viz::game {

/// What a person's seat does at one step of a turn.
struct TurnStep {
  v1::Answer answer;  ///< with what it sends now; its turn is not set
  bool asks = false;  ///< the person has to decide
};

/// Plays one turn of a seat as parties::PersonParty plays it, for a game whose history is
/// elsewhere: the same messages follow from what was heard and the decision.
///
/// `heard`: all that the seat heard and said, at least up to the brief at `brief`; `appraisals`:
/// what the mandate has answered in this turn so far; `decision`: nothing as long as the person has
/// not decided. What is sent is that of the last step; what was sent before is not repeated.
[[nodiscard]] TurnStep play_turn(const parties::Chair& chair, const parties::PartySetup& setup,
                                 const std::vector<v1::Envelope>& heard, std::size_t brief,
                                 const std::vector<v1::Envelope>& appraisals,
                                 const std::optional<parties::PersonDecision>& decision);

}  // namespace monazite::viz::game
