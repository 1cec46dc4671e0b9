#pragma once

#include <world/economy/month.hpp>

namespace monazite::economy {

/// IREL: mine, cracking, separation. Joint production (E12): the basket comes whole, each tonne of
/// NdPr with 2.7 t of La/Ce. What is cracked enters a store of mixed chloride that buffers the
/// feed; what is separated leaves it as finished NdPr oxide, with the La/Ce sold.
void mine_and_crack(Month& month);

/// What IREL hands over to the refinery this month under the contract, the feed factor and the mix
/// in force: never more than the store holds, nor than `room_reo_t`, what the refinery can still
/// take.
[[nodiscard]] Mass hand_over_feed(Month& month, double room_reo_t);

/// Finishes NdPr oxide within the capacity of the day.
void finish_oxide(Month& month);

/// t NdPr oxide a year that IREL can finish on `day`.
[[nodiscard]] double finishing_capacity_t_per_year(const equations::Ore& ore, base::Day day);

}  // namespace monazite::economy
