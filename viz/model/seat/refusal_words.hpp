#pragma once

#include <string>

#include <protocol/messages/mandate.pb.h>

namespace monazite::viz::game {

/// Why a move was refused, as one sentence for the person who made it.
[[nodiscard]] std::string refusal_words(v1::Refusal::Reason reason);

}  // namespace monazite::viz::game
