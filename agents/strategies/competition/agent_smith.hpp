#pragma once

#include <agents/strategies/competition/standpoint.hpp>

namespace monazite::strategies {

/// Agent Smith, competition of 2010 (van Galen Last 2012, "Agent Smith: opponent model estimation
/// in bilateral multi-issue negotiation", Studies in Computational Intelligence 383, 167-174;
/// summary in Baarslag et al. 2012, "The first automated negotiating agents competition"). Its
/// opponent model is SmithModel.
///
/// Described: it opens with its best package and then comes slowly towards what its model says the
/// other side wants. It says yes to what is worth 0.9 or at least as much as its own next offer.
/// Shortly before the end (the last 20 of 180 seconds) it works for a quick agreement: it proposes
/// the best offer it has received.
///
/// Chosen here: "slowly" is linear from 1 to `floor` = 0.7 at t = `patience` = 160 / 180, and the
/// package is the best for the other side within 0.02 above; from then on it also says yes to what
/// is as good as the best offer received.
struct AgentSmithSettings {
  double patience = 160.0 / 180;
  double floor = 0.7;
  double good = 0.9;
};

[[nodiscard]] AgentParts agent_smith(AgentSmithSettings settings = {});

}  // namespace monazite::strategies
