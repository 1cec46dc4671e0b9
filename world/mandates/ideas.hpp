#pragma once

#include <vector>

#include <protocol/agenda/agenda.hpp>
#include <protocol/base/draws.hpp>
#include <world/mandates/packages.hpp>
#include <world/mandates/term_tables.hpp>

namespace monazite::mandates {

/// How a staff looks at packages: the value to its own side, to its veto offices, and what it
/// believes of the other side. Reservation values in M.
struct StaffView {
  const PackageReader* reader = nullptr;
  const TermTables* own = nullptr;
  const TermTables* other = nullptr;
  double own_reservation = 0;
  double other_reservation = 0;
  struct Veto {
    const TermTables* table = nullptr;
    double least = 0;  ///< that staff expect the office to bear
  };
  std::vector<Veto> vetoes;
  double most_ndpr_t = 0;  ///< a year, that can be delivered
  double most_reo_t = 0;

  [[nodiscard]] bool deliverable(const Package& package) const {
    return package.q <= most_ndpr_t && package.volume_t <= most_reo_t;
  }
};

/// Packages that the staff worked out: from each start, issues are gone through one by one and
/// moved to the level that is best for a mix of own gain and believed gain of the other (a
/// different mix from each start), twice. Every package on the way that both sides could bear, as
/// far as known, is kept, no package twice and none of `known` (which must be sorted), at most
/// `most`. The climb is deterministic; what is random are the starts.
[[nodiscard]] std::vector<agenda::Outcome> work_out_ideas(
    const StaffView& view, const std::vector<agenda::Outcome>& starts,
    const std::vector<agenda::Outcome>& known, std::size_t most);

}  // namespace monazite::mandates
