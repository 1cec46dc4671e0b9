#pragma once

#include <cstdint>

#include <protocol/base/roster.hpp>

namespace monazite::session {

/// The seat of the party at a position (0 moves first), and the position of a seat.
[[nodiscard]] inline base::SeatId seat_of(std::uint32_t position) {
  return base::kFirstSeat + position;
}
[[nodiscard]] inline std::uint32_t position_of(base::SeatId seat) {
  return seat - base::kFirstSeat;
}

}  // namespace monazite::session
