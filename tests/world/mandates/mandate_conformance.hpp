#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <world/mandates/mandate.hpp>

namespace monazite::fixtures {

/// A mandate under test. `make` gives a new one each time, always the same.
struct MandateCase {
  std::string name;
  std::function<std::unique_ptr<mandates::Mandate>()> make;
  base::SeatId self = 0;
  base::SeatId other = 0;  ///< across the table
  v1::Table table = v1::TABLE_UNSPECIFIED;
  const agenda::Agenda* agenda = nullptr;
  base::Day first_day{};
  std::vector<base::SeatId> subjects;  ///< seats that readings may be about
};

/// What every mandate must hold to, whatever legal messages it is sent: values are finite, arrays
/// have the length of what was asked, no package is cleared below the reservation value, asking
/// twice gives the same answer, and the same messages give the same mandate. Runs `histories` of
/// random observations, directions, notifications, cargoes and offers, each from a seed of its own.
/// Call from inside a TEST_CASE.
void check_conformance(const MandateCase& what, int histories);

/// An observation of random legal readings: each quantity with probability 1/2, anywhere in its
/// range, for one of `subjects` or for none. A pure function of its arguments.
[[nodiscard]] v1::Envelope random_observation(std::uint32_t seed, base::SeatId to, base::Day day,
                                              std::uint32_t month,
                                              const std::vector<base::SeatId>& subjects);

/// An opening with up to `sample_size` packages, the agenda's status quo first.
[[nodiscard]] v1::Envelope opening(std::uint64_t conversation, v1::Table table, base::SeatId to,
                                   base::SeatId first, base::SeatId second,
                                   const agenda::Agenda& agenda, base::Day day,
                                   std::size_t sample_size, std::uint32_t deadline_rounds = 20);

}  // namespace monazite::fixtures
