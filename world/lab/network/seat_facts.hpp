#pragma once

#include <cstdint>
#include <string>

#include <agents/parties/setup.hpp>
#include <protocol/base/roster.hpp>
#include <protocol/messages/session.pb.h>
#include <protocol/net/seat_line.hpp>
#include <world/scenarios/scenario.hpp>

namespace monazite::lab {

/// What a seat's player is told of the seat before the first day, and what the host draws for it.
/// The draws are those of the run; the seed itself is not in it.
[[nodiscard]] net::SeatFacts seat_facts(const scenarios::Scenario& scenario, std::uint64_t seed,
                                        std::uint32_t table, base::SeatId seat);

/// A manner as it goes over the wire, and back.
[[nodiscard]] v1::Carriage to_message(const parties::Manner& manner);
[[nodiscard]] parties::Manner to_manner(const v1::Carriage& carriage);
/// How a built-in party at the seat is set up, as told by its host.
[[nodiscard]] parties::PartySetup to_setup(const v1::Seated& seated);

}  // namespace monazite::lab
