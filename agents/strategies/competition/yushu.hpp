#pragma once

#include <agents/strategies/competition/standpoint.hpp>

namespace monazite::strategies {

/// Yushu, second of 2010 (An and Lesser 2012, "Yushu: a heuristic-based agent for automated
/// negotiating competition", Studies in Computational Intelligence 383, 145-149; summary in
/// Baarslag et al. 2012, "The first automated negotiating agents competition").
///
/// Described: its target falls with time, faster or slower by two indicators: how competitive the
/// other side is, judged by its last ten offers, and how many rounds are left. The least it comes
/// down to is guided by the ten best offers it has received. It offers a package near the target
/// that is as close as possible to what the other side asked for, gives way a lot when very few
/// rounds are left, and says yes to what reaches its target.
///
/// Chosen here, where the heuristics are given in words:
///
///   least    = max(floor, mean level of the ten best offers received), at most 0.95
///   progress = mean level of its last ten offers - mean of the ten before them
///   target   = 1 - (1 - least) t^b,  b = 4 while progress > 0.01 (it is coming closer: wait), 1
///              while progress < -0.01, else 2
///   with fewer than `few` = 8 rounds left, t^b counts as 1 and least as the best offer received
///
/// "Close" is the model's estimate within 0.02 of the target; the usual model is SmithModel, which
/// counts how often the other side asked for what the package contains.
struct YushuSettings {
  double few = 8;
};

[[nodiscard]] AgentParts yushu(YushuSettings settings = {});

}  // namespace monazite::strategies
