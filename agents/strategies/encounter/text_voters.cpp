#include <cmath>

#include <agents/strategies/encounter/text_voters.hpp>

namespace monazite::strategies {
namespace {

constexpr base::Purpose kYes{"strategies.annealer.yes"};

Answer answer(bool yes) {
  return yes ? Answer::kAccept : Answer::kReject;
}

}  // namespace

void HillClimber::begin(const Place& place) {
  own_ = place.own;
  standing_.reset();
}

Answer HillClimber::respond(const Turn& /*turn*/, Outcome text) {
  const double value = own_->value(text);
  if (!standing_ || text == *standing_) return answer(value >= own_->reservation());
  return answer(value >= own_->value(*standing_));
}

void Annealer::begin(const Place& place) {
  place_ = place;
  standing_.reset();
}

Answer Annealer::respond(const Turn& turn, Outcome text) {
  const OwnPreferences& own = *place_.own;
  const double value = own.value(text);
  if (!standing_ || text == *standing_) return answer(value >= own.reservation());
  const double worse = own.value(*standing_) - value;
  if (worse <= 0) return Answer::kAccept;
  const double loss = worse / (own.highest() - own.lowest());  // they differ, or worse would be 0
  const double left = 1 - static_cast<double>(turn.round) / static_cast<double>(turn.rounds);
  const double draw = place_.draws.uniform(kYes, base::Day{static_cast<std::int32_t>(turn.round)},
                                           place_.position + 1);
  return answer(draw < std::exp(-loss / (temperature_ * left)));
}

}  // namespace monazite::strategies
