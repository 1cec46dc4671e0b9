#pragma once

#include <optional>

#include <protocol/messages/envelope.pb.h>
#include <protocol/messages/mandate.pb.h>
#include <world/engine/stage.hpp>
#include <world/engine/tables.hpp>

namespace monazite::engine {

/// Longest statement or note of a message of a seat. Unit: bytes.
inline constexpr std::size_t kLongestText = 2'000;

/// Why a message that a seat just sent must not come into the world, whoever plays the seat: its
/// kind is the registrar's, it is addressed to those who may not read it, it speaks for somebody
/// else or as a reported fact, it is too long, or asks for values of what is not on an agenda of
/// its own. Nothing: it may come in, and the registrar's desks judge the move or act itself.
///
/// News and scripted acts that the world itself posts in the name of a seat answer nothing
/// (in_reply_to 0), while whatever a seat decides answers what asked for it.
[[nodiscard]] std::optional<v1::Refusal::Reason> inadmissible(const Stage& stage,
                                                              const Tables& tables,
                                                              const v1::Envelope& envelope);

}  // namespace monazite::engine
