#include <algorithm>
#include <utility>

#include <protocol/base/check.hpp>
#include <protocol/encounter/stacked_alternating_offers.hpp>

namespace monazite::encounter {

StackedAlternatingOffers::StackedAlternatingOffers(std::uint64_t agenda_size,
                                                   std::vector<base::SeatId> parties,
                                                   std::uint32_t deadline_rounds)
    : agenda_size_(agenda_size), parties_(std::move(parties)), deadline_rounds_(deadline_rounds) {
  MONAZITE_CHECK_GE(agenda_size, 1U, "an encounter needs something to agree on");
  MONAZITE_CHECK_GE(parties_.size(), 2U, "an encounter needs two parties");
  auto sorted = parties_;
  std::sort(sorted.begin(), sorted.end());
  MONAZITE_CHECK(std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end(),
                 "the parties of an encounter are different seats");
  MONAZITE_CHECK_GE(deadline_rounds, 1U, "an encounter needs at least one round");
}

Verdict StackedAlternatingOffers::may_move(base::SeatId seat) const {
  // The party to move is asked for first: in a sound encounter it is the one that moves.
  if (seat == to_move() && ending_ == Ending::kOpen) return std::nullopt;
  if (std::find(parties_.begin(), parties_.end(), seat) == parties_.end()) {
    return v1::Refusal::REASON_NOT_A_PARTY;
  }
  if (ending_ != Ending::kOpen) return v1::Refusal::REASON_AFTER_THE_END;
  return v1::Refusal::REASON_OUT_OF_TURN;
}

void StackedAlternatingOffers::pass_on() {
  if (++turn_ < parties_.size()) return;
  if (++round_ == deadline_rounds_) {
    --turn_;
    ending_ = Ending::kDeadline;
    return;
  }
  turn_ = 0;
}

Verdict StackedAlternatingOffers::offer(base::SeatId seat, Outcome outcome) {
  if (const Verdict refused = may_move(seat)) return refused;
  if (outcome >= agenda_size_) return v1::Refusal::REASON_OUTSIDE_AGENDA;
  standing_ = outcome;
  accepted_ = 0;
  pass_on();
  return std::nullopt;
}

Verdict StackedAlternatingOffers::accept(base::SeatId seat, Outcome outcome) {
  if (const Verdict refused = may_move(seat)) return refused;
  if (standing_ != outcome) return v1::Refusal::REASON_NOTHING_TO_ACCEPT;
  if (++accepted_ + 1 == parties_.size()) {
    ending_ = Ending::kAgreement;
  } else {
    pass_on();
  }
  return std::nullopt;
}

Verdict StackedAlternatingOffers::walk_away(base::SeatId seat) {
  if (const Verdict refused = may_move(seat)) return refused;
  ending_ = Ending::kWalkAway;
  return std::nullopt;
}

void StackedAlternatingOffers::abandon() {
  MONAZITE_CHECK(ending_ == Ending::kOpen, "only an open encounter can be abandoned");
  ending_ = Ending::kWalkAway;
}

std::optional<Outcome> StackedAlternatingOffers::agreement() const {
  return ending_ == Ending::kAgreement ? standing_ : std::nullopt;
}

}  // namespace monazite::encounter
