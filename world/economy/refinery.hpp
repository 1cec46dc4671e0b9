#pragma once

#include <world/economy/month.hpp>

namespace monazite::economy {

/// REO that the refinery can still take in as feed before its store is full, t.
[[nodiscard]] double refinery_room_t(const Month& month);

/// Toyotsu's refinery: takes the feed in, refines within its size, and sends product to Japan and
/// to others. It keeps about its initial stock of product, which carries a shipment through a bad
/// month of feed; what a notification keeps in the country piles up on site. Returns what leaves
/// for Japan.
[[nodiscard]] Mass refine_and_ship(Month& month, const Mass& feed);

}  // namespace monazite::economy
