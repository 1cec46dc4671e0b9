#pragma once

#include <array>
#include <optional>

#include <protocol/messages/record.pb.h>
#include <world/engine/session.hpp>
#include <world/mandates/mandate.hpp>

namespace monazite::engine {

/// The two mandates of a session, in the order of its parties.
using BothMandates = std::array<const mandates::Mandate*, 2>;

/// A session seen by somebody who knows both mandates, on the values that the two were last briefed
/// of: cloud, frontier, solution points, win-sets on the sample and the office of each home that is
/// most in the way. `deal`: the agreed package or the last offer.
void analyse_beliefs(const Session& session, const BothMandates& homes,
                     std::optional<agenda::Outcome> deal, bool agreed,
                     v1::NegotiationAnalysis& analysis);

/// The package that the session's conduct gives (Nash, Kalai-Smorodinsky, Rubinstein) among the
/// packages of the sample that both homes would clear and nobody barred; nothing if there is none.
/// `patience`: what a meeting more leaves of the gains, both sides', for Rubinstein's; 0 to 1.
[[nodiscard]] std::optional<agenda::Outcome> solve(const Session& session, double patience);

}  // namespace monazite::engine
