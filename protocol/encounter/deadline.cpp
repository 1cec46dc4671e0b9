#include <limits>

#include <protocol/base/check.hpp>
#include <protocol/encounter/deadline.hpp>

namespace monazite::encounter {

Deadline Deadline::in_rounds(std::uint32_t rounds) {
  MONAZITE_CHECK_GE(rounds, 1U, "an encounter needs at least one round");
  MONAZITE_CHECK_LE(rounds, static_cast<std::uint32_t>(std::numeric_limits<std::int32_t>::max()),
                    "a round is a day, and days are numbered with 31 bits");
  return {base::Day{0}, base::Day{static_cast<std::int32_t>(rounds - 1)}, 1};
}

Deadline Deadline::on(base::Day opening, base::Day last_day, std::int32_t cadence_days) {
  MONAZITE_CHECK_GE(last_day.number, opening.number, "a deadline is not before the opening");
  MONAZITE_CHECK_GE(cadence_days, 1, "a round takes at least a day");
  return {opening, last_day, cadence_days};
}

std::uint32_t Deadline::rounds() const {
  return *round_on(last_day_) + 1;
}

std::optional<std::uint32_t> Deadline::round_on(base::Day day) const {
  if (day.number < opening_.number || passed(day)) return std::nullopt;
  // In 64 bits: the span between two days may not fit into 32.
  const std::int64_t days = std::int64_t{day.number} - opening_.number;
  return static_cast<std::uint32_t>(days / cadence_days_);
}

base::Day Deadline::first_day_of(std::uint32_t round) const {
  MONAZITE_CHECK(round < rounds(), "only a round in time has a first day");
  const std::int64_t day = opening_.number + std::int64_t{round} * cadence_days_;
  return base::Day{static_cast<std::int32_t>(day)};
}

}  // namespace monazite::encounter
