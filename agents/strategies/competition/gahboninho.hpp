#pragma once

#include <agents/strategies/competition/standpoint.hpp>

namespace monazite::strategies {

/// Gahboninho, second of 2011 (Ben Adan, Zuckerman and Kraus; described in Baarslag et al. 2013,
/// "Evaluating practical negotiating agents: results and analysis of the 2011 international
/// competition", Artificial Intelligence 198, 73-103).
///
/// Described: first it finds out whom it deals with. During its first offers it comes down
/// steadily to 0.9 and watches how much the other side gives. A compliant one it bullies: the more
/// that side is willing to compromise, the more selfish it is itself. To one that is not, it
/// concedes, guided by its estimate of what suits both. Near the end it takes what there is: it
/// proposes the best offer received.
///
/// Chosen here: it probes for 40 rounds or a tenth of all, whichever is less. Compliance c in [0,
/// 1] is the rise of the best offer received since the probe, carried on at the same pace to the
/// end, as a share of what is missing from there to 1. With m the level of the package that
/// maximises min(own level, estimate), found again every twentieth of the time, it demands
///
///   0.9 - (1 - c) (0.9 - m) s^2       s: share of the time gone since the probe
///
/// not under the reservation value, and offers the package best for the other side within 0.02
/// above. The last stage begins at t = 0.97; it then proposes the best offer received if that is
/// worth at least m - 0.05. It says yes to what its next offer is worth, and in the last stage to
/// what it would propose. The usual model is SmithModel.
struct GahboninhoSettings {
  double probe = 40;  ///< rounds
  double last_stage = 0.97;
};

[[nodiscard]] AgentParts gahboninho(GahboninhoSettings settings = {});

}  // namespace monazite::strategies
