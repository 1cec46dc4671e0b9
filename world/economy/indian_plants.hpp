#pragma once

#include <world/economy/month.hpp>

namespace monazite::economy {

/// Draws the true start of the plants, in months after the first: planned + [slip]+. Hidden from
/// all.
[[nodiscard]] double draw_plant_start(const equations::Parameters& parameters, base::Day first_day,
                                      const base::Draws& draws);

/// India's magnet plants: they start when the true month, less the months that granted technology
/// saves, has come, and ramp up. The announced date is put off when it comes near and nothing runs.
void run_plants(Month& month);

/// India's magnets: own ones, imports under China's regime, returned ones from Japan, need,
/// shortage.
void settle_magnets(Month& month);

/// t NdFeB that India needs in month `index`, around the figure for 2025.
[[nodiscard]] double magnet_need_t_per_month(const equations::Plants& plants, base::Day day);

}  // namespace monazite::economy
