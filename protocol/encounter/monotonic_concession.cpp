#include <algorithm>
#include <utility>

#include <protocol/base/check.hpp>
#include <protocol/encounter/ballot_rules.hpp>
#include <protocol/encounter/monotonic_concession.hpp>

namespace monazite::encounter {
namespace {

constexpr base::Purpose kCoin{"encounter.monotonic_concession.coin"};

}  // namespace

MonotonicConcession::MonotonicConcession(std::uint64_t agenda_size,
                                         std::vector<base::SeatId> parties,
                                         std::uint32_t deadline_rounds, base::Draws draws,
                                         Judge judge)
    : agenda_size_(agenda_size),
      parties_(std::move(parties)),
      deadline_rounds_(deadline_rounds),
      draws_(draws),
      judge_(std::move(judge)),
      proposals_(parties_.size()),
      given_up_(parties_.size()),
      votes_(parties_.size(), 0) {
  MONAZITE_CHECK_GE(agenda_size, 1U, "an encounter needs something to agree on");
  MONAZITE_CHECK_GE(deadline_rounds, 1U, "an encounter needs at least one round");
}

Verdict MonotonicConcession::may_move(base::SeatId seat, Phase phase) const {
  const auto position = parties_.position_of(seat);
  if (!position) return v1::Refusal::REASON_NOT_A_PARTY;
  if (ending_ != Ending::kOpen) return v1::Refusal::REASON_AFTER_THE_END;
  if (phase != phase_ || parties_.has_moved(*position)) return v1::Refusal::REASON_OUT_OF_TURN;
  return std::nullopt;
}

Verdict MonotonicConcession::propose(base::SeatId seat, Outcome outcome) {
  if (const Verdict refused = may_move(seat, Phase::kProposals)) return refused;
  if (outcome >= agenda_size_) return v1::Refusal::REASON_OUTSIDE_AGENDA;
  const std::uint32_t position = *parties_.position_of(seat);
  std::optional<Outcome>& mine = proposals_[position];
  if (mine && *mine != outcome) {
    std::vector<Outcome>& gone = given_up_[position];
    if (std::binary_search(gone.begin(), gone.end(), outcome) ||
        (judge_ && !judge_(seat, *mine, outcome))) {
      return v1::Refusal::REASON_NOT_A_CONCESSION;
    }
    gone.insert(std::lower_bound(gone.begin(), gone.end(), *mine), *mine);
    conceded_ = true;
  }
  mine = outcome;
  if (parties_.note_move(position)) proposals_are_in();
  return std::nullopt;
}

void MonotonicConcession::proposals_are_in() {
  if (round_ > 0 && !conceded_) {
    ending_ = Ending::kConflict;
    return;
  }
  phase_ = Phase::kVotes;
  parties_.begin_phase();
  std::fill(votes_.begin(), votes_.end(), 0U);
}

Verdict MonotonicConcession::vote(base::SeatId seat, std::span<const Outcome> accepted) {
  if (const Verdict refused = may_move(seat, Phase::kVotes)) return refused;
  const std::uint32_t position = *parties_.position_of(seat);
  if (const Verdict refused = check_ballot(position, accepted, proposals_)) return refused;
  count_ballot(position, accepted, proposals_, votes_);
  if (parties_.note_move(position)) count();
  return std::nullopt;
}

void MonotonicConcession::count() {
  std::vector<Outcome> agreeable;
  for (std::uint32_t i = 0; i < parties_.size(); ++i) {
    if (votes_[i] == parties_.size()) agreeable.push_back(*proposals_[i]);
  }
  if (!agreeable.empty()) {
    const std::uint64_t drawn =
        draws_.below(agreeable.size(), kCoin, base::Day{static_cast<std::int32_t>(round_)});
    agreement_ = agreeable[drawn];
    ending_ = Ending::kAgreement;
    return;
  }
  if (++round_ == deadline_rounds_) {
    ending_ = Ending::kDeadline;
    return;
  }
  phase_ = Phase::kProposals;
  conceded_ = false;
  parties_.begin_phase();
}

Verdict MonotonicConcession::walk_away(base::SeatId seat) {
  if (const Verdict refused = may_move(seat, phase_)) return refused;
  ending_ = Ending::kWalkAway;
  return std::nullopt;
}

void MonotonicConcession::abandon() {
  MONAZITE_CHECK(ending_ == Ending::kOpen, "only an open encounter can be abandoned");
  ending_ = Ending::kWalkAway;
}

}  // namespace monazite::encounter
