#pragma once

#include <agents/strategies/competition/standpoint.hpp>

namespace monazite::strategies {

/// IAMcrazyHaggler, competition of 2010 (Williams, Robu, Gerding and Jennings 2012, "IAMhaggler: a
/// negotiation agent for complex environments", Studies in Computational Intelligence 383, 151-158;
/// summary in Baarslag et al. 2012, "The first automated negotiating agents competition"). A
/// take-it-or-leave-it agent: neither the time nor the other side moves it.
///
/// Described: it offers random packages above a constant threshold, 0.9 where time costs something
/// and 0.95 where it does not, and says yes to an offer that, times 1.02, is worth its last, its
/// next, or its aspiration (see HagglerAcceptance).
///
/// Chosen here: the aspiration is 0.9.
struct IamCrazyHagglerSettings {
  double threshold_discounted = 0.9;
  double threshold = 0.95;
  double aspiration = 0.9;
  double multiplier = 1.02;
};

[[nodiscard]] AgentParts iamcrazyhaggler(IamCrazyHagglerSettings settings = {});

}  // namespace monazite::strategies
