#pragma once

#include <functional>
#include <vector>

#include <protocol/agenda/agenda.hpp>

namespace monazite::mandates {

/// Looks for packages outside a sample that leave both better off: what a negotiator's staff works
/// out the evening before. Gains are values less reservation values; the other's is a belief.
struct IdeaSearch {
  const agenda::Agenda* agenda = nullptr;
  const std::vector<agenda::Outcome>* start = nullptr;  ///< the sample; may be empty
  std::function<double(agenda::Outcome)> own_gain;      ///< very negative for what cannot be signed
  std::function<double(agenda::Outcome)> other_gain;
};

/// For each of five splits of attention between own gain and the other's, climbs issue by issue
/// from the best package of the sample. Returns those found that are not in the sample, each once,
/// in the order of the splits; at most five. Deterministic.
[[nodiscard]] std::vector<agenda::Outcome> find_ideas(const IdeaSearch& search);

}  // namespace monazite::mandates
