#pragma once

#include <agents/strategies/competition/standpoint.hpp>

namespace monazite::strategies {

/// Nozomi, competition of 2010 (no paper of its own; described in Baarslag, Hindriks, Jonker, Kraus
/// and Lin 2012, "The first automated negotiating agents competition (ANAC 2010)", Studies in
/// Computational Intelligence 383, 113-135).
///
/// Described: it opens with its best package and compromises step by step. The time is cut into
/// intervals around 50 %, 80 % and 90 %; in each it gauges the other side's strategy and gives way
/// by how much the other side has. Late it also looks at the gap between both sides. It says yes to
/// an offer better than its own last one, and to one good enough in its interval.
///
/// Chosen here: with r the level of the best offer received and r_0 that of the first,
///
///   demand = max(1 - (r - r_0), limit)     limit 0.95 before 0.5, 0.85 before 0.8, 0.75 before
///                                          0.9, then 0.65, never under the reservation value
///
/// and from 0.9 on it closes the gap that is left: demand = r + (demand - r) (1 - t) / 0.1, not
/// under the limit. It offers the package best for the other side within 0.02 above (the usual
/// model is SmithModel). "Good enough" is its demand.
[[nodiscard]] AgentParts nozomi();

}  // namespace monazite::strategies
