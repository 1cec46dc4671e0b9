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
///
/// Light: one pool of the world. La/Ce come along with NdPr, wanted or not, in proportion to what
/// is mined of it in the month (joint production); what separators take out of that follows the
/// light price, and the rest is left. Price from cover and expectations as for NdPr (E2, E3). So a
/// boom in NdPr lowers the light price: the balance problem (Binnemans et al. 2013).
void settle_minor_prices(Month& month);

}  // namespace monazite::economy
