#pragma once

#include <protocol/base/roster.hpp>
#include <protocol/messages/envelope.pb.h>

namespace monazite::bus {

/// Whether `envelope` has something that `receiver` must not read: a private reason of another seat.
[[nodiscard]] bool carries_private(const v1::Envelope& envelope, base::SeatId receiver);

/// `out` becomes what `receiver` may read of `in`: private reasons are gone.
void strip_private(const v1::Envelope& in, base::SeatId receiver, v1::Envelope& out);

}  // namespace monazite::bus
