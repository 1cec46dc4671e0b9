#pragma once

#include <span>

#include <agents/preferences/utility_table.hpp>
#include <protocol/messages/encounter.pb.h>

namespace monazite::strategies {

/// What everybody knows under complete information. All of it outlives the negotiation.
struct CommonKnowledge {
  /// Preferences of all parties by position, on the same packages.
  std::span<const preferences::UtilityTable* const> tables;
  v1::Rule rule = v1::RULE_UNSPECIFIED;  ///< of the encounter
};

/// A negotiator that needs to know what the others want, as the theory it follows assumes. It
/// derives from Negotiator as well. Who holds a negotiation informs it before begin(); begin()
/// throws when nobody did, which is a forfeit.
class Informed {
 public:
  virtual ~Informed() = default;
  virtual void inform(const CommonKnowledge& known) = 0;
};

}  // namespace monazite::strategies
