#pragma once

#include <string>
#include <utility>
#include <vector>

#include <protocol/messages/envelope.pb.h>
#include <viz/model/replay.hpp>

namespace monazite::viz {

/// The terms of `outcome` that differ from those of `before`, in words: "volume 800 t REO/year;
/// term 5 years". Empty when they are the same. Both must lie in the agenda.
[[nodiscard]] std::string changed_terms(const agenda::Agenda& agenda, agenda::Outcome outcome,
                                        agenda::Outcome before);

/// What a message says that a seat does or has just done, by seat; nothing for most messages.
/// `negotiation` is the one it belongs to, with the moves before it; null outside.
[[nodiscard]] std::vector<std::pair<base::SeatId, std::string>> intentions_of(
    const v1::Envelope& e, const Replay& replay, const Negotiation* negotiation);

}  // namespace monazite::viz
