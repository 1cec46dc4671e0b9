#pragma once

#include <agents/strategies/competition/standpoint.hpp>

namespace monazite::strategies {

/// AgentFSEGA, second of 2010 after corrections (Serban, Silaghi and Litan 2012, "AgentFSEGA: time
/// constrained reasoning model for bilateral multi-issue negotiations", Studies in Computational
/// Intelligence 383, 159-165; summary in Baarslag et al. 2012). Its opponent model is a Bayesian
/// one (here ScalableBayesianModel).
///
/// Described: the time is cut into three phases. In the first two, 85 % of the time, it analyses
/// the other side and gives little; in the third it concedes towards its reservation value by the
/// time that is left, as Faratin's tactics do. It offers along its iso-utility curve what is best
/// for the other side. It says yes to an offer that is worth, times 1.03, at least its last one, to
/// what is at least as good as its next one, and to its best package.
///
/// Chosen here: the phases end at 0.85, 0.95 and 1; the demand is linear from 1 to 0.9, to 0.8, and
/// to max(reservation, 0.5) within each; the curve is 0.02 thick; the model goes on learning in the
/// third phase, where the original stops to save time.
struct FsegaSettings {
  double firm_until = 0.85;
  double last_from = 0.95;
  double multiplier = 1.03;
};

[[nodiscard]] AgentParts fsega(FsegaSettings settings = {});

}  // namespace monazite::strategies
