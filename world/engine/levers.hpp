#pragma once

#include <string_view>

#include <protocol/messages/mandate.pb.h>

namespace monazite::engine {

/// Who may do what. Levers belong to offices: Commerce can ask IREL and, through the trade
/// directorate, restrict exports by notification; only atomic energy can direct IREL.
[[nodiscard]] bool owns_lever(v1::Office office, v1::Act act);

/// What the acts in force let through. Three different things: the feed to the refinery (a
/// direction of atomic energy to IREL), its mix (a direction "La/Ce only") and the refinery's
/// exports (a notification of the trade directorate).
struct FlowControl {
  double feed_factor = 1;   ///< share of the agreed feed that IREL delivers, 0 to 1
  bool light_only = false;  ///< IREL delivers La/Ce only
  double export_cap = 1;    ///< share of the agreed volume that may leave India, 0 to 1

  /// Applies a direction or a notification; other acts change nothing. True if something changed.
  bool apply(v1::Act act);
  /// The share of the agreed feed or exports that gets through, whichever is less.
  [[nodiscard]] double through() const {
    return feed_factor < export_cap ? feed_factor : export_cap;
  }
  /// Whether a measure against the flow is in force.
  [[nodiscard]] bool restricted() const { return through() < 1 || light_only; }
};

}  // namespace monazite::engine
