#pragma once

#include <world/economy/month.hpp>

namespace monazite::economy {

/// Heavy (Dy/Tb) and light (La/Ce) oxides.
///
/// Heavy: the same two pools as NdPr, in days of normal use outside China, where everything comes
/// from China under the magnet regime (Indian monazite holds almost none). The price inside China
/// moves about its anchor; outside it is that price times the licence rent of the cover left. The
/// rent feeds back on use, substitution and leakage but never on the price inside, so that a stop
/// that lasts for ever ends at a finite price: a rent added to its own expectation would ratchet.
/// Light: its anchor with noise; there is always too much of it.
void settle_minor_prices(Month& month);

}  // namespace monazite::economy
