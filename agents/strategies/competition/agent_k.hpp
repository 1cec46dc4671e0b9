#pragma once

#include <agents/strategies/competition/standpoint.hpp>

namespace monazite::strategies {

/// Agent K, winner of 2010 (Kawaguchi, Fujita and Ito 2012, "AgentK: compromising strategy based on
/// estimated maximum utility for automated negotiating agents", Studies in Computational
/// Intelligence 383, 137-144). It has no model of what the other side wants; it looks at what the
/// offers are worth to itself.
///
/// Described: with mu and sigma the mean and deviation of what it was offered, the width of the
/// other side's moves and the most that can be hoped for are
///
///   d = sqrt(3) sigma / sqrt(mu (1 - mu))        emax = mu + (1 - mu) d
///
/// and it means to come down to that in the end, by target(t) = 1 - (1 - emax) t^alpha. How far it
/// goes is bounded by the other side's width, so that who does not move is not conceded to:
///
///   ratio = min(2, (d + g) / (1 - target))       target <- 1 - ratio (1 - target)
///
/// It offers a package drawn at random from those above its target, and says yes when
/// t^5 / 5 + (u - emax) + (u - target) > 0.1.
///
/// Chosen here: alpha = 3 and g = 0.1 throughout, where the paper lets both vary; d at most 1; the
/// packages are drawn evenly, where it searches at random; before the first offer the target is 1.
struct AgentKSettings {
  double alpha = 3;
  double g = 0.1;
  double bar = 0.1;
};

[[nodiscard]] AgentParts agent_k(AgentKSettings settings = {});

}  // namespace monazite::strategies
