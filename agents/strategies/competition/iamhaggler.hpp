#pragma once

#include <agents/strategies/competition/standpoint.hpp>

namespace monazite::strategies {

/// IAMhaggler, third of 2010 (Williams, Robu, Gerding and Jennings 2012, "IAMhaggler: a negotiation
/// agent for complex environments", Studies in Computational Intelligence 383, 151-158). Its
/// opponent model is a Bayesian one (here ScalableBayesianModel).
///
/// Described: it regresses the other side's concession, seen in its own utility, over time,
/// foresees when the offer, discounted, will be worth most to itself, and concedes along
///
///   demand(t) = 1 - (1 - floor) t^(1 / beta)
///
/// such that it meets that point, with beta in [0.01, 2]. Of the packages of that utility it offers
/// the one best for the other side. It says yes as HagglerAcceptance does, with an aspiration of
/// 0.9.
///
/// Chosen here: the regression is that of fit_power_curve() over the best offers so far, looked at
/// on a grid of 100 times up to 0.99 (at t = 1 no beta meets another point); before there are three
/// offers beta is 0.1; demands never rise again, nor are they less than the level of that point;
/// "of that utility" is 0.02 upwards; a point above its own curve's start counts as one just below
/// it.
struct IamHagglerSettings {
  double aspiration = 0.9;
  double multiplier = 1.02;
  double lowest_beta = 0.01;
  double highest_beta = 2;
};

[[nodiscard]] AgentParts iamhaggler(IamHagglerSettings settings = {});

}  // namespace monazite::strategies
