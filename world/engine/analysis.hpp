#pragma once

#include <optional>

#include <protocol/messages/record.pb.h>
#include <world/engine/session.hpp>

namespace monazite::engine {

/// A session seen by somebody who knows both mandates, on the values that the two were last briefed
/// of: cloud, frontier, solution points, win-sets on the sample. `deal`: the agreed package or the
/// last offer.
void analyse_beliefs(const Session& session, std::optional<agenda::Outcome> deal, bool agreed,
                     v1::NegotiationAnalysis& analysis);

/// The package that the session's conduct gives (Nash, Kalai-Smorodinsky, Rubinstein) among the
/// packages of the sample that both homes would clear and nobody barred; nothing if there is none.
[[nodiscard]] std::optional<agenda::Outcome> solve(const Session& session);

}  // namespace monazite::engine
