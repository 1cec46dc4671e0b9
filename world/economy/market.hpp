#pragma once

#include <world/economy/month.hpp>

namespace monazite::economy {

/// The world's NdPr in two pools, China and the rest, and the prices that form once a month.
///
/// Demand and supply of both pools answer to the price of the month before (E4, short-run
/// elasticity), intensity and capacity to what it has been for long (E6). China exports what buyers
/// outside want, up to its licences; a rent beyond its ordinary premium draws more out by other
/// ways (leakage, an addition that keeps a small shortage outside, such as an Indian stop, from
/// moving the price much). Prices then follow cover (E2, `price_rule` 0) or the month's flows (E1
/// with E8, `price_rule` 1).
///
/// Departures from the specification: Japan's purchases are what its makers and JOGMEC really buy,
/// so hoarding needs no term of its own and no tonne is counted twice; world use outside China
/// grows with the world's trend whatever Japan's own growth; expectations jump when China changes
/// its light regime; a demand shock may be a jump (contaminated normal, Tukey 1960).
void settle_market(Month& month);

/// Pools, covers and prices on the first day: everything at its normal, the price at the initial
/// one.
void open_market(const equations::Parameters& parameters, State& state);

/// Mean outside price of the last six months over the anchor outside China; 1 at rest.
[[nodiscard]] double outside_price_ratio(const Month& month);

}  // namespace monazite::economy
