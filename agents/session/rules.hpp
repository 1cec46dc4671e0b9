#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <agents/session/negotiation.hpp>
#include <protocol/base/result.hpp>

namespace monazite::session {

/// A rule of encounter under its name.
struct RuleEntry {
  std::string name;
  std::string summary;  ///< one line
  std::string source;   ///< the publication it follows
  std::uint32_t most_parties = ~0U;
  /// Holds one negotiation; the participants as for negotiate(), as many as the rule allows. What
  /// the fields of the result mean is said at negotiate(), and at the rule's session.
  std::function<Negotiated(std::span<const Participant>, const NegotiationOptions&)> play;
};

/// All rules, the usual one first:
///
///   stacked_alternating_offers   turn by turn (negotiate())
///   alternating_offers           the same for two, a round being one offer, as at the tables of
///   the
///                                trade model
///   multiple_offers              all offer, all vote; needs all votes (AMOP)
///   majority_offers              the same with more than half of the votes
///   monotonic_concession         all propose at once, and stick or concede
///   judged_concession            the same, and what is no concession to the others is refused
///   single_text                  a mediator's texts are voted on
///   nash_demand                  all name what they demand, once
///
/// docs/encounters.md describes them.
[[nodiscard]] const std::vector<RuleEntry>& rules();

/// The rule of that name, or one sentence with the nearest name there is.
[[nodiscard]] base::Result<const RuleEntry*> find_rule(std::string_view name);

}  // namespace monazite::session
