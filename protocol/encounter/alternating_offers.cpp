#include <algorithm>

#include <protocol/base/check.hpp>
#include <protocol/encounter/alternating_offers.hpp>

namespace monazite::encounter {

AlternatingOffers::AlternatingOffers(std::uint64_t agenda_size, base::SeatId first,
                                     base::SeatId second, std::uint32_t deadline_rounds)
    : agenda_size_(agenda_size), parties_{first, second}, deadline_rounds_(deadline_rounds) {
  MONAZITE_CHECK_GE(agenda_size, 1U, "an encounter needs something to agree on");
  MONAZITE_CHECK(first != second, "an encounter needs two parties");
  MONAZITE_CHECK_GE(deadline_rounds, 1U, "an encounter needs at least one round");
}

Verdict AlternatingOffers::may_move(base::SeatId seat) const {
  if (seat != parties_[0] && seat != parties_[1]) return v1::Refusal::REASON_NOT_A_PARTY;
  if (ending_ != Ending::kOpen) return v1::Refusal::REASON_AFTER_THE_END;
  if (seat != to_move()) return v1::Refusal::REASON_OUT_OF_TURN;
  return std::nullopt;
}

Verdict AlternatingOffers::offer(base::SeatId seat, Outcome outcome) {
  if (const Verdict refused = may_move(seat)) return refused;
  if (outcome >= agenda_size_) return v1::Refusal::REASON_OUTSIDE_AGENDA;
  if (barred(outcome)) return v1::Refusal::REASON_BARRED_PACKAGE;
  if (rounds_left() == 0) {
    ending_ = Ending::kDeadline;  // one offer too many is a "no" to the last
    return std::nullopt;
  }
  ++rounds_;
  standing_ = outcome;
  turn_ = 1 - turn_;
  return std::nullopt;
}

Verdict AlternatingOffers::accept(base::SeatId seat, Outcome outcome) {
  if (const Verdict refused = may_move(seat)) return refused;
  if (standing_ != outcome) return v1::Refusal::REASON_NOTHING_TO_ACCEPT;
  ending_ = Ending::kAgreement;
  return std::nullopt;
}

Verdict AlternatingOffers::walk_away(base::SeatId seat) {
  if (const Verdict refused = may_move(seat)) return refused;
  ending_ = Ending::kWalkAway;
  return std::nullopt;
}

void AlternatingOffers::bar(Outcome outcome) {
  MONAZITE_CHECK(outcome < agenda_size_, "a barred package must lie on the agenda");
  const auto place = std::lower_bound(barred_.begin(), barred_.end(), outcome);
  if (place != barred_.end() && *place == outcome) return;
  barred_.insert(place, outcome);
  if (standing_ != outcome) return;
  // The turn is already where it belongs: an acceptance does not pass it on.
  standing_.reset();
  if (ending_ == Ending::kAgreement) ending_ = Ending::kOpen;
  if (ending_ == Ending::kOpen && rounds_left() == 0) ending_ = Ending::kDeadline;
}

bool AlternatingOffers::barred(Outcome outcome) const {
  return std::binary_search(barred_.begin(), barred_.end(), outcome);
}

std::optional<Outcome> AlternatingOffers::agreement() const {
  return ending_ == Ending::kAgreement ? standing_ : std::nullopt;
}

}  // namespace monazite::encounter
