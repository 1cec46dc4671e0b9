#include <viz/model/seat/refusal_words.hpp>

namespace monazite::viz::game {

std::string refusal_words(v1::Refusal::Reason reason) {
  switch (reason) {
    case v1::Refusal::REASON_OUT_OF_TURN:
      return "It is not your turn";
    case v1::Refusal::REASON_OUTSIDE_AGENDA:
      return "This package is not on the agenda";
    case v1::Refusal::REASON_AFTER_THE_END:
      return "These talks are over";
    case v1::Refusal::REASON_NOT_A_PARTY:
      return "You have no seat at this table";
    case v1::Refusal::REASON_NOTHING_TO_ACCEPT:
      return "There is no offer of theirs to accept";
    case v1::Refusal::REASON_BARRED_PACKAGE:
      return "This package was refused at home and may not be offered again";
    case v1::Refusal::REASON_NOT_YOUR_LEVER:
      return "This act does not belong to that office";
    case v1::Refusal::REASON_UNKNOWN_CONVERSATION:
      return "There are no such talks";
    case v1::Refusal::REASON_NOT_CLEARABLE:
      return "Home would not clear this package";
    case v1::Refusal::REASON_NOT_A_CONCESSION:
      return "This is no concession";
    default:
      return "The rules do not allow this";
  }
}

}  // namespace monazite::viz::game
