#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/calendar.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>

/// Messages that a mandate under test or under the stopwatch is sent.
namespace monazite::fixtures {

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
