#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include <protocol/agenda/agenda.hpp>

namespace monazite::mandates {

/// What a package brings over no deal; the other's part is a belief. M.
struct SharedGain {
  double own = 0;  ///< very negative for what cannot be signed
  double other = 0;
};

/// Looks for packages outside a sample that leave both better off: what a negotiator's staff works
/// out the evening before.
struct IdeaSearch {
  const agenda::Agenda* agenda = nullptr;
  const std::vector<agenda::Outcome>* sample = nullptr;   ///< where it starts; may be empty
  const std::vector<SharedGain>* sample_gains = nullptr;  ///< in the same order
  /// Gains of the package with these levels, in the order of the agenda's issues.
  std::function<SharedGain(const std::uint32_t*)> gain;
};

/// For each of five splits of attention between own gain and the other's, climbs issue by issue
/// from the best package of the sample. Returns those found that are not in the sample, each once,
/// in the order of the splits; at most five. Deterministic.
[[nodiscard]] std::vector<agenda::Outcome> find_company_ideas(const IdeaSearch& search);

}  // namespace monazite::mandates
