#include <algorithm>
#include <utility>

#include <protocol/base/check.hpp>
#include <protocol/encounter/ballot_rules.hpp>
#include <protocol/encounter/multiple_offers.hpp>

namespace monazite::encounter {

MultipleOffers::MultipleOffers(std::uint64_t agenda_size, std::vector<base::SeatId> parties,
                               std::uint32_t deadline_rounds, std::uint32_t quota)
    : agenda_size_(agenda_size),
      parties_(std::move(parties)),
      deadline_rounds_(deadline_rounds),
      quota_(quota),
      offers_(parties_.size()),
      votes_(parties_.size(), 0) {
  MONAZITE_CHECK_GE(agenda_size, 1U, "an encounter needs something to agree on");
  MONAZITE_CHECK_GE(deadline_rounds, 1U, "an encounter needs at least one round");
  MONAZITE_CHECK(quota >= 2 && quota <= parties_.size(),
                 "an agreement needs the votes of two parties, and no more than there are");
}

std::uint32_t MultipleOffers::majority_of(std::uint32_t parties) {
  return std::max(2U, parties / 2 + 1);
}

Verdict MultipleOffers::may_move(base::SeatId seat, Phase phase) const {
  const auto position = parties_.position_of(seat);
  if (!position) return v1::Refusal::REASON_NOT_A_PARTY;
  if (ending_ != Ending::kOpen) return v1::Refusal::REASON_AFTER_THE_END;
  if (phase != phase_ || parties_.has_moved(*position)) return v1::Refusal::REASON_OUT_OF_TURN;
  return std::nullopt;
}

void MultipleOffers::begin_phase(Phase phase) {
  phase_ = phase;
  parties_.begin_phase();
  std::fill(votes_.begin(), votes_.end(), 0U);
  if (phase == Phase::kOffers) std::fill(offers_.begin(), offers_.end(), std::nullopt);
}

Verdict MultipleOffers::offer(base::SeatId seat, Outcome outcome) {
  if (const Verdict refused = may_move(seat, Phase::kOffers)) return refused;
  if (outcome >= agenda_size_) return v1::Refusal::REASON_OUTSIDE_AGENDA;
  const std::uint32_t position = *parties_.position_of(seat);
  offers_[position] = outcome;
  if (parties_.note_move(position)) begin_phase(Phase::kVotes);
  return std::nullopt;
}

Verdict MultipleOffers::vote(base::SeatId seat, std::span<const Outcome> accepted) {
  if (const Verdict refused = may_move(seat, Phase::kVotes)) return refused;
  const std::uint32_t position = *parties_.position_of(seat);
  if (const Verdict refused = check_ballot(position, accepted, offers_)) return refused;
  count_ballot(position, accepted, offers_, votes_);
  if (parties_.note_move(position)) count();
  return std::nullopt;
}

void MultipleOffers::count() {
  const auto most = std::max_element(votes_.begin(), votes_.end());  // the first of them
  if (*most >= quota_) {
    agreement_ = offers_[static_cast<std::size_t>(most - votes_.begin())];
    ending_ = Ending::kAgreement;
    return;
  }
  if (++round_ == deadline_rounds_) {
    ending_ = Ending::kDeadline;
  } else {
    begin_phase(Phase::kOffers);
  }
}

Verdict MultipleOffers::walk_away(base::SeatId seat) {
  if (const Verdict refused = may_move(seat, phase_)) return refused;
  ending_ = Ending::kWalkAway;
  return std::nullopt;
}

void MultipleOffers::abandon() {
  MONAZITE_CHECK(ending_ == Ending::kOpen, "only an open encounter can be abandoned");
  ending_ = Ending::kWalkAway;
}

}  // namespace monazite::encounter
