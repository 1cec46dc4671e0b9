#pragma once

#include <cstdint>
#include <optional>

#include <protocol/base/calendar.hpp>

namespace monazite::encounter {

/// How long an encounter may last: a number of rounds, or a last day of the calendar with a round
/// every so many days. Rules of encounter count rounds; who plays them by a calendar asks here
/// which round a day belongs to, and whether it is too late.
///
///   Deadline talks = Deadline::on(Day{20000}, Day{20090}, 30);   // rounds begin on 20000, 20030,
///   talks.rounds();                                              // 20060, 20090: four
///   talks.round_on(Day{20045});                                  // 1
///   talks.passed(Day{20091});                                    // true: the last day was 20090
class Deadline {
 public:
  /// `rounds` >= 1, one a day beginning with day 0: the calendar of an encounter that has none.
  [[nodiscard]] static Deadline in_rounds(std::uint32_t rounds);
  /// From `opening` up to and including `last_day`, which is not before it; a round begins every
  /// `cadence_days` >= 1 days, the first one on `opening`. The last round may be cut short.
  [[nodiscard]] static Deadline on(base::Day opening, base::Day last_day,
                                   std::int32_t cadence_days);

  /// Rounds that begin in time; at least 1. What a rule of encounter is given as deadline_rounds.
  [[nodiscard]] std::uint32_t rounds() const;
  [[nodiscard]] base::Day opening() const { return opening_; }
  [[nodiscard]] base::Day last_day() const { return last_day_; }
  [[nodiscard]] std::int32_t cadence_days() const { return cadence_days_; }

  /// Round (0, 1, ...) in which a day falls; nothing before the opening and when it is too late.
  [[nodiscard]] std::optional<std::uint32_t> round_on(base::Day day) const;
  /// First day of a round, which must be one of rounds().
  [[nodiscard]] base::Day first_day_of(std::uint32_t round) const;
  /// Whether the last day is over.
  [[nodiscard]] bool passed(base::Day day) const { return day.number > last_day_.number; }

 private:
  Deadline(base::Day opening, base::Day last_day, std::int32_t cadence_days)
      : opening_(opening), last_day_(last_day), cadence_days_(cadence_days) {}

  base::Day opening_;
  base::Day last_day_;
  std::int32_t cadence_days_;
};

}  // namespace monazite::encounter
