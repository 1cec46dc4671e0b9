#pragma once

#include <world/economy/month.hpp>

namespace monazite::economy {

/// Unloads what is due by the last day of the month; the rest sails on. Counts what is late.
void unload(Month& month);

/// Loads a month's product into `cargoes_per_month` bookings. Each leaves some days after the
/// month's end (road to the port, then one after the other) and lands after a voyage drawn from the
/// ordinary range of days, door to door; a late one takes `late_days` more. Two ships instead of
/// one are realistic and keep one delay from emptying a month and doubling the next.
void load_ships(Month& month, const Mass& product);

/// Cargoes already at sea on the first day, from shipments of `monthly` in the months before.
[[nodiscard]] std::vector<Cargo> cargoes_at_start(const equations::Parameters& parameters,
                                                  const Mass& monthly, base::Day first_day,
                                                  const base::Draws& draws);

}  // namespace monazite::economy
