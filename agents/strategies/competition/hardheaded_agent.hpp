#pragma once

#include <agents/strategies/competition/standpoint.hpp>

namespace monazite::strategies {

/// HardHeaded, winner of 2011 (van Krimpen, Looije and Hajizadeh 2013, "HardHeaded", Studies in
/// Computational Intelligence 435, 223-227; summary in Baarslag et al. 2013, "Evaluating practical
/// negotiating agents", Artificial Intelligence 198). Its opponent model is HardHeadedModel.
///
/// Described: it asks for a lot for nearly the whole time and concedes at the end,
///
///   demand(t) = floor + (1 - floor) (1 - F(t)),   F(t) = k + (1 - k) t^(1 / e)
///
/// and of the packages of about that utility offers the one best for the other side by its model;
/// when the best offer received so far is worth as much as that, it proposes that offer itself. It
/// says yes to more than the least it has offered, and to as much as it is about to offer.
///
/// Chosen here: k = e = 0.05 and a floor of 0.585, the figures usually given for it; "about" is
/// 0.01 upwards; the first offer is the best package; the change of curve in games with a discount
/// is left out. The floor gives way to a higher reservation value.
struct HardHeadedAgentSettings {
  double k = 0.05;
  double e = 0.05;
  double floor = 0.585;
  double tolerance = 0.01;
};

[[nodiscard]] AgentParts hardheaded_agent(HardHeadedAgentSettings settings = {});

}  // namespace monazite::strategies
