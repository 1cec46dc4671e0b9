#include <cmath>
#include <utility>

#include <protocol/base/check.hpp>
#include <protocol/encounter/nash_demand.hpp>

namespace monazite::encounter {

NashDemand::NashDemand(std::vector<base::SeatId> parties, Evaluator evaluator)
    : parties_(std::move(parties)), evaluator_(std::move(evaluator)), demands_(parties_.size(), 0) {
  MONAZITE_CHECK(evaluator_ != nullptr, "somebody must say whether demands are compatible");
}

Verdict NashDemand::may_move(base::SeatId seat) const {
  const auto position = parties_.position_of(seat);
  if (!position) return v1::Refusal::REASON_NOT_A_PARTY;
  if (ending_ != Ending::kOpen) return v1::Refusal::REASON_AFTER_THE_END;
  if (parties_.has_moved(*position)) return v1::Refusal::REASON_OUT_OF_TURN;
  return std::nullopt;
}

Verdict NashDemand::demand(base::SeatId seat, double utility) {
  if (const Verdict refused = may_move(seat)) return refused;
  if (!std::isfinite(utility)) return v1::Refusal::REASON_MALFORMED;
  const std::uint32_t position = *parties_.position_of(seat);
  demands_[position] = utility;
  if (parties_.note_move(position)) {
    agreement_ = evaluator_(demands_);
    ending_ = agreement_ ? Ending::kAgreement : Ending::kConflict;
  }
  return std::nullopt;
}

Verdict NashDemand::walk_away(base::SeatId seat) {
  if (const Verdict refused = may_move(seat)) return refused;
  ending_ = Ending::kWalkAway;
  return std::nullopt;
}

void NashDemand::abandon() {
  MONAZITE_CHECK(ending_ == Ending::kOpen, "only an open encounter can be abandoned");
  ending_ = Ending::kWalkAway;
}

}  // namespace monazite::encounter
