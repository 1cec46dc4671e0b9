#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/mandate.pb.h>

namespace monazite::viz::game {

/// Playing a recorded history again, whoever made its decisions: for a game whose host has shown
/// its recording. `bytes` are those of the file; of one that cannot be read, and of a
/// scenario that cannot be, nothing (an empty result) comes back.

/// The same scenario and seed with built-in parties in all seats: the recording.
[[nodiscard]] std::string with_machines_only(const std::string& bytes);
/// What packages are worth to a seat, by its own mandate, when it was asked by the message `brief`:
/// the recorded decisions are fed back until then.
[[nodiscard]] std::vector<v1::Worth> ask_mandate_of(const std::string& bytes, base::SeatId seat,
                                                    std::uint64_t brief,
                                                    const std::vector<agenda::Outcome>& outcomes);

}  // namespace monazite::viz::game
