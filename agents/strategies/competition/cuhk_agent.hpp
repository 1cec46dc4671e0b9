#pragma once

#include <agents/strategies/competition/standpoint.hpp>

namespace monazite::strategies {

/// CUHKAgent, winner of 2012 (Hao and Leung 2014, "CUHKAgent: an adaptive negotiation strategy for
/// bilateral negotiations over multiple items", Studies in Computational Intelligence 535,
/// 171-179; the strategy also as ABiNeS in Hao and Leung 2012, IAT 2, 239-246). Its opponent model
/// counts frequencies (here SmithModel).
///
/// Described: what it demands and accepts at least, with delta the discount factor of the game and
/// lambda the time until which it exploits a giving opponent, is
///
///   l(t) = 1 - (1 - delta^(1 - lambda)) (t / lambda)^alpha      t < lambda
///   l(t) = delta^(1 - t)                                        after: as much as the best package
///                                                               is worth at the end
///   lambda = lambda_0 + (1 - lambda_0) sigma^gamma              adapts to sigma, the share of new
///                                                               packages in the last offers
///   lambda_0 = lambda_min + (1 - lambda_min) delta^beta
///
/// When the best offer received reaches l(t), it proposes that; else, with probability 1 - epsilon,
/// the package of those above l(t) that the other side seems to like best, otherwise a random one.
/// It says yes to l(t) and to what its next offer is worth, and leaves when no deal (discounted
/// with the rest) is worth more than l(t).
///
/// Chosen here: alpha = 2, beta = 1.5, gamma = 2, lambda_min = 0.2, epsilon = 0.1, a window of 20
/// offers. Without a discount the formula never comes down from 1; lambda is then 1 and the end of
/// its curve, in place of delta^(1 - lambda), `least` = 0.65. Levels (see Scale) stand for
/// utilities, so that l(t) does not fall under the reservation value, and leaving, which could then
/// only happen to a party with no package worth more than no deal, is left out.
struct CuhkSettings {
  double alpha = 2;
  double beta = 1.5;
  double gamma = 2;
  double lambda_min = 0.2;
  double epsilon = 0.1;
  double least = 0.65;
};

[[nodiscard]] AgentParts cuhk_agent(CuhkSettings settings = {});

}  // namespace monazite::strategies
